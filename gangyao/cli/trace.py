"""`gangyao trace`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


def trace(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="Any row's id, e.g. chengyu-2021/8.1/p1/t2.")],
    output: Annotated[Path, typer.Option(help="The release to look in.")] = OUTPUT,
) -> None:
    """Show a row, its paragraph, the printed lines with the corrections marked, and the evidence of each."""
    from gangyao.one_line import escaped_lines
    from gangyao.release.trace import trace as trace_row

    typer.echo(escaped_lines(trace_row(output, row_id)))
