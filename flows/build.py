"""The build as a Prefect flow: `python -m flows`, and what schedules run.

Ingest; clean, normalise and read, batch by batch; validate; consolidate; publish; report: each stage is a
task over an operation of `gangyao`, whose state says what it took and what it gave. The same operations as
`gangyao build`, with the same bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run, task_run
from prefect.states import Completed

from flows.choices import Runner
from flows.parameters import written_plainly
from flows.report import Progress, due_next, show, tell
from flows.runners import Place, readers, useful_workers
from flows.stages import IO_RETRIES, Clock, Done, Stages, done, whole
from gangyao.batch import refuse, tolerate
from gangyao.build import (
    Outcome,
    Settled,
    consolidate,
    parts_folder,
    publish_settled,
    settle,
    unchanged,
    validate_whole,
)
from gangyao.document.partition import read_partition
from gangyao.document.problems import DocumentProblem
from gangyao.ingest.folders import files_in
from gangyao.ingest.inventory import ListedDocument
from gangyao.operations import stages as figures
from gangyao.operations.fault_reports import write_fault_reports
from gangyao.operations.progress import build_progress
from gangyao.operations.recorded import finished_run
from gangyao.operations.runs import Run, append_run, failures_recorded
from gangyao.operations.sole_build import sole_build
from gangyao.operations.stages import Stage, named
from gangyao.parts import WrittenPart, listed_batches
from gangyao.paths import OUTPUT, SEEDS
from gangyao.plan import Plan, Request, of_partition, plan_build
from gangyao.reading import Reading, SuspectSearch
from gangyao.release.checks.problems import Problem
from gangyao.release.files import Format
from gangyao.release.kept import KEPT, refuse_held
from gangyao.release.publish import release_site
from gangyao.release.written_tables import WrittenTables

# Some 100,000 plans of 40 KB are 4 GB, three hours at 0.4 MB a second; what takes twice that hangs.
TIMEOUT = 6 * 3_600
# What curators take out in a night is little; what a disk that is not mounted takes is nearly all.
LEAST_SHARE = 0.5
WITH_PROBLEMS = "CompletedWithProblems"


@task(name="ingest", task_run_name="ingest {request.seeds}", cache_policy=NO_CACHE, **IO_RETRIES)
def ingest(request: Request) -> State[Done[Plan]]:
    """List the documents, and find which of them are to be read."""
    clock = Clock()
    plan = plan_build(request)
    return done("ingest", clock, figures.listed_figures(plan.listed), figures.plan_figures(plan), plan)


@task(
    name="read", task_run_name="read batch {number} of {count}: {names}", cache_policy=NO_CACHE, **IO_RETRIES
)
def read_batch(
    read: Callable[..., list[WrittenPart]],
    batch: tuple[ListedDocument, ...],
    request: Request,
    folder: Path,
    number: int,
    count: int,
    names: str,
) -> State[Done[list[WrittenPart]]]:
    """Clean, normalise and read a batch of documents, into tables that pandera and their ledgers prove.

    What cannot be used is left out and named.
    """
    clock = Clock()
    parts = read(batch, request.lexicon, folder / f"{number}-{task_run.run_count}", request.reading)
    gave = figures.parts_figures(parts)
    return done(f"read batch {number} of {count}", clock, figures.listed_figures(batch), gave, parts)


@task(name="validate", task_run_name="validate {plan.request.output}", cache_policy=NO_CACHE)
def validate(plan: Plan, parts: tuple[WrittenPart, ...]) -> State[Done[Settled]]:
    """Decide by what the checks of the batches found, and by what documents share, which are published."""
    clock = Clock()
    settled = settle(plan, parts)
    reports = sum(len(part.reports) for part in parts)
    took = (("batches", len(parts)), ("documents read", reports), ("taken over", len(plan.taken_over)))
    return done("validate", clock, took, figures.settled_figures(settled), settled)


@task(
    name="consolidate",
    task_run_name="consolidate {settled.plan.request.output}",
    cache_policy=NO_CACHE,
    **IO_RETRIES,
)
def merge_tables(settled: Settled, site: Path) -> State[Done[tuple[WrittenTables, tuple[Problem, ...]]]]:
    """Put the tables of all documents together; check what holds only over all of them: pandera, bounds."""
    clock = Clock()
    tables = consolidate(settled, site)
    warnings = validate_whole(settled, tables)
    gave = (*figures.table_figures(tables), ("warnings", len(warnings)))
    return done("consolidate", clock, figures.settled_figures(settled)[:1], gave, (tables, warnings))


@task(
    name="publish",
    task_run_name="publish {settled.plan.request.output}",
    cache_policy=NO_CACHE,
    **IO_RETRIES,
)
def publish(
    settled: Settled, tables: WrittenTables, warnings: tuple[Problem, ...], site: Path
) -> State[Done[Outcome]]:
    """Write CSV, DuckDB and descriptors, read them back, and put the release in place, all or nothing."""
    clock = Clock()
    took = figures.table_figures(tables)
    outcome = publish_settled(settled, tables, warnings, site)
    return done("publish", clock, took, figures.outcome_figures(outcome), outcome)


@task(name="report", task_run_name="report {output}", cache_policy=NO_CACHE)
def report(outcome: Outcome, told: Sequence[Stage], run: Run, output: Path, seeds: Path) -> State[Done[None]]:
    """Leave artifacts with the run, and emit what automations match."""
    clock = Clock()
    shown = show(outcome, told, run, output, seeds)
    tell(outcome, output)
    return done("report", clock, (("stages", len(told)),), (("artifacts", shown),), None)


@written_plainly
@flow(name="gangyao build", flow_run_name="build {output}", timeout_seconds=TIMEOUT)
def build(
    seeds: Path = SEEDS,
    output: Path = OUTPUT,
    documents: list[str] | None = None,
    files: list[Path] | None = None,
    workers: int | None = None,
    runner: Runner = Runner.local,
    formats: list[Format] | None = None,
    strict: bool = False,
    force: bool = False,
    keep: int = KEPT,
    least_share: float = LEAST_SHARE,
    suspects: SuspectSearch = SuspectSearch.COUNTS,
    second_reading: bool = False,
    cluster: str | None = None,
    store: str | None = None,
    partition: str | None = None,
) -> State[Outcome]:
    """Build the release of `seeds` in `output`, and publish it.

    A document that cannot be used is left out; the others are published, and the run ends as
    CompletedWithProblems. It fails, and the old release stays, when no document can be used or one falls
    below its bounds. Documents that did not change since the last build are taken over from it.

    Args:
        seeds: Folder with documents/ and lexicon/.
        output: Where the release goes; one build of it runs at a time, another waits.
        documents: The ids of the only documents to build; all where none are named.
        files: Files or folders to read instead of the documents of the seeds.
        workers: How many batches are read at once; as many as there are processors where none is given.
        runner: Where batches are read: here (local), or by workers of a Dask cluster.
        formats: What is written besides Parquet: csv, duckdb; where none is named, both, CSV up to 3 MB.
        strict: Publish nothing when any document cannot be used.
        force: Read every document again, also those that did not change.
        keep: How many of the releases that stood in `output` before are kept.
        least_share: Fail where the seeds hold less than this share of the documents that `output` holds.
        suspects: How misreadings are looked for: counts, or full (with a network, slower).
        second_reading: Read scans twice, by two recognisers.
        cluster: Address of Dask's scheduler; where none is given, one is started here with `workers`.
        partition: K/N builds only the Kth of N partitions, into partitions/ of the output.
        store: Folder that all workers see, or s3://bucket/prefix, for what goes to them and comes back.
    """
    found = files_in(files or ())
    request = Request(
        output,
        seeds,
        found.files,
        tuple(documents or ()),
        frozenset({*formats, Format.parquet}) if formats else None,
        force,
        Reading(second_reading, suspects),
        keep,
        least_share,
        found.problems,
    )
    if partition is not None:
        request = of_partition(request, read_partition(partition))
        output = request.output
    by, due, stages = f"flow run {flow_run.name}", due_next(), Stages()
    with sole_build(output, _waits), failures_recorded(output, by, due) as started:
        refuse_held(output)
        plan: Plan = stages.of(ingest(request, return_state=True))
        if plan.nothing_changed:
            outcome = unchanged(plan)
            (refuse if strict else tolerate)(outcome.problems)
        else:
            outcome = _release(plan, workers, runner, Place(cluster, store), strict, stages)
        run = finished_run(started, by, outcome, due)
        append_run(output, run)
        report(whole(outcome), tuple(stages.told), run, output, seeds)
    return _final_state(outcome, output)


def _release(
    plan: Plan, workers: int | None, runner: Runner, place: Place, strict: bool, stages: Stages
) -> Outcome:
    """Take what is to be read through all stages, to a new release."""
    problems = list(plan.problems)
    output = plan.request.output
    try:
        with parts_folder(output) as folder:
            parts = _read(plan, folder, workers, runner, place, strict, stages, problems)
            settled: Settled = stages.of(validate(whole(plan), whole(parts), return_state=True))
            with release_site(output) as site:
                tables, warnings = stages.of(merge_tables(whole(settled), site, return_state=True))
                outcome: Outcome = stages.of(
                    publish(whole(settled), whole(tables), warnings, site, return_state=True)
                )
        problems = list(outcome.problems)
    finally:
        for told in (*problems, *write_fault_reports(problems, output)):
            get_run_logger().warning("%s", told)
    return outcome


def _read(
    plan: Plan,
    folder: Path,
    workers: int | None,
    runner: Runner,
    place: Place,
    strict: bool,
    stages: Stages,
    problems: list[DocumentProblem],
) -> tuple[WrittenPart, ...]:
    """Read all batches, a task for each; what kept documents out is added to `problems`."""
    hold = refuse if strict else tolerate
    hold(problems)
    shared = useful_workers(workers, sum(one.size for one in plan.to_read))
    batches = listed_batches(plan.to_read, shared)
    progress = Progress(len(plan.to_read), len(batches))
    parts: list[WrittenPart] = []
    with (
        build_progress(len(plan.to_read)) as advance,
        readers(runner, shared, place) as pool,
    ):
        futures = [
            pool.submit(read_batch, whole(batch), plan.request, folder, number, len(batches), named(batch))
            for number, batch in enumerate(batches, start=1)
        ]
        for batch, future in zip(batches, futures, strict=True):
            future.wait()
            read: list[WrittenPart] = stages.of(future.state)
            advance(len(batch))
            progress.advance(len(batch))
            for part in read:
                parts.append(part)
                problems += part.problems
                hold(part.problems)
    return tuple(parts)


def _waits() -> None:
    get_run_logger().warning("another build of this output runs: waiting until it has ended")


def _final_state(outcome: Outcome, output: Path) -> State[Outcome]:
    """Return how a run ends that published, or found nothing to do."""
    if outcome.left_out:
        missing = ", ".join(outcome.left_out)
        message = f"{output} stands without {missing}: see the artifact and its table `problems`"
        return Completed(name=WITH_PROBLEMS, message=message, data=outcome)
    if not outcome.is_new:
        return Completed(message=f"{output} stands: nothing changed", data=outcome)
    return Completed(message=f"{output} is published", data=outcome)


if __name__ == "__main__":
    # By the front door, which starts what Prefect needs before it is imported.
    os.execv(sys.executable, [sys.executable, "-m", "flows", *sys.argv[1:]])
