"""Watching files: what was added, changed or removed, once it has settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# Of each file: its path, size and time of change in nanoseconds.
Marks = frozenset[tuple[str, int, int]]


def marks_of(paths: Iterable[Path]) -> Marks:
    """Return the marks of the files among `paths` and in the folders among them, without hidden ones."""
    found = set()
    for path in paths:
        for file in (path, *path.rglob("*")) if path.is_dir() else (path,):
            hidden = file != path and any(part.startswith(".") for part in file.relative_to(path).parts)
            try:
                stat = file.stat()
            except OSError:  # it went while one looked
                continue
            if file.is_file() and not hidden:
                found.add((str(file), stat.st_size, stat.st_mtime_ns))
    return frozenset(found)


def settled(look: Callable[[], Marks], waits: Iterable[object]) -> Iterator[Marks]:
    """Yield what `look` sees, first at once, then whenever it differs from what was yielded last.

    What changes is yielded when two looks after one another see the same, so that a file that is still being
    copied is not read. Looks are taken after each of `waits`; the end of these is the end.
    """
    known = look()
    yield known
    before = known
    for _ in waits:
        now = look()
        if now != known and now == before:
            known = now
            yield known
        before = now
