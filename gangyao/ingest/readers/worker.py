"""A process that reads files for another: `python -m gangyao.ingest.readers.worker`."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Mapping
from typing import BinaryIO

from gangyao.ingest.readers.bounded import Task, receive, send
from gangyao.ingest.readers.limits import allow_more_time, become_worker
from gangyao.ingest.readers.read import read_content
from gangyao.ingest.readers.read_again import read_again

_TASKS: Mapping[Task, Callable[..., object]] = {"read": read_content, "read again": read_again}


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer each request (task, arguments) with what the task gives or the error that was raised."""
    while (request := receive(requests)) is not None:
        allow_more_time()
        send(answers, pickle.dumps(_answer(request)))


def _answer(request: bytes) -> object:
    try:
        task, arguments = pickle.loads(request)
        return _TASKS[task](*arguments)
    # The process that asked says what it is.
    except (Exception, MemoryError) as error:
        return error if _can_travel(error) else RuntimeError(f"{type(error).__name__}: {error}")


def _can_travel(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return False
    return True


if __name__ == "__main__":
    answers = sys.stdout.buffer
    # What a library prints must not get among the answers.
    sys.stdout = sys.stderr
    become_worker()
    serve(sys.stdin.buffer, answers)
