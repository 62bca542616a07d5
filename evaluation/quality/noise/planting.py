"""Plant errors at a given rate, and say where each one stands."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

# An error of one kind: `text[start:end]` is printed as the third item. A maker gets a random offset and looks
# for a place there or soon after; None where there is none.
Spot = tuple[int, int, str]
Maker = Callable[[str, int, random.Random], Spot | None]

_TRIES = 400
# Errors stand at least so many characters apart.
_APART = 6


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: `clean[start:end]` stands as `noisy[noisy_start:noisy_end]`."""

    kind: str
    start: int
    end: int
    noisy_start: int
    noisy_end: int
    printed: str
    meant: str


def plant(
    text: str, seed: int, makers: Mapping[str, Maker], kinds: Sequence[str], per_thousand: float
) -> tuple[str, tuple[Planted, ...]]:
    """Return the noisy text and what was planted: errors per 1,000 characters, of the kinds in turn."""
    chance = random.Random(seed)
    wanted = max(1, round(len(text) * per_thousand / 1000))
    spots: list[tuple[int, int, str, str]] = []
    taken = bytearray(len(text) + 2)
    order = chance.sample(kinds, len(kinds))
    for number in range(wanted):
        kind = order[number % len(order)]
        for _ in range(_TRIES):
            spot = makers[kind](text, chance.randrange(1, max(2, len(text) - 4)), chance)
            if spot is None or spot[2] == text[spot[0] : spot[1]]:
                continue
            start, end, printed = spot
            # None touches a line break, either.
            if "\n" in text[max(0, start - 1) : end + 1] or any(taken[max(0, start - _APART) : end + _APART]):
                continue
            taken[start : end + 1] = b"\1" * (end + 1 - start)
            spots.append((start, end, printed, kind))
            break
    spots.sort()
    parts: list[str] = []
    planted: list[Planted] = []
    position = length = 0
    for start, end, printed, kind in spots:
        parts += (text[position:start], printed)
        noisy_start = length + start - position
        length = noisy_start + len(printed)
        planted.append(Planted(kind, start, end, noisy_start, length, printed, text[start:end]))
        position = end
    parts.append(text[position:])
    return "".join(parts), tuple(planted)


def is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def between_han(text: str, at: int) -> bool:
    return is_han(text[at - 1]) and is_han(text[at])


def insertion(marks: Sequence[str]) -> Maker:
    """Make errors that put one of `marks` between two Chinese characters."""

    def make(text: str, at: int, chance: random.Random) -> Spot | None:
        return (at, at, chance.choice(marks)) if between_han(text, at) else None

    return make


def replacement(forms: Mapping[str, Sequence[str]], reach: int = 60) -> Maker:
    """Make errors that print one of its `forms` for a character."""

    def make(text: str, at: int, chance: random.Random) -> Spot | None:
        for index in range(at, min(at + reach, len(text))):
            if text[index] in forms:
                return index, index + 1, chance.choice(forms[text[index]])
        return None

    return make


def wrapping(frames: Sequence[str]) -> Maker:
    """Make errors that put two to four Chinese characters into one of `frames` (`<b>%s</b>`)."""

    def make(text: str, at: int, chance: random.Random) -> Spot | None:
        end = at + chance.randint(2, 4)
        if end > len(text) or not all(map(is_han, text[at:end])):
            return None
        return at, end, chance.choice(frames).replace("%s", text[at:end])

    return make
