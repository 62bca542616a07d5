"""A process that is asked to end (SIGTERM, SIGHUP) ends as by Ctrl-C: it clears away what it began."""

from __future__ import annotations

import signal
import threading
from types import FrameType

# What systemd, cron, Docker and `timeout` send, and a terminal that is closed.
_ASKED = ("SIGTERM", "SIGHUP")
# What a shell makes of the number of a signal.
_BY_SIGNAL = 128


class AskedToEnd(SystemExit):
    """Raised in the main thread, wherever it is, when this process is asked to end."""

    def __init__(self, number: int) -> None:
        super().__init__(_BY_SIGNAL + number)
        self.number = number

    def __str__(self) -> str:
        return f"asked to end ({signal.Signals(self.number).name})"


def end_when_asked() -> None:
    """Let this process end by AskedToEnd; what is ignored (`nohup`) stays so."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in _ASKED:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    # Once is enough: what is cleared away meanwhile should not be left half done.
    for name in _ASKED:
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    raise AskedToEnd(number)
