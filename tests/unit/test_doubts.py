"""Doubts of several stages become the suspects of a document, one for each place."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.changes import Suspect
from gangyao.document.outline import Outline, OutlineDoubt
from gangyao.doubts import with_doubts
from tests.unit.outline.outline_texts import as_cleaned

CLEANED, _ = as_cleaned("一、总体要求\n完善治理体系，健全工作机制。\n三、保障措施\n加强组织领导。\n")
SPANS = st.tuples(st.integers(0, 20), st.integers(1, 5))


def doubt(start: int, length: int, detector: str) -> Suspect:
    end = start + length
    return Suspect(start, end, CLEANED.text[start:end], None, "doubtful", detector, 0.5, start, end)


def apart(spans: list[tuple[int, int]], detector: str) -> list[Suspect]:
    kept: list[Suspect] = []
    for start, length in sorted(spans):
        if not kept or kept[-1].end <= start:
            kept.append(doubt(start, length, detector))
    return kept


@given(st.lists(SPANS, max_size=5), st.lists(SPANS, max_size=5))
def test_no_place_is_doubted_twice_and_cleaning_goes_first(
    early: list[tuple[int, int]], late: list[tuple[int, int]]
) -> None:
    first, second = apart(early, "rules"), apart(late, "statistics")
    merged = with_doubts(replace(CLEANED, suspects=tuple(first)), second, Outline((), ()), 0.6)
    assert set(first) <= set(merged) <= {*first, *second}
    assert all(one.end <= other.start for one, other in pairwise(merged))
    left_out = set(second) - set(merged)
    assert all(any(one.start < own.end and own.start < one.end for own in first) for one in left_out)


def test_a_gap_in_the_numbering_is_a_suspect_with_the_score_of_its_kind() -> None:
    at = CLEANED.text.index("三、")
    outline = Outline((), (), doubts=(OutlineDoubt(at, at + 2, "二 is missing", "二、"),))
    (only,) = with_doubts(CLEANED, (), outline, 0.6)
    assert (only.text, only.suggestion, only.detector, only.score) == ("三、", "二、", "numbering", 0.6)
