"""Slips of one character, put into texts that are right: as in recognition, as in typing, at random.

The confusions of recognition and of typing come from published lists of real errors beside the corpus.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.cleaning.misreadings.confusables import load_confusables

# Planted slips stand at least this far apart.
_APART = 8
_PER_THOUSAND = 5
_COMMON = 2500
# Work reports of the last century are written in another language than plans are today.
_OLD = re.compile(r"sc_19")


def is_old(name: str) -> bool:
    """Tell whether a document of the corpus is of the last century."""
    return _OLD.search(name) is not None


@dataclass(frozen=True, slots=True)
class Slip:
    """`text[start:end]` of the damaged text is wrong; `right` stood there."""

    start: int
    end: int
    right: str


Maker = Callable[[str, int, random.Random], tuple[int, str] | None]
Confusions = Mapping[str, tuple[str, ...]]


def plant(text: str, maker: Maker, chooser: random.Random) -> tuple[str, tuple[Slip, ...]]:
    """Put slips into a text, `_PER_THOUSAND` per 1,000 characters."""
    wanted = len(text) * _PER_THOUSAND // 1000
    places = sorted(chooser.sample(range(4, max(5, len(text) - 8)), min(len(text) // 12, wanted * 8)))
    chooser.shuffle(places)
    changes: dict[int, tuple[int, str]] = {}
    for place in places:
        if len(changes) == wanted:
            break
        if all(abs(place - other) >= _APART for other in changes):
            change = maker(text, place, chooser)
            if change is not None:
                changes[place] = change
    parts: list[str] = []
    slips: list[Slip] = []
    position = length = 0
    for place in sorted(changes):
        taken, written = changes[place]
        parts += (text[position:place], written)
        length += place - position
        slips.append(Slip(length, length + len(written), text[place : place + taken]))
        length += len(written)
        position = place + taken
    parts.append(text[position:])
    return "".join(parts), tuple(slips)


def slip_makers(corpus: Path, texts: list[str]) -> dict[str, Maker]:
    """Return a maker of slips for each class."""
    counts = Counter(char for text in texts for char in text if is_han(char))
    common = tuple(char for char, _ in counts.most_common(_COMMON))
    recognised = recognition_errors(corpus)
    typed = _confusions(corpus / "spelling" / "lemon_ec_odw.txt", (1, 0))

    def confused(confusions: Confusions) -> Maker:
        def make(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
            wrong = confusions.get(text[at])
            return (1, chooser.choice(wrong)) if wrong else None

        return make

    def any_other(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        other = chooser.choice(common)
        return (1, other) if is_han(text[at]) and other != text[at] else None

    weights = [counts[char] ** 0.5 for char in common]

    def frequent(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        (other,) = chooser.choices(common, weights=weights)
        return (1, other) if is_han(text[at]) and other != text[at] else None

    def left_out(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        is_inside = all(map(is_han, text[at - 1 : at + 2])) and text[at] != text[at + 1]
        return (1, "") if is_inside else None

    def put_in(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        return (0, chooser.choice(common)) if is_han(text[at]) and is_han(text[at - 1]) else None

    def swapped(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        pair = text[at : at + 2]
        return (2, pair[::-1]) if all(map(is_han, pair)) and pair[0] != pair[1] else None

    return {
        "substitution as in recognition": confused(recognised),
        "substitution as in typing": confused(typed),
        "substitution at random": any_other,
        "substitution by a frequent character": frequent,
        "substitution by a look-alike": confused(_alike(common, load_confusables().lookalikes)),
        "substitution by a sound-alike": confused(_alike(common, load_confusables().soundalikes)),
        "character left out": left_out,
        "character put in": put_in,
        "characters swapped": swapped,
    }


def recognition_errors(corpus: Path) -> Confusions:
    """Return what recognition took characters for, by a published list of sentences (FASPell)."""
    return _confusions(corpus / "spelling" / "faspell_ocr_train_3575.txt", (2, 1))


def _confusions(path: Path, columns: tuple[int, int]) -> Confusions:
    """Read pairs of right and wrong characters from lines of right and wrong sentences."""
    pairs: defaultdict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.replace(" ", "").split("\t")
        right, wrong = cells[columns[0]], cells[columns[1]]
        if len(right) == len(wrong):
            for one, other in zip(right, wrong, strict=True):
                if one != other and is_han(one) and is_han(other):
                    pairs[one].append(other)
    return {char: tuple(sorted(others)) for char, others in pairs.items()}


def _alike(common: tuple[str, ...], table: npt.NDArray[np.uint16]) -> Confusions:
    """Return what looks or sounds like each common character, by the table that the detector knows too."""
    known = set(common)
    rows = load_confusables().row_of[[ord(char) for char in common]]
    others = (tuple(chr(code) for code in table[row].tolist() if chr(code) in known) for row in rows)
    return {char: each for char, each in zip(common, others, strict=True) if each}


def is_han(char: str) -> bool:
    """Tell whether a character is of the basic Han block."""
    return "\u4e00" <= char <= "\u9fff"
