"""What programs and pages add to a text leaves its headings, sentences and tasks as they are.

The text is always the same; what is added is drawn: marks around each line, numbers of pages in forms of
their own within sentences, elements around phrases. So forms that nobody has seen are tried, too.
"""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import lexicon_of
from tests.property_tests import examples

LEXICON = lexicon_of(Path(__file__).parents[2] / "seeds")
LINES = (
    "某县森林防火工作方案",
    "一、压实防火责任",
    "各乡镇要落实包片包户责任，重点林区设置检查站25处，配备护林员340名。",
    "二、强化火源管控",
    "防火期内严禁野外用火，对重点人员逐一登记，每日巡护不少于2次。",
    "三、加强应急准备",
    "补充风力灭火机80台，更新防护装备200套，提升队伍协同作战能力。",
)
Reading = dict[str, list[object]]


def read(lines: list[str]) -> Reading:
    """Return what the tables say of a text."""
    source = join_files([("a.txt", ("\n".join(lines) + "\n").encode())])
    tables = build_batch([Document(DocumentSpec("a", "", ("a.txt",)), source)], LEXICON).tables
    columns = [("sections", "title"), ("paragraphs", "text"), ("tasks", "text"), ("targets", "text")]
    return {f"{table}.{column}": tables[table][column].to_pylist() for table, column in columns}


PLAIN = read(list(LINES))
# What programs dump lines with: a word or a bracket, then what may stand before the text.
HEADS = st.tuples(
    st.sampled_from(["text", "line", "ocr", "[{n}]", "<line>", "{n:04d}|", "@{n}:", "|", "//", ">>>"]),
    st.sampled_from(["", " ", ": ", "\t", " = "]),
).map("".join)
AROUND = st.one_of(
    HEADS.map(lambda head: (head, "")),
    st.sampled_from(
        [("('", "', 0.9{n})"), ('{{"page": {n}, "text": "', '"}},'), ("<s>", "</s>"), ("", " |")]
    ),
)
FORMS = st.tuples(
    st.sampled_from(["", "=", "[", "〈", "<|", "**", "--", "..", "~", "{"]),
    st.sampled_from(["{n}", "page {n}", "page_{n}", "OCR {n}", "p{n}", "Page {n} of 9", "第{n}页"]),
    st.sampled_from(["", "=", "]", "〉", "|>", "**", "--", "..", "~", "}"]),
).map("".join)
# These say what is in them: a note, what is struck out, how characters are read, a program.
MEANT = {"ref", "footnote", "endnote", "fn", "del", "strike", "rt", "rp", "rtc", "script", "style"}
NAMES = st.from_regex(re.compile(r"[a-z]{2,9}(?:-[a-z]{2,6})?"), fullmatch=True).filter(
    lambda name: name not in MEANT
)
PROSE = [2, 4, 6]


def test_the_text_itself_is_read() -> None:
    """What the others compare with is no empty reading."""
    assert PLAIN["tasks.text"] == [LINES[index] for index in PROSE]
    assert PLAIN["targets.text"] == ["25处", "340名", "不少于2次", "80台", "200套"]


@given(around=AROUND, first=st.integers(0, 30))
@examples(25)
def test_what_stands_around_each_line_is_no_text(around: tuple[str, str], first: int) -> None:
    head, tail = around
    numbered = enumerate(LINES, first)
    lines = [head.format(n=number) + line + tail.format(n=number) for number, line in numbered]
    assert read(lines) == PLAIN


@given(
    form=FORMS.filter(lambda form: re.search(r"[^{}n]", form) is not None),
    page=st.integers(2, 90),
    data=st.data(),
)
@examples(25)
def test_pages_may_be_counted_in_any_form(form: str, page: int, data: st.DataObject) -> None:
    lines = list(LINES)
    for number, index in enumerate([4, 2]):
        cut = data.draw(st.sampled_from(_places(LINES[index])))
        mark = form.replace("{n}", str(page + 1 - number))
        lines[index : index + 1] = [LINES[index][:cut], mark, LINES[index][cut:]]
    assert read(lines) == PLAIN


def _places(line: str) -> list[int]:
    """Return the places between two Chinese characters, but for those near the ends of the line."""
    return [found.start() for found in re.finditer("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", line)][14:-6]


@given(name=NAMES, index=st.sampled_from(PROSE), is_line=st.booleans())
@examples(25)
def test_elements_of_any_name_are_no_text(name: str, index: int, is_line: bool) -> None:
    line = LINES[index]
    phrase = line if is_line else line.split("，")[1]
    lines = list(LINES)
    lines[index] = line.replace(phrase, f"<{name}>{phrase}</{name}>")
    assert read(lines) == PLAIN
