"""The ledger's invariants, on texts and edits that hypothesis invents."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout, Line
from gangyao.document.ledger import Edit, Grounds, Ledger, clean_span, open_ledger, raw_span, replay, undo
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Source, SourceFile
from tests.property_tests import examples

GROUNDS = [Grounds("test", name, f"because of {name}") for name in ("one", "two", "three")]


@st.composite
def readings(draw: st.DrawFn) -> tuple[Source, ReadingText]:
    """Raw lines, some set aside, read in some order, some joined to the one before."""
    texts = draw(st.lists(st.text(alphabet="重庆市场 ，O", max_size=8), min_size=1, max_size=6))
    read = draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    joins = draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    order = draw(st.permutations(range(len(texts))))
    raw = "\n".join(texts)
    lines = []
    position = 0
    for index, text in enumerate(texts):
        lines.append(
            Line(
                index + 1, "a.txt", position, position + len(text),
                "paragraph" if read[index] else "furniture",
                1 if read[index] else None, order[index] + 1 if read[index] else None, joins[index],
            )
        )  # fmt: skip
        position += len(text) + 1
    source = Source(raw, (SourceFile("a.txt", "0" * 64, "utf-8", 0, len(raw)),))
    return source, reading_text(source, Layout(tuple(lines)))


@st.composite
def edits(draw: st.DrawFn, text: str, pieces: int, grounds: Grounds) -> list[Edit]:
    """Proposals in order, without overlap, none over a line break."""
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    found: list[Edit] = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=False):
        if not pieces or "\n" in text[start:end]:
            continue
        if found and found[-1].end == start == end:
            continue
        found.append(Edit(start, end, draw(st.text(alphabet="川渝。", max_size=3)), grounds))
    return found


@st.composite
def histories(draw: st.DrawFn) -> tuple[Source, list[Ledger]]:
    """A ledger after each of three passes."""
    source, reading = draw(readings())
    ledgers = [open_ledger(reading)]
    for grounds in GROUNDS:
        ledgers.append(ledgers[-1].apply(draw(edits(ledgers[-1].text, len(reading.pieces), grounds))))
    return source, ledgers


def last(history: tuple[Source, list[Ledger]]) -> Cleaned:
    return history[1][-1].cleaned()


@given(histories())
@examples(300)
def test_replaying_gives_the_text_and_undoing_gives_the_reading_text(
    history: tuple[Source, list[Ledger]],
) -> None:
    cleaned = last(history)
    assert replay(cleaned) == cleaned.text
    assert undo(cleaned) == cleaned.reading.text


@given(histories())
@examples(300)
def test_every_raw_code_point_that_is_read_is_kept_or_corrected_once(
    history: tuple[Source, list[Ledger]],
) -> None:
    source, _ = history
    cleaned = last(history)
    corrected = [offset for c in cleaned.corrections for offset in range(c.raw_start, c.raw_end)]
    assert len(corrected) == len(set(corrected))
    read = {o for p in cleaned.reading.pieces for o in range(p.raw_start, p.raw_start + p.end - p.start)}
    assert set(corrected) <= read
    kept = sorted(read - set(corrected))
    written = sum(len(c.after) for c in cleaned.corrections)
    assert len(kept) + written == len(cleaned.text) - cleaned.text.count("\n")
    for c in cleaned.corrections:
        assert source.text[c.raw_start : c.raw_end] == c.before
        assert cleaned.text[c.start : c.end] == c.after
        assert "\n" not in c.before + c.after
        assert c.before != c.after


@given(histories())
@examples(200)
def test_corrections_are_in_reading_order_within_one_line(history: tuple[Source, list[Ledger]]) -> None:
    cleaned = last(history)
    ends = 0
    for c, (_, _, start, end) in zip(cleaned.corrections, cleaned.changes, strict=True):
        assert c.start >= ends
        ends = c.end
        assert cleaned.reading.to_raw(start, end) == (c.raw_start, c.raw_end)


@given(histories(), st.data())
@examples(300)
def test_offset_maps_are_inverse(history: tuple[Source, list[Ledger]], data: st.DataObject) -> None:
    source, _ = history
    cleaned = last(history)
    changed = {offset for c in cleaned.corrections for offset in range(c.start, c.end)}
    for offset, char in enumerate(cleaned.text):
        if char == "\n":
            continue
        raw = raw_span(cleaned, offset, offset + 1)
        if offset not in changed:
            assert source.text[raw[0] : raw[1]] == char
            assert clean_span(cleaned, *raw) == (offset, offset + 1)
    for c in cleaned.corrections:
        if c.start < c.end:
            assert raw_span(cleaned, c.start, c.end) == (c.raw_start, c.raw_end)
        if c.raw_start < c.raw_end:
            assert clean_span(cleaned, c.raw_start, c.raw_end) == (c.start, c.end)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    assume(cleaned.reading.pieces)
    raw_start, raw_end = raw_span(cleaned, start, end)
    assert 0 <= raw_start <= raw_end <= len(source.text)
    assert "\n" not in source.text[raw_start:raw_end]


@given(histories())
@examples(200)
def test_composition_gives_the_text_of_the_passes_one_by_one(history: tuple[Source, list[Ledger]]) -> None:
    _, ledgers = history
    text = ledgers[0].text
    for ledger in ledgers[1:]:
        step = open_ledger(ReadingText(text, ledger.reading.pieces))
        assert step.text == text
        text = ledger.text
        assert replay(ledger.cleaned()) == text


def reading_of(*lines: str) -> ReadingText:
    """Lines that join into one block."""
    raw = "\n".join(lines)
    found, position = [], 0
    for number, line in enumerate(lines, 1):
        found.append(
            Line(number, "a.txt", position, position + len(line), "paragraph", 1, number, number > 1)
        )
        position += len(line) + 1
    source = Source(raw, (SourceFile("a.txt", "0" * 64, "utf-8", 0, len(raw)),))
    return reading_text(source, Layout(tuple(found)))


def test_a_later_edit_of_what_an_earlier_one_wrote_is_one_correction() -> None:
    ledger = open_ledger(reading_of("建设⾧江⽔道"))
    ledger = ledger.apply([Edit(2, 3, "長", GROUNDS[0]), Edit(4, 5, "水", GROUNDS[0])])
    ledger = ledger.apply([Edit(2, 3, "长", GROUNDS[1])])
    found = [(c.raw_start, c.before, c.after, c.rule) for c in ledger.corrections()]
    assert found == [(2, "⾧", "长", "one+two"), (4, "⽔", "水", "one")]


def test_a_change_that_a_later_pass_undoes_leaves_no_trace() -> None:
    ledger = open_ledger(reading_of("重庆市"))
    ledger = ledger.apply([Edit(2, 3, "", GROUNDS[0])]).apply([Edit(2, 2, "市", GROUNDS[1])])
    assert ledger.text == "重庆市"
    assert ledger.corrections() == ()


def test_an_edit_over_two_raw_lines_is_recorded_once_per_line() -> None:
    ledger = open_ledger(reading_of("浓度PM_{2.", "5}下降")).apply([Edit(2, 10, "PM2.5", GROUNDS[0])])
    found = [(c.raw_start, c.raw_end, c.before, c.after) for c in ledger.corrections()]
    assert found == [(2, 8, "PM_{2.", "PM2.5"), (9, 11, "5}", "")]
    assert ledger.text == "浓度PM2.5下降"


@pytest.mark.parametrize(
    "edit", [Edit(1, 3, "", GROUNDS[0]), Edit(0, 1, "\n", GROUNDS[0]), Edit(3, 9, "", GROUNDS[0])]
)
def test_an_edit_may_not_touch_a_line_break_or_leave_the_text(edit: Edit) -> None:
    source = Source("甲乙\n丙", (SourceFile("a.txt", "0" * 64, "utf-8", 0, 4),))
    layout = Layout((Line(1, "a.txt", 0, 2, "paragraph", 1, 1), Line(2, "a.txt", 3, 4, "paragraph", 1, 2)))
    ledger = open_ledger(reading_text(source, layout))
    with pytest.raises(ValueError, match="edit"):
        ledger.apply([edit])


def test_the_examples_of_the_offset_maps() -> None:
    ledger = open_ledger(reading_of("共建统一的市場规则 。"))
    cleaned = ledger.apply([Edit(6, 7, "场", GROUNDS[0]), Edit(9, 10, "", GROUNDS[1])]).cleaned()
    assert raw_span(cleaned, 0, 2) == (0, 2)
    assert raw_span(cleaned, 5, 7) == (5, 7)
    assert raw_span(cleaned, 9, 10) == (10, 11)
    assert clean_span(cleaned, 10, 11) == (9, 10)
    assert clean_span(cleaned, 9, 10) == (9, 9)
