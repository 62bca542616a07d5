"""Tables of data, told from those that lay out a page: old pages stand in tables as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

# A table with a cell longer than this, or with another table in it, lays out the page and holds no data.
_LONGEST_CELL = 1_500
_FEWEST_CELLS = 3
_LONG_CELL = 500
_MOST_OF_TABLE = 0.8
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})


def holds_data(table: LexborNode) -> bool:
    """Tell whether a table holds data: several cells side by side, none of them long or with a table in it.

    One that holds most of the table's text, if that is much, is a page with something beside it.
    """
    rows = rows_of(table)
    cells = [cell for row in rows for cell in row]
    if len(cells) < _FEWEST_CELLS or max(len(row) for row in rows) < 2:
        return False
    lengths = [len("".join(cell.text().split())) for cell in cells]
    longest = max(lengths)
    if longest > _LONGEST_CELL or (longest > _LONG_CELL and longest > _MOST_OF_TABLE * sum(lengths)):
        return False
    return not any(cell.css_first("table") is not None for cell in cells)


def rows_of(table: LexborNode) -> list[list[LexborNode]]:
    """Return the cells of a table's own rows, not those of tables in them."""
    return [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in _rows(table)]


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS:
            yield from (row for row in child.iter() if row.tag == "tr")
