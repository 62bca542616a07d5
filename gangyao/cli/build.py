"""`gangyao build`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gangyao.document.problems import DocumentProblem
from gangyao.operations.logs import VARIABLE, LogFormat
from gangyao.paths import OUTPUT, SEEDS
from gangyao.reading import Reading, SuspectSearch
from gangyao.release.files import Format
from gangyao.release.kept import KEPT

if TYPE_CHECKING:
    from datetime import datetime

    from gangyao.operations.runs import Run
    from gangyao.plan import Plan

BY = "gangyao build"


def _that_are_there(files: list[Path] | None) -> list[Path] | None:
    """Refuse a call that names what is not there; a link to nothing, or a closed file, stops no other."""
    for path in files or ():
        if not os.path.lexists(path):
            raise typer.BadParameter(f"path '{path}' does not exist.")
    return files


def build(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]…",
            help="Files or folders to read instead of the seeds: text, PDF, page, .docx, .xlsx, .ofd, scan.",
            readable=False,
            callback=_that_are_there,
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
    suspects: Annotated[
        SuspectSearch,
        typer.Option(
            help="How to look for misreadings: by counts, or in full, with a network that also finds "
            "left-out characters (needs gangyao[deep]; slower)."
        ),
    ] = SuspectSearch.COUNTS,
    strict: Annotated[
        bool, typer.Option("--strict", help="Publish nothing when any document cannot be used.")
    ] = False,
    formats: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT,…",
            help="What to write besides Parquet: csv, duckdb. Default: both; CSV up to 3 MB of text.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Read every document again, also those that did not change.")
    ] = False,
    keep: Annotated[
        int, typer.Option(min=0, help="How many of the releases before are kept, to go back to.")
    ] = KEPT,
    least_share: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            help="Publish nothing when fewer than this share of the documents in OUTPUT would be left.",
        ),
    ] = 0.0,
    partition: Annotated[
        str | None,
        typer.Option(
            metavar="K/N", help="Only the Kth of N partitions, into OUTPUT/partitions (see `gangyao unite`)."
        ),
    ] = None,
    log: Annotated[
        LogFormat | None,
        typer.Option(envvar=VARIABLE, help="Write a line for each stage and batch to stderr, in this form."),
    ] = None,
) -> None:
    """Build the release from seeds/, or from the given files, of any kinds.

    A file's document id is its name without suffix. A document that cannot be used is left out and
    reported; the others are published, and the exit code is 1. The release is checked before it replaces the
    one in OUTPUT; when that fails, the old one stays as it is. Documents that did not change since the last
    build are taken over from it; where nothing did, the release is not written again.
    """
    from gangyao.document.partition import read_partition
    from gangyao.ingest.folders import files_in
    from gangyao.operations.logs import log_to_stderr
    from gangyao.operations.runs import append_run, failures_recorded, unchanged_run
    from gangyao.operations.sole_build import sole_build
    from gangyao.plan import Request, of_partition, plan_build
    from gangyao.release.kept import refuse_held

    if log is not None:
        log_to_stderr(log)
    found = files_in(files or ())
    request = Request(
        output,
        seeds,
        found.files,
        tuple(document or ()),
        _formats(formats),
        force,
        Reading(second_reading, suspects),
        keep,
        least_share,
        found.problems,
    )
    if partition is not None:
        request = of_partition(request, read_partition(partition))
        output = request.output
    with sole_build(output, lambda: typer.echo(f"{output}: waiting for another build to end", err=True)):
        refuse_held(output)
        with failures_recorded(output, BY) as started:
            plan = plan_build(request)
            before = plan.before if plan.nothing_changed else None
            if before is not None:
                run = unchanged_run(started, BY, before)
            else:
                run = _build(plan, started, workers, strict)
            append_run(output, run)
    if before is not None:
        _stand(before.problems, output)
    if run.left_out:
        raise typer.Exit(1)


def _build(plan: Plan, started: datetime, workers: int | None, strict: bool) -> Run:
    """Build what is planned, print what came of it, and return what the record says of it."""
    from gangyao.batch import default_workers, refuse, tolerate
    from gangyao.build import parts_folder, publish_parts
    from gangyao.operations.fault_reports import write_fault_reports
    from gangyao.operations.progress import build_progress
    from gangyao.operations.recorded import finished_run
    from gangyao.operations.stages import StageLog
    from gangyao.operations.summary import print_problems, print_summary, summarise
    from gangyao.parts import WrittenPart, write_parts
    from gangyao.pipeline import load_engine

    request = plan.request
    log = StageLog()
    log.ingested(plan)
    problems = list(plan.problems)
    hold = refuse if strict else tolerate
    try:
        hold(problems)
        with parts_folder(request.output) as folder:
            with build_progress(len(plan.to_read)) as advance:

                def on_part(part: WrittenPart) -> None:
                    log.read(part)
                    advance(len(part.reports))
                    problems.extend(part.problems)
                    hold(part.problems)

                parts = write_parts(
                    plan.to_read,
                    request.lexicon,
                    folder,
                    workers or default_workers(),
                    on_part,
                    request.reading,
                )
            # The engine is not needed any more; its memory is what the release is made in.
            load_engine.cache_clear()
            outcome = publish_parts(plan, parts)
        log.published(outcome)
        problems = list(outcome.problems)
    finally:
        print_problems(problems, write_fault_reports(problems, request.output))
    run = finished_run(started, BY, outcome)
    print_summary(summarise(outcome.tables, run.seconds), outcome.warnings)
    if request.formats is None and Format.csv not in plan.formats:
        typer.echo("No CSV: there are more than 3 MB of text; `--formats csv,duckdb` writes it.", err=True)
    return run


def _stand(problems: Sequence[DocumentProblem], output: Path) -> None:
    """Say that the release stands, and again what is missing in it."""
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(f"{output}: nothing changed since the last build; the release stays as it is")


def _formats(told: str | None) -> frozenset[Format] | None:
    if told is None:
        return None
    names = {name.strip() for name in told.split(",")}
    unknown = names - {one.value for one in Format}
    if unknown:
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: formats are {', '.join(Format)}")
    return frozenset({*map(Format, names), Format.parquet})
