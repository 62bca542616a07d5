"""`gangyao new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import SEEDS, lexicon_of


def new(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The document: text, PDF, web page, .docx, .xlsx, .ofd or a picture.",
            exists=True,
            dir_okay=False,
        ),
    ],
    document_id: Annotated[
        str, typer.Option("--id", metavar="ID", help="Short and lasting, e.g. chengyu-2021.")
    ],
    title: Annotated[
        str | None, typer.Option(help="The document's title, as printed; default: what the file says.")
    ] = None,
    seeds: Annotated[Path, typer.Option(help="Folder to register it in.")] = SEEDS,
) -> None:
    """Register a document: copies FILE to seeds/documents/ID/, with document.yaml and an empty errata.csv.

    document.yaml holds every key that can be set, with its meaning, filled as far as the file says.
    """
    from gangyao.document.facts import NAME_OF_FILE
    from gangyao.ingest.register import register_document
    from gangyao.ingest.seeds import document_from_file
    from gangyao.pipeline import load_engine, read_document

    read = read_document(document_from_file(file, document_id), load_engine(lexicon_of(seeds)))
    told = [fact for fact in read.facts.found if fact.origin != NAME_OF_FILE]
    folder = register_document(file, document_id, title, seeds, told)
    typer.echo(f"{folder}: registered; now edit document.yaml and run `gangyao build`")
