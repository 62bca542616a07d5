"""The best spans of many stretches, against trying all sets of spans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.entities.judging.paths import PlaceScores, best_spans

_Spans = list[tuple[int, int]]
_WEIGHTS = st.lists(st.tuples(*[st.integers(-8, 8)] * 4), min_size=1, max_size=6)


def _all_sets(start: int, stop: int) -> list[_Spans]:
    """All sets of spans (first and last place) without overlap from `start` on."""
    if start >= stop:
        return [[]]
    found = _all_sets(start + 1, stop)
    for last in range(start, stop):
        found += [[(start, last), *rest] for rest in _all_sets(last + 1, stop)]
    return found


def _weight(spans: _Spans, weights: npt.NDArray[np.float32]) -> float:
    total = 0.0
    for first, last in spans:
        if first == last:
            total += weights[first, 3]
        else:
            total += weights[first, 0] + weights[first + 1 : last, 1].sum() + weights[last, 2]
    return float(total)


@given(st.lists(_WEIGHTS, min_size=1, max_size=4))
def test_no_set_of_spans_weighs_more(stretches: list[list[tuple[int, int, int, int]]]) -> None:
    table = np.array([row for stretch in stretches for row in stretch], np.float32)
    lengths = np.array([len(stretch) for stretch in stretches])
    firsts = np.cumsum(lengths) - lengths
    first, last = best_spans(PlaceScores(*np.ascontiguousarray(table.T)), firsts, lengths)
    spans = list(zip(first.tolist(), last.tolist(), strict=True))
    assert all(before[1] < behind[0] for before, behind in pairwise(spans))
    for start, length in zip(firsts.tolist(), lengths.tolist(), strict=True):
        inside = [span for span in spans if start <= span[0] < start + length]
        assert all(span[1] < start + length for span in inside)
        best = max(_weight(some, table) for some in _all_sets(start, start + length))
        assert _weight(inside, table) == best


@given(st.integers(0, 2**32), st.integers(1, 400))
def test_a_long_stretch_has_the_best_spans(seed: int, length: int) -> None:
    # No two sets of spans weigh the same.
    table = np.random.default_rng(seed).normal(size=(4, length)).astype(np.float32)
    first, last = best_spans(PlaceScores(*table), np.array([0]), np.array([length]))
    best = np.zeros(length + 1)
    opened = -np.inf
    for at, (begins, goes_on, ends, alone) in enumerate(table.T.astype(np.float64)):
        best[at + 1] = max(best[at], best[at] + alone, opened + ends)
        opened = max(best[at] + begins, opened + goes_on)
    spans = list(zip(first.tolist(), last.tolist(), strict=True))
    assert _weight(spans, table.T.astype(np.float64)) == pytest.approx(best[-1])


def test_nothing_stands_where_nothing_is_asked() -> None:
    none = np.empty(0, np.float32)
    first, last = best_spans(PlaceScores(none, none, none, none), np.empty(0, int), np.empty(0, int))
    assert first.tolist() == last.tolist() == []
