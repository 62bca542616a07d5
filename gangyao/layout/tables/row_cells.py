"""The lines of one row of a table cut into its cells, by language and by what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.line_width import line_width
from gangyao.layout.reading_order.continuity import join_scores

_TIME = re.compile(r".*(?:[年月日底前后期季度]|长期.*|持续.*|全年|常态.*|\d)$")
BODY = re.compile(
    r".*(?:[局委厅部会办府司院行团站所队处科校乡镇区县市组]|中心|单位|部门|公司|集团|企业)"
    r"(?:[）)]|等|负责|牵头|配合)?$"
)
_TIME_HEAD = re.compile("时限|时间|期限|日期|进度")
_BODY_HEAD = re.compile("单位|部门|主体|机构")
# Bits of the language model count up to so many; what a cell of the right or wrong kind counts.
_MOST_BITS = 8.0
_RIGHT_KIND = 6.0
_WRONG_KIND = 3.0
# Names of bodies begin with their level: 市住房城乡建设局, 各区政府.
BODY_STARTS = frozenset("省市县区州镇乡各国")
_BEGINS_RIGHT = 4.0
# What speaks against a body that begins within a cell of another one, in bits (by hand).
_TWO_BODIES = 16.0
# A line ends before the width of its cell only where a part of the cell's text does (half characters).
_NARROW = 16.0
_SLACK = 4
_PAUSES = frozenset("。；;、，,：:")


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line with text: the span of its text without margins."""

    start: int
    end: int
    text: str


def column_kind(name: str) -> re.Pattern[str] | None:
    """Return how the cells of a column look of which its head says what they hold; None for any other."""
    if _TIME_HEAD.search(name):
        return _TIME
    return BODY if _BODY_HEAD.search(name) and name != "单位" else None


def cut_cells(
    lines: Sequence[CellLine], kinds: Sequence[re.Pattern[str] | None], model: CharacterModel
) -> tuple[list[list[CellLine]], float]:
    """Cut the lines of a row into its cells, and return how well they fit, in bits."""
    columns = len(kinds)
    if len(lines) == columns:
        cells = [[line] for line in lines]
        return cells, sum(fit_bits(cell, kind) for cell, kind in zip(cells, kinds, strict=True))
    pairs = [(a.text, b.text) for a, b in pairwise(lines)]
    bits = [max(-_MOST_BITS, min(_MOST_BITS, bit)) for bit in join_scores(pairs, model).tolist()]
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for column in range(1, columns + 1):
        reached: dict[int, tuple[float, int]] = {}
        for end in range(column, len(lines) - columns + column + 1):
            options = [
                (score + _cell_score(lines, start, end, kinds[column - 1], bits), start)
                for start, (score, _) in best[-1].items()
                if start < end
            ]
            if options:
                reached[end] = max(options)
        best.append(reached)
    end, cells = len(lines), []
    for column in range(columns, 0, -1):
        start = best[column][end][1]
        cells.insert(0, list(lines[start:end]))
        end = start
    return cells, best[columns][len(lines)][0]


def _cell_score(
    lines: Sequence[CellLine], start: int, end: int, kind: re.Pattern[str] | None, bits: Sequence[float]
) -> float:
    inside = sum(bits[start : end - 1])
    edge = bits[start - 1] if start else 0.0
    return inside - edge + fit_bits(lines[start:end], kind) - _NARROW * _narrow_lines(lines[start:end])


def _narrow_lines(cell: Sequence[CellLine]) -> int:
    """Count the lines of a cell that end before its width is filled, although the cell goes on."""
    widths = [line_width(line.text) for line in cell]
    return sum(
        width < max(widths) - _SLACK and line.text[-1] not in _PAUSES
        for width, line in zip(widths[:-1], cell[:-1], strict=True)
    )


def _begins_body(cell: Sequence[CellLine], kind: re.Pattern[str] | None) -> bool:
    """Tell whether a line within a cell is the name of a body by itself: 自助终端200台 over 市行政审批局."""
    return kind is BODY and any(
        after.text[0] in BODY_STARTS and BODY.fullmatch(after.text) and before.text[-1] not in _PAUSES
        for before, after in pairwise(cell)
    )


def fit_bits(cell: Sequence[CellLine], kind: re.Pattern[str] | None) -> float:
    """Return by how many bits a cell looks as those of its column do."""
    if kind is None:
        return 0.0
    if _begins_body(cell, kind):
        return -_TWO_BODIES
    right = _RIGHT_KIND if kind.fullmatch("".join(line.text for line in cell)) else -_WRONG_KIND
    return right + (_BEGINS_RIGHT if kind is BODY and cell[0].text[0] in BODY_STARTS else 0.0)
