"""Where hardly anything covers a stretch of x: the room between columns, of text and of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import overlap

#: A stretch of x, from its left end to its right one.
Gap = tuple[float, float]


def find_gaps(boxes: Sequence[Box], narrowest: float, few: int) -> list[Gap]:
    """Return the stretches of x between the outermost boxes, `narrowest` at least, that none of them covers.

    Where nothing clear is, a stretch that `few` boxes at most cover is one too.
    """
    clear = list(_stretches(boxes, narrowest, 0))
    further = _stretches(boxes, narrowest, few) if few else ()
    return sorted([*clear, *(gap for gap in further if not any(overlap(*gap, *one) for one in clear))])


def _stretches(boxes: Sequence[Box], narrowest: float, most: int) -> Iterator[Gap]:
    """Yield the stretches of x, wide enough for a gap, that `most` boxes cover and more do on both sides."""
    edges = sorted(edge for box in boxes for edge in ((box.left, 0, 1), (box.right, 1, -1)))
    covering = 0
    since = None
    for x, _, step in edges:
        before, covering = covering, covering + step
        if covering <= most < before:
            since = x
        elif before <= most < covering and since is not None and x - since >= narrowest:
            yield since, x
