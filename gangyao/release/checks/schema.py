"""Do the tables hold what they promise: columns, unique keys, foreign keys, spans that hold their text?"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.checks.problems import Problem
from gangyao.release.checks.spans import span_problems
from gangyao.release.tables import Tables
from schemas.declaration import ForeignKey, Table
from schemas.registry import TABLES

# A broken rule can break every row; the first ones of each check are enough to find it.
PER_CHECK = 5


def row_key(table: Table, arrow: pa.Table, index: int) -> str:
    """Return the key of a row, as a reader would write it."""
    return " ".join(str(arrow[column][index].as_py()) for column in table.primary_key)


def _rows(table: Table, arrow: pa.Table, column: str, mask: pa.ChunkedArray, what: str) -> Iterator[Problem]:
    indices = pc.indices_nonzero(pc.fill_null(mask, False))
    for index in indices[:PER_CHECK].to_pylist():
        yield Problem(
            what,
            table=table.name,
            row=row_key(table, arrow, index),
            column=column,
            value=arrow[column][index].as_py(),
        )
    if len(indices) > PER_CHECK:
        yield Problem(f"{what}: {len(indices):,} rows in all", table=table.name, column=column)


def schema_problems(table: Table, arrow: pa.Table) -> Iterator[Problem]:
    """Hold a table against its pandera schema, and say of each failure in which row it is."""
    # Pandera takes half a second to import: only a release pays for it, not every command.
    import pandera.errors  # noqa: PLC0415

    from schemas.projections.pandera import pandera_schema  # noqa: PLC0415

    schema = pandera_schema(table)
    try:
        schema.validate(arrow, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for error in errors.schema_errors:
            yield from _located(table, arrow, error)


def _located(table: Table, arrow: pa.Table, error: object) -> Iterator[Problem]:
    from pandera.errors import SchemaErrorReason  # noqa: PLC0415

    reason = getattr(error, "reason_code", None)
    column = getattr(getattr(error, "schema", None), "name", None)
    if reason is SchemaErrorReason.DUPLICATES:
        yield from duplicate_keys(table, arrow)
    elif not isinstance(column, str) or column not in arrow.column_names:
        yield Problem(" ".join(str(error).split()), table=table.name)
    elif reason is SchemaErrorReason.SERIES_CONTAINS_NULLS:
        yield from _rows(table, arrow, column, pc.is_null(arrow[column]), "must not be null")
    elif reason is SchemaErrorReason.DATAFRAME_CHECK:
        failed = error.failure_cases[column]  # type: ignore[attr-defined]
        values = failed.combine_chunks() if isinstance(failed, pa.ChunkedArray) else failed
        what = f"fails the check {error.check.error or error.check.name}"  # type: ignore[attr-defined]
        yield from _rows(table, arrow, column, pc.is_in(arrow[column], value_set=values), what)
    else:
        yield Problem(" ".join(str(error).split()), table=table.name, column=column)


def duplicate_keys(table: Table, arrow: pa.Table) -> Iterator[Problem]:
    """Name the keys that more than one row has."""
    counted = arrow.group_by(list(table.primary_key)).aggregate([([], "count_all")])
    twice = counted.filter(pc.greater(counted["count_all"], 1)).slice(0, PER_CHECK)
    for row in twice.to_pylist():
        key = " ".join(str(row[column]) for column in table.primary_key)
        yield Problem(f"{row['count_all']} rows have this key", table=table.name, row=key)


def _key_values(arrow: pa.Table, columns: tuple[str, ...]) -> pa.ChunkedArray:
    if len(columns) == 1:
        return arrow[columns[0]]
    return pc.binary_join_element_wise(*(pc.cast(arrow[column], pa.string()) for column in columns), " ")


def foreign_key_problems(table: Table, key: ForeignKey, tables: Tables) -> Iterator[Problem]:
    """Name the rows whose foreign key names no row."""
    arrow = tables[table.name]
    if not arrow.num_rows:
        return
    values = _key_values(arrow, key.columns)
    known = _key_values(tables[key.table], key.references)
    missing = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=known.combine_chunks())))
    yield from _rows(table, arrow, key.columns[-1], missing, f"names no row of {key.table}")


def validate(tables: Tables) -> tuple[Problem, ...]:
    """Return all that is wrong with the tables; nothing when they hold.

    Columns, types, nulls, values and unique keys (pandera), then foreign keys, then spans and counts; a stage
    that fails ends the validation, because the next one builds on it.
    """
    problems = [problem for table in TABLES for problem in schema_problems(table, tables[table.name])]
    if not problems:
        problems = [
            problem
            for table in TABLES
            for key in table.foreign_keys
            for problem in foreign_key_problems(table, key, tables)
        ]
    if not problems:
        problems = list(span_problems(tables))
    return tuple(problems)
