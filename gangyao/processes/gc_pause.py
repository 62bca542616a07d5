"""Python's collector of reference cycles, kept from running while there are none to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Keep the cycle collector from running; usable as a decorator too.

    Documents and rows are values without cycles, but every few hundred of them would make the collector walk
    all that was read. What has cycles (some 0.01 objects per code point, of libraries) waits until it is on.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
