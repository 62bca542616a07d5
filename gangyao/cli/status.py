"""`gangyao status`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


class StatusFormat(StrEnum):
    """How a status is told."""

    text = "text"
    json = "json"
    openmetrics = "openmetrics"


def status(
    output: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where the release goes.")] = OUTPUT,
    at_most: Annotated[
        float | None,
        typer.Option(
            metavar="HOURS",
            min=0,
            help="The greatest age of the last good run. Default: as Prefect's schedule says, where one ran.",
        ),
    ] = None,
    format: Annotated[
        StatusFormat, typer.Option("--format", help="For people, programs or scrapers.")
    ] = StatusFormat.text,
) -> None:
    """Tell how an output stands: its release, its last run, and what someone should look at.

    Exits 1 when the last run failed, documents are left out, a run is overdue, or files of the release were
    changed since; 0 when all is well, also where nothing was built yet.
    """
    from datetime import UTC, datetime, timedelta

    from gangyao.one_line import escaped_lines
    from gangyao.operations.openmetrics import openmetrics
    from gangyao.operations.status import status_json, status_of, status_text

    most = None if at_most is None else timedelta(hours=at_most)
    found = status_of(output, datetime.now(UTC), most)
    match format:
        case StatusFormat.text:
            typer.echo(escaped_lines(status_text(found)))
        case StatusFormat.json:
            typer.echo(status_json(found))
        case StatusFormat.openmetrics:
            typer.echo(openmetrics(found), nl=False)
    if not found.is_well:
        raise typer.Exit(1)
