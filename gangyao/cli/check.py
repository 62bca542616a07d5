"""`gangyao check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT, SEEDS


def check(
    release: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The release to prove.", exists=True, file_okay=False)
    ] = OUTPUT,
    seeds: Annotated[Path, typer.Option(help="Seeds to hold it against, where they are there.")] = SEEDS,
) -> None:
    """Prove a release: schemas, keys, spans, ledger replay and undo, checksums, inputs.

    Prints one line per problem, with file, table, row and column, and exits 1 when there is any.
    """
    from gangyao.one_line import escaped_lines
    from gangyao.release.checks.release import check as check_release
    from gangyao.release.files import is_partitioned
    from gangyao.release.partitions import check_partitions

    checked = check_partitions if is_partitioned(release) else check_release
    problems = list(checked(release, seeds if seeds.is_dir() else None))
    for problem in problems:
        typer.echo(escaped_lines(str(problem)))
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{release}: the release holds")
