"""Readers of files that strangers made, run in a process of their own: what hangs or eats memory is ended.

One worker reads one file after the other; a file that ends it costs the others nothing. Parsers written in C
cannot be interrupted from within, so the bounds are those of the operating system.
"""

from __future__ import annotations

import atexit
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal, cast

from gangyao.document.source import FileKind
from gangyao.errors import DataError
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.content import Content, ReadAgain

_LENGTH = struct.Struct(">Q")
#: What a worker is asked for.
Task = Literal["read", "read again"]
_REMEDY = "get another copy of it, or print it to PDF again"
# A recogniser takes and frees arrays of up to a hundred megabytes for each layer of a page. Where glibc gives
# each back to the system at once, 0.7 of 10 processor seconds of a newspaper page go into pages of memory.
_KEEP_MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(256 << 20), "MALLOC_TRIM_THRESHOLD_": str(512 << 20)}


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]

    def ask(self, task: Task, arguments: tuple[object, ...]) -> object | None:
        """Return what the task gives, the error that it raised, or None where the worker ended."""
        try:
            send(cast(BinaryIO, self.process.stdin), pickle.dumps((task, arguments)))
            answer = receive(cast(BinaryIO, self.process.stdout))
        except (BrokenPipeError, ConnectionResetError):
            return None
        return None if answer is None else cast(object, pickle.loads(answer))

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()


_workers: list[_Worker] = []


def read_bounded(kind: FileKind, data: bytes, name: str) -> Content:
    """Read the file `name`, of a kind other than text, within bounds of processor time and memory.

    Raises SeedError as `read_content` does, and for a file that exceeds the bounds.
    """
    return cast(Content, _bounded("read", name, (kind, data, name)))


def read_again_bounded(kind: FileKind, data: bytes, name: str, pages: Sequence[int]) -> ReadAgain:
    """Read pages (from 1) of a scan again, within the same bounds; raises SeedError as `read_again` does."""
    return cast(ReadAgain, _bounded("read again", name, (kind, data, name, tuple(pages))))


def _bounded(task: Task, name: str, arguments: tuple[object, ...]) -> object:
    if not _workers:
        _workers.append(_started())
    answer = _workers[0].ask(task, arguments)
    if answer is None:
        _end_workers()
        what = "takes too long or too much memory to read, or ends the program that reads it"
        raise SeedError(name, "", what, _REMEDY)
    if isinstance(answer, DataError):
        raise answer
    if isinstance(answer, Exception):
        what = f"cannot be read: {type(answer).__name__}: {' '.join(str(answer).split())[:120]}"
        raise SeedError(name, "", what, _REMEDY)
    return answer


def _started() -> _Worker:
    """Start a worker, which finds this package where this process found it."""
    paths = os.pathsep.join(path for path in sys.path if path)
    process = subprocess.Popen(
        [sys.executable, "-m", "gangyao.ingest.readers.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **_KEEP_MEMORY, "PYTHONPATH": paths},
    )
    return _Worker(process)


@atexit.register
def _end_workers() -> None:
    while _workers:
        _workers.pop().end()


def send(stream: BinaryIO, message: bytes) -> None:
    """Write a message with its length before it."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read a message; None at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
