"""A step in the time that a text takes is no growth; what grows faster than its length is, at any length."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evaluation.reliability import growth

LARGEST = 8_000


@pytest.mark.parametrize(
    ("taken", "times", "is_too_fast"),
    [
        (lambda n: n / 1e4, 4, False),
        # From the largest size on nothing fits into a cache.
        (lambda n: n / 1e4 * (1.25 if n >= LARGEST else 1.0), 5, False),
        (lambda n: n**1.3 / 1e4, 6, True),
        (lambda n: n**2 / 1e8, 6, True),
        # Nothing can be told of so little.
        (lambda n: n**2 / 1e11, 4, False),
    ],
)
def test_growth(
    taken: Callable[[int], float], times: int, is_too_fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growth, "seconds", lambda text: taken(len(text)))
    found = growth.growth(lambda n: "加" * n, LARGEST)
    assert len(found) == times
    assert (growth.last_ratio(found) > growth.LIMIT) is is_too_fast
