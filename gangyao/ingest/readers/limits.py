"""How much of the machine reading one file may take; it counts only in a worker (see `bounded`)."""

from __future__ import annotations

import os
import sys

# There is none on Windows, where nothing is bounded.
if sys.platform != "win32":
    import resource

# Processor seconds for a file or, where pages are recognised, a page: a plan of 700 pages of text takes 20
# seconds, a recognised newspaper page 25.
_SECONDS = 90
# What a process may take: a recogniser on a newspaper page takes 2 GB, a page of text a tenth of one.
_BYTES = 8 << 30

_state = {"is_worker": False}


def seconds_per_file() -> int:
    """Return the processor seconds for a file: the usual number, or that of GANGYAO_READER_SECONDS."""
    asked = os.environ.get("GANGYAO_READER_SECONDS", "")
    return int(asked) if asked.isdigit() and int(asked) > 0 else _SECONDS


def become_worker() -> None:
    """Bound this process from now on."""
    _state["is_worker"] = True
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, hard))


def allow_more_time() -> None:
    """Give this process its seconds anew: another file begins, or another page to recognise."""
    if _state["is_worker"] and sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        seconds = int(used.ru_utime + used.ru_stime) + seconds_per_file()
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))
