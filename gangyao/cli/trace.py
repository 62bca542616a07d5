"""`gangyao trace`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


def trace(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="Any row's id, e.g. chengyu-2021/8.1/p1/t2.")],
    output: Annotated[Path, typer.Option(help="The release to look in.")] = OUTPUT,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the printed lines, cut out of their page, as a PNG file."),
    ] = None,
) -> None:
    """Show a row, its paragraph, the printed lines with the corrections marked, and the evidence of each."""
    from gangyao.one_line import escaped_lines
    from gangyao.release.trace import trace as trace_row

    typer.echo(escaped_lines(trace_row(output, row_id)))
    if picture is not None:
        picture.write_bytes(_cut_out(output, row_id))
        typer.echo(f"{picture}: the picture of these lines")


def _cut_out(release: Path, row_id: str) -> bytes:
    from gangyao.document.printed import Box
    from gangyao.ingest.readers.cuttings import Place, cut_out
    from gangyao.release.printed_places import printed_places

    places = printed_places(release, row_id)
    first = places[0]
    boxes = [Place(place.page, Box(place.left, place.top, place.right, place.bottom)) for place in places]
    return cut_out(first.kind, first.file.read_bytes(), first.name, boxes)
