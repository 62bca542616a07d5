"""The tables of a release out of what was kept of the one before it and the parts that were read anew.

Rows are in the order of their documents' ids and, within a document, as they were read. So the result is the
same for any number of parts, and however much of it comes from the release before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.rows.entities import entity_table
from gangyao.release.rows.figures import OF_INDICATORS, indicator_table
from gangyao.release.table_source import Change, StoredTables, TableSource
from gangyao.release.tables import OVER_DOCUMENTS
from schemas.projections.arrow import arrow_schema
from schemas.registry import BY_NAME

# Of a change that is held in memory; more of them are merged piece by piece.
MOST_NEW_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class MergedTables:
    """Tables that follow from their parts; each table is read from the parts when it is asked for.

    `parts`: documents read anew, sorted by id from the first part to the last. `kept`: the release before,
    where rows of it still hold. `gone`: documents whose rows are passed over in `kept`; `dropped`: those
    passed over in the parts. `problems`: the rows of that table.
    """

    parts: Sequence[TableSource]
    kept: StoredTables | None
    gone: frozenset[str]
    dropped: frozenset[str]
    problems: pa.Table
    _made: dict[str, pa.Table] = field(default_factory=dict, compare=False)

    def count(self, name: str) -> int:
        """Return the number of rows of a table."""
        column = BY_NAME[name].primary_key[0] if name in OVER_DOCUMENTS else "document_id"
        return sum(piece.num_rows for piece in self.pieces(name, column))

    def pieces(self, name: str, *columns: str) -> Iterator[pa.Table]:
        """Yield the rows of a table in their order, all columns or those named."""
        if name == "problems":
            yield self.problems.select(list(columns)) if columns else self.problems
        elif name in OVER_DOCUMENTS:
            whole = self._over_documents(name)
            yield whole.select(list(columns)) if columns else whole
        else:
            asked_for = (*columns, "document_id") if columns and "document_id" not in columns else columns
            old = iter(()) if self.kept is None else _without(self.kept.pieces(name, *asked_for), self.gone)
            new = _without(
                (piece for part in self.parts for piece in part.pieces(name, *asked_for)), self.dropped
            )
            for piece in in_order_of_documents(old, new):
                yield piece.select(list(columns)) if columns else piece

    def change(self, name: str) -> Change | None:
        """Return how a table comes of the file that is kept; None where it does not, or by too many rows."""
        if (
            self.kept is None
            or "document_id" not in BY_NAME[name].column_names
            or name == "problems"
            or not self.kept.path(name).is_file()
            or sum(part.count(name) for part in self.parts) > MOST_NEW_ROWS
        ):
            return None
        pieces = [piece for part in self.parts for piece in part.pieces(name)]
        rows = pa.concat_tables(
            [arrow_schema(BY_NAME[name]).empty_table(), *_without(iter(pieces), self.dropped)]
        )
        return Change(self.kept.path(name), self.gone, rows)

    def _over_documents(self, name: str) -> pa.Table:
        """Return a table that follows from those of all documents; it is made once."""
        if name not in self._made:
            self._made[name] = self._of_all(name)
        return self._made[name]

    def _of_all(self, name: str) -> pa.Table:
        if name == "indicators":
            return indicator_table(
                self.pieces("targets", *OF_INDICATORS), self.pieces("results", *OF_INDICATORS)
            )
        return entity_table(
            self.pieces("mentions", "entity_id", "surface", "document_id", "admin_code"),
            self.pieces("documents", "document_id", "announced_on"),
        )


def _without(pieces: Iterator[pa.Table], document_ids: frozenset[str]) -> Iterator[pa.Table]:
    """Yield pieces without the rows of some documents, and no piece without rows."""
    passed_over = pa.array(sorted(document_ids), pa.string())
    for piece in pieces:
        if document_ids:
            piece = piece.filter(pc.invert(pc.is_in(piece["document_id"], value_set=passed_over)))
        if piece.num_rows:
            yield piece


def in_order_of_documents(one: Iterator[pa.Table], other: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """Merge two runs of rows, each in the order of its documents' ids; no document is in both."""
    left, right = next(one, None), next(other, None)
    while left is not None and right is not None:
        if left["document_id"][0].as_py() < right["document_id"][0].as_py():
            count = _rows_before(left, right)
            yield left.slice(0, count)
            left = left.slice(count) if count < left.num_rows else next(one, None)
        else:
            count = _rows_before(right, left)
            yield right.slice(0, count)
            right = right.slice(count) if count < right.num_rows else next(other, None)
    for first, rest in ((left, one), (right, other)):
        if first is not None:
            yield first
            yield from rest


def _rows_before(rows: pa.Table, following: pa.Table) -> int:
    """Return how many of the rows belong to documents before the first of `following`."""
    return int(pc.sum(pc.less(rows["document_id"], following["document_id"][0])).as_py())
