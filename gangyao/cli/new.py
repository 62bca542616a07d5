"""`gangyao new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import SEEDS


def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The text, as scanned.", exists=True, dir_okay=False)
    ],
    document_id: Annotated[
        str, typer.Option("--id", metavar="ID", help="Short and lasting, e.g. chengyu-2021.")
    ],
    title: Annotated[str, typer.Option(help="The document's title, as printed.")],
    seeds: Annotated[Path, typer.Option(help="Folder to register it in.")] = SEEDS,
) -> None:
    """Register a document: copies FILE to seeds/documents/ID/, with document.yaml and an empty errata.csv."""
    from gangyao.ingest.register import register_document

    folder = register_document(file, document_id, title, seeds)
    typer.echo(f"{folder}: registered; now edit document.yaml and run `gangyao build`")
