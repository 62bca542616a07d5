"""The best spans in many stretches of a row at once, by dynamic programming over their places."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.pair_table import Places

Scores = npt.NDArray[np.float32]
# Stretches go side by side, as many steps as the longest, and where few go on, a step of arrays takes ten
# times as long as one of numbers. Of 45,000 stretches of plans and reports 70 are longer than this, lines
# without any mark; the longest has 12,047 places, and six sevenths of the time were theirs.
_LONG = 96


class PlaceScores(NamedTuple):
    """What speaks at each place for a span that begins there, goes on, ends, or is that place alone, in nats
    beyond what speaks for none.
    """

    begins: Scores
    goes_on: Scores
    ends: Scores
    alone: Scores


def best_spans(scores: PlaceScores, firsts: Places, lengths: Places) -> tuple[Places, Places]:
    """Return first and last places of the spans without overlap that weigh the most together, in order.

    The stretch `i` is the `lengths[i]` places from `firsts[i]` on; no span leaves it.
    """
    is_long = lengths > _LONG
    first, last = _side_by_side(scores, firsts[~is_long], lengths[~is_long])
    spans = [
        span
        for start, length in zip(firsts[is_long].tolist(), lengths[is_long].tolist(), strict=True)
        for span in _spans_of_one(scores, start, start + length)
    ]
    of_long = np.array(spans, np.intp).reshape(-1, 2)
    first, last = np.append(first, of_long[:, 0]), np.append(last, of_long[:, 1])
    order = np.argsort(first)
    return first[order], last[order]


def _side_by_side(scores: PlaceScores, firsts: Places, lengths: Places) -> tuple[Places, Places]:
    """Return the same of stretches that go a place at a time together; the spans are in no order."""
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    count = len(firsts)
    # How many stretches have a place of each number.
    widths = np.searchsorted(-lengths, -np.arange(int(lengths.max(initial=0))), side="left")
    closed, opened = np.zeros(count, np.float32), np.full(count, -np.inf, np.float32)
    since = np.zeros(count, np.intp)
    chosen: list[Places] = []
    for at, width in enumerate(widths.tolist()):
        places = firsts[:width] + at
        begin = closed[:width] + scores.begins[places]
        go_on = opened[:width] + scores.goes_on[places]
        end = opened[:width] + scores.ends[places]
        alone = closed[:width] + scores.alone[places]
        best = np.maximum(end, alone)
        # Where the span that ends here began, -1 where none ends.
        begun = np.where(end >= alone, since[:width], at)
        chosen.append(np.where(best > closed[:width], begun, -1))
        np.maximum(closed[:width], best, out=closed[:width])
        since[:width] = np.where(begin > go_on, at, since[:width])
        np.maximum(begin, go_on, out=opened[:width])
    return _followed_back(chosen, firsts, lengths)


def _spans_of_one(scores: PlaceScores, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the same spans of one stretch, the last one first, by numbers instead of arrays."""
    closed, opened, since = 0.0, -math.inf, first
    chosen: list[int] = []
    told = zip(*(some[first:stop].tolist() for some in scores), strict=True)
    for at, (begins, goes_on, ends, alone) in enumerate(told, first):
        begin, go_on = closed + begins, opened + goes_on
        end, single = opened + ends, closed + alone
        best, begun = (end, since) if end >= single else (single, at)
        chosen.append(begun if best > closed else -1)
        closed = max(closed, best)
        since = at if begin > go_on else since
        opened = max(begin, go_on)
    at = stop - 1
    while at >= first:
        begun = chosen[at - first]
        if begun >= 0:
            yield begun, at
        at = begun - 1 if begun >= 0 else at - 1


def _followed_back(chosen: list[Places], firsts: Places, lengths: Places) -> tuple[Places, Places]:
    at_work = lengths - 1
    starts: list[Places] = []
    ends: list[Places] = []
    for at in range(len(chosen) - 1, -1, -1):
        begun = chosen[at]
        here = at_work[: len(begun)] == at
        closes = np.flatnonzero(here & (begun >= 0))
        at_work[: len(begun)] -= here
        if len(closes):
            starts.append(firsts[closes] + begun[closes])
            ends.append(firsts[closes] + at)
            at_work[closes] = begun[closes] - 1
    if not starts:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    return np.concatenate(starts), np.concatenate(ends)
