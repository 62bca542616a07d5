"""Stray letters are kept and doubted, or changed; a flag on a change stands where the change does."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.cleaning.clean import clean, load_rules
from gangyao.document.layout import Layout, Line
from gangyao.document.ledger import replay, undo
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Source
from tests.property_tests import examples

LEXICON = Path(__file__).parents[2] / "seeds" / "lexicon"
WORDS = ["推动", "经济", "发展", "理念", "城市", "的", "和", "教育", "医疗", "，", "。", "25", "产业"]
STRAYS = ["의", "の", "ж", "é", "ก", "ш ", " 은", "η", "ς", "٣", "\ufffd", "\ue000", "кт", "א", "न"]


@given(
    st.lists(st.lists(st.sampled_from(WORDS + STRAYS), max_size=12), min_size=1, max_size=3), st.booleans()
)
@examples(150)
def test_flags_stand_on_their_changes(parts: list[list[str]], joins: bool) -> None:
    lines, position = [], 0
    texts = ["".join(part) for part in parts]
    for number, text in enumerate(texts, 1):
        end = position + len(text)
        lines.append(Line(number, "a", position, end, "paragraph", 1, number, joins and number > 1))
        position = end + 1
    raw = "\n".join(texts)
    reading = reading_text(Source(raw, ()), Layout(tuple(lines)))
    cleaned = clean(reading, (), "hans", load_rules(LEXICON), load_model())
    assert replay(cleaned) == cleaned.text
    assert undo(cleaned) == reading.text
    changed = {(one.raw_start, one.raw_end): one.after for one in cleaned.corrections}
    for one in cleaned.suspects:
        assert one.text == cleaned.text[one.start : one.end]
        assert one.raw_start < one.raw_end
        if "may be wrong" in one.reason:
            assert changed[one.raw_start, one.raw_end] == one.text
            assert one.suggestion != one.text
