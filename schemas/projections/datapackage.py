"""`datapackage.json`: Data Package v2 with a Table Schema for each table's file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from schemas import package
from schemas.declaration import Column, ColumnType, Table
from schemas.package import TableFile
from schemas.registry import BY_NAME

PROFILE = "https://datapackage.org/profiles/2.0/"
DIALECT: dict[str, Any] = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True}
TYPES: dict[ColumnType, str] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "strings": "array",
}


def table_field(column: Column, *, is_key: bool) -> dict[str, Any]:
    """Return the Table Schema field of a column; `is_key`: it alone is the primary key."""
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if is_key:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = _number(column, column.minimum)
    if column.maximum is not None:
        constraints["maximum"] = _number(column, column.maximum)
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.type],
        "title": column.title_zh,
        "description": column.description,
        "example": list(column.example) if isinstance(column.example, tuple) else column.example,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.values:
        field["valueDescriptions"] = dict(column.values)
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.may_be_empty:
        # An empty cell is an empty text here, no missing value.
        field["missingValues"] = []
    if constraints:
        field["constraints"] = constraints
    return field


def _number(column: Column, bound: float) -> float | int:
    return int(bound) if column.type == "integer" else bound


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of a table."""
    return {
        "$schema": PROFILE + "tableschema.json",
        "fields": [
            table_field(column, is_key=table.primary_key == (column.name,)) for column in table.columns
        ],
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
        "foreignKeys": [
            {
                "fields": list(key.columns),
                "reference": {
                    "resource": "" if key.table == table.name else key.table,
                    "fields": list(key.references),
                },
            }
            for key in table.foreign_keys
        ],
    }


def datapackage(
    files: Sequence[TableFile], sources: Sequence[package.Source], version: str
) -> dict[str, Any]:
    """Return the descriptor of a release whose tables are in `files`."""
    return {
        "$schema": PROFILE + "datapackage.json",
        "name": package.NAME,
        "title": package.TITLE,
        "title_zh": package.TITLE_ZH,
        "description": f"{package.DESCRIPTION} {package.SOURCE_RIGHTS}",
        "version": version,
        **({"homepage": package.HOMEPAGE} if package.HOMEPAGE else {}),
        **({"id": f"https://doi.org/{package.DOI}"} if package.DOI else {}),
        "keywords": list(package.KEYWORDS),
        "licenses": [
            {
                "name": package.LICENCE.name,
                "title": package.LICENCE.title,
                "path": package.LICENCE.path,
            }
        ],
        "contributors": [
            {"title": package.CONTRIBUTOR, "organization": package.CONTRIBUTOR, "roles": ["creator"]}
        ],
        "sources": [
            {"title": source.title, "path": source.path} if source.path else {"title": source.title}
            for source in sources
        ],
        "resources": [
            {
                "$schema": PROFILE + "dataresource.json",
                "name": file.table,
                "type": "table",
                "title": BY_NAME[file.table].title,
                "title_zh": BY_NAME[file.table].title_zh,
                "description": BY_NAME[file.table].description,
                "path": file.path,
                "format": "csv" if file.is_csv else "parquet",
                "mediatype": file.media_type,
                **({"encoding": "utf-8"} if file.is_csv else {}),
                "bytes": file.bytes,
                "hash": f"sha256:{file.sha256}",
                "rows": file.rows,
                **({"dialect": DIALECT} if file.is_csv else {}),
                "schema": table_schema(BY_NAME[file.table]),
            }
            for file in files
        ],
    }
