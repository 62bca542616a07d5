"""What a recogniser reads in one line of a picture, and what it nearly read instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Rival:
    """A character that a recogniser nearly read at `place` of its text; `likelihood` is from 0 to 1."""

    place: int
    char: str
    likelihood: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a line, how sure the recogniser is of each character, from 0 to 1, and their rivals."""

    text: str
    scores: tuple[float, ...]
    rivals: tuple[Rival, ...] = ()

    @property
    def least(self) -> float:
        """How sure the least certain character is; 0 where there is none."""
        return min(self.scores, default=0.0)

    @property
    def mean(self) -> float:
        """How sure the characters are on the whole; 0 where there is none."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


def joined(readings: Iterable[Reading]) -> Reading:
    """Return the readings of the pieces of a line as that of the line."""
    pieces = list(readings)
    starts = accumulate((len(piece.text) for piece in pieces), initial=0)
    return Reading(
        "".join(piece.text for piece in pieces),
        tuple(score for piece in pieces for score in piece.scores),
        tuple(
            replace(rival, place=start + rival.place)
            for start, piece in zip(starts, pieces, strict=False)
            for rival in piece.rivals
        ),
    )
