"""`errata.csv`: readings that a curator asserts for a document, each with its evidence."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import cast, get_args

from gangyao.document.source import ERRATA_COLUMNS, Erratum, Evidence
from gangyao.ingest.decode import decode
from gangyao.ingest.errors import SeedError

ERRATA_FILE = "errata.csv"


def read_errata(path: Path) -> tuple[Erratum, ...]:
    """Read the errata rows of `path`; rows are numbered from 1, the header not counted.

    `before` occurs once in `context` and is read as `after`. An empty `before` is an insertion at the end of
    `context`. Raises SeedError for a wrong header, a row of another length, an unknown kind of evidence,
    and a row that changes nothing or whose `before` does not fit its `context`.
    """
    file = str(path)
    rows = csv.reader(io.StringIO(decode(path.read_bytes(), file).text, newline=""), strict=True)
    try:
        header = next(rows, None)
        if header is None or tuple(header) != ERRATA_COLUMNS:
            raise SeedError(file, "line 1", "the header is wrong", f"write {','.join(ERRATA_COLUMNS)}")
        return tuple(_erratum(number, row, file) for number, row in enumerate(rows, 1) if row)
    except csv.Error as error:
        raise SeedError(
            file, f"line {rows.line_num}", f"is no CSV: {error}", "check the quotes of this row"
        ) from None


def _erratum(number: int, row: list[str], file: str) -> Erratum:
    place = f"row {number}"
    if len(row) != len(ERRATA_COLUMNS):
        raise SeedError(
            file,
            place,
            f"has {len(row)} cells instead of {len(ERRATA_COLUMNS)}",
            "quote cells that hold commas",
        )
    context, before, after, evidence, source, note = row
    if evidence not in get_args(Evidence):
        raise SeedError(
            file, place, f"unknown evidence {evidence!r}", f"use one of {', '.join(get_args(Evidence))}"
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
    if "\n" in context or "\r" in context:
        raise SeedError(file, place, "the context runs over a line end", "quote text of one line")
    return Erratum(number, context, before, after, cast(Evidence, evidence), source, note)
