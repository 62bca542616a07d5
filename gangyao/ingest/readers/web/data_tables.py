"""Tables of data, told from those that lay out a page: old pages stand in tables as a whole."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

# A table with a cell longer than this, or with another table in it, lays out the page and holds no data.
_LONGEST_CELL = 1_500
_FEWEST_CELLS = 3


def holds_data(table: LexborNode) -> bool:
    """Tell whether a table holds data: several cells, none of them long or with a table in it."""
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return False
    cells = table.css("td, th")
    return len(cells) >= _FEWEST_CELLS and all(len(cell.text()) <= _LONGEST_CELL for cell in cells)
