"""How often names begin and end at what characters, counted where the grammar finds names in a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log2
from typing import get_args

from gangyao.entities.judging.borders import BEFORE, BEHIND, Side, Slice

# Of fewer places nothing is known, and where hardly any is a border of fewer than many.
_LEAST, _MANY = 5, 100
_HARDLY = 1 / 32
# Added to the names and to the places of which they are a share, so that few places prove little.
_NAMES, _PLACES = 0.2, 4
# Shares are told apart by powers of two, down to 1 in 128.
_STEPS = 7
#: What is counted beside each border.
COUNTED = (*BEFORE, *BEHIND)


@dataclass(slots=True)
class BorderCounts:
    """Of each run of characters in a slice: at how many places it stands, and how many are such a border."""

    places: dict[Slice, Counter[str]] = field(default_factory=lambda: {one: Counter() for one in COUNTED})
    borders: dict[tuple[Side, Slice], Counter[str]] = field(
        default_factory=lambda: {(side, one): Counter() for side in get_args(Side) for one in COUNTED}
    )

    def count(self, text: str, names: Iterable[tuple[int, int]]) -> None:
        """Count the borders of `names` in `text`, and the places outside and between them."""
        spans = list(names)
        starts, ends = {start for start, _ in spans}, {end for _, end in spans}
        inside = {at for start, end in spans for at in range(start + 1, end)}
        for at in range(len(text) + 1):
            if at in inside:
                continue
            sides: list[Side] = []
            if at in starts:
                sides.append("start")
            if at in ends:
                sides.append("end")
            for one, counted in self.places.items():
                run = one.of(text, at)
                counted[run] += 1
                for side in sides:
                    self.borders[side, one][run] += 1

    def add(self, other: BorderCounts) -> None:
        """Add what another has counted."""
        for one, counted in other.places.items():
            self.places[one].update(counted)
        for key, found in other.borders.items():
            self.borders[key].update(found)

    def share(self, side: Side, one: Slice, run: str) -> str:
        """The share of the places of `run` that are such a border, as a power of two; "" where unknown."""
        places = self.places[one][run]
        share = (self.borders[side, one][run] + _NAMES) / (places + _PLACES)
        if places < (_MANY if share < _HARDLY else _LEAST):
            return ""
        return f"2^{min(0, max(-_STEPS, round(log2(share))))}"

    def openers(self, least: float) -> list[str]:
        """Pairs of characters behind which at least this share of the places begins a name."""
        one = Slice(-2, 0)
        borders = self.borders["start", one]
        return sorted(
            run
            for run, places in self.places[one].items()
            if places >= _LEAST and len(run) == 2 and (borders[run] + _NAMES) / (places + 1) >= least
        )
