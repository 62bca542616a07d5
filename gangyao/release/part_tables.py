"""The tables of a part: Arrow files, which are written once, read once, and soon.

They are the values as they lie in memory, so that neither packs or unpacks anything: on 150 plans Parquet
without a dictionary (LZ4) takes nine times as long to write and read. They take twice its room, until the
release is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pyarrow as pa

from gangyao.release.tables import Tables
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.registry import TABLES


class PartTables:
    """Tables in files `<folder>/<table>.arrow`; a table without a file has no rows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def count(self, name: str) -> int:
        """Return the number of rows of a table."""
        return sum(batch.num_rows for batch in self._batches(name))

    def pieces(self, name: str, *columns: str) -> Iterator[pa.Table]:
        """Yield the rows of a table in their order, all columns or those named; they are not copied."""
        for batch in self._batches(name):
            rows = pa.Table.from_batches([batch])
            yield rows.select(list(columns)) if columns else rows

    def _batches(self, name: str) -> Iterator[pa.RecordBatch]:
        path = self._path(name)
        if path.is_file():
            with pa.memory_map(str(path)) as mapped, pa.ipc.open_file(mapped) as file:
                for number in range(file.num_record_batches):
                    yield file.get_batch(number)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.arrow"


class PartWriter(AbstractContextManager["PartWriter"]):
    """Writes the tables of a part into a new folder, those of some documents after those of others.

    What follows from all documents together is left to the release.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._open = ExitStack()
        self._writers: dict[str, pa.ipc.RecordBatchFileWriter] = {}

    def __exit__(self, *raised: object) -> None:
        """End the files: only then can they be read."""
        self._open.close()

    def write(self, tables: Tables) -> None:
        """Write the rows of more documents, whose ids come after those written before."""
        for table in TABLES:
            rows = tables[table.name]
            if rows.num_rows and "document_id" in table.column_names:
                self._writer(table).write_table(rows)

    def _writer(self, table: Table) -> pa.ipc.RecordBatchFileWriter:
        if table.name not in self._writers:
            path = self._folder / f"{table.name}.arrow"
            file = self._open.enter_context(pa.OSFile(str(path), "wb"))
            writer = self._open.enter_context(pa.ipc.new_file(file, arrow_schema(table)))
            self._writers[table.name] = writer
        return self._writers[table.name]
