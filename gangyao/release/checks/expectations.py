"""Bounds of the row counts and fill rates of documents: `seeds/expectations.yml`.

```yaml
chengyu-2021:                # a document
  rows:
    tasks: [180, 320]          # a table: fewest and most of its rows that belong to the document
  fill:
    paragraphs.lead: [0.3, 1]  # table.column: least and greatest share of these rows that have a value
```

Below a bound something was lost: the publication stops, also where the document was left out for a problem.
Above one, there may be more than there was: it warns. Documents without bounds are free, and bounds of
documents that were not asked for do not count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.bounded_yaml import read_settings
from gangyao.errors import DataError
from gangyao.release.checks.problems import Problem
from gangyao.release.table_source import TableSource
from schemas.projections.arrow import arrow_schema
from schemas.registry import BY_NAME


@dataclass(frozen=True, slots=True)
class Bounds:
    """Fewest and most rows of a document in `table`, or share of them that have a value in `column`."""

    document_id: str
    table: str
    column: str | None
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Drift:
    """What lies outside its bounds: `losses` stop a publication, `gains` are told."""

    losses: tuple[Problem, ...]
    gains: tuple[Problem, ...]


def load_expectations(path: Path) -> tuple[Bounds, ...]:
    """Read the bounds. Raises DataError for what is no bound, or names no table or column."""
    told = read_settings(path, "write documents' ids, and under each `rows` and `fill`").values
    return tuple(bounds for document_id, of in told.items() for bounds in _of_document(path, document_id, of))


def _of_document(path: Path, document_id: str, told: Any) -> Iterator[Bounds]:
    where = f"{path}: {document_id}"
    if not isinstance(told, dict) or set(told) - {"rows", "fill"}:
        raise DataError(f"{where}: it may have `rows` and `fill`, nothing else")
    for kind in ("rows", "fill"):
        of_kind = told.get(kind) or {}
        if not isinstance(of_kind, dict):
            raise DataError(f"{where}: {kind}: write a mapping, as in `tasks: [10, 20]`")
        for key, value in of_kind.items():
            yield _bounds(f"{where}: {kind}", document_id, kind, key, value)


def _bounds(where: str, document_id: str, kind: str, key: str, value: Any) -> Bounds:
    table, _, column = str(key).partition(".")
    if table not in BY_NAME or (kind == "rows") != (not column):
        raise DataError(f"{where}: {key!r} names no {'table' if kind == 'rows' else 'table.column'}")
    if "document_id" not in BY_NAME[table].column_names:
        raise DataError(f"{where}: the rows of {table} belong to no one document")
    if column and column not in BY_NAME[table].column_names:
        raise DataError(f"{where}: table {table} has no column {column!r}")
    match value:
        case [int() | float() as least, int() | float() as most] if least <= most:
            return Bounds(document_id, table, column or None, float(least), float(most))
        case _:
            raise DataError(f"{where}: {key}: give the least and the greatest, as in [10, 20]")


def filled(table: pa.Table, column: str) -> float:
    """Return the share of rows that have a value: neither null nor an empty text or list."""
    values = table[column]
    if not len(values):
        return 0.0
    has = pc.is_valid(values)
    if pa.types.is_list(values.type):
        has = pc.and_(has, pc.greater(pc.fill_null(pc.list_value_length(values), 0), 0))
    elif pa.types.is_string(values.type):
        has = pc.and_(has, pc.not_equal(pc.fill_null(values, ""), ""))
    return float(pc.sum(has).as_py()) / len(values)


def drift(tables: TableSource, expected: Sequence[Bounds]) -> Drift:
    """Compare the rows of the documents that are there, or were left out, with their bounds."""
    if not expected:
        return Drift((), ())
    losses: list[Problem] = []
    gains: list[Problem] = []
    ids = {bounds.document_id for bounds in expected}
    asked_for = {
        document_id
        for name in ("documents", "problems")
        for document_id in _rows(tables, name, ids)["document_id"].to_pylist()
    }
    bounded = [bounds for bounds in expected if bounds.document_id in asked_for]
    columns: dict[str, set[str]] = {}
    for bounds in bounded:
        columns.setdefault(bounds.table, set()).update({bounds.column} if bounds.column else ())
    rows = {name: _rows(tables, name, asked_for, *sorted(of)) for name, of in columns.items()}
    for bounds in bounded:
        table = rows[bounds.table]
        table = table.filter(pc.equal(table["document_id"], bounds.document_id))
        if bounds.column is None:
            value: float = table.num_rows
            told = f"{table.num_rows} rows"
        else:
            value = filled(table, bounds.column)
            told = f"{value:.3f} of the rows have a value"
        what = (
            f"document {bounds.document_id}: {told}, expected {bounds.least:g} to {bounds.most:g} "
            "(seeds/expectations.yml)"
        )
        problem = Problem(what, table=bounds.table, column=bounds.column)
        if value < bounds.least:
            losses.append(problem)
        elif value > bounds.most:
            gains.append(problem)
    return Drift(tuple(losses), tuple(gains))


def _rows(tables: TableSource, name: str, document_ids: Collection[str], *columns: str) -> pa.Table:
    """Return ids and these columns of the rows of some documents: of a release most is passed over."""
    kept = dict.fromkeys(("document_id", *columns))
    schema = arrow_schema(BY_NAME[name])
    empty = pa.schema([schema.field(column) for column in kept]).empty_table()
    wanted = pa.array(sorted(document_ids), pa.string())
    return pa.concat_tables(
        [
            empty,
            *(
                piece.filter(pc.is_in(piece["document_id"], value_set=wanted)).cast(empty.schema)
                for piece in tables.pieces(name, *kept)
            ),
        ]
    )
