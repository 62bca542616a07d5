"""Pieces to pages: which page each stands on, and its box in one unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import widths_of
from gangyao.ingest.readers.recogniser_json.pieces import Piece
from gangyao.ingest.readers.recogniser_json.places import Place
from gangyao.ingest.readers.word_pages import box_on_page, certainty

_Edges = tuple[float, float, float, float]
# What is no higher than this is measured in inches, or in shares of the page, not in pixels or points.
_LOWEST = 2.0
# Shares of a page reach to 1, its inches to the length of a large sheet.
_WHOLE, _LONGEST_INCHES = 1.5, 100.0
_PERCENT = 100.0
_POINTS_PER_INCH = 72.0
# A page that is told in shares is this many units wide. It is as high as its characters tell; where they do
# not, as a sheet of A4, and never higher for its width than by the third.
_WIDE, _SHEET, _MOST_SHAPE = 1000.0, 1.414, 4.0
_FEWEST_CHARACTERS = 4
# Two pages share this much of the room that the smaller one fills; blocks of one page hardly any.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A recognised text with its box, None where the file does not tell it."""

    text: str
    score: float | None
    label: str
    box: Box | None


def paged(pieces: Sequence[Piece]) -> list[list[PlacedPiece]]:
    """Return the pieces of each page. Raises ValueError for a box that lies on no page."""
    edges = _edges([piece.place for piece in pieces])
    numbers = _told(pieces) or _by_lists(pieces, edges)
    across, down = _units(pieces, edges)
    most = _PERCENT if any((piece.score or 0.0) > _WHOLE for piece in pieces) else 1.0
    pages: defaultdict[int, list[PlacedPiece]] = defaultdict(list)
    for piece, number, one in zip(pieces, numbers, edges, strict=True):
        box = None
        if one is not None:
            box = box_on_page(one[0] * across, one[1] * down, one[2] * across, one[3] * down)
        score = None if piece.score is None else certainty(piece.score, most)
        pages[number].append(PlacedPiece(piece.text, score, piece.label, box))
    return [pages[number] for number in sorted(pages)]


def _edges(places: Sequence[Place | None]) -> list[_Edges | None]:
    """Return the edges of places; four numbers that cannot be edges everywhere are an edge and a size."""
    fours = [place.edges for place in places if place is not None and place.is_four]
    are_sizes = any(right < left or bottom < top for left, top, right, bottom in fours)
    found: list[_Edges | None] = []
    for place in places:
        if place is not None and place.is_four and are_sizes:
            left, top, width, height = place.edges
            found.append((left, top, left + width, top + height))
        else:
            found.append(None if place is None else place.edges)
    return found


def _units(pieces: Sequence[Piece], places: Sequence[_Edges | None]) -> tuple[float, float]:
    """Return by what lengths across and down are to be multiplied."""
    edges = [one for one in places if one is not None]
    if not edges or not median(bottom - top for _, top, _, bottom in edges) < _LOWEST:
        return 1.0, 1.0
    farthest = max(max(right, bottom) for _, _, right, bottom in edges)
    if farthest <= _WHOLE:
        # Shares do not tell how high a page is for its width, but a character is as high as wide.
        shapes = [
            (one[2] - one[0]) / widths_of(piece.text) / (one[3] - one[1])
            for piece, one in zip(pieces, places, strict=True)
            if one is not None and one[3] > one[1] and len(piece.text) >= _FEWEST_CHARACTERS
        ]
        shape = median(shapes) if shapes else _SHEET
        return _WIDE, _WIDE * min(max(shape, 1 / _MOST_SHAPE), _MOST_SHAPE)
    return (_POINTS_PER_INCH, _POINTS_PER_INCH) if farthest <= _LONGEST_INCHES else (1.0, 1.0)


def _told(pieces: Sequence[Piece]) -> list[int]:
    """Return the page of each piece where pages are told; one that tells none is on that of the last."""
    if all(piece.page is None for piece in pieces):
        return []
    last = next(piece.page for piece in pieces if piece.page is not None)
    numbers: list[int] = []
    for piece in pieces:
        last = last if piece.page is None else piece.page
        numbers.append(last)
    return numbers


def _by_lists(pieces: Sequence[Piece], edges: Sequence[_Edges | None]) -> list[int]:
    """Return the page of each piece by the outermost list that is one of pages."""
    deepest = max(len(piece.trail) for piece in pieces)
    for level in range(deepest):
        parts: defaultdict[int, list[_Edges]] = defaultdict(list)
        for piece, one in zip(pieces, edges, strict=True):
            if one is not None and len(piece.trail) > level + 1:
                parts[piece.trail[level]].append(one)
        if len(parts) > 1:
            hulls = [_hull(parts[index]) for index in sorted(parts)]
            lie_on_each_other = [_shared(one, other) >= _SHARED for one, other in pairwise(hulls)]
            if sum(lie_on_each_other) > len(lie_on_each_other) / 2:
                return [piece.trail[level] if len(piece.trail) > level else 0 for piece in pieces]
            break
    return [0] * len(pieces)


def _hull(edges: Sequence[_Edges]) -> _Edges:
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _shared(one: _Edges, other: _Edges) -> float:
    """Return how much of the smaller one lies on the other."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((edges[2] - edges[0]) * (edges[3] - edges[1]) for edges in (one, other))
    return max(width, 0.0) * max(height, 0.0) / smaller if smaller > 0 else 0.0
