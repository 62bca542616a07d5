"""A release in groups of documents, each with its rows of every table: a check holds few at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.table_source import StoredTables, read_table
from gangyao.release.tables import Tables
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.registry import TABLES

# Code points of raw text: as much as a batch of the build, for the same reason.
GROUP_CHARS = 500_000
_OF_DOCUMENTS = tuple(table for table in TABLES if "document_id" in table.column_names)
_OF_NO_DOCUMENT = tuple(table for table in TABLES if table not in _OF_DOCUMENTS)


class NotInOrder(ValueError):
    """A table whose rows are not in the order of their documents' ids; it names the table."""


def document_groups(tables: StoredTables, group_chars: int = GROUP_CHARS) -> Iterator[Tables]:
    """Yield the tables of each group; every row of a table of documents is in exactly one of them.

    Of the tables that belong to no document, a group has the rows that its other rows refer to. Raises
    NotInOrder, and what Arrow raises for a file that cannot be read.
    """
    cursors = {table.name: _Cursor(tables, table) for table in _OF_DOCUMENTS}
    shared = {table.name: read_table(tables, table.name) for table in _OF_NO_DOCUMENT}
    ends = _ends(tables, group_chars)
    for last in (*ends[:-1], None):
        of_group = {name: cursor.up_to(last) for name, cursor in cursors.items()}
        named = {name: _referred_to(name, rows, of_group) for name, rows in shared.items()}
        yield Tables({**of_group, **named})


def _ends(tables: StoredTables, group_chars: int) -> list[str]:
    """Return the id of the last document of each group."""
    ends: list[str] = []
    size = 0
    last = ""
    for piece in tables.pieces("documents", "document_id", "raw_chars"):
        for document_id, chars in zip(
            piece["document_id"].to_pylist(), piece["raw_chars"].to_pylist(), strict=True
        ):
            size += chars or 0
            last = document_id
            if size >= group_chars:
                ends.append(last)
                size = 0
    if not ends or ends[-1] != last:
        ends.append(last)
    return ends


class _Cursor:
    """Reads a table from its start to its end, as far as asked."""

    def __init__(self, tables: StoredTables, table: Table) -> None:
        self._name = table.name
        self._pieces = tables.pieces(table.name)
        self._empty = arrow_schema(table).empty_table()
        self._left: pa.Table | None = None
        self._last = ""

    def up_to(self, last: str | None) -> pa.Table:
        """Return the next rows, to those of the document `last`; None: all that are left."""
        taken = [self._empty]
        while True:
            if self._left is None or not self._left.num_rows:
                self._left = next(self._pieces, None)
                if self._left is None:
                    return pa.concat_tables(taken)
                self._check_order(self._left["document_id"])
            count = self._left.num_rows
            if last is not None:
                count = pc.sum(pc.less_equal(self._left["document_id"], last)).as_py() or 0
            taken.append(self._left.slice(0, count))
            self._left = self._left.slice(count)
            if self._left.num_rows:
                return pa.concat_tables(taken)

    def _check_order(self, ids: pa.ChunkedArray) -> None:
        if not len(ids):
            return
        first, last = ids[0].as_py(), ids[-1].as_py()
        rises = ids.null_count == 0 and pc.all(pc.less_equal(ids[:-1], ids[1:])).as_py() is not False
        if not rises or first < self._last:
            raise NotInOrder(self._name)
        self._last = last


def _referred_to(name: str, rows: pa.Table, of_group: dict[str, pa.Table]) -> pa.Table:
    """Return the rows of a table of no document that the rows of a group name."""
    kept = None
    for table in _OF_DOCUMENTS:
        for key in table.foreign_keys:
            if key.table == name and len(key.columns) == 1:
                named = pc.unique(of_group[table.name][key.columns[0]].combine_chunks())
                found = pc.is_in(rows[key.references[0]], value_set=named)
                kept = found if kept is None else pc.or_(kept, found)
    return rows if kept is None else rows.filter(kept)
