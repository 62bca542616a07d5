"""What stands in a Word part as it is now: through what wraps it, without what was deleted or moved away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

# Elements that only wrap blocks, rows or cells: controls, marks of a schema, insertions (ECMA-376 part 1,
# 17.5 and 17.13). What was deleted or moved away is not entered.
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")))

#: A control that nobody has filled in shows what it asks for.
PLACEHOLDER = f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"


def unwrapped(parent: Any) -> Iterator[Any]:
    """Yield the children of an element, those of wrappers in their place, but controls not filled in."""
    for child in parent:
        if child.tag == qn("w:sdt") and child.find(PLACEHOLDER) is not None:
            continue
        if child.tag in _WRAPPERS:
            yield from unwrapped(child)
        else:
            yield child


def rows_of(table: Any) -> list[Any]:
    """Return the rows of a table (`w:tr`) but those that were deleted."""
    return [
        row
        for row in unwrapped(table)
        if row.tag == qn("w:tr") and row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None
    ]


def cells_of(row: Any) -> list[Any]:
    """Return the cells of a row (`w:tc`)."""
    return [cell for cell in unwrapped(row) if cell.tag == qn("w:tc")]


def is_whole_cell(table: Any) -> bool:
    """Tell whether a table in a cell has several rows and columns, and is all that stands in the cell."""
    rows = rows_of(table)
    beside = (node for node in table.getparent().iter(qn("w:t")) if table not in node.iterancestors())
    has_columns = max((len(cells_of(row)) for row in rows), default=0) > 1
    return len(rows) > 1 and has_columns and not any((node.text or "").strip() for node in beside)


def is_end_deleted(paragraph: Any) -> bool:
    """Tell whether the end of a paragraph was deleted or moved away, so that the next one goes it on."""
    marks = f"{qn('w:pPr')}/{qn('w:rPr')}/"
    return any(paragraph.find(marks + qn(name)) is not None for name in ("w:del", "w:moveFrom"))
