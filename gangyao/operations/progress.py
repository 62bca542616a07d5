"""The progress bar of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def build_progress(documents: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr while documents are read; yields the function to call with the number done."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        bar = progress.add_task("Reading documents", total=documents)

        def advance(done: int) -> None:
            progress.advance(bar, done)

        yield advance
