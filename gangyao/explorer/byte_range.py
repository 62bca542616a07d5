"""The `Range` header of HTTP (RFC 9110, 14.2), as far as a reader of Parquet needs it: one range of bytes."""

from __future__ import annotations

import re

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class UnsatisfiableRange(ValueError):
    """The range asked for lies beyond the file."""


def byte_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Return the half-open range of a file of `size` bytes that the header asks for; None for the whole file.

    What cannot be read, and several ranges at once, ask for the whole file, as the RFC allows.

    Raises UnsatisfiableRange when the file has none of the bytes.
    """
    found = _RANGE.fullmatch(header.strip()) if header else None
    if found is None or found.group(1) == found.group(2) == "":
        return None
    first, last = found.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < int(first):
            return None
    if start >= end:
        raise UnsatisfiableRange(header)
    return start, end
