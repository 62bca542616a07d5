"""Python's collector of reference cycles, kept from running while there are none to find."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def gc_paused() -> Iterator[None]:
    """Keep the cycle collector from running; usable as a decorator too.

    Documents and rows are values without cycles, but every few hundred of them would make the collector walk
    all that was read. What has cycles (some 0.01 objects per code point: trees of sections, libraries) waits
    until it is on, or `collect_recent` is called.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@cache
def spare_what_stays() -> None:
    """Have the collector pass over all that is in memory now, for good: what is loaded once, and stays.

    To walk the compiled engine takes 0.2 s, each time; only the first call does anything. (To ask the
    collector how much it passes over has it walk all of that.) At the end of the process it is walked again:
    extensions complain of what is left then.
    """
    gc.freeze()
    atexit.register(gc.unfreeze)


def collect_recent() -> None:
    """Free what has cycles and was made since the last call: milliseconds where the engine is spared."""
    gc.collect(0)
