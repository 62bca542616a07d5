"""How the parts of the lines of one row are shared out to its columns, and how well they read so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from gangyao.layout.tables.wrapped.aligned import Columns
from gangyao.layout.tables.wrapped.body import Body, Row
from gangyao.layout.tables.wrapped.cell_evidence import Column, Joints, cell_bits, serial_of
from gangyao.layout.tables.wrapped.printed_lines import Part

# So many ways to share out the lines of a row are weighed further (by hand).
_BEAM = 24
# In bits, by hand. Cells of one line stand on the first line of their row or in its midst.
_LATE, _AS_COLUMN, _CENTRED = 10.0, 4.0, 0.5
_BOTTOM = 3.0
_NO_WHOLE_CELL = 12.0
_LONE_CELL = 20.0
# That all cells of a row go on is rare.
_ALL_GO_ON = 4.0
# A number goes on none; nor is anything else one. A cell begins below the first line of its row.
_NO_NUMBER, _BELOW_FIRST = 12.0, 1.0
# A line that may stand over rows is hardly a part of one.
_TITLE_WITHIN = 6.0


@dataclass(frozen=True, slots=True)
class Share:
    """A way to share out some lines: the columns of the parts of each, what speaks for it so far.

    `over` are the columns of which a cell has begun.
    """

    bits: float = 0.0
    lines: tuple[Columns, ...] = ()
    over: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sharing:
    """The parts of lines with what is known of their columns; what was asked of pairs and cells is kept."""

    body: Body
    columns: Sequence[Column]
    joints: Joints
    _kept: dict[tuple[int, int, int], float] = field(default_factory=dict)
    _cells_told: dict[tuple[int, ...], float] = field(default_factory=dict)

    def goes_on(self, above: Part, part: Part, column: int) -> float:
        """Return by how many bits a part goes on the one above it in a column."""
        key = (above.start, part.start, column)
        if key not in self._kept:
            self._kept[key] = self.joints.of(above, part, self.columns[column])
        return self._kept[key]

    def extended(self, shares: Sequence[Share], line: int) -> list[Share]:
        """Share out one line more, in every way that leaves the cells whole; the best of them first."""
        parts = self.body.lines[line].parts
        known = self.body.columns_of(line, len(self.columns))
        width = len(self.columns)
        choices = [known] if known is not None else list(combinations(range(width), len(parts)))
        found: list[Share] = []
        told: dict[tuple[Columns, Columns], float] = {}
        for share in shares:
            above = share.lines[-1] if share.lines else ()
            for chosen in choices:
                if any(column in share.over and column not in above for column in chosen):
                    continue  # The cell has ended on a line above.
                if (above, chosen) not in told:
                    told[above, chosen] = self._bits_of_line(line, above, chosen, is_first=not share.lines)
                bits = share.bits + told[above, chosen]
                found.append(Share(bits, (*share.lines, chosen), share.over.union(chosen)))
        return sorted(found, key=lambda share: -share.bits)[:_BEAM]

    def _bits_of_line(self, line: int, above: Columns, chosen: Columns, *, is_first: bool) -> float:
        bits = -_TITLE_WITHIN if line in self.body.titles else 0.0
        for column, part in zip(chosen, self.body.lines[line].parts, strict=True):
            if self.columns[column].is_number and (column in above or serial_of(part.text) is None):
                bits -= _NO_NUMBER
            elif column in above:
                upper = self.body.lines[line - 1].parts[above.index(column)]
                bits += self.goes_on(upper, part, column)
            elif not is_first:
                bits -= _BELOW_FIRST
        return bits

    def best_row(self, first: int, shares: Sequence[Share]) -> tuple[Row, float]:
        """Return the row that reads best of the ways to share out the lines from `first` on."""
        scored = [(self._row_bits(first, share.lines), share.lines) for share in shares]
        bits, lines = max(scored, key=lambda one: one[0])
        offsets = tuple(_offset(column, lines) for column in range(len(self.columns)))
        return Row(first, first + len(lines), self._cells(first, lines), offsets), bits

    def _cells(self, first: int, lines: Sequence[Columns]) -> tuple[tuple[Part, ...], ...]:
        cells: list[list[Part]] = [[] for _ in self.columns]
        for number, columns in enumerate(lines, first):
            for column, part in zip(columns, self.body.lines[number].parts, strict=True):
                cells[column].append(part)
        return tuple(map(tuple, cells))

    def _row_bits(self, first: int, lines: Sequence[Columns]) -> float:
        """Return what speaks for lines being a row with these cells."""
        height = len(lines)
        cells = self._cells(first, lines)
        bits = sum(map(self._cell_bits, range(len(cells)), cells))
        if sum(map(bool, cells)) < 2:
            bits -= _LONE_CELL
        if height > 1:
            bits -= _TITLE_WITHIN * sum(n in self.body.titles for n in range(first, first + height))
            bits -= _ALL_GO_ON * sum(len(columns) == len(cells) for columns in lines[1:])
            if all(len(cell) < height for cell in cells):
                bits -= _NO_WHOLE_CELL
            for number, (cell, column) in enumerate(zip(cells, self.columns, strict=True)):
                if cell and len(cell) < height:
                    bits -= _misplaced(_offset(number, lines), height - len(cell), column)
        return bits

    def _cell_bits(self, column: int, parts: Sequence[Part]) -> float:
        key = (column, *(part.start for part in parts))
        if key not in self._cells_told:
            goes_on = sum(self.goes_on(a, b, column) for a, b in pairwise(parts))
            self._cells_told[key] = cell_bits(parts, self.columns[column], goes_on)
        return self._cells_told[key]


def _offset(column: int, lines: Sequence[Columns]) -> int:
    """Return how many lines of a row stand above the cell of a column."""
    return next((line for line, columns in enumerate(lines) if column in columns), 0)


def _misplaced(offset: int, spare: int, column: Column) -> float:
    """Return what speaks against a cell with so many lines above it and so many to spare."""
    is_centred = abs(2 * offset - spare) <= 1
    if column.is_number and column.is_centred:
        return 0.0 if is_centred else _LATE
    if offset == 0:
        return _AS_COLUMN if column.is_centred and not is_centred else 0.0
    if is_centred:
        return _AS_COLUMN if column.is_centred is False else _CENTRED
    return _BOTTOM if offset == spare else _LATE
