"""What a piece of work may take of this process: where it takes more, it is broken off.

By a timer that counts processor time (POSIX). Python's matcher of patterns looks for signals too, so that one
that never ends is broken off as a loop is. Signals are told to the main thread alone: in another one, on
Windows, and where a program has uses of its own for the signal, nothing is bounded; `end_beyond` bounds a
whole process, whatever it does.
"""

from __future__ import annotations

import math
import signal
import sys
import threading
import time
import traceback
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType
from typing import Literal, TypeVar

if sys.platform != "win32":
    import resource

Step = TypeVar("Step")
Value = TypeVar("Value")
#: Which of the two ran out.
Kind = Literal["time", "memory"]
# Processor seconds from one look to the next. A loop that only makes objects makes some 0.2 GB in them; to
# look takes 20 µs.
_BETWEEN = 0.2
# Whoever is told, and goes on all the same, is told again; to free what was made may take as long.
_GRACE = 5.0
_PAGES = Path("/proc/self/statm")


class TakesTooMuch(Exception):
    """A piece of work took more than it may; `report` says where it was."""

    def __init__(self, kind: Kind, report: str) -> None:
        super().__init__(f"takes more {kind} than it may")
        self.kind = kind
        self.report = report


class _BrokenOff(BaseException):
    """Raised in the midst of the work. No stage catches it, since it is no Exception."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.kind = kind


class Allowance:
    """Processor seconds that work may take, and bytes by which this process may grow meanwhile.

    A context, to be entered as often as there is a piece of the work, and left before another is entered;
    raises TakesTooMuch. The seconds are those of all pieces, the bytes those of each.
    """

    __slots__ = ("_began", "_quiet_until", "_size", "room", "seconds")

    def __init__(self, seconds: float, room: int) -> None:
        self.seconds = seconds
        self.room = room
        self._began = self._quiet_until = 0.0
        self._size = 0

    def __enter__(self) -> None:
        """Begin to count."""
        if _can_look():
            self._began = self._quiet_until = time.process_time()
            self._size = 0
            _at_work.append(self)
            signal.setitimer(signal.ITIMER_PROF, _BETWEEN, _BETWEEN)

    def __exit__(self, _: object, error: BaseException | None, where: TracebackType | None) -> None:
        """Stop to count; what was broken off is told as TakesTooMuch."""
        if not _at_work:
            return
        _at_work.clear()
        signal.setitimer(signal.ITIMER_PROF, 0)
        self.seconds -= time.process_time() - self._began
        if isinstance(error, _BrokenOff):
            report = "".join(traceback.format_exception(error))
            # What the work had made would else stay for as long as somebody knows of the error.
            traceback.clear_frames(where)
            raise TakesTooMuch(error.kind, report) from None

    def look(self) -> None:
        """Break the work off where it took more than it may; called from within."""
        now = time.process_time()
        if now < self._quiet_until:
            return
        kind: Kind | None = "time" if now - self._began > self.seconds else None
        if kind is None:
            size = _size()
            self._size = self._size or size
            if size - self._size <= self.room:
                return
            kind = "memory"
        self._quiet_until = now + _GRACE
        raise _BrokenOff(kind)


def within(allowance: Allowance, steps: Generator[Step, None, Value]) -> Generator[Step, None, Value]:
    """Take the steps of a generator within an allowance; what its caller does between them is free."""
    while True:
        try:
            with allowance:
                step = next(steps)
        except StopIteration as done:
            value: Value = done.value
            return value
        yield step


@contextmanager
def end_beyond(seconds: float) -> Iterator[None]:
    """Have the system end this process where a block takes more processor time, whatever it does there.

    For processes that others start again. There is no such bound on Windows.
    """
    if sys.platform == "win32":
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = math.ceil(used.ru_utime + used.ru_stime + seconds)
    # What was bounded more narrowly stays so.
    lowest = min([wanted, *(one for one in before if one != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_CPU, (lowest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)


# What is at work: one at a time, since there is one timer.
_at_work: list[Allowance] = []
_OWN = frozenset({Allowance.__enter__.__code__, Allowance.__exit__.__code__})


def _can_look() -> bool:
    """Tell whether this thread will be told of the signal, and see to it that it is."""
    if sys.platform == "win32" or _at_work or threading.current_thread() is not threading.main_thread():
        return False
    told = signal.getsignal(signal.SIGPROF)
    if told is signal.SIG_DFL:
        # For good: one that is on its way would else end the process.
        signal.signal(signal.SIGPROF, _look)
        # What waits for a disk or another process goes on waiting.
        signal.siginterrupt(signal.SIGPROF, False)
    return told in (signal.SIG_DFL, _look)


def _look(_: int, frame: FrameType | None) -> None:
    # What begins or ends here must not be broken off in the midst.
    if _at_work and (frame is None or frame.f_code not in _OWN):
        _at_work[0].look()


def _size() -> int:
    """Return how many bytes of memory this process takes, 0 where the system does not say (not Linux)."""
    try:
        return int(_PAGES.read_bytes().split()[1]) * resource.getpagesize()
    except OSError:
        return 0
