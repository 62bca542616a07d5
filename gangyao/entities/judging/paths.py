"""The best spans in many stretches of a row at once, by dynamic programming over their places."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.pair_table import Places

Scores = npt.NDArray[np.float32]


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

    The stretch `i` is the `lengths[i]` places from `firsts[i]` on; no span leaves it. All stretches go a
    place at a time, so the cost is that of the longest.
    """
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
    first, last = np.concatenate(starts), np.concatenate(ends)
    order = np.argsort(first)
    return first[order], last[order]
