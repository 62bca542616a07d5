"""`gangyao unite`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


def unite(
    release: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where the partitions are.", exists=True, file_okay=False)
    ] = OUTPUT,
) -> None:
    """Put over all partitions of a release (`gangyao build --partition K/N`) a database of views.

    `gangyao sql`, `gangyao check` and DuckDB then take them for one release; nothing is copied.
    """
    from gangyao.release.files import DATABASE
    from gangyao.release.partitions import partitions_in, same_bytes
    from gangyao.release.partitions import unite as write_views

    write_views(release)
    for ids in same_bytes(release):
        told = f"warning: {', '.join(ids)}: have the same bytes, and their tasks count each time"
        typer.echo(f"{told}; delete all but one and build their partitions again", err=True)
    typer.echo(f"{release / DATABASE}: views over {len(partitions_in(release))} partitions")
