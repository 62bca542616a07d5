"""`gangyao clean`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import SEEDS, lexicon_of


def clean(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A file: text, PDF, web page, .docx, .xlsx, .ofd or scan.",
            exists=True,
            dir_okay=False,
        ),
    ],
    ledger: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write corrections and suspects to this CSV file.")
    ] = None,
    seeds: Annotated[Path, typer.Option(help="Folder whose lexicon/ to use.")] = SEEDS,
) -> None:
    """Print the cleaned text: noise removed, lines rejoined, columns in order; one block a line.

    The ledger lists every change (raw span, before, after, evidence, rule) and every doubted span.
    """
    from gangyao.ingest.seeds import document_from_file
    from gangyao.pipeline import load_engine, read_document
    from gangyao.release.ledger_csv import write_ledger

    read = read_document(document_from_file(file), load_engine(lexicon_of(seeds)))
    if ledger is not None:
        write_ledger(read, ledger)
    typer.echo(read.cleaned.text)
