"""Cells that go over several rows or columns of a table without upright rules, by where their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gangyao.ingest.printed_pages.row_edges import centred
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.stretches import cells_of

# A word stands at the middle of its cell, or at its top, within this, in widths of a character.
_OFF = 0.8
# A word that begins no further from where the words of its column do is set to its left.
_FLUSH = 0.2
# Two ways to place the words of a column fit alike within this, in widths of a character.
_ALIKE = 0.3


def spans_of_rows(
    words: Sequence[Segment],
    edges: Sequence[float],
    firsts: Sequence[float],
    pitch: float,
    em: float,
    is_rest: bool,
    is_cut: bool,
) -> list[tuple[int, int]] | None:
    """Return for each cell of a column over which rows it goes: the first, and the one behind the last.

    `edges` are those of the rows, `firsts` the heights of the first lines of the rows. The rest of a table
    (`is_rest`) may begin with the rest of a cell, whose words stand on the page before; a table that the page
    cuts (`is_cut`) may end with the beginning of one. None where words stand neither at the middles of cells
    that fill the column nor at their tops.
    """
    cells = cells_of(words, pitch)
    if not cells:
        return [(0, len(edges) - 1)] if is_rest else None
    middles = [(cell[0].middle + cell[-1].middle) / 2 for cell in cells]
    tops = [sum(edge <= cell[0].middle for edge in edges[1:-1]) for cell in cells]
    off_top = max(abs(cell[0].middle - firsts[row]) for cell, row in zip(cells, tops, strict=True))
    is_top = off_top <= _OFF * em and (tops[0] == 0 or is_rest) and len(set(tops)) == len(tops)
    # The middle of a cell that the page cuts may be anywhere: it tells nothing of a single one.
    for start in () if is_top and is_cut and len(cells) == 1 else range(tops[0] + 1 if is_rest else 1):
        middle = centred(middles, edges, start, is_cut)
        if middle is None or middle[1] > _OFF * em:
            continue
        # Of what a page cuts, the last one may be in the middle of any number of rows.
        is_doubtful = is_cut and abs(off_top - middle[1]) <= _ALIKE * em
        is_even = 2 * _unevenness([*tops, len(edges) - 1]) < _unevenness(middle[0])
        if is_top and (off_top <= middle[1] or (is_doubtful and is_even)):
            continue
        first = [(0, start)] if start else []
        return first + list(zip(middle[0], middle[0][1:], strict=False))
    if is_top:
        first = [(0, tops[0])] if tops[0] else []
        return first + list(zip(tops, [*tops[1:], len(edges) - 1], strict=True))
    return None


def _unevenness(ends: Sequence[int]) -> int:
    """Return by how much the longest of some stretches is longer than the shortest."""
    lengths = [after - before for before, after in pairwise(ends)]
    return max(lengths) - min(lengths)


def span_of_columns(
    word: Segment, column: int, following: int, left: float, borders: Sequence[float], em: float
) -> tuple[int, int]:
    """Return the columns of a word that may stand at the middle of all columns before `following`.

    It stands in `column`, whose words begin at `left`, and nothing stands in its row before it, or between it
    and `following`.
    """
    if column > 0 and word.box.left - left < _FLUSH * em:
        return column, column
    middle = word.across
    own = abs((borders[column] + borders[column + 1]) / 2 - middle)
    over_all = abs((borders[0] + borders[following]) / 2 - middle)
    if following - 1 > 0 and over_all <= em and (over_all < own or column > 0):
        return 0, following - 1
    return column, column
