"""Who reads batches: the one place where a task runner is chosen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Protocol, cast

from prefect import Task
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.states import Pending
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.callables import get_call_parameters

from flows.choices import Runner
from flows.cluster import cluster_reader, dask_cluster
from gangyao.batch import default_workers
from gangyao.errors import DataError
from gangyao.ingest.inventory import ListedDocument
from gangyao.parts import LEAST_BATCH_BYTES, WrittenPart, write_one_by_one, write_part, write_part_or_end
from gangyao.processes.children import worker_pool
from gangyao.processes.own_process import prepare_process
from gangyao.reading import Reading
from gangyao.storage import Storage


class Running(Protocol):
    """A task that runs, or will."""

    @property
    def state(self) -> State[Any]:
        """How it stands, and how it ended."""

    def wait(self) -> None:
        """Wait until it has ended."""


@dataclass(frozen=True, slots=True)
class Readers:
    """What runs tasks, and `read`, by which they read a batch into a new folder.

    Without a task runner that is this thread, as soon as it waits for the task.
    """

    runner: TaskRunner[Any] | None
    read: Callable[[Sequence[ListedDocument], Path, Path, Reading], list[WrittenPart]]

    def submit(self, task: Task[..., Any], *what: Any) -> Running:
        """Have a task run, which gets `read` first."""
        if self.runner is None:
            return _Here(cast("_Run", partial(task, self.read, *what, return_state=True)))
        parameters = get_call_parameters(task.fn, (self.read, *what), {})
        return cast("PrefectFuture[Any]", self.runner.submit(task, parameters))


_Run = Callable[[], State[Any]]


@dataclass(slots=True)
class _Here:
    """A task that runs in this thread when it is waited for."""

    run: _Run
    state: State[Any] = field(default_factory=Pending)

    def wait(self) -> None:
        self.state = self.run()


@dataclass(frozen=True, slots=True)
class Place:
    """Where other machines are: the cluster's scheduler, and the storage that all of them see."""

    cluster: str | None = None
    store: str | None = None


@contextmanager
def readers(kind: Runner, workers: int, place: Place = Place()) -> Iterator[Readers]:
    """Start what reads batches, `workers` at a time; it has ended when the context has.

    Here: a thread for each, which waits for a process of Gangyao's own pool. Prefect's process pool imports
    Prefect in each process, and leaves them behind where the flow is killed. One worker needs no process, nor
    a thread, in which nothing that never ends could be broken off (see `gangyao.processes.allowance`).
    """
    # What a runner's tasks have not begun when it ends is not begun any more.
    match kind:
        case Runner.local if workers == 1:
            yield Readers(None, _read_here)
        case Runner.local:
            ended = Event()
            # The threads wait for the processes, which end first where the run is cancelled.
            with _threads(workers) as runner, worker_pool(workers, prepare_process) as pool:
                try:
                    yield Readers(runner, _reading_in(pool, ended))
                except BaseException:
                    ended.set()
                    raise
        case Runner.dask:
            with (
                _storage(place) as storage,
                dask_cluster(place.cluster, workers) as cluster,
                _threads(cluster.at_once) as runner,
                cluster_reader(cluster, storage) as read,
            ):
                yield Readers(runner, read)


@contextmanager
def _storage(place: Place) -> Iterator[Storage]:
    """Give the storage that is named, or a folder of this machine for workers that are here too."""
    if place.store is not None:
        yield Storage(place.store)
        return
    if place.cluster is not None:
        raise DataError("--cluster needs --store: a folder that all its workers see, or s3://bucket/prefix")
    with tempfile.TemporaryDirectory(prefix="gangyao-store-") as folder:
        yield Storage(folder)


def _threads(workers: int) -> TaskRunner[Any]:
    return cast("TaskRunner[Any]", ThreadPoolTaskRunner(max_workers=workers))


def _read_here(
    batch: Sequence[ListedDocument], lexicon: Path, folder: Path, reading: Reading
) -> list[WrittenPart]:
    return [write_part(batch, lexicon, folder, reading)]


def _reading_in(pool: ProcessPoolExecutor, ended: Event) -> Callable[..., list[WrittenPart]]:
    """Return what reads a batch in a process of the pool, or, where one died, each document by itself.

    Not where the run has `ended`: then all processes have.
    """

    def read(
        batch: Sequence[ListedDocument], lexicon: Path, folder: Path, reading: Reading
    ) -> list[WrittenPart]:
        try:
            return [pool.submit(write_part_or_end, batch, lexicon, folder, reading).result()]
        except BrokenProcessPool:
            if ended.is_set():
                raise
            # The document that killed it is not known. The processes of a run that is cancelled may end
            # before it does, which has half a minute then to clear away.
            parts = []
            for part in write_one_by_one(batch, lexicon, folder.with_name(f"{folder.name}-again"), reading):
                parts.append(part)
                if ended.is_set():
                    raise
            return parts

    return read


def useful_workers(asked: int | None, size: int) -> int:
    """Return how many workers documents of `size` bytes can keep busy: one where one batch holds them."""
    return min(asked or default_workers(), 1 + size // LEAST_BATCH_BYTES)
