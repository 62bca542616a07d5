"""Pandera schemas over Arrow tables."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

# Not from `pandera.pyarrow`, which imports as much again for models and decorators.
from pandera.api.checks import Check
from pandera.api.pyarrow.components import Column as ColumnSchema
from pandera.api.pyarrow.container import DataFrameSchema

from schemas.declaration import Column, ColumnType, Table
from schemas.projections.arrow import arrow_schema


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:
        return False


# For each column of each table Pandera tries to import its engines for PySpark, pandas and NumPy; where those
# packages are not there, that takes a third of the validation of a small release (NumPy's engine asks for
# pandas). None in sys.modules says so at once.
_ENGINES = {"pyspark_engine": "pyspark", "pandas_engine": "pandas", "numpy_engine": "pandas"}
for _engine, _package in _ENGINES.items():
    if not _is_installed(_package):
        sys.modules.setdefault(f"pandera.engines.{_engine}", None)  # type: ignore[arg-type]


def _checks(column: Column) -> list[Check]:
    checks: list[Check] = []
    if column.values:
        checks.append(Check.isin(list(column.values)))
    if column.pattern:
        checks.append(Check.str_matches(f"^(?:{column.pattern})$"))
    if column.type == "string" and not (column.may_be_empty or column.pattern or column.values):
        checks.append(Check.str_length(min_value=1))
    if column.minimum is not None:
        checks.append(Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(Check.le(column.maximum))
    return checks


@cache
def pandera_schema(table: Table) -> DataFrameSchema:
    """Return the schema that a table must hold: columns in order, types, nulls, values, and a unique key."""
    types = arrow_schema(table)
    return DataFrameSchema(
        {
            column.name: ColumnSchema(
                types.field(column.name).type, _checks(column), nullable=column.nullable, name=column.name
            )
            for column in table.columns
        },
        name=table.name,
        strict=True,
        ordered=True,
        unique=list(table.primary_key),
    )


def value_schema(tables: Mapping[Table, pa.Table]) -> DataFrameSchema:
    """Return what is left to hold where tables have their declared Arrow schemas, and no forbidden null.

    That is the values and the unique keys, in one check over all columns of all tables; it is asked of
    `contents` of them. `pandera_schema` says the same column by column, which takes ten times as long however
    few the rows are; it tells which value fails.
    """

    # Pandera goes by the number of arguments.
    def check(_contents: pa.Table, _key: str) -> bool:
        return values_hold(tables) and all(key_is_unique(table, rows) for table, rows in tables.items())

    return DataFrameSchema(checks=Check(check, native=True, name="values"), name="tables")


def contents(tables: Mapping[Table, pa.Table]) -> pa.Table:
    """Return the names of tables, and how many rows each has."""
    return pa.table(
        {
            "table": pa.array([table.name for table in tables], pa.string()),
            "rows": pa.array([rows.num_rows for rows in tables.values()], pa.int64()),
        }
    )


def key_is_unique(table: Table, rows: pa.Table) -> bool:
    """Tell whether no two rows have the same primary key."""
    if len(table.primary_key) == 1:
        # Less than half of what it takes to count them, or to group rows.
        return bool(len(pc.unique(rows[table.primary_key[0]])) == rows.num_rows)
    keys = rows.group_by(list(table.primary_key), use_threads=False).aggregate([])
    return bool(keys.num_rows == rows.num_rows)


class _Rule(NamedTuple):
    """What a column declares of its values; many columns declare the same."""

    type: ColumnType
    values: tuple[str, ...]
    pattern: str | None
    minimum: float | None
    maximum: float | None
    may_be_empty: bool


@cache
def _rules(table: Table) -> tuple[tuple[str, _Rule], ...]:
    """Return the rule of each column of a table."""

    def rule(of: Column) -> _Rule:
        return _Rule(of.type, tuple(of.values), of.pattern, of.minimum, of.maximum, of.may_be_empty)

    return tuple((column.name, rule(column)) for column in table.columns)


def values_hold(tables: Mapping[Table, pa.Table]) -> bool:
    """Tell whether the values of all columns of tables are as declared; nulls are left out of account.

    All columns of one rule are asked at once: to make a rule ready takes longer than to hold a column of few
    documents against it.
    """
    chunks: dict[_Rule, list[pa.Array]] = {}
    for table, rows in tables.items():
        for name, rule in _rules(table):
            chunks.setdefault(rule, []).extend(rows[name].chunks)
    return all(_holds(rule, pa.chunked_array(of_rule)) for rule, of_rule in chunks.items() if of_rule)


def _holds(rule: _Rule, values: pa.ChunkedArray) -> bool:
    # A null among what may be lets nulls pass.
    if rule.values and not _all(pc.is_in(values, value_set=pa.array([*rule.values, None]))):
        return False
    # Each once: a document's id stands in every row of it.
    if rule.pattern and not _all(pc.match_substring_regex(pc.unique(values), f"^(?:{rule.pattern})$")):
        return False
    if rule.type == "string" and not (rule.may_be_empty or rule.pattern or rule.values):
        return not _is(pc.equal(pc.min(pc.binary_length(values)), 0))
    if rule.type == "number" and _is(pc.any(pc.is_nan(values))):
        return False
    if rule.minimum is None and rule.maximum is None:
        return True
    least, most = (pc.min_max(values)[bound].as_py() for bound in ("min", "max"))
    return least is None or (
        (rule.minimum is None or least >= rule.minimum) and (rule.maximum is None or most <= rule.maximum)
    )


def _all(held: pa.Array | pa.ChunkedArray) -> bool:
    """Tell whether none of the values is false."""
    return not _is(pc.invert(pc.all(held)))


def _is(scalar: pa.Scalar) -> bool:
    return scalar.as_py() is True
