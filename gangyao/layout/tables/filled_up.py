"""Rows that lost the cells that reach down from above, and were filled up with empty ones at their end.

项目 | 任务 | 时间 | 单位 |
生态公墓 | 新建墓地15处 | 10月底 | 民政局 |
完成绿化 | 11月 | 林业局 | |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.layout.tables.grid import Piece
from gangyao.layout.tables.row_cells import column_kind


def moved_right(rows: Sequence[Sequence[Piece]], text: str) -> list[Sequence[Piece]]:
    """Return the rows, those moved to the end whose times and bodies stand below their heads only so.

    The first row heads the table.
    """
    kinds = [column_kind(text[piece.raw_start : piece.raw_end]) for piece in rows[0]]
    return [rows[0], *(_moved(row, kinds, text) for row in rows[1:])]


def _moved(row: Sequence[Piece], kinds: Sequence[re.Pattern[str] | None], text: str) -> Sequence[Piece]:
    printed = [text[piece.raw_start : piece.raw_end] for piece in row]
    lost = next((n for n, cell in enumerate(reversed(printed)) if cell), len(row))
    if not 0 < lost < len(row) or len(row) != len(kinds):
        return row
    moved = ["" for _ in range(lost)] + printed[: len(row) - lost]
    if _fit(moved, kinds) <= _fit(printed, kinds):
        return row
    start = row[0].raw_start
    return [*(Piece(start, start) for _ in range(lost)), *row[: len(row) - lost]]


def _fit(cells: Sequence[str], kinds: Sequence[re.Pattern[str] | None]) -> tuple[int, int]:
    """Return how many cells look as their heads say, less those that do not; and how many do."""
    told = [
        kind.fullmatch(cell) is not None for cell, kind in zip(cells, kinds, strict=True) if kind and cell
    ]
    return 2 * sum(told) - len(told), sum(told)
