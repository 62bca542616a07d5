"""Processes that end with the one that started them, however that one ends.

`worker_pool` gives such workers. `end_with_this_process` is for a process that another library starts; it
runs this module, which waits beside the two.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
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
            try:
                yield pool
            except BaseException:
                # Nobody waits for what they do any more: they end now, not with the work at hand.
                writing.close()
                raise
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


def end_with_this_process(pid: int) -> None:
    """See to it that a process ends when this one does: it is then asked to (SIGTERM).

    By a small process that reads from a pipe whose other end only this process holds.
    """
    # Held until the interpreter goes: the pipe closes with it, which is what the other end waits for.
    _WATCHES.append(
        subprocess.Popen(
            [sys.executable, "-m", __name__, str(pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # What interrupts a terminal's processes must not end the watch before what it watches over.
            start_new_session=True,
        )
    )


_WATCHES: list[subprocess.Popen[bytes]] = []


def _watch(pid: int) -> None:
    """Wait until standard input closes, then end the process."""
    # By a descriptor where there is one (Linux): a process's number may be another's by then.
    process = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None
    sys.stdin.read()
    if process is None:
        os.kill(pid, signal.SIGTERM)
    else:
        signal.pidfd_send_signal(process, signal.SIGTERM)


if __name__ == "__main__":
    _watch(int(sys.argv[1]))
