"""Words among numbers of boxes, in lists of rows and in fields."""

import pytest

from gangyao.layout.data_blocks import find_text_in_data

WORDS = ["某市停车方案", "一、建设车位", "新增泊位2万个。", "二、加强管理", "每日巡查2次。"]


def dumped(lines: list[str]) -> list[str]:
    text = "\n".join(lines) + "\n"
    return [text[start:end] for start, end in find_text_in_data(text)]


@pytest.mark.parametrize(
    "form",
    ["['{n}', '{word}', '0.9{n}'],", '({n}, "{word}", 0.9{n}),', "{{'text': '{word}', 'score': 0.9}},"],
)
def test_words_of_rows_are_text(form: str) -> None:
    rows = [form.format(n=n, word=word) for n, word in enumerate(WORDS)]
    assert dumped(rows) == WORDS
    assert dumped([f"[{rows[0]}", *rows[1:-1], f"{rows[-1]}]"]) == WORDS


@pytest.mark.parametrize(
    "form", ["{n}\t{word}\t0.9{n}", "{n},20,910,40,{word}", "|{n}|{word}|", "{word}\t{n}\t"]
)
def test_words_of_fields_are_text(form: str) -> None:
    assert dumped([form.format(n=n, word=word) for n, word in enumerate(WORDS)]) == WORDS


def test_tables_and_sentences_stay() -> None:
    rows = [f"{n}\t改造小区{n}个\t市住建局\t2026" for n in range(6)]
    assert dumped(rows) == []
    assert dumped([f"{n}\t改造小区{n}个\t2026" for n in range(6)]) == []
    assert dumped(["（一）“甲”、'乙'。", "(1) 'a'", "[2026]"]) == []


@pytest.mark.parametrize("mark", [",", "\t", "|"])
def test_a_table_of_figures_stays(mark: str) -> None:
    rows = [
        ["项目", "2023", "2024"],
        ["一、公共服务", "1200", "1350"],
        ["二、教育", "3400", "3100"],
        ["三、卫生", "9", "8"],
    ]
    assert dumped([mark.join(row) for row in rows]) == []
