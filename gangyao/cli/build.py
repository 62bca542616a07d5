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
            metavar="[FILE]…",
            help="Files or folders to read instead of the seeds: text, PDF, web page, .docx, .ofd, scan.",
            exists=True,
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
    second_reading: Annotated[
        bool,
        typer.Option(
            "--second-reading",
            help="Read scans twice, by two recognisers; where they differ, both readings become a suspect.",
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Publish nothing when any document cannot be used.")
    ] = False,
) -> None:
    """Build the release from seeds/, or from the given files, of any kinds.

    A file's document id is its name without suffix. A document that cannot be used is left out and
    reported; the others are published, and the exit code is 1. The release is checked before it replaces the
    one in OUTPUT; when that fails, the old one stays as it is.
    """
    import time

    from gangyao.batch import (
        Part,
        build_all,
        default_workers,
        left_out,
        refuse,
        tables_to_publish,
        tolerate,
        used,
    )
    from gangyao.fault_reports import write_fault_reports
    from gangyao.ingest.folders import files_in
    from gangyao.ingest.second_reading import with_second_readings
    from gangyao.ingest.seeds import load_files, load_seeds
    from gangyao.progress import build_progress
    from gangyao.release.publish import publish, release_inputs
    from gangyao.summary import print_problems, print_summary, summarise

    started = time.perf_counter()
    lexicon = lexicon_of(seeds)
    loaded = load_files(files_in(files), document or []) if files else load_seeds(seeds, document or [])
    documents = tuple(map(with_second_readings, loaded.documents)) if second_reading else loaded.documents
    problems = list(loaded.problems)
    hold = refuse if strict else tolerate
    try:
        hold(problems)
        with build_progress(len(documents)) as advance:

            def on_part(count: int, part: Part) -> None:
                advance(count)
                problems.extend(part.problems)
                hold(part.problems)

            part = build_all(documents, lexicon, workers or default_workers(), on_part)
        tables = tables_to_publish(part.tables, problems)
        inputs = release_inputs(used(documents, tables), seeds, lexicon, left_out(problems))
        published = publish(tables, output, inputs)
    finally:
        print_problems(problems, write_fault_reports(problems, output))
    print_summary(summarise(tables, time.perf_counter() - started), published.warnings)
    if any(problem.leaves_out for problem in problems):
        raise typer.Exit(1)
