"""Spans by place give what looking through all of them would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.spans import Spans

SPAN = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN, max_size=8), SPAN)
def test_overlaps_and_holders_are_those_of_a_search(spans: list[tuple[int, int]], asked: tuple[int, int]):
    start, end = asked
    found = Spans(spans)
    assert found.overlap(start, end) == any(first < end and start < last for first, last in spans)
    holders = [index for index, (first, last) in enumerate(spans) if first <= start and end <= last]
    assert sorted(found.holding(start, end)) == holders
