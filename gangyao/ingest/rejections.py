"""`rejected.csv`: suspects of a document that a curator has looked at and found right."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from gangyao.document.source import REJECTION_COLUMNS, Rejection
from gangyao.ingest.decode import decode
from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import file_bytes

REJECTIONS_FILE = "rejected.csv"


def read_rejections(path: Path) -> tuple[Rejection, ...]:
    """Read the rows of `path`, numbered from 1, the header not counted. Raises SeedError."""
    file = str(path)
    rows = csv.reader(io.StringIO(decode(file_bytes(path), file).text, newline=""), strict=True)
    columns = ",".join(REJECTION_COLUMNS)
    try:
        if tuple(next(rows, ())) != REJECTION_COLUMNS:
            raise SeedError(file, "line 1", "the header is wrong", f"write {columns}")
        found = []
        for number, row in enumerate(rows, 1):
            if len(row) != len(REJECTION_COLUMNS) or not row[0]:
                raise SeedError(file, f"row {number}", "a cell is missing", f"fill {columns}")
            found.append(Rejection(number, *row))
        return tuple(found)
    except csv.Error as error:
        raise SeedError(
            file, f"line {rows.line_num}", f"is no CSV: {error}", "check the quotes of this row"
        ) from None


def append_row(path: Path, columns: tuple[str, ...], row: tuple[str, ...]) -> None:
    """Add a row to a CSV file of a document's folder, which is made with its header where it is missing."""
    is_new = not path.is_file()
    ends_well = is_new or path.read_bytes()[-1:] in (b"\n", b"")
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if is_new:
            writer.writerow(columns)
        elif not ends_well:
            file.write("\n")
        writer.writerow(row)
