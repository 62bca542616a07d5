"""Tables of data, told from those that lay out a page: old pages stand in tables as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from gangyao.ingest.readers.web.drawn_tables import CELLS, GROUPS, HEADS, ROWS, TABLES, role_of

# A table with a cell longer than this, or with another table in it, lays out the page and holds no data.
_LONGEST_CELL = 1_500
_FEWEST_CELLS = 3
_LONG_CELL = 500
_MOST_OF_TABLE = 0.8
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_ANY_TABLE = "table, [role=table], [role=grid], [role=treegrid]"


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
    return not any(_holds_table(cell) for cell in cells)


def is_table(node: LexborNode) -> bool:
    """Tell whether an element is a table, by its tag or role."""
    return node.tag == "table" or role_of(node) in TABLES


def is_cell(node: LexborNode) -> bool:
    """Tell whether an element is a cell of a table."""
    return node.tag in ("td", "th") or role_of(node) in CELLS


def is_head(cell: LexborNode) -> bool:
    """Tell whether a cell is said to head its column or row."""
    section = cell.parent.parent if cell.parent is not None else None
    return cell.tag == "th" or role_of(cell) in HEADS or (section is not None and section.tag == "thead")


def _holds_table(cell: LexborNode) -> bool:
    found = cell.css(_ANY_TABLE)
    return any(one.mem_id != cell.mem_id for one in found)


def rows_of(table: LexborNode) -> list[list[LexborNode]]:
    """Return the cells of a table's own rows, not those of tables in them."""
    return [[cell for cell in row.iter() if is_cell(cell)] for row in _rows(table)]


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if _is_row(child):
            yield child
        elif child.tag in _SECTIONS or role_of(child) in GROUPS:
            yield from filter(_is_row, child.iter())


def _is_row(node: LexborNode) -> bool:
    return node.tag == "tr" or role_of(node) in ROWS
