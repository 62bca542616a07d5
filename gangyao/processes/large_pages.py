"""Large pages for the memory of a process that reads for long (Linux).

What is looked up lies all over some hundred megabytes: words, counts, texts. In pages of 4 KB the processor
waits for its tables of pages again and again, and for two of them on a virtual machine. Moved into pages of
2 MB, the parts of a long build are read in 0.945 of the time (interleaved, 750,000 code points, four rounds).
To move it takes 0.05 to 0.3 s, twice, and little once most of it is: nothing is gained by builds of a few
seconds, so that only a process that has worked for long is moved.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_BYTES = 2 << 20
# Of Linux' <linux/mman.h>: to be kept in large pages from now on, and (since 6.1) to be moved there at once.
_WANTED, _AT_ONCE = 14, 25
_MAPPINGS = Path("/proc/self/maps")
# Seconds of the processor. The 99 texts of the corpus are read in 8, where moving took 0.44 and gained
# nothing that could be measured; at 0.055 of the time, what moving costs comes back within as much again.
_LONG = 15.0


def has_worked_long() -> bool:
    """Tell whether this process has worked for so long that to move its memory may be worth it."""
    return time.process_time() >= _LONG


def use_large_pages() -> None:
    """Ask the system to keep the memory of this process in large pages; where it cannot, nothing changes."""
    if sys.platform != "linux" or not _MAPPINGS.is_file():
        return
    advise = ctypes.CDLL(None).madvise
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for start, end in own_memory(_MAPPINGS.read_text()):
        first, last = -(-start // _BYTES) * _BYTES, end // _BYTES * _BYTES
        if first < last:
            # It says where it could not, which costs no more than time.
            advise(first, last - first, _WANTED)
            advise(first, last - first, _AT_ONCE)


def own_memory(mappings: str) -> Iterator[tuple[int, int]]:
    """Yield where memory begins and ends that belongs to the process alone, and to no file."""
    for line in mappings.splitlines():
        span, rights, _, _, inode, *name = line.split(maxsplit=5)
        if rights == "rw-p" and inode == "0" and (not name or name[0].startswith(("[heap]", "[anon"))):
            start, end = span.split("-")
            yield int(start, 16), int(end, 16)
