"""One build of an output at a time, whoever starts it: the second waits until the first has ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gangyao.paths import history_of

if sys.platform != "win32":
    import fcntl

LOCK = "lock"


@contextmanager
def sole_build(output: Path, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock on `output`; `on_wait` is called first where another build holds it.

    The system lets go of it when the process ends, however it ends. A build that leaves nothing beside the
    lock, as one that names no seeds, leaves no folder either.
    """
    folder = history_of(output)
    descriptor = _locked(folder, on_wait)
    try:
        yield
    finally:
        if [path.name for path in folder.iterdir()] == [LOCK]:
            (folder / LOCK).unlink()
            # Another build may be just about to wait here.
            with suppress(OSError):
                folder.rmdir()
        os.close(descriptor)


def _locked(folder: Path, on_wait: Callable[[], None]) -> int:
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:  # the folder was removed since
            continue
        if sys.platform == "win32":
            return descriptor
        try:
            _lock(descriptor, on_wait)
        except BaseException:
            os.close(descriptor)
            raise
        # Whoever held it may have removed the file: then what is locked here is no lock any more.
        if _is_same_file(descriptor, folder / LOCK):
            return descriptor
        os.close(descriptor)


def _lock(descriptor: int, on_wait: Callable[[], None]) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        on_wait()
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _is_same_file(descriptor: int, path: Path) -> bool:
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(descriptor), found)
