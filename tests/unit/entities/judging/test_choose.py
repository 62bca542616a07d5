from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gangyao.entities.judging.choose import Scored, best_set

_SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6), st.integers(-4, 9)).map(
        lambda one: (one[0], one[0] + one[1], float(one[2]))
    ),
    max_size=7,
    unique_by=lambda one: one[:2],
)


def test_two_short_spans_outweigh_a_long_one_only_together() -> None:
    first, second = (0, 2, 1.0), (3, 5, 1.5)
    assert best_set([first, second, (0, 5, 2.0)]) == [first, second]
    assert best_set([first, second, (0, 5, 3.0)]) == [(0, 5, 3.0)]


def test_what_weighs_nothing_is_left_out() -> None:
    assert best_set([(0, 2, 0.0), (3, 4, -1.0)]) == []


def _overlaps(chosen: tuple[Scored, ...]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one, other in combinations(chosen, 2))


@given(_SPANS)
def test_no_other_set_weighs_more(spans: list[Scored]) -> None:
    chosen = best_set(spans)
    assert chosen == sorted(chosen)
    assert not _overlaps(tuple(chosen))
    best = max(
        sum(score for _, _, score in some)
        for size in range(len(spans) + 1)
        for some in combinations(spans, size)
        if not _overlaps(some)
    )
    assert sum(score for _, _, score in chosen) == best
