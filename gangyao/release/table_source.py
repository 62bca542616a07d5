"""Tables as a publication reads them: piece by piece, so that it holds few rows of them at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.projections.arrow import arrow_schema
from schemas.registry import BY_NAME

# Of a piece: rows, and bytes as they are encoded. Measured on 150 plans of 40 KB: in pieces of 1,024 rows the
# CSV files take a fifth longer to write; in pieces of 4,096 however long they are, 30 MB more.
PIECE_ROWS = 8_192
PIECE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between a table and the file `before`, which holds the rest of it.

    The rows of the documents `gone` do not belong to it any more, and `new` do, in the order of their
    documents' ids, which are among `gone` where `before` has them.
    """

    before: Path
    gone: frozenset[str]
    new: pa.Table


class TableSource(Protocol):
    """Tables in memory, or in files."""

    def count(self, name: str) -> int:
        """Return the number of rows of a table."""

    def pieces(self, name: str, *columns: str) -> Iterator[pa.Table]:
        """Yield the rows of a table in their order, all columns or those named."""


class StoredTables:
    """Tables in Parquet files `<folder>/<table>.parquet`; a table without a file has no rows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Return the file of a table."""
        return self.folder / f"{name}.parquet"

    def count(self, name: str) -> int:
        """Return the number of rows of a table."""
        if not self.path(name).is_file():
            return 0
        with pq.ParquetFile(self.path(name)) as file:
            return int(file.metadata.num_rows)

    def pieces(self, name: str, *columns: str) -> Iterator[pa.Table]:
        """Yield the rows of a table in their order, all columns or those named."""
        if not self.path(name).is_file():
            return
        with pq.ParquetFile(self.path(name), memory_map=True) as file:
            at_once = _rows_at_once(file.metadata)
            for batch in file.iter_batches(at_once, columns=list(columns) or None, use_threads=False):
                piece = pa.Table.from_batches([batch])
                # What the file says of the whole table is not said of some columns.
                yield piece.replace_schema_metadata() if columns else piece

    def runs(self, name: str, column: str, rows: int) -> Iterator[pa.Array]:
        """Yield one column of a table, `rows` rows at a time."""
        if not self.path(name).is_file():
            return
        with pq.ParquetFile(self.path(name), memory_map=True) as file:
            for batch in file.iter_batches(rows, columns=[column], use_threads=False):
                yield batch.column(0)


def _rows_at_once(file: pq.FileMetaData) -> int:
    size: int = sum(file.row_group(number).total_byte_size for number in range(file.num_row_groups))
    rows: int = file.num_rows
    return max(1, min(PIECE_ROWS, PIECE_BYTES * rows // max(1, size)))


def read_table(source: TableSource, name: str, *columns: str) -> pa.Table:
    """Return a table, all columns or those named, as one value."""
    schema = arrow_schema(BY_NAME[name])
    empty = (pa.schema([schema.field(column) for column in columns]) if columns else schema).empty_table()
    return pa.concat_tables([empty, *(piece.cast(empty.schema) for piece in source.pieces(name, *columns))])
