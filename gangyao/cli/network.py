"""`gangyao network`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT


def network(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="name.graphml, or name.csv for name.nodes.csv and name.edges.csv."
        ),
    ],
    output: Annotated[Path, typer.Option(help="The release to read.")] = OUTPUT,
) -> None:
    """Export the network of entities: an edge for two entities that one task names."""
    from gangyao.release.network import write_network

    write_network(output, file)
    typer.echo(f"{file}: written")
