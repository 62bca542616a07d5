"""What speaks for parts of lines being one cell: they go on each other, fill its width, look like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gangyao.chinese.line_width import line_width
from gangyao.chinese.punctuation import NEVER_FIRST
from gangyao.layout.tables.plain_cells import ON_ONE_LINE, VALUE, kinds_of
from gangyao.layout.tables.row_cells import BODY, BODY_STARTS
from gangyao.layout.tables.wrapped.heads import IS_NUMBER
from gangyao.layout.tables.wrapped.printed_lines import Part

_SERIAL = re.compile(r"[（(]?([0-9]{1,3})[.．、)）]?")
_PAUSES = frozenset("；;、，,：:")
# How long a work takes: from one year to another.
_YEARS_HEAD = re.compile("年限|起止|工期")
_YEARS = re.compile(r"(?:19|20)\d\d(?:年|[-—–~～至./]).*|.*\d个?[年月天]")
_OPEN_ENDS = frozenset("、，,（(")
_MAY_BE_EMPTY = re.compile("备注|说明|配合|协办|参与|支出|合计|金额")
# All of what follows is in bits. On 4,086 pairs of lines of generated cells the language model tells no more
# than this for and against a join, whatever it says; a line that fills its cell goes on three times of four.
_MOST_BITS, _LEAST_BITS, _FULL = 6.0, -3.0, 2.0
# A numbered item goes on a line that ends something.
_ITEM = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、）)](?!\d)")
_BEFORE_ITEM, _NEW_ITEM = frozenset("。；;：:"), 8.0
# So many cells of numbers alone tell that a column holds values.
_FEWEST_VALUES = 2
# A line that ends before the width of its cell is its last, but behind a comma.
_NARROW, _NARROW_AT_PAUSE = 14.0, 3.0
# Marks that open no line and words that a line cuts leave a cell so many half characters short of its width.
_SLACK = 3
_NEVER_BEGINS = 12.0
_RIGHT_KIND, _WRONG_KIND = 4.0, 4.0
_WRAPPED_VALUE = 6.0
_NUMBER, _NO_NUMBER = 6.0, 12.0
_FILLED, _EMPTY, _OFTEN_EMPTY = 1.0, 3.0, 0.5
_TOO_WIDE = 12.0
_OPEN_BRACKET = 4.0


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of a column: what its head says, how wide its cells are in two measures (0: unknown).

    `is_centred`: whether its short cells stand in the midst of their rows; None where that is not known yet.
    """

    name: str
    kind: re.Pattern[str] | None
    is_number: bool
    width: int = 0
    length: int = 0
    is_centred: bool | None = None

    @property
    def empty_bits(self) -> float:
        """What an empty cell of the column costs."""
        return _OFTEN_EMPTY if _MAY_BE_EMPTY.search(self.name) else _EMPTY


def columns_of(names: Sequence[str]) -> list[Column]:
    """Return what the heads of columns tell of them."""
    kinds = [
        kind or (_YEARS if _YEARS_HEAD.search(name) else None)
        for name, kind in zip(names, kinds_of(names), strict=True)
    ]
    return [
        Column(name, kind, IS_NUMBER.fullmatch(name) is not None)
        for name, kind in zip(names, kinds, strict=True)
    ]


def with_values(column: Column, printed: Sequence[str]) -> Column:
    """Return a column of which nothing is known but cells: numbers alone are values."""
    if column.kind is not None or column.is_number or len(printed) < _FEWEST_VALUES:
        return column
    is_value = all(VALUE.fullmatch(text) for text in printed)
    return replace(column, kind=VALUE) if is_value else column


def serial_of(text: str) -> int | None:
    """Return the number that a text is and nothing else."""
    found = _SERIAL.fullmatch(text)
    return int(found[1]) if found is not None else None


@dataclass(frozen=True, slots=True)
class Joints:
    """By how many bits parts go on others, by the raw offsets where the two begin."""

    bits: dict[tuple[int, int], float] = field(default_factory=dict)

    def of(self, above: Part, below: Part, column: Column) -> float:
        """Return by how many bits a part goes on the one above it in its column."""
        bits = max(_LEAST_BITS, min(_MOST_BITS, self.bits.get((above.start, below.start), 0.0)))
        if column.kind is BODY and below.text[0] in BODY_STARTS and _names(above.text, below.text):
            # A body a line: the model tells nothing of it.
            return max(bits, 0.0)
        if _ITEM.match(below.text) and above.text[-1] not in _BEFORE_ITEM:
            bits -= _NEW_ITEM
        if not column.width:
            return bits
        if _fills(above.text, column):
            return bits + _FULL
        return bits - (_NARROW_AT_PAUSE if above.text[-1] in _PAUSES else _NARROW)


def _names(above: str, below: str) -> bool:
    return BODY.fullmatch(above) is not None and BODY.fullmatch(below) is not None


def _fills(text: str, column: Column) -> bool:
    return line_width(text) >= column.width - _SLACK or len(text) >= column.length - 1


def cell_bits(parts: Sequence[Part], column: Column, goes_on: float) -> float:
    """Return by how many bits parts are a cell of the column, which go on each other by so many."""
    if not parts:
        return -column.empty_bits
    text = "".join(part.text for part in parts)
    if column.is_number:
        return _NUMBER if len(parts) == 1 and serial_of(text) is not None else -_NO_NUMBER
    bits = _FILLED + goes_on
    if text[0] in NEVER_FIRST:
        bits -= _NEVER_BEGINS
    if column.kind is not None:
        bits += _RIGHT_KIND if column.kind.fullmatch(text) else -_WRONG_KIND
        bits -= _WRAPPED_VALUE if len(parts) > 1 and column.kind in ON_ONE_LINE else 0.0
    if column.width and any(
        line_width(part.text) > column.width + _SLACK and len(part.text) > column.length + 1 for part in parts
    ):
        bits -= _TOO_WIDE
    if text[-1] in _OPEN_ENDS:
        bits -= _OPEN_BRACKET
    if text.count("（") != text.count("）") or text.count("(") != text.count(")"):
        bits -= _OPEN_BRACKET
    return bits
