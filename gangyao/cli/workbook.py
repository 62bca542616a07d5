"""`gangyao workbook`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


def workbook(
    release: Annotated[Path, typer.Argument(metavar="DIR", help="The release.")] = OUTPUT,
    to: Annotated[
        Path | None, typer.Option("--to", "-o", help="Where the workbook goes; default: into the release.")
    ] = None,
) -> None:
    """Write the release as an Excel workbook: a sheet per table, and 任务分解表, the breakdown of tasks."""
    from gangyao.errors import DataError
    from gangyao.release.files import DATABASE, WORKBOOK
    from gangyao.release.writers.xlsx import write_workbook

    database = release / DATABASE
    if not database.is_file():
        raise DataError(f"{release} holds no {DATABASE}: build the release first, with `gangyao build`")
    path = to or release / WORKBOOK
    unfinished = path.with_name(f".{path.name}.part")
    try:
        write_workbook(database, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    typer.echo(f"{path} is written")
