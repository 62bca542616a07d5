"""Errata: a curator's readings, placed on the raw text.

A row names its place by a `context` that occurs once in the raw text. A row that fits nowhere, or
twice, keeps the document out: the text it was made for has changed, or it never said enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from gangyao.document.ledger import Edit, Grounds
from gangyao.document.reading_text import Piece, ReadingText
from gangyao.document.source import Erratum, Evidence, Source
from gangyao.errors import DataError, PlacedError, raise_all

#: The detector of suspects that a curator has put on record.
CURATOR = "erratum"


class ErrataError(PlacedError):
    """A row of an errata file that does not fit the text: which, why, and what to do."""

    def __init__(self, file: str, row: int, problem: str, remedy: str) -> None:
        super().__init__(file, f"row {row}", problem, remedy)
        self.row = row

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the four parts, so that a worker process can hand the error back."""
        return type(self), (self.file, self.row, self.problem, self.remedy)


@dataclass(frozen=True, slots=True)
class PlacedErratum:
    """An erratum at its raw span; an insertion has `raw_start == raw_end`."""

    raw_start: int
    raw_end: int
    erratum: Erratum


def place_errata(
    source: Source, errata: Iterable[Erratum], file: str = "errata.csv"
) -> tuple[PlacedErratum, ...]:
    """Find the raw span of each erratum, in raw order.

    A row with an empty `before` inserts `after` at the end of its `context`. Raises ErrataError for a row
    whose context is missing or occurs more than once, whose `before` does not stand exactly once in its
    context, or that overlaps another row; SeveralErrors where more than one row is wrong.
    """
    wrong: list[DataError] = []
    placed: list[PlacedErratum] = []
    for erratum in errata:
        try:
            placed.append(_place(source.text, erratum, file))
        except ErrataError as error:
            wrong.append(error)
    placed.sort(key=lambda item: (item.raw_start, item.raw_end))
    for left, right in pairwise(placed):
        same = left.raw_start == right.raw_start and left.raw_end == right.raw_end
        if right.raw_start < left.raw_end or same:
            wrong.append(
                ErrataError(
                    file, right.erratum.row, f"it changes the same place as row {left.erratum.row}",
                    "join both rows into one",
                )
            )  # fmt: skip
    raise_all(wrong)
    return tuple(placed)


def _place(text: str, erratum: Erratum, file: str) -> PlacedErratum:
    context = erratum.context
    start = text.find(context) if context else -1
    if start < 0:
        raise ErrataError(
            file, erratum.row, f"its context “{context}” is nowhere in the text",
            "copy the context from the raw file again, or delete the row",
        )  # fmt: skip
    if text.find(context, start + 1) >= 0:
        count = text.count(context)
        raise ErrataError(
            file, erratum.row, f"its context “{context}” occurs {count} times",
            "lengthen the context until it occurs once",
        )  # fmt: skip
    if not erratum.before:
        return PlacedErratum(start + len(context), start + len(context), erratum)
    inside = context.find(erratum.before)
    if inside < 0:
        raise ErrataError(
            file, erratum.row, f"“{erratum.before}” is not in its context “{context}”",
            "make `before` a part of `context`",
        )  # fmt: skip
    if context.find(erratum.before, inside + 1) >= 0:
        raise ErrataError(
            file, erratum.row, f"“{erratum.before}” stands more than once in its context “{context}”",
            "choose a context, or a longer `before`, that leaves no choice",
        )  # fmt: skip
    return PlacedErratum(start + inside, start + inside + len(erratum.before), erratum)


def errata_edits(
    reading: ReadingText, placed: Iterable[PlacedErratum], file: str = "errata.csv"
) -> tuple[list[Edit], list[tuple[int, int, Erratum]]]:
    """Turn errata into edits of the reading text, and `reading` rows into spans to be doubted.

    Both in reading order, in offsets of `reading.text`. Raises ErrataError for a row that is not within one
    line that is read, SeveralErrors for several.
    """
    wrong: list[DataError] = []
    pieces = sorted(reading.pieces, key=lambda piece: piece.raw_start)
    edits: list[Edit] = []
    doubts: list[tuple[int, int, Erratum]] = []
    index = 0
    for item in placed:
        while index < len(pieces) and item.raw_end > _raw_end(pieces[index]):
            index += 1
        if index == len(pieces) or item.raw_start < pieces[index].raw_start:
            wrong.append(
                ErrataError(
                    file, item.erratum.row, f"“{item.erratum.context}” is not within one line that is read",
                    "split the row at the end of the line, or delete it if the line is set aside",
                )
            )  # fmt: skip
            continue
        shift = pieces[index].start - pieces[index].raw_start
        start, end = item.raw_start + shift, item.raw_end + shift
        if item.erratum.evidence == "reading":
            doubts.append((start, end, item.erratum))
        else:
            edits.append(Edit(start, end, item.erratum.after, _grounds(item.erratum)))
    raise_all(wrong)
    edits.sort(key=lambda edit: (edit.start, edit.end))
    doubts.sort(key=lambda doubt: doubt[:2])
    return edits, doubts


def _raw_end(piece: Piece) -> int:
    return piece.raw_start + piece.end - piece.start


def _grounds(erratum: Erratum) -> Grounds:
    if not erratum.before:
        category = "omission"
    elif not erratum.after:
        category = "addition"
    else:
        category = "substitution"
    return Grounds(
        category, "erratum", erratum.note or _REASONS[erratum.evidence], erratum.evidence, erratum.source
    )


_REASONS: dict[Evidence, str] = {
    "rule": "decided by a curator from the characters themselves",
    "lexicon": "a near miss of one known term",
    "witness": "another copy of the text reads so",
    "quotation": "a printed quotation of the text reads so",
    "term": "other official documents use this term",
    "reading": "the printed words make no sense",
}
