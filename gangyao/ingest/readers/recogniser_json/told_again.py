"""What a file tells twice on a page: lines and the words in them, a page and its lines, blocks and lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import height_of, middle_across
from gangyao.ingest.readers.recogniser_json.paged import PlacedPiece

_TAG = re.compile(r"<[^<>]{0,400}>")
# What holds others that together say so much of it is told by them.
_COVERED = 0.9
# Boxes of characters reach beyond that of their line by so many of its heights.
_BEYOND = 0.5
# A piece that is so much higher than those in it has several lines.
_SEVERAL_LINES = 1.8


def told_once(page: Sequence[PlacedPiece]) -> list[PlacedPiece]:
    """Return the pieces of a page without what is told again: those at the same place, those in others.

    Of a piece of several lines and the lines in it, the lines stay, unless it is a block with a label: what
    a model calls a paragraph or a table it has put together.
    """
    page = list({_key(piece): piece for piece in reversed(page)}.values())[::-1]
    said = ["".join(_TAG.sub("", piece.text).split()) for piece in page]
    around = _containers(page, said)
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for index, outer in enumerate(around):
        if outer is not None:
            inside[outer].append(index)
    kept: list[int] = []
    waiting = [index for index, outer in enumerate(around) if outer is None]
    while waiting:
        index = waiting.pop()
        parts = inside.get(index, [])
        if parts and not page[index].label and _is_told_by(index, parts, page, said):
            waiting += parts
        else:
            kept.append(index)
    return [page[index] for index in sorted(kept)]


def _key(piece: PlacedPiece) -> tuple[object, ...]:
    """Return what pieces share that are one: text and place, but for shares of a pixel."""
    box = piece.box
    edges = () if box is None else (box.left, box.top, box.right, box.bottom)
    # What tells no place may be said twice.
    return (piece.text, *map(round, edges)) if edges else (id(piece),)


def _is_told_by(index: int, parts: Sequence[int], page: Sequence[PlacedPiece], said: Sequence[str]) -> bool:
    """Tell whether a piece has several lines, which its parts tell."""
    if sum(len(said[part]) for part in parts) < _COVERED * len(said[index]):
        return False
    heights = [box.bottom - box.top for part in parts if (box := page[part].box) is not None]
    box = page[index].box
    return box is not None and box.bottom - box.top > _SEVERAL_LINES * median(heights)


def _containers(page: Sequence[PlacedPiece], said: Sequence[str]) -> list[int | None]:
    """Return for each piece the smallest one around its middle that says more, and what it says, too."""
    boxes = {index: piece.box for index, piece in enumerate(page) if piece.box is not None}
    found: list[int | None] = [None] * len(page)
    if not boxes:
        return found
    step = max(median(box.bottom - box.top for box in boxes.values()), 1.0)
    rows: defaultdict[int, list[int]] = defaultdict(list)
    # The smallest first: the first that fits is the smallest.
    for index in sorted(boxes, key=lambda one: _area(boxes[one])):
        box = boxes[index]
        for row in range(int(box.top // step), int(box.bottom // step) + 1):
            rows[row].append(index)
    for index, box in boxes.items():
        middle, text = middle_across(box), said[index]
        for outer in rows[int(height_of(box) // step)]:
            other = boxes[outer]
            beyond = _BEYOND * (box.bottom - box.top)
            if (
                other.left - beyond <= middle <= other.right + beyond
                and other.top <= height_of(box) <= other.bottom
                and len(text) < len(said[outer])
                and text in said[outer]
            ):
                found[index] = outer
                break
    return found


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
