"""The fields of a table's rows and columns, and the cells that they are merged to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.grids import Grid, GridCell

Field = tuple[int, int]


@dataclass(slots=True)
class Fields:
    """The fields of a grid and the cells that they are merged to."""

    xs: Sequence[float]
    ys: Sequence[float]
    cells: dict[Field, Field] = field(default_factory=dict)

    def merge(self, rows: tuple[int, int], columns: tuple[int, int]) -> None:
        """Make one cell of the fields from the first row and column to before the last."""
        for row in range(*rows):
            for column in range(*columns):
                self.cells[row, column] = rows[0], columns[0]

    def grid(self, box: Box) -> Grid:
        """Return the grid of all cells."""
        ends: dict[Field, Field] = {}
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                first = self.cells.get((row, column), (row, column))
                ends[first] = max(ends.get(first, first), (row, column))
        cells = tuple(
            GridCell(
                Box(self.xs[column], self.ys[row], self.xs[last[1] + 1], self.ys[last[0] + 1]),
                row,
                column,
                last[0] - row + 1,
                last[1] - column + 1,
            )
            for (row, column), last in sorted(ends.items())
        )
        return Grid(box, cells, tuple(self.xs), is_drawn=False)
