"""The apparatus of a document: where another copy of its text reads otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from gangyao.chinese.scripts import to_simplified, to_traditional
from gangyao.collation.align import Chain, Run, align
from gangyao.collation.characters import Characters, Positions, compared_characters
from gangyao.collation.punctuation import fold_punctuation
from gangyao.document.changes import Cleaned
from gangyao.document.ledger import raw_span
from gangyao.document.source import Document, Witness

Kind = Literal[
    "substitution", "omission", "addition", "punctuation", "script", "missing part", "further part"
]
# Kinds that say something of the wording, where the copies share the passage.
WORDING: frozenset[Kind] = frozenset({"substitution", "omission", "addition"})

# What only one of the copies has over more characters than this is a part of it, not a slip.
_LONGEST_SLIP = 40
# Two passages that replace each other may differ in length by this factor before they are parts.
_LONGEST_FACTOR = 4
# Whole lines of at least so many compared characters that only one copy has are no slip.
_SHORTEST_LINE = 6
_CONTEXT = 12
# Characters on either side that are the surroundings of a difference.
_AROUND = 50
# Differences with one common character between them are one difference.
_COMMON = 1
# A copy with more variant characters than this share is in the other script; its variants are not listed.
_OTHER_SCRIPT = 0.03


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where a copy reads otherwise.

    `start`:`end` is its span in the clean text, `printed` what stands there, `raw_start`:`raw_end` where that
    was printed. `reading` is what the copy has instead, in Simplified characters and without white space.
    `omission` means that the copy lacks the characters, `addition` that it has more; a `missing part` or
    `further part` is too long to be a slip. `agreement` is the share of the characters around the place that
    the copy confirms: where it is low, the copy is of another text.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int
    printed: str
    reading: str
    before: str
    after: str
    kind: Kind
    agreement: float


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All differences between a document and one copy, in the order of the clean text.

    Of the document's `compared_chars` (letters, digits, Han characters), the copy confirms `confirmed_chars`.
    `variant_chars` of these are in another script or variant form; they are listed as differences of kind
    `script` only where the copy is not in the other script as a whole.
    """

    document: Document
    cleaned: Cleaned
    witness: str
    compared_chars: int
    confirmed_chars: int
    variant_chars: int
    differences: tuple[Difference, ...]


def collate(document: Document, cleaned: Cleaned, witness: Witness) -> Apparatus:
    """Compare the clean text of a document with a copy of it, or of part of it, in any script and order."""
    left = _Side(cleaned.text, to_traditional(cleaned.text), compared_characters(cleaned.text))
    copy = to_simplified(witness.text)
    right = _Side(copy, witness.text, compared_characters(copy))
    chains = align(left.characters.codes, right.characters.codes)
    confirmed = sum(run.length for chain in chains for run in chain.runs)
    variants = [
        (at_left, at_right)
        for chain in chains
        for run in chain.runs
        for at_left, at_right in _variants(run, left, right)
    ]
    found = [difference for chain in chains for difference in _differences(chain, chains, left, right)]
    if len(variants) <= confirmed * _OTHER_SCRIPT:
        found += [_difference(left.text, at, at + 1, witness.text[other], "script") for at, other in variants]
    equal = np.zeros(len(left.characters) + 1, dtype=np.int64)
    for chain in chains:
        for run in chain.runs:
            equal[run.left + 1 : run.left_end + 1] = 1
    confirmed_before = np.cumsum(equal)
    placed = [_placed(difference, cleaned, left.characters, confirmed_before) for difference in found]
    placed = [
        replace(one, kind="missing part") if _lacks_whole_lines(one, document, cleaned) else one
        for one in placed
    ]
    placed.sort(key=lambda difference: (difference.start, difference.end))
    return Apparatus(
        document, cleaned, witness.name, len(left.characters), confirmed, len(variants), tuple(placed)
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A text, the same in Traditional characters or as the copy has it, and its compared characters."""

    text: str
    original: str
    characters: Characters

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text strictly between the compared characters `start - 1` and `end`."""
        positions = self.characters.positions
        first = int(positions[start - 1]) + 1 if start else 0
        last = int(positions[end]) if end < len(positions) else len(self.text)
        return first, last


def _variants(run: Run, left: _Side, right: _Side) -> Iterator[tuple[int, int]]:
    """Yield the places in both texts of equal characters that are written in different forms."""
    at_left = left.characters.positions[run.left : run.left_end].tolist()
    at_right = right.characters.positions[run.right : run.right_end].tolist()
    for one, other in zip(at_left, at_right, strict=True):
        if left.text[one] != right.original[other] and right.original[other] > "\u2e80":
            yield one, other


def _differences(chain: Chain, chains: tuple[Chain, ...], left: _Side, right: _Side) -> Iterator[Difference]:
    """Yield the differences between the runs of a chain, and in the punctuation within them."""
    for first, last in _gaps(chain):
        gap_left, gap_right = (first.left_end, last.left), (first.right_end, last.right)
        if _is_elsewhere(gap_left, gap_right, chain, chains):
            continue
        yield from _wording(gap_left, gap_right, left, right)
    for run in chain.runs:
        yield from _punctuation(run, left, right)


def _gaps(chain: Chain) -> Iterator[tuple[Run, Run]]:
    """Yield the runs around each gap; a run that is too short to stand between two gaps belongs to them."""
    before = chain.runs[0]
    for run, following in pairwise([*chain.runs[1:], None]):
        if run is None:
            return
        is_short = run.length <= _COMMON and following is not None
        if not is_short:
            yield before, run
            before = run


def _is_elsewhere(
    gap_left: tuple[int, int], gap_right: tuple[int, int], chain: Chain, chains: tuple[Chain, ...]
) -> bool:
    """Tell whether another chain holds what stands in a gap: then a part was moved, nothing differs."""
    return any(
        (run.left < gap_left[1] and run.left_end > gap_left[0])
        or (run.right < gap_right[1] and run.right_end > gap_right[0])
        for other in chains
        if other is not chain
        for run in other.runs
    )


def _wording(
    gap_left: tuple[int, int], gap_right: tuple[int, int], left: _Side, right: _Side
) -> Iterator[Difference]:
    start, end = left.span(*gap_left)
    first, last = right.span(*gap_right)
    reading = "".join(right.text[first:last].split())
    original = "".join(right.original[first:last].split())
    start, end, begin, stop = _without_common_ends(left.text, start, end, reading)
    # OpenCC's way to Traditional characters does not always lead back: it makes 座標 of 坐标.
    is_script = start < end and left.original[start:end] == original[begin:stop]
    reading = reading[begin:stop]
    missing, further = gap_left[1] - gap_left[0], gap_right[1] - gap_right[0]
    longest, shortest = max(missing, further), min(missing, further)
    if is_script:
        kind: Kind = "script"
    elif longest > _LONGEST_SLIP and longest > shortest * _LONGEST_FACTOR:
        kind = "missing part" if missing > further else "further part"
    elif not _says_something(left.text[start:end] + reading):
        kind = "punctuation"
    elif not missing:
        kind = "addition"
    else:
        kind = "substitution" if further else "omission"
    if kind == "addition" and further >= _SHORTEST_LINE and _is_whole_lines(gap_right, right):
        kind = "further part"
    yield _difference(left.text, start, end, reading, kind)


def _is_whole_lines(gap: tuple[int, int], copy: _Side) -> bool:
    """Tell whether compared characters are all those of one or more lines of the copy."""
    first, last = copy.span(*gap)
    positions = copy.characters.positions
    before, after = copy.text[first : int(positions[gap[0]])], copy.text[int(positions[gap[1] - 1]) : last]
    return (first == 0 or "\n" in before) and (last == len(copy.text) or "\n" in after)


def _lacks_whole_lines(difference: Difference, document: Document, cleaned: Cleaned) -> bool:
    """Tell whether a copy lacks all of one or more printed lines of the document: a detector missed them."""
    if difference.kind != "omission" or len(difference.printed) < _SHORTEST_LINE:
        return False
    raw = document.source.text
    end = raw_span(cleaned, difference.end - 1, difference.end)[1]
    before = raw[raw.rfind("\n", 0, difference.raw_start) + 1 : difference.raw_start]
    after = raw[end:].partition("\n")[0]
    return not _says_something(before + after)


def _says_something(difference: str) -> bool:
    """Tell marks from words and numbers; a point may be that of a number."""
    return any(char.isalnum() or char in ".．%％" for char in difference)


def _without_common_ends(text: str, start: int, end: int, reading: str) -> tuple[int, int, int, int]:
    """Leave out white space, and marks that both texts have, at both ends of a difference.

    Returns what remains: a span of the text and a span of the reading.
    """
    begin, stop = 0, len(reading)
    while start < end:
        if text[start].isspace():
            start += 1
        elif begin < stop and fold_punctuation(text[start]) == fold_punctuation(reading[begin]):
            start, begin = start + 1, begin + 1
        else:
            break
    while end > start:
        if text[end - 1].isspace():
            end -= 1
        elif stop > begin and fold_punctuation(text[end - 1]) == fold_punctuation(reading[stop - 1]):
            end, stop = end - 1, stop - 1
        else:
            break
    return start, end, begin, stop


def _punctuation(run: Run, left: _Side, right: _Side) -> Iterator[Difference]:
    """Yield where the marks between equal characters differ in more than form."""
    at_left = left.characters.positions[run.left : run.left_end].tolist()
    at_right = right.characters.positions[run.right : run.right_end].tolist()
    for (one, next_one), (other, next_other) in zip(pairwise(at_left), pairwise(at_right), strict=True):
        if next_one - one == 1 and next_other - other == 1:
            continue
        printed, marks = left.text[one + 1 : next_one], right.text[other + 1 : next_other]
        if fold_punctuation(printed) != fold_punctuation(marks):
            reading = "".join(marks.split())
            start, end, begin, stop = _without_common_ends(left.text, one + 1, next_one, reading)
            yield _difference(left.text, start, end, reading[begin:stop], "punctuation")


def _difference(text: str, start: int, end: int, reading: str, kind: Kind) -> Difference:
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + _CONTEXT].partition("\n")[0]
    return Difference(start, end, 0, 0, text[start:end], reading, before, after, kind, 0.0)


def _placed(
    difference: Difference, cleaned: Cleaned, characters: Characters, confirmed_before: Positions
) -> Difference:
    """Add where a difference was printed, and how far the copies agree around it."""
    raw_start, raw_end = raw_span(cleaned, difference.start, difference.end)
    start, end = np.searchsorted(characters.positions, (difference.start, difference.end)).tolist()
    first, last = max(0, start - _AROUND), min(len(characters), end + _AROUND)
    around = (start - first) + (last - end)
    agreed = int(
        confirmed_before[last] - confirmed_before[end] + confirmed_before[start] - confirmed_before[first]
    )
    return replace(difference, raw_start=raw_start, raw_end=raw_end, agreement=agreed / max(1, around))
