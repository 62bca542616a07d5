"""Where readings of one printed line differ, or nearly do: each place with all that was read there.

Digits and Latin letters count as much as Han; punctuation and white space do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from gangyao.collation.characters import compared_characters
from gangyao.document.recognised import Reading

# Two readings of a line that share less are not of the same line, or the recogniser failed on it.
_LEAST_ALIKE = 0.6
# A difference over more characters is a piece that one of the two missed.
_LONGEST = 8
# How likely a reading finds that nothing stands where it reads nothing: a judgement, it tells no certainty.
_LEFT_OUT = 0.7
_POINTS, _POINT = ".．", ord(".")


@dataclass(frozen=True, slots=True)
class Place:
    """A place `start`:`end` of a first reading.

    `kept` is how likely the other readings find what the first has there, each from 0 to 1; `others` is what
    else is read, or nearly read, there, with how likely each reading finds it.
    """

    start: int
    end: int
    kept: tuple[float, ...]
    others: dict[str, tuple[float, ...]]


@dataclass(slots=True)
class _Line:
    """What the readings find: at each compared character, and instead of each span of them."""

    kept: list[list[float]]
    others: dict[tuple[int, int], dict[str, list[float]]] = field(default_factory=dict)

    def note(self, span: tuple[int, int], text: str, reading: int, likelihood: float) -> None:
        readings = len(self.kept[0])
        likelihoods = self.others.setdefault(span, {}).setdefault(text, [0.0] * readings)
        likelihoods[reading] = max(likelihoods[reading], likelihood)

    def find(self, place: int, code: int, char: str, found: int, reading: int, likelihood: float) -> None:
        """Note a character found where the first reading has `code`: the same (`found`) or another."""
        if found == code:
            self.kept[place][reading] = max(self.kept[place][reading], likelihood)
        else:
            self.note((place, place + 1), char, reading, likelihood)


def places_in_doubt(first: str, readings: Sequence[Reading]) -> Iterator[Place]:
    """Yield the places of a line at which one of the other readings finds something else likely."""
    compared = compared_characters(first)
    codes, positions = compared.codes.tolist(), compared.positions.tolist()
    alike = [reading for reading in readings if _are_alike(codes, reading)]
    if not codes or not alike:
        return
    line = _Line([[0.0] * len(alike) for _ in codes])
    for rank, reading in enumerate(alike):
        _compare(codes, reading, rank, line)
    for (start, end), others in sorted(line.others.items()):
        kept = tuple(
            min((line.kept[place][rank] for place in range(start, end)), default=0.0)
            for rank in range(len(alike))
        )
        if end > start:
            span = positions[start], positions[end - 1] + 1
        else:
            span = ((positions[start - 1] + 1) if start else 0,) * 2
        yield Place(*span, kept, {text: tuple(found) for text, found in others.items()})


def _are_alike(codes: Sequence[int], reading: Reading) -> bool:
    others = compared_characters(reading.text).codes.tolist()
    return Levenshtein.normalized_similarity(codes, others) >= _LEAST_ALIKE


def _compare(codes: Sequence[int], reading: Reading, rank: int, line: _Line) -> None:
    """Note what one reading finds."""
    compared = compared_characters(reading.text)
    at = compared.positions.tolist()
    rivals: dict[int, dict[str, float]] = {}
    for rival in reading.rivals:
        rivals.setdefault(rival.place, {})[rival.char] = rival.likelihood
    other_codes = compared.codes.tolist()
    for op in Levenshtein.opcodes(codes, other_codes):
        length, other_length = op.src_end - op.src_start, op.dest_end - op.dest_start
        if op.tag != "equal" and length != other_length:
            if max(length, other_length) <= _LONGEST:
                text = _text(reading, at[op.dest_start : op.dest_end])
                sure = [reading.scores[place] for place in at[op.dest_start : op.dest_end]]
                line.note((op.src_start, op.src_end), text, rank, min(sure, default=_LEFT_OUT))
            continue
        for place, other in zip(
            range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True
        ):
            char, likelihood = reading.text[at[other]], reading.scores[at[other]]
            line.find(place, codes[place], char, other_codes[other], rank, likelihood)
            for near, likelihood in rivals.get(at[other], {}).items():
                # A point is compared only within a number, as it is where one was read.
                found = codes[place] if near in _POINTS and codes[place] == _POINT else _code(near)
                if found is not None:
                    line.find(place, codes[place], near, found, rank, likelihood)


@lru_cache(maxsize=10_000)
def _code(char: str) -> int | None:
    """Return what stands for a character where texts are compared; None for a mark."""
    codes = compared_characters(char).codes.tolist()
    return int(codes[0]) if codes else None


def _text(reading: Reading, at: Sequence[int]) -> str:
    return reading.text[at[0] : at[-1] + 1] if at else ""
