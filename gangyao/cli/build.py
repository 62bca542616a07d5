"""`gangyao build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gangyao.paths import OUTPUT, SEEDS, lexicon_of


def build(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]…", help="Text files to read instead of the seeds.", exists=True, dir_okay=False
        ),
    ] = None,
    seeds: Annotated[Path, typer.Option(help="Folder with documents/ and lexicon/.")] = SEEDS,
    output: Annotated[Path, typer.Option(help="Where the release goes.")] = OUTPUT,
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this document (repeatable).")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes to use; default: one per processor.")
    ] = None,
) -> None:
    """Build the release from seeds/, or from the given text files.

    A text file's document id is its name without suffix. The release is checked before it replaces the one in
    OUTPUT; when anything is wrong, the old one stays as it is.
    """
    import time

    from gangyao.batch import build_tables, default_workers
    from gangyao.ingest.seeds import document_from_file, load_seeds
    from gangyao.progress import build_progress
    from gangyao.release.publish import publish, release_inputs
    from gangyao.summary import print_summary, select_documents, summarise

    started = time.perf_counter()
    lexicon = lexicon_of(seeds)
    found = tuple(document_from_file(file) for file in files) if files else load_seeds(seeds)
    documents = select_documents(found, document or [])
    with build_progress(len(documents)) as advance:
        tables = build_tables(documents, lexicon, workers or default_workers(), advance)
    published = publish(tables, output, release_inputs(documents, seeds, lexicon))
    print_summary(summarise(tables, time.perf_counter() - started), published.warnings)
