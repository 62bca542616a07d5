"""`gangyao collate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import DOCUMENTS, SEEDS, lexicon_of


def collate(
    document_id: Annotated[str, typer.Argument(metavar="ID", help="A document of the seeds.")],
    copy: Annotated[
        Path,
        typer.Argument(
            metavar="COPY",
            help="Another copy: text, PDF, web page, .docx, .xlsx, .ofd or scan, whole or in part.",
            exists=True,
            dir_okay=False,
        ),
    ],
    seeds: Annotated[Path, typer.Option(help="Folder with documents/ and lexicon/.")] = SEEDS,
    errata: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write proposed errata rows to this CSV file.")
    ] = None,
) -> None:
    """Compare a document with another copy of its text; print where they differ, and propose errata rows.

    Script, width, punctuation and line breaks may differ, parts may be missing. Keep the proposed rows that
    you believe by moving them into the document's errata.csv.
    """
    from gangyao.collation.collate import collate as compare
    from gangyao.collation.errata import write_proposals
    from gangyao.collation.preference import preferences
    from gangyao.collation.report import as_text
    from gangyao.ingest.copies import read_copy
    from gangyao.ingest.seeds import load_document
    from gangyao.pipeline import load_engine, read_document

    folder = seeds / DOCUMENTS / document_id
    if not folder.is_dir():
        raise typer.BadParameter(
            f"{folder} is not there; `gangyao new` registers a document", param_hint="ID"
        )
    engine = load_engine(lexicon_of(seeds))
    read = read_document(load_document(folder), engine)
    apparatus = compare(read.document, read.cleaned, read_copy(copy))
    typer.echo(as_text(apparatus, preferences(apparatus.differences, engine.model)))
    if errata is not None:
        write_proposals(apparatus, errata)
