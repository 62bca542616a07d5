"""Arrow schemas: types, nullability, and each column's meaning in its field metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, chain

import pyarrow as pa

from schemas.declaration import Column, ColumnType, Table

TYPES: dict[ColumnType, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "strings": pa.list_(pa.field("element", pa.string(), nullable=False)),
}


def _metadata(column: Column) -> dict[str, str]:
    told = {
        "description": column.description,
        "title_zh": column.title_zh,
        "example": column.example
        if isinstance(column.example, str)
        else json.dumps(column.example, ensure_ascii=False),
    }
    if column.unit:
        told["unit"] = column.unit
    if column.values:
        told["values"] = json.dumps(dict(column.values), ensure_ascii=False)
    if column.pattern:
        told["pattern"] = column.pattern
    return told


@cache
def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table; Parquet files carry it, metadata and all."""
    return pa.schema(
        [
            pa.field(column.name, TYPES[column.type], column.nullable, _metadata(column))
            for column in table.columns
        ],
        metadata={
            "name": table.name,
            "title": table.title,
            "title_zh": table.title_zh,
            "description": table.description,
            "row": table.row,
            "primary_key": json.dumps(table.primary_key),
        },
    )


def arrow_columns(table: Table, columns: Iterable[Sequence[object]]) -> pa.Table:
    """Return columns, in the order of the declared ones, as an Arrow table of the declared types."""
    schema = arrow_schema(table)
    arrays = [_array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def _array(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    """Return values as an Arrow array; lists by their items, which is five times as fast."""
    if kind != TYPES["strings"] or None in values:
        return pa.array(values, kind)
    ends = accumulate(map(len, values), initial=0)  # type: ignore[arg-type]
    items = pa.array(list(chain.from_iterable(values)), kind.value_type)  # type: ignore[arg-type]
    return pa.ListArray.from_arrays(pa.array(list(ends), pa.int32()), items, type=kind)
