"""`gangyao diff`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A release.", exists=True, file_okay=False)],
    new: Annotated[
        Path, typer.Argument(metavar="NEW", help="Another release.", exists=True, file_okay=False)
    ],
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Tell what changed between two releases, table by table, row by row; exits 1 when anything differs."""
    from gangyao.one_line import escaped_lines
    from gangyao.release.diff import as_json, as_text
    from gangyao.release.diff import diff as compare

    found = compare(old, new)
    typer.echo(as_json(found) if json else escaped_lines(as_text(found)))
    if found:
        raise typer.Exit(1)
