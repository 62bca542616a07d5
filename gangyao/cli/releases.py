"""`gangyao releases`: the releases that are kept of an output, and ways back to them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT

Output = Annotated[Path, typer.Option(help="Where the release goes.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The release, or how its id begins.")]

releases = typer.Typer(invoke_without_command=True)


@releases.callback()
def list_(context: typer.Context, output: Output = OUTPUT) -> None:
    """List the releases that are kept of an output, the newest first; pin one, or go back to it.

    Builds keep the last three that stood there before (`gangyao build --keep N`), in OUTPUT.history.
    """
    if context.invoked_subcommand is not None:
        return
    from rich.console import Console
    from rich.table import Table

    from gangyao.release.kept import held_release, kept_releases, release_id

    table = Table("release", "documents", "tasks", "MB", "")
    current = release_id(output)
    if current is not None:
        table.add_row(current, "", "", "", "in place, held" if held_release(output) else "in place")
    for one in kept_releases(output):
        table.add_row(
            one.release_id,
            f"{one.rows.get('documents', 0):,}",
            f"{one.rows.get('tasks', 0):,}",
            f"{one.size / 1e6:.1f}",
            "pinned" if one.is_pinned else "",
        )
    Console().print(table)


@releases.command("pin")
def pin(release: Id, output: Output = OUTPUT) -> None:
    """Never remove a kept release to make room for newer ones."""
    from gangyao.release.kept import pin

    typer.echo(f"{pin(output, release).release_id}: pinned")


@releases.command("unpin")
def unpin(release: Id, output: Output = OUTPUT) -> None:
    """Let a kept release be removed when newer ones need its room."""
    from gangyao.release.kept import unpin

    typer.echo(f"{unpin(output, release).release_id}: no longer pinned")


@releases.command("roll-back")
def roll_back(
    release: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="The release, or how its id begins. Default: the newest kept."),
    ] = None,
    output: Output = OUTPUT,
) -> None:
    """Put a kept release back in its place, in one step, and hold it there.

    Builds are refused until `gangyao releases resume`; the release that stood there is kept in its turn.
    """
    from gangyao.operations.sole_build import sole_build
    from gangyao.release.kept import roll_back

    with sole_build(output, lambda: typer.echo(f"{output}: waiting for a build to end", err=True)):
        found = roll_back(output, release)
    typer.echo(
        f"{output}: release {found.release_id} is back; builds are refused until `gangyao releases resume`"
    )


@releases.command("resume")
def resume(output: Output = OUTPUT) -> None:
    """Let builds go on after a roll-back."""
    from gangyao.release.kept import resume

    typer.echo(f"{output}: builds go on" if resume(output) else f"{output}: builds were not held")


@releases.command("send")
def send(
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="A folder that is shared, or s3://bucket/prefix.")
    ],
    output: Output = OUTPUT,
) -> None:
    """Copy the release to where others read it: PLACE/ID, and its id into PLACE/current."""
    from gangyao.release.sent import send_release
    from gangyao.storage import Storage

    typer.echo(f"{place}: {send_release(output, Storage(place))} is the current release")
