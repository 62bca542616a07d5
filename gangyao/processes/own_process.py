"""What our own processes do first, the command line and workers; not a program that imports Gangyao."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from typing import NoReturn

from gangyao.cache.compiled_patterns import keep_patterns
from gangyao.processes.import_guard import keep_unused_out
from gangyao.processes.quick_dataclasses import make_dataclasses_quick
from gangyao.processes.unlocked_properties import unlock_cached_properties


def prepare_process() -> None:
    """Keep unused packages out, have Arrow give its memory back, and look for garbage less often.

    To be called before Arrow and NumPy are imported. Arrow's own allocator keeps what it was once given: a
    build of 150 plans then takes a third more room than with the system's, which is no slower.
    """
    keep_unused_out()
    keep_patterns()
    make_dataclasses_quick()
    unlock_cached_properties()
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    # The matrices of the models are small: OpenBLAS's threads mostly wait for each other, at full speed, and
    # took a seventh of the seed's build.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Seven hundred modules are imported, and none of it is garbage: looking for it, even twice, took a
    # twentieth of the seed's build, which makes 250,000 objects. What reads documents pauses it anyway.
    gc.set_threshold(500_000)


def leave(code: int) -> NoReturn:
    """End this process with an exit code, and leave its memory to the system.

    Python would first look for garbage in it and take all of it apart: a twentieth of the seed's build. What
    was registered for the exit is done; where other threads are at work, Python's way is taken.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
