"""What the characters around a border say about a name that begins or ends there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints, code_points
from gangyao.chinese.pair_table import PairTable, Places, pair_table

Side = Literal["start", "end"]
Weights = npt.NDArray[np.float64]

_PAIR = 2


class Slice(NamedTuple):
    """The characters from `first` to `last` (exclusive) beside a border, counted from it."""

    first: int
    last: int

    def of(self, text: str, at: int) -> str:
        """The characters, fewer at the edges of the text."""
        return text[max(0, at + self.first) : max(0, at + self.last)]


#: What is looked at before and behind a border, the shortest first; each holds the one before.
BEFORE = (Slice(-1, 0), Slice(-2, 0))
BEHIND = (Slice(0, 1), Slice(0, 2))


@dataclass(frozen=True, slots=True, eq=False)
class RunWeights:
    """What runs of one or two characters weigh, in nats: a known pair counts for all that it holds.

    `of_pairs` and `of_singles` are the weights by number in `pairs` and by place in the rising `singles`;
    `unknown` is that of a character of which nothing is known.
    """

    pairs: PairTable
    of_pairs: Weights
    singles: CodePoints
    of_singles: Weights
    unknown: float

    def at(self, codes: CodePoints, pairs: Places, singles: Places) -> Weights:
        """What the pair that begins at each of `pairs` weighs, or the character at that of `singles`."""
        found = self.pairs.find(codes, pairs)
        weights = self.of_pairs[found]
        alone = np.flatnonzero(found < 0)
        characters = codes[singles[alone]]
        known = np.searchsorted(self.singles[:-1], characters)
        weights[alone] = np.where(self.singles[known] == characters, self.of_singles[known], self.unknown)
        return weights


def run_weights(weights: Mapping[str, float], unknown: float) -> RunWeights:
    """Make the weights of runs of one or two characters ready."""
    pairs = [run for run in weights if len(run) == _PAIR]
    singles = sorted(run for run in weights if len(run) == 1)
    # The last of each stands for what is not known.
    return RunWeights(
        pair_table(pairs),
        np.array([*(weights[run] for run in pairs), unknown]),
        np.append(code_points("".join(singles)), np.uint32(0)),
        np.array([*(weights[run] for run in singles), unknown]),
        unknown,
    )


@dataclass(frozen=True, slots=True, eq=False)
class BorderWeights:
    """What the characters before and behind a border weigh."""

    before: RunWeights
    behind: RunWeights

    def at(self, codes: CodePoints, places: Places) -> Weights:
        """What speaks for a border at each of `places`; two code points stand before and behind each."""
        before = self.before.at(codes, places - _PAIR, places - 1)
        return before + self.behind.at(codes, places, places)
