"""The build as a Prefect flow: `python -m flows.build`, and what schedules run.

The same operations as `gangyao build`, with the same bytes. A few chunky tasks: one that reads the seeds, one
per batch of documents, one that publishes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

import typer
from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows.server import end_server_with_flow
from gangyao.batch import default_workers, refuse, tolerate
from gangyao.build import Outcome, parts_folder, publish_parts, unchanged
from gangyao.document.problems import DocumentProblem
from gangyao.errors import DataError
from gangyao.fault_reports import write_fault_reports
from gangyao.ingest.inventory import ListedDocument
from gangyao.parts import BATCH_BYTES, WrittenPart, listed_batches, write_part
from gangyao.paths import DOCUMENTS, OUTPUT, SEEDS
from gangyao.plan import Plan, Request, plan_build
from gangyao.progress import build_progress
from gangyao.release.checks.problems import Problem
from gangyao.summary import Summary, markdown, print_problems, print_summary, summarise

end_server_with_flow()

Value = TypeVar("Value")


@task(name="read seeds", task_run_name="read seeds in {seeds}", cache_policy=NO_CACHE)
def list_documents(seeds: Path, output: Path, document_ids: list[str]) -> Plan:
    """List the documents that `seeds` describes, and find which of them are to be read."""
    return plan_build(Request(output, seeds, document_ids=tuple(document_ids)))


@task(name="build batch", task_run_name="build batch {number} of {count}", cache_policy=NO_CACHE)
def read_batch(
    batch: tuple[ListedDocument, ...], lexicon: Path, folder: Path, number: int, count: int
) -> WrittenPart:
    """Take a batch of documents through every stage, to tables; what cannot be used is left out and named."""
    return write_part(batch, lexicon, folder / str(number))


@task(name="publish", task_run_name="check and publish to {output}", cache_policy=NO_CACHE)
def publish_release(plan: Plan, parts: tuple[WrittenPart, ...], output: Path) -> Outcome:
    """Check the tables and put the release in place, all or nothing."""
    return publish_parts(plan, parts)


class DocumentsLeftOut(DataError):
    """The release stands, without some documents: the flow fails, so that a schedule can react."""

    def __init__(self, document_ids: tuple[str, ...], output: Path) -> None:
        super().__init__(f"{output} is published without {', '.join(document_ids)}: see its table `problems`")
        self.document_ids = document_ids


@flow(name="gangyao build", flow_run_name="build {seeds} to {output}")
def build(
    seeds: Path = SEEDS, output: Path = OUTPUT, document_ids: list[str] | None = None, strict: bool = False
) -> tuple[Summary, tuple[Problem, ...]]:
    """Build the release of `seeds` in `output`; return its summary and warnings.

    A document that cannot be used is left out; the others are published, and then DocumentsLeftOut is raised
    (with `strict`, DataError before anything is published). Raises DataError when no document can be used or
    the tables do not hold; the old release then stays.
    """
    started = time.perf_counter()
    plan = list_documents(seeds, output, document_ids or [])
    problems = list(plan.clashes)
    hold = refuse if strict else tolerate
    try:
        hold(problems)
        if plan.nothing_changed:
            outcome = unchanged(plan)
        else:
            with parts_folder(output) as folder:
                parts = _read_all(plan, folder, problems, hold)
                outcome = publish_release(_whole(plan), _whole(parts), output)
        problems = list(outcome.problems)
    finally:
        print_problems(problems, write_fault_reports(problems, output))
    summary = summarise(outcome.tables, time.perf_counter() - started)
    create_markdown_artifact(markdown(summary), key="gangyao-release", description=f"Release in {output}")
    if outcome.left_out:
        raise DocumentsLeftOut(outcome.left_out, output)
    return summary, outcome.warnings


def _read_all(
    plan: Plan,
    folder: Path,
    problems: list[DocumentProblem],
    hold: Callable[[Sequence[DocumentProblem]], None],
) -> tuple[WrittenPart, ...]:
    """Read documents in one task per batch; what kept some of them out is added to `problems`."""
    cut = listed_batches(plan.to_read)
    with build_progress(len(plan.to_read)) as advance:
        futures = [
            read_batch.submit(_whole(batch), plan.request.lexicon, folder, number, len(cut))
            for number, batch in enumerate(cut, start=1)
        ]
        parts = []
        for batch, future in zip(cut, futures, strict=True):
            parts.append(future.result())
            advance(len(batch))
            problems += parts[-1].problems
            hold(parts[-1].problems)
    return tuple(parts)


def _whole(value: Value) -> Value:
    """Keep Prefect from searching a large value for futures; the task receives the value itself."""
    return cast(Value, quote(value))


def useful_workers(seeds: Path) -> int:
    """Return how many processes the documents of `seeds` can keep busy: one where they fill one batch."""
    size = sum(path.stat().st_size for path in (seeds / DOCUMENTS).rglob("*") if path.is_file())
    return min(default_workers(), 1 + size // BATCH_BYTES)


def task_runner(workers: int) -> TaskRunner[Any]:
    """Return threads for one worker, processes for several: reading documents is work for the processor."""
    return ThreadPoolTaskRunner(max_workers=1) if workers == 1 else ProcessPoolTaskRunner(max_workers=workers)


def main(
    seeds: Annotated[Path, typer.Option(help="Folder with documents/ and lexicon/.")] = SEEDS,
    output: Annotated[Path, typer.Option(help="Where the release goes.")] = OUTPUT,
    document: Annotated[list[str] | None, typer.Option(help="Only this document (repeatable).")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes to use; default: one per processor.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Publish nothing when any document cannot be used.")
    ] = False,
) -> None:
    """Build the release of the seeds, as a Prefect flow."""
    # Joining Prefect's heartbeat thread costs each flow call a second; a run of seconds needs no heartbeat.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        try:
            runner = task_runner(workers or useful_workers(seeds))
            summary, warnings = build.with_options(task_runner=runner)(seeds, output, document, strict)
        except DataError as error:
            print(f"gangyao: {error}", file=sys.stderr)
            sys.exit(1)
    print_summary(summary, warnings)


if __name__ == "__main__":
    typer.run(main)
