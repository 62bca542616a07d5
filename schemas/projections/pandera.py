"""Pandera schemas over Arrow tables."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec

import pandera.pyarrow as pa_schema

from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

# For each column of each table Pandera tries to import its engine for PySpark; without PySpark that takes a
# third of the validation of a small release. None in sys.modules says at once that it is not there.
if find_spec("pyspark") is None:
    sys.modules.setdefault("pandera.engines.pyspark_engine", None)  # type: ignore[arg-type]


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
