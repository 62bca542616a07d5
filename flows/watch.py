"""A flow that builds whenever something was added to, changed in or removed from what it watches."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from prefect import flow, get_run_logger

from flows.build import build
from gangyao.operations.watching import marks_of, settled
from gangyao.paths import OUTPUT, SEEDS
from gangyao.release.kept import KEPT


@flow(name="gangyao watch", flow_run_name="watch for {output}")
def watch(
    seeds: Path = SEEDS,
    output: Path = OUTPUT,
    files: list[Path] | None = None,
    every_seconds: float = 30,
    hours: float | None = None,
    workers: int | None = None,
    keep: int = KEPT,
) -> None:
    """Build once, then whenever the files changed and have settled; each build is a run of its own below.

    A build that fails is shown as failed, and the watch goes on.

    Args:
        seeds: Folder with documents/ and lexicon/; all of it is watched.
        output: Where the release goes.
        files: Files or folders to read, and watch, instead of the documents of the seeds.
        every_seconds: How often to look; a change is built when two looks see the same.
        hours: How long to watch; until it is cancelled where nothing is given.
        workers: How many batches are read at once; as many as there are processors where none is given.
        keep: How many of the releases that stood in `output` before are kept.
    """
    watched = [*files, seeds] if files else [seeds]
    for marks in settled(lambda: marks_of(watched), _waits(every_seconds, hours)):
        get_run_logger().info("%d files: building", len(marks))
        state = build(seeds=seeds, output=output, files=files, workers=workers, keep=keep, return_state=True)
        get_run_logger().info("%s: %s", state.name, state.message)


def _waits(every_seconds: float, hours: float | None) -> Iterator[None]:
    until = None if hours is None else time.monotonic() + 3_600 * hours
    while until is None or time.monotonic() < until:
        time.sleep(every_seconds)
        yield
