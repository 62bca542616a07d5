"""Rows of a query, printed as a table, CSV, JSON or JSON lines."""

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

from gangyao.one_line import ACTING, escaped, escaped_lines, without_controls
from gangyao.release.writers.csv import neutralised

# A column of a table is no use with less room than this.
NARROWEST = 9


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def print_table(rows: pa.Table, width: int | None = None) -> None:
    """Print rows as a table of at most `width` columns of characters, by default those of the terminal.

    Where that leaves too little for each column, rows are printed one below the other, a line a column.
    """
    console = Console(width=width)
    if len(rows.column_names) * NARROWEST > console.width:
        _print_records(rows, console)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for field in rows.schema:
        numeric = pa.types.is_integer(field.type) or pa.types.is_floating(field.type)
        table.add_column(escape(escaped(field.name)), overflow="fold", justify="right" if numeric else "left")
    for row in rows.to_pylist():
        table.add_row(*(escape(escaped_lines(_cell(value))) for value in row.values()))
    console.print(table)


def _print_records(rows: pa.Table, console: Console) -> None:
    for number, row in enumerate(rows.to_pylist(), start=1):
        grid = Table.grid(padding=(0, 2))
        for name, value in row.items():
            grid.add_row(escape(escaped(name)), escape(escaped_lines(_cell(value))))
        console.rule(f"row {number}", align="left")
        console.print(grid)


def print_csv(rows: pa.Table) -> None:
    """Print rows as CSV with a header; lists are JSON, formulas neutralised as in the release's files."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.column_names)
    for row in rows.to_pylist():
        writer.writerow(
            [
                neutralised(without_controls(value)) if isinstance(value, str) else _cell(value)
                for value in row.values()
            ]
        )


def print_json(rows: pa.Table) -> None:
    """Print rows as one JSON array of objects."""
    print("[" + ",\n ".join(map(_as_json, rows.to_pylist())) + "]")


def print_json_lines(rows: pa.Table) -> None:
    """Print rows as JSON, one object a line."""
    for row in rows.to_pylist():
        print(_as_json(row))


def _as_json(row: dict[str, object]) -> str:
    text = json.dumps(row, ensure_ascii=False, default=str)
    # As JSON itself escapes them: a terminal shows them, a reader gets them back.
    return ACTING.sub(lambda found: json.dumps(found.group())[1:-1], text)


PRINTERS: dict[str, Callable[[pa.Table], None]] = {
    "table": print_table,
    "csv": print_csv,
    "json": print_json,
    "jsonl": print_json_lines,
}
