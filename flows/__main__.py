"""`python -m flows`: the build as a flow (`flows.build`); where nothing changed it says so without Prefect.

Importing Prefect and starting its server take four seconds; finding that the release stands takes a quarter
of one.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.choices import Runner
from flows.server import is_named, own_server
from gangyao.errors import DataError
from gangyao.operations.runs import append_run, unchanged_run
from gangyao.operations.sole_build import sole_build
from gangyao.paths import OUTPUT, SEEDS
from gangyao.plan import Request, plan_build
from gangyao.processes.asked_to_end import end_when_asked
from gangyao.processes.own_process import prepare_process
from gangyao.release.files import Format
from gangyao.release.kept import KEPT, held_release
from gangyao.state import State

BY = "python -m flows"


def release_that_stands() -> State | None:
    """Return the record of the release of the default seeds, if it is what they would build, all of it."""
    try:
        plan = plan_build(Request(OUTPUT, SEEDS))
    except DataError:
        return None  # The flow says what is wrong, where schedules see it.
    if not plan.nothing_changed or plan.before is None or plan.before.problems or held_release(OUTPUT):
        return None
    return plan.before


def _answered() -> bool:
    """Say that nothing changed, where that is so, and tell whether it is."""
    with sole_build(OUTPUT):
        started = datetime.now(UTC)
        state = release_that_stands()
        if state is None:
            return False
        append_run(OUTPUT, unchanged_run(started, BY, state))
    print(f"{OUTPUT}: nothing changed since the last build; the release stays as it is")
    return True


def run(
    seeds: Annotated[Path, typer.Option(help="Folder with documents/ and lexicon/.")] = SEEDS,
    output: Annotated[Path, typer.Option(help="Where the release goes.")] = OUTPUT,
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this document (repeatable).")
    ] = None,
    file: Annotated[
        list[Path] | None,
        typer.Option(help="This file or folder instead of the seeds' documents (repeatable)."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Batches read at once; default: one per processor.")
    ] = None,
    runner: Annotated[Runner, typer.Option(help="Where batches are read.")] = Runner.local,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Dask's scheduler; default: one is started here.")
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Folder that all workers see, or s3://bucket/prefix."),
    ] = None,
    partition: Annotated[
        str | None, typer.Option(metavar="K/N", help="Only the Kth of N partitions (see `gangyao unite`).")
    ] = None,
    format: Annotated[
        list[Format] | None, typer.Option(help="What to write besides Parquet (repeatable).")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Publish nothing when any document cannot be used.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Read every document again.")] = False,
    keep: Annotated[int, typer.Option(min=0, help="How many of the releases before are kept.")] = KEPT,
) -> None:
    """Build the release of the seeds, as a Prefect flow; exits 1 when documents were left out."""
    with nullcontext() if is_named() else own_server() as server:
        # Only now: Prefect reads at its import which server is meant.
        from flows.local import run_here  # noqa: PLC0415

        run_here(
            server, seeds=seeds, output=output, documents=document, files=file, workers=workers,
            runner=runner, cluster=cluster, store=store, partition=partition, formats=format,
            strict=strict, force=force, keep=keep,
        )  # fmt: skip


def main() -> None:
    """Run the flow, unless it is asked for nothing special and the release stands."""
    prepare_process()
    # Prefect sees to SIGTERM alone, and only while a flow runs.
    end_when_asked()
    if sys.argv[1:] or not _answered():
        typer.run(run)


if __name__ == "__main__":
    main()
