"""Worker processes that end with the process that started them, however that one ends."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection


def nothing() -> None:
    """Prepare nothing."""


@contextmanager
def worker_pool(workers: int, prepare: Callable[[], None] = nothing) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of `workers` processes, each of which runs `prepare` first.

    A worker that waits for work does not see that its parent was killed: it holds both ends of the queue that
    it waits at. So each is given the reading end of a pipe whose other end only the parent holds, and ends
    when that closes; the fork server ends with the last of them.
    """
    # Forking a process that has threads (Arrow, DuckDB, rich) can deadlock; a forkserver starts clean.
    context = get_context("forkserver")
    reading, writing = context.Pipe(duplex=False)
    try:
        with ProcessPoolExecutor(
            workers, mp_context=context, initializer=_begin, initargs=(reading, prepare)
        ) as pool:
            yield pool
    finally:
        writing.close()
        reading.close()


def _begin(parent: Connection, prepare: Callable[[], None]) -> None:
    threading.Thread(target=_end_with, args=(parent,), name="ends with its parent", daemon=True).start()
    prepare()


def _end_with(parent: Connection) -> None:
    """Wait until the other end closes, which happens when the parent ends, and end this process."""
    try:
        parent.recv_bytes()
    except (EOFError, OSError):
        # Not by an exception: the work at hand is in another thread, and nobody waits for it any more.
        os._exit(1)
