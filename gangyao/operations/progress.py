"""The progress bar of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def build_progress(documents: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr while documents are read; yields the function to call with the number done.

    Where stderr is no terminal nothing is shown.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda done: None
        return
    # Only where someone looks: it takes longer to import than the smallest document to read.
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as progress:
        bar = progress.add_task("Reading documents", total=documents)

        def advance(done: int) -> None:
            progress.advance(bar, done)

        yield advance
