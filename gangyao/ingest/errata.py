"""`errata.csv`: readings that a curator asserts for a document, each with its evidence."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import cast, get_args

from gangyao.document.source import ERRATA_COLUMNS, Erratum, Evidence
from gangyao.errors import DataError, raise_all
from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import file_bytes
from gangyao.one_line import ACTING, one_line

ERRATA_FILE = "errata.csv"
# A reading is a few characters, a quotation or a note some sentences.
LONGEST_CELL = 2000


def read_errata(path: Path) -> tuple[Erratum, ...]:
    """Read the errata rows of `path`; rows are numbered from 1, the header not counted.

    `before` occurs once in `context` and is read as `after`. An empty `before` is an insertion at the end of
    `context`. Raises SeedError for a file that is no UTF-8, a wrong header, a row of another length, a cell
    that is too long or runs over a line end, an unknown kind of evidence, and a row that changes nothing or
    whose `before` does not fit its `context`; SeveralErrors where several rows are wrong.
    """
    file = str(path)
    if not path.is_file():
        raise SeedError(file, "", "is no file", "write a file, or delete it where there are no errata")
    try:
        text = file_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SeedError(
            file, f"byte {error.start}", "is not UTF-8", "save it as UTF-8 (in Excel: CSV UTF-8)"
        ) from None
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    wrong: list[DataError] = []
    errata: list[Erratum] = []
    number = 0
    try:
        header = next(rows, None)
        if header is None or tuple(header) != ERRATA_COLUMNS:
            raise SeedError(file, "line 1", "the header is wrong", f"write {','.join(ERRATA_COLUMNS)}")
        for number, row in enumerate(rows, 1):
            if row:
                try:
                    errata.append(_erratum(number, row, file))
                except SeedError as error:
                    wrong.append(error)
    except csv.Error as error:
        what = f"is no CSV: {error}"
        wrong.append(SeedError(file, f"row {number + 1}", what, "check the quotes of this row"))
    raise_all(wrong)
    return tuple(errata)


def _erratum(number: int, row: list[str], file: str) -> Erratum:
    place = f"row {number}"
    if len(row) != len(ERRATA_COLUMNS):
        raise SeedError(
            file,
            place,
            f"has {len(row)} cells instead of {len(ERRATA_COLUMNS)}",
            "quote cells that hold commas",
        )
    for name, cell in zip(ERRATA_COLUMNS, row, strict=True):
        _check_cell(name, cell, file, place)
    context, before, after, evidence, source, note = row
    if evidence not in get_args(Evidence):
        raise SeedError(
            file,
            place,
            f"unknown evidence {one_line(evidence, 40)!r}",
            f"use one of {', '.join(get_args(Evidence))}",
        )
    if not context:
        raise SeedError(file, place, "the context is empty", "quote text that occurs once in the raw file")
    if before == after and not (evidence == "reading" and before):
        raise SeedError(
            file, place, "before and after are the same", "say what is to be read instead, or drop the row"
        )
    if before and context.count(before) != 1:
        raise SeedError(
            file,
            place,
            f"{before!r} occurs {context.count(before)} times in the context {context!r}",
            "choose a context in which it occurs once",
        )
    return Erratum(number, context, before, after, cast(Evidence, evidence), source, note)


def _check_cell(name: str, cell: str, file: str, place: str) -> None:
    """Raise SeedError for a cell that no reading of a line can have."""
    if len(cell) > LONGEST_CELL:
        raise SeedError(
            file,
            place,
            f"the {name} has {len(cell):,} characters, more than {LONGEST_CELL:,}",
            "quote as much as makes the place unique",
        )
    if "\n" in cell or "\r" in cell:
        raise SeedError(file, place, f"the {name} runs over a line end", "keep each cell on one line")
    # What is inserted is published; a context and `before` may quote what the scan has.
    acting = ACTING.search(cell) if name in ("after", "source", "note") else None
    if acting is not None:
        raise SeedError(
            file, place, f"the {name} holds U+{ord(acting.group()):04X}", "leave that character out"
        )
