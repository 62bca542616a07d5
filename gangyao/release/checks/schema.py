"""Do the tables hold what they promise: columns, unique keys, foreign keys, spans that hold their text?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.checks.problems import Problem, row_key
from gangyao.release.checks.spans import span_problems
from gangyao.release.tables import Tables
from schemas.declaration import ForeignKey, Table
from schemas.registry import TABLES

# A broken rule can break every row; the first ones of each check are enough to find it.
PER_CHECK = 5


def _rows(table: Table, arrow: pa.Table, column: str, indices: Sequence[int], what: str) -> Iterator[Problem]:
    for index in indices[:PER_CHECK]:
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
    from schemas.projections.failures import failures  # noqa: PLC0415

    for failure in failures(table, arrow):
        if failure.rule == "key":
            yield from duplicate_keys(table, arrow)
        elif failure.rule == "columns" or failure.column is None:
            yield Problem(failure.what, table=table.name, column=failure.column)
        else:
            what = "must not be null" if failure.rule == "null" else failure.what
            yield from _rows(table, arrow, failure.column, failure.rows, what)


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
    rows = pc.indices_nonzero(pc.fill_null(missing, False)).to_pylist()
    yield from _rows(table, arrow, key.columns[-1], rows, f"names no row of {key.table}")


def foreign_keys_hold(tables: Tables) -> bool:
    """Tell whether every foreign key names a row: of all tables that refer to the same rows at once."""
    named: dict[tuple[str, tuple[str, ...]], list[pa.Array]] = {}
    for table in TABLES:
        for key in table.foreign_keys:
            values = _key_values(tables[table.name], key.columns)
            named.setdefault((key.table, key.references), []).extend(values.chunks)
    return all(
        _are_in(pa.chunked_array(values, pa.string()), _key_values(tables[name], references))
        for (name, references), values in named.items()
    )


def _are_in(values: pa.ChunkedArray, known: pa.ChunkedArray) -> bool:
    # With a null among them, since a null names nothing.
    wanted = pa.concat_arrays([*known.chunks, pa.nulls(1, pa.string())])
    return pc.all(pc.is_in(values, value_set=wanted)).as_py() is not False


def validate(tables: Tables) -> tuple[Problem, ...]:
    """Return all that is wrong with the tables; nothing when they hold.

    First each table by itself, then what they say of each other: that builds on it.
    """
    return row_problems(tables) or relation_problems(tables)


def row_problems(tables: Tables) -> tuple[Problem, ...]:
    """Return what is wrong with columns, types, nulls, values and unique keys (pandera)."""
    # Pandera takes half a second to import: only a release pays for it, not every command.
    from schemas.projections.failures import all_hold  # noqa: PLC0415

    if all_hold({table: tables[table.name] for table in TABLES}):
        return ()
    return tuple(problem for table in TABLES for problem in schema_problems(table, tables[table.name]))


def relation_problems(tables: Tables) -> tuple[Problem, ...]:
    """Return foreign keys that name no row; where there are none, spans and counts that do not hold."""
    if not foreign_keys_hold(tables):
        missing = (foreign_key_problems(table, key, tables) for table in TABLES for key in table.foreign_keys)
        return tuple(problem for problems in missing for problem in problems)
    return tuple(span_problems(tables))
