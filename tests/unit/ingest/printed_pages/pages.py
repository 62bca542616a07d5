"""Pages of runs as a reader of PDF gives them, line below line."""

from __future__ import annotations

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, Run

WIDTH, HEIGHT = 595.0, 842.0


def run(text: str, left: float, top: float, size: float = 12, font: str = "Song", stream: int = 0) -> Run:
    """Return a run of Han, each as wide as high."""
    return Run(text, Box(left, top, left + size * len(text), top + size), size, font, stream)


def page(*runs: Run, number: int = 1) -> Page:
    """Return a page that draws these runs in this order."""
    drawn = (Run(one.text, one.box, one.size, one.font, 100 * rank) for rank, one in enumerate(runs))
    return Page(number, WIDTH, HEIGHT, tuple(drawn))
