"""A measured figure beside the bar it should reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` of what `name` says; `bar` is the value to reach (None: only reported)."""

    name: str
    value: float
    bar: float | None = None
    better: Literal["higher", "lower"] = "higher"
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Tell whether the bar is reached; None where there is none."""
        if self.bar is None:
            return None
        return self.value >= self.bar if self.better == "higher" else self.value <= self.bar
