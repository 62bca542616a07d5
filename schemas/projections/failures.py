"""Where a table fails its pandera schema: the column, the rows and the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pandera.errors
import pyarrow as pa
import pyarrow.compute as pc
from pandera.errors import SchemaErrorReason

from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.projections.pandera import contents, pandera_schema, value_schema


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule of the schema that does not hold: about the columns, a key, a null or a value.

    `column` is None where the table as a whole fails (its columns, their order, a key that stands twice);
    `rows` are indices from 0, none where the rule is not about single rows, and of rows that share a key all
    but the first.
    """

    rule: Literal["columns", "key", "null", "value"]
    column: str | None
    rows: tuple[int, ...]
    what: str


def all_hold(tables: Mapping[Table, pa.Table]) -> bool:
    """Tell whether Arrow tables hold what their schemas say; all of them at once, and not where they fail.

    Pandera's own part takes 1 ms a call: for each table of a few documents that is as long as what it does.
    """
    if not all(_is_as_declared(table, rows) for table, rows in tables.items()):
        return False
    filled = {table: rows for table, rows in tables.items() if rows.num_rows}
    if not filled:
        return True
    try:
        value_schema(filled).validate(contents(filled), lazy=True)
    except pandera.errors.SchemaErrors:
        return False
    finally:
        # Pandera remembers the checks that it has called, and so what they refer to.
        filled.clear()
    return True


def failures(table: Table, arrow: pa.Table) -> Iterator[Failure]:
    """Hold an Arrow table against the schema of `table`, and say of each failure in which rows it is."""
    if all_hold({table: arrow}):
        return
    try:
        pandera_schema(table).validate(arrow, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for error in errors.schema_errors:
            yield _located(table, arrow, error)


def _is_as_declared(table: Table, arrow: pa.Table) -> bool:
    """Tell whether the columns and their types are those declared, and no null stands where none may."""
    return arrow.schema.equals(arrow_schema(table)) and not any(
        arrow[column.name].null_count for column in table.columns if not column.nullable
    )


def _located(table: Table, arrow: pa.Table, error: object) -> Failure:
    # Pandera's Arrow backend names the values that fail, not their rows.
    reason = getattr(error, "reason_code", None)
    column = getattr(getattr(error, "schema", None), "name", None)
    if reason is SchemaErrorReason.DUPLICATES:
        return Failure("key", None, _repeated(table, arrow), "the key stands twice")
    if not isinstance(column, str) or column not in arrow.column_names:
        return Failure("columns", None, (), " ".join(str(error).split()))
    if reason is SchemaErrorReason.SERIES_CONTAINS_NULLS:
        return Failure("null", column, _indices(pc.is_null(arrow[column])), "must not be empty")
    if reason is SchemaErrorReason.DATAFRAME_CHECK:
        failed = error.failure_cases[column]  # type: ignore[attr-defined]
        values = failed.combine_chunks() if isinstance(failed, pa.ChunkedArray) else failed
        what = f"fails the check {error.check.error or error.check.name}"  # type: ignore[attr-defined]
        return Failure("value", column, _indices(pc.is_in(arrow[column], value_set=values)), what)
    return Failure("columns", column, (), " ".join(str(error).split()))


def _indices(mask: pa.ChunkedArray) -> tuple[int, ...]:
    return tuple(pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist())


def _repeated(table: Table, arrow: pa.Table) -> tuple[int, ...]:
    """Return the rows whose key an earlier row has."""
    seen: set[tuple[object, ...]] = set()
    rows: list[int] = []
    for index, key in enumerate(zip(*(arrow[name].to_pylist() for name in table.primary_key), strict=True)):
        if key in seen:
            rows.append(index)
        seen.add(key)
    return tuple(rows)
