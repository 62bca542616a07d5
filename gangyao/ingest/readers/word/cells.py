"""The cells of a Word table on its grid, with those that are merged over rows or columns as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from gangyao.ingest.readers.word.containers import cells_of

# Word allows 63 columns (ECMA-376 part 1, 17.4 in practice); what a damaged span says beyond is not believed.
_MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its element, its row and column from 1, and over how many of each it goes."""

    element: Any
    row: int
    column: int
    is_header: bool
    row_span: int
    column_span: int


def grid_cells(rows: list[Any]) -> Iterator[GridCell]:
    """Yield the cells of a table's rows (`w:tr`), row by row; what goes on a cell above is part of that."""
    cells: list[GridCell] = []
    # For each column, the last cell that began there: what a merged cell below goes on.
    above: dict[int, int] = {}
    for row_index, row in enumerate(rows, start=1):
        column = 1 + _number(row, "w:trPr", "w:gridBefore", 0)
        is_header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        for element in cells_of(row):
            span = max(1, _number(element, "w:tcPr", "w:gridSpan", 1))
            if _goes_on(element, "w:vMerge") and column in above:
                upper = cells[above[column]]
                cells[above[column]] = replace(upper, row_span=row_index - upper.row + 1)
            elif _goes_on(element, "w:hMerge") and cells and cells[-1].row == row_index:
                cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + span)
            else:
                above[column] = len(cells)
                cells.append(GridCell(element, row_index, column, is_header, 1, span))
            column += span
    yield from cells


def _number(element: Any, properties: str, name: str, otherwise: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    value = "" if found is None else found.get(qn("w:val"), "")
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() else otherwise


def _goes_on(cell: Any, name: str) -> bool:
    """Tell whether a cell goes on the one above (`w:vMerge`) or before it (`w:hMerge`): no `restart`."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn(name)}")
    return merge is not None and merge.get(qn("w:val"), "continue") != "restart"
