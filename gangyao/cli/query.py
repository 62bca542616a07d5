"""`gangyao sql`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"


def sql(
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY", help="A SQL query on the tables and views; - reads it from standard input."
        ),
    ],
    output: Annotated[Path, typer.Option(help="The release to ask.")] = OUTPUT,
    format_: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.table,
) -> None:
    """Query the release with SQL; it is opened read-only.

    Tables and views: `gangyao sql "show tables"`; the meaning of columns: `gangyao sql "describe tasks"`.
    """
    from gangyao.cli.rows import PRINTERS
    from gangyao.release.sql import query as run

    text = sys.stdin.read() if query == "-" else query
    PRINTERS[format_.value](run(output, text))
