"""The best of spans that overlap: weighted interval scheduling."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

#: Start, end, and how much speaks for the span, in nats.
Scored = tuple[int, int, float]

_END = itemgetter(1)


def best_set(spans: Iterable[Scored]) -> list[Scored]:
    """The spans without overlap whose sum is the greatest, in order; those below 0 are never among them."""
    useful = sorted([one for one in spans if one[2] > 0], key=_END)
    ends = [one[1] for one in useful]
    sums = [0.0]
    before: list[int] = []
    for number, (start, _, score) in enumerate(useful):
        at = bisect_right(ends, start, 0, number)
        before.append(at)
        best = sums[at] + score
        sums.append(best if best > sums[-1] else sums[-1])
    chosen: list[Scored] = []
    at = len(useful)
    while at:
        if sums[at] == sums[at - 1]:
            at -= 1
        else:
            chosen.append(useful[at - 1])
            at = before[at - 1]
    return chosen[::-1]
