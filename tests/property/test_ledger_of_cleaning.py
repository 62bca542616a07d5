"""Whatever noise a text has, cleaning keeps a ledger that replays, undoes and accounts for it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.chinese.script import Script
from gangyao.cleaning.clean import clean, load_rules
from gangyao.document.layout import Layout, Line
from gangyao.document.ledger import replay, undo
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Source
from tests.property_tests import examples

LEXICON = Path(__file__).parents[2] / "seeds" / "lexicon"
BITS = st.sampled_from(
    [
        *["推动", "经济", "发展", "的", "建设", "市場", "於", "覆盖", "⾧江", "中俄俄经济走廊", "第一节 "],
        *[
            "，",
            "。",
            "“",
            "”",
            '"',
            "(",
            "（",
            ")",
            "）",
            " ",
            "\u3000",
            "\u200b",
            "，，",
            ",",
            ":",
            "...",
            "--",
        ],
        *["의", "の", "\ufffd", "\ue000", "𠮷", "R&D", "http://a.b", "CO²", "CO₂", "２０", "2O25年", "1OO"],
        *["全过程人民", "民", "民主", "双城", "城", "经济圈"],
        *["二O二五年", "PM_{2.5}", "$20\\%$", "&nbsp;", "<br>", "&", "<"],
        *[
            "~~",
            "==",
            "[",
            "]{.mark}",
            "]{.deletion}",
            "{#a}",
            "# ",
            "<del>",
            "</del>",
            "<rt>",
            "</rt>",
            "- ",
            "1. 一、",
        ],
        *[
            'HYPERLINK "a" ',
            "PAGEREF _Toc1 \\h ",
            "\\section{",
            "}",
            "\\item ",
            "^2^",
            "- [x] ",
            "【1†a】",
            "o1",
            "o2",
        ],
        *["错误!未定义书签。", "1 总则", "11 目标", "12 任务", "2 保障", "21 组织"],
    ]
)


@st.composite
def readings(draw: st.DrawFn) -> ReadingText:
    lines, texts, position = [], [], 0
    for number, parts in enumerate(draw(st.lists(st.lists(BITS, max_size=8), min_size=1, max_size=4)), 1):
        text = "".join(parts)
        texts.append(text)
        joins = draw(st.booleans()) and number > 1
        lines.append(Line(number, "a", position, position + len(text), "paragraph", 1, number, joins))
        position += len(text) + 1
    return reading_text(Source("\n".join(texts), ()), Layout(tuple(lines)))


@given(readings(), st.sampled_from(["hans", "hant"]))
@examples(150)
def test_cleaning_keeps_its_ledger(reading: ReadingText, script: Script) -> None:
    cleaned = clean(reading, (), script, load_rules(LEXICON), load_model())
    assert replay(cleaned) == cleaned.text
    assert undo(cleaned) == reading.text
    assert cleaned.text.count("\n") == reading.text.count("\n")
    for change in cleaned.corrections:
        assert change.before != change.after
        assert change.category
        assert change.rule
        assert change.reason
    spans = [(suspect.start, suspect.end) for suspect in cleaned.suspects]
    assert spans == sorted(spans)
    for suspect in cleaned.suspects:
        assert suspect.text == cleaned.text[suspect.start : suspect.end]


@given(readings())
@examples(100)
def test_cleaning_again_makes_no_further_change_of_characters(reading: ReadingText) -> None:
    once = clean(reading, (), "hans", load_rules(LEXICON), load_model())
    lines, position = [], 0
    for number, line in enumerate(once.text.split("\n"), 1):
        lines.append(Line(number, "a", position, position + len(line), "paragraph", 1, number))
        position += len(line) + 1
    again = reading_text(Source(once.text, ()), Layout(tuple(lines)))
    twice = clean(again, (), "hans", load_rules(LEXICON), load_model())
    assert [
        c for c in twice.corrections if c.category in ("variant", "radical", "compatibility", "invisible")
    ] == []
