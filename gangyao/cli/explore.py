"""`gangyao explore`."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gangyao.paths import DOCUMENTS, OUTPUT, SEEDS

if TYPE_CHECKING:
    from gangyao.explorer.places import Site
    from gangyao.explorer.server import ExplorerServer

#: The port that is tried first, so that addresses stay the same; unassigned by IANA.
PORT = 8462


def explore(
    release: Annotated[Path, typer.Argument(metavar="DIR", help="The release to look at.")] = OUTPUT,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help=f"Port to serve on; default: {PORT}, or any that is free."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = True,
    sources: Annotated[
        Path,
        typer.Option(metavar="DIR", help="Where the source files lie: pages of PDFs and pictures are shown."),
    ] = SEEDS / DOCUMENTS,
    repository: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Repository whose form takes reports of errors."),
    ] = None,
) -> None:
    """Look at a release in the browser: documents, tasks, entities, targets, corrections.

    It is served on this machine only, until Ctrl-C; nothing is fetched from elsewhere.
    """
    import webbrowser

    from gangyao.errors import DataError
    from gangyao.explorer.pages import PAGE_SCALE
    from gangyao.explorer.places import Site
    from gangyao.release.files import DATAPACKAGE, PARQUET

    if not (release / DATAPACKAGE).is_file() or not (release / PARQUET).is_dir():
        raise DataError(
            f"{release} holds no release with Parquet files: build one with `gangyao build` or `make data`"
        )
    site = Site(repository.rstrip("/") if repository else None, PAGE_SCALE)
    with _server(release, sources, site, port) as server:
        typer.echo(f"{release} is at {server.address} (Ctrl-C stops it)")
        if open_:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            typer.echo("")


def _server(release: Path, sources: Path, site: Site, port: int | None) -> ExplorerServer:
    from gangyao.errors import DataError
    from gangyao.explorer.pages import Pages
    from gangyao.explorer.places import Places
    from gangyao.explorer.server import ExplorerServer

    places, pages = Places(release), Pages(release, sources)
    try:
        return ExplorerServer(places, site, PORT if port is None else port, pages)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        if port is None:
            return ExplorerServer(places, site, 0, pages)
        raise DataError(f"port {port} is in use: name another with --port") from error
