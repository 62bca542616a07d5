"""Where the next page begins among lines that hold a piece of every column, with nothing printed between.

Within a page each line of a column goes on the one above it. Where a page ends, its last column goes on at
the head of the next page's first one, and the end of each column at the head of the one beside it. Which rows
begin a page is the choice by which all of that reads best, as the character model reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.layout.reading_order.continuity import join_scores

# A page has so many rows; so many places are tried, those that read best.
_FEWEST_ROWS, _MOST_ROWS, _MOST_PLACES = 10, 120, 16
# Bits that a page costs, one that is as long as the others, and by how many all must read better with pages
# than without (by hand).
_PAGE, _EVEN_PAGE, _BETTER = 8.0, 2.0, 8.0
# What one join says is bounded: it is only so sure.
_LEAST, _MOST = -6.0, 8.0

#: The pieces of a row, by column; empty where a column has none.
Row = Sequence[str]
Bits = npt.NDArray[np.float64]


def find_page_rows(rows: Sequence[Row], model: CharacterModel) -> list[int]:
    """Return the rows, by index, with which a page begins, but for the first."""
    places = range(_FEWEST_ROWS, len(rows) - 1)
    if not places:
        return []
    filled = _filled(rows)
    gains = dict(zip(places, _gains(rows, filled, places, model).tolist(), strict=True))
    sizes = places[: _MOST_ROWS - _FEWEST_ROWS]
    even = [[*range(0, len(rows) - 1, size), len(rows)] for size in sizes]
    best = [0, *sorted(sorted(places, key=lambda place: -gains[place])[:_MOST_PLACES]), len(rows)]
    free = [(a, b) for a in best for b in best if b - a >= _FEWEST_ROWS]
    pages = {*free, *chain.from_iterable(map(pairwise, even)), (0, len(rows))}
    turns = _turns(rows, filled, sorted(pages), model)
    courses = [_likeliest(best, gains, turns), *(_course(edges, gains, turns) for edges in even)]
    bits, edges = max(courses, key=lambda course: course[0])
    return edges[1:-1] if bits >= turns[0, len(rows)] + _BETTER else []


def _course(
    edges: list[int], gains: Mapping[int, float], turns: Mapping[tuple[int, int], float]
) -> tuple[float, list[int]]:
    """Return how well pages of the same number of rows read."""
    within = sum(gains[edge] - _EVEN_PAGE for edge in edges[1:-1])
    return within + sum(turns[page] for page in pairwise(edges)), edges


def _likeliest(
    edges: Sequence[int], gains: Mapping[int, float], turns: Mapping[tuple[int, int], float]
) -> tuple[float, list[int]]:
    """Return the pages that read best, whatever the number of their rows."""
    reached: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for end in edges[1:]:
        gain = gains[end] - _PAGE if end in gains else 0.0
        courses = [
            (reached[start][0] + turns[start, end] + gain, [*reached[start][1], end])
            for start in edges
            if start < end and start in reached and (start, end) in turns
        ]
        if courses:
            reached[end] = max(courses, key=lambda course: course[0])
    return reached[edges[-1]]


def _filled(rows: Sequence[Row]) -> list[list[str]]:
    """Return for each row what stands last in each column, down to it."""
    filled: list[list[str]] = []
    for row in rows:
        above = filled[-1] if filled else [""] * len(row)
        filled.append([text or before for text, before in zip(row, above, strict=True)])
    return filled


def _gains(rows: Sequence[Row], filled: Sequence[Row], places: Sequence[int], model: CharacterModel) -> Bits:
    """Return by how many bits rows read better as the heads of pages than as lines below others."""
    across = [(filled[place - 1][-1], rows[place][0]) for place in places]
    columns = [
        [(filled[place - 1][column], rows[place][column]) for place in places]
        for column in range(len(rows[0]))
    ]
    gains = _bits(across, model)
    for column in columns:
        gains = gains - _bits(column, model)
    return gains


def _turns(
    rows: Sequence[Row], filled: Sequence[Row], pages: Sequence[tuple[int, int]], model: CharacterModel
) -> dict[tuple[int, int], float]:
    """Return for pages, from row to row, how well each of their columns goes on at the head of the next."""
    found = dict.fromkeys(pages, 0.0)
    for left, right in pairwise(range(len(rows[0]))):
        pairs = [(filled[end - 1][left], _head(rows, right, start, end)) for start, end in pages]
        for page, bits in zip(pages, _bits(pairs, model).tolist(), strict=True):
            found[page] += bits
    return found


def _head(rows: Sequence[Row], column: int, start: int, end: int) -> str:
    return next((rows[n][column] for n in range(start, end) if rows[n][column]), "")


def _bits(pairs: Sequence[tuple[str, str]], model: CharacterModel) -> Bits:
    """Return how well the right texts go on the left ones; nothing is said of empty ones."""
    scores = np.clip(join_scores(pairs, model), _LEAST, _MOST)
    return np.where([bool(left) and bool(right) for left, right in pairs], scores, 0.0)
