"""Rows of a query, printed as a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable

import pyarrow as pa
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def print_table(rows: pa.Table, width: int | None = None) -> None:
    """Print rows as a table of at most `width` columns, by default those of the terminal."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for field in rows.schema:
        numeric = pa.types.is_integer(field.type) or pa.types.is_floating(field.type)
        table.add_column(field.name, overflow="fold", justify="right" if numeric else "left")
    for row in rows.to_pylist():
        table.add_row(*(escape(_cell(value)) for value in row.values()))
    Console(width=width).print(table)


def print_csv(rows: pa.Table) -> None:
    """Print rows as CSV with a header; lists are JSON."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.column_names)
    for row in rows.to_pylist():
        writer.writerow([_cell(value) for value in row.values()])


def print_json(rows: pa.Table) -> None:
    """Print rows as JSON, one object a line."""
    for row in rows.to_pylist():
        print(json.dumps(row, ensure_ascii=False, default=str))


PRINTERS: dict[str, Callable[[pa.Table], None]] = {"table": print_table, "csv": print_csv, "json": print_json}
