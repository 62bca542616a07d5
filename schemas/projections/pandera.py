"""Pandera schemas over Arrow tables."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec

import pandera.pyarrow as pa_schema

from schemas.declaration import Column, Table
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


def _checks(column: Column) -> list[pa_schema.Check]:
    checks: list[pa_schema.Check] = []
    if column.values:
        checks.append(pa_schema.Check.isin(list(column.values)))
    if column.pattern:
        checks.append(pa_schema.Check.str_matches(f"^(?:{column.pattern})$"))
    if column.type == "string" and not (column.may_be_empty or column.pattern or column.values):
        checks.append(pa_schema.Check.str_length(min_value=1))
    if column.minimum is not None:
        checks.append(pa_schema.Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(pa_schema.Check.le(column.maximum))
    return checks


@cache
def pandera_schema(table: Table) -> pa_schema.DataFrameSchema:
    """Return the schema that a table must hold: columns in order, types, nulls, values, and a unique key."""
    types = arrow_schema(table)
    return pa_schema.DataFrameSchema(
        {
            column.name: pa_schema.Column(
                types.field(column.name).type, _checks(column), nullable=column.nullable, name=column.name
            )
            for column in table.columns
        },
        name=table.name,
        strict=True,
        ordered=True,
        unique=list(table.primary_key),
    )


@cache
def value_schema(table: Table) -> pa_schema.DataFrameSchema:
    """Return what is left to hold where a table has its declared Arrow schema, and no null where none may be.

    That is the values and the unique key: `pandera_schema` without what Arrow knows of a column by itself. A
    number may still be none (NaN), which counts as a null.
    """
    return pa_schema.DataFrameSchema(
        {
            column.name: pa_schema.Column(
                None, _checks(column), nullable=column.nullable or column.type != "number", name=column.name
            )
            for column in table.columns
            if _checks(column) or column.type == "number"
        },
        name=table.name,
        unique=list(table.primary_key),
    )
