"""The best spans in many stretches of a row at once, by dynamic programming over their places.

Before and behind each place a span is open or none is, so what a place weighs is a matrix of two by two, and
so is the best of any number of places that follow each other. Those of neighbours are joined, then those of
pairs of them, until one is left; then each is told, from the whole to single places, whether a span is open
in its middle. So a line of ten thousand places takes no longer than as many in short ones.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.pair_table import Places

Scores = npt.NDArray[np.float32]
_Weights = npt.NDArray[np.float64]
_Flags = npt.NDArray[np.bool_]


class PlaceScores(NamedTuple):
    """What speaks at each place for a span that begins there, goes on, ends, or is that place alone, in nats
    beyond what speaks for none.
    """

    begins: Scores
    goes_on: Scores
    ends: Scores
    alone: Scores


class _Joined(NamedTuple):
    """What the best spans of places weigh, by whether one is open before them and behind them."""

    closed: _Weights
    opens: _Weights
    closes: _Weights
    stays_open: _Weights


def best_spans(scores: PlaceScores, firsts: Places, lengths: Places) -> tuple[Places, Places]:
    """Return first and last places of the spans without overlap that weigh the most together, in order.

    The stretch `i` is the `lengths[i]` places from `firsts[i]` on, the first behind the last one; no span
    leaves it.
    """
    if not len(firsts):
        return np.empty(0, np.intp), np.empty(0, np.intp)
    levels = [_of_places(scores, firsts, lengths)]
    while len(levels[-1].closed) > 1:
        levels.append(_pairs_of(levels[-1]))
    # Whether a span is open at each border of what was joined, the outermost ones first.
    is_open = np.zeros(2, np.bool_)
    for below in levels[-2::-1]:
        is_open = _with_middles(is_open, below)
    opened, left = is_open[:-1], is_open[1:]
    is_alone = ~opened & ~left & (scores.alone > 0)
    return np.flatnonzero(~opened & left | is_alone), np.flatnonzero(opened & ~left | is_alone)


def _of_places(scores: PlaceScores, firsts: Places, lengths: Places) -> _Joined:
    begins, goes_on, ends, alone = (of.astype(np.float64) for of in scores)
    lasts = firsts + lengths - 1
    for of, borders in ((goes_on, firsts), (ends, firsts), (goes_on, lasts), (begins, lasts)):
        of[borders] = -np.inf
    return _Joined(np.maximum(alone, 0.0, out=alone), begins, ends, goes_on)


def _pairs_of(below: _Joined) -> _Joined:
    """Join each two that follow each other; the last of an odd number with nothing."""
    ahead = _Joined(*(of[::2] for of in below))
    closed, opens, closes, stays_open = _behind(below)
    return _Joined(
        np.maximum(ahead.closed + closed, ahead.opens + closes),
        np.maximum(ahead.closed + opens, ahead.opens + stays_open),
        np.maximum(ahead.closes + closed, ahead.stays_open + closes),
        np.maximum(ahead.closes + opens, ahead.stays_open + stays_open),
    )


def _behind(below: _Joined) -> _Joined:
    """The second of each two; nothing leaves a span as it is."""
    if len(below.closed) % 2 == 0:
        return _Joined(*(of[1::2] for of in below))
    return _Joined(
        *(np.append(of[1::2], alone) for of, alone in zip(below, (0.0, -np.inf, -np.inf, 0.0), strict=True))
    )


def _with_middles(is_open: _Flags, below: _Joined) -> _Flags:
    """Put between the borders of each two that were joined whether a span is open in their middle."""
    before, after = is_open[:-1], is_open[1:]
    ahead, behind = _Joined(*(of[::2] for of in below)), _behind(below)
    if_closed = np.where(before, ahead.closes, ahead.closed)
    if_closed += np.where(after, behind.opens, behind.closed)
    if_open = np.where(before, ahead.stays_open, ahead.opens)
    if_open += np.where(after, behind.stays_open, behind.closes)
    found = np.empty(2 * len(before) + 1, np.bool_)
    found[::2], found[1::2] = is_open, if_open > if_closed
    return found[: len(below.closed) + 1]
