"""The head of a table of wrapped cells: one line or several, with a part of each head on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.column_heads import is_header_text
from gangyao.chinese.line_width import line_width
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.tables.wrapped.printed_lines import Part, PrintedLine

_FEWEST_COLUMNS, MOST_COLUMNS = 2, 12
#: A head has so many lines at most (by hand).
MOST_LINES = 4
# A head is no longer; one that ends as heads do and is longer than the second is any phrase (by hand).
_LONGEST, _LONGEST_NAMED = 16, 8
_NO_HEAD = frozenset("。；，：;:,?？!！")
# What a head is worth that is called as columns are, and what speaks against another, and a further line
# (by hand: only their order counts).
_NAMED, _UNKNOWN, _LINE = 6.0, -2.0, -1.0
# What speaks against a bracket that is not closed, and as many bits of the language model count (by hand).
_OPEN, _MOST_BITS = 4.0, 3.0
# What is counted is followed by its unit in brackets.
_COUNTED = re.compile("投资|资金|金额|经费|预算|支出|收入|产值|面积|规模|数量|指标")
_UNIT = 6.0
# The head of the numbers of rows is nothing else.
IS_NUMBER = re.compile(r"序\s*号?|编\s*号")
_WHOLE = 20.0
# Parts of one head stand below each other, if they are aligned at all.
_BELOW = 2.0


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: for each column the parts of its name from top to bottom; its lines.

    `bits` is how well it reads as a head.
    """

    columns: tuple[tuple[Part, ...], ...]
    lines: tuple[PrintedLine, ...]
    bits: float

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(_name(parts) for parts in self.columns)


def may_begin_head(line: PrintedLine) -> bool:
    """Tell whether a line may be the first of a head: short parts without marks of sentences."""
    return _FEWEST_COLUMNS <= len(line.parts) <= MOST_COLUMNS and all(
        len(part.text) <= _LONGEST and _NO_HEAD.isdisjoint(part.text) for part in line.parts
    )


def read_heads(
    above: Sequence[PrintedLine], below: Sequence[PrintedLine], model: CharacterModel, *, by_place: bool
) -> list[Head]:
    """Return the heads that may begin with the first line `below`, or with lines `above` it; the best first.

    `by_place`: rules tell in which column each part stands. Enough of the columns are called as heads are.
    """
    found: list[Head] = []
    for up in range(len(above) + 1):
        if not may_begin_head(below[0]) or not all(map(_is_short, above[len(above) - up :])):
            break
        for count in range(1, len(below) + 1):
            lines = [*above[len(above) - up :], *below[:count]]
            if not _is_short(below[count - 1]) or len(lines) > MOST_LINES:
                break
            head = _by_place(lines) if by_place else _by_names(lines, model)
            if head is not None and _is_named(head):
                found.append(head)
    return sorted(found, key=lambda head: -head.bits)


def _is_named(head: Head) -> bool:
    named = sum(len(_bare(name)) <= _LONGEST_NAMED and is_header_text(_bare(name)) for name in head.names)
    return named >= max(_FEWEST_COLUMNS, len(head.columns) / 3)


def _is_short(line: PrintedLine) -> bool:
    return all(len(part.text) <= _LONGEST and _NO_HEAD.isdisjoint(part.text) for part in line.parts)


def _bare(name: str) -> str:
    return name.split("（", maxsplit=1)[0].split("(", maxsplit=1)[0]


def _name(parts: Sequence[Part]) -> str:
    return "".join(part.text for part in parts)


def _worth(columns: Sequence[Sequence[Part]], lines: int) -> float:
    return sum(map(_bits_of_name, map(_name, columns))) + _LINE * lines


def _bits_of_name(name: str) -> float:
    bits = _NAMED if is_header_text(_bare(name)) else _UNKNOWN
    return bits - (_OPEN if name.count("（") + name.count("(") != name.count("）") + name.count(")") else 0.0)


def _by_place(lines: Sequence[PrintedLine]) -> Head | None:
    columns: dict[int, list[Part]] = {}
    for line in lines:
        for part in line.parts:
            columns.setdefault(part.place, []).append(part)
    if sorted(columns) != list(range(len(columns))) or not _FEWEST_COLUMNS <= len(columns) <= MOST_COLUMNS:
        return None
    cells = [columns[place] for place in range(len(columns))]
    return Head(tuple(map(tuple, cells)), tuple(lines), _worth(cells, len(lines)))


def _by_names(lines: Sequence[PrintedLine], model: CharacterModel) -> Head | None:
    """Give the parts of each line to columns so that most of these are called as heads are."""
    main = max(range(len(lines)), key=lambda n: len(lines[n].parts))
    width = len(lines[main].parts)
    if not _FEWEST_COLUMNS <= width <= MOST_COLUMNS:
        return None
    columns: list[list[Part]] = [[part] for part in lines[main].parts]
    gained = 0.0
    for number in [*range(main - 1, -1, -1), *range(main + 1, len(lines))]:
        line = lines[number]
        gains = _gains(columns, line, lines[main], model, is_above=number < main)
        options = combinations(range(width), len(line.parts))
        scored = [(sum(gains[n][column] for n, column in enumerate(chosen)), chosen) for chosen in options]
        gain, best = max(scored, key=lambda one: one[0])
        if number < main and gain < _NAMED:
            return None  # A title, or text.
        gained += gain
        for column, part in zip(best, line.parts, strict=True):
            columns[column].insert(0 if number < main else len(columns[column]), part)
    alone = _worth([[part] for part in lines[main].parts], len(lines))
    return Head(tuple(map(tuple, columns)), tuple(lines), alone + gained)


def _gains(
    columns: Sequence[Sequence[Part]],
    line: PrintedLine,
    main: PrintedLine,
    model: CharacterModel,
    *,
    is_above: bool,
) -> list[list[float]]:
    """Return for each part of a line what each column gains by it."""
    names = [_name(column) for column in columns]
    pairs = [(part.text, name) if is_above else (name, part.text) for part in line.parts for name in names]
    bits = iter(join_scores(pairs, model).tolist())
    return [
        [
            _bits_of_name(part.text + name if is_above else name + part.text)
            - _bits_of_name(name)
            + (_UNIT if not is_above and part.text[0] in "（(" and _COUNTED.search(name) else 0.0)
            - (_WHOLE if IS_NUMBER.fullmatch(name) else 0.0)
            + max(-_MOST_BITS, min(_MOST_BITS, next(bits)))
            + _BELOW * _overlap(line, part, main, main.parts[column])
            for column, name in enumerate(names)
        ]
        for part in line.parts
    ]


def _overlap(line: PrintedLine, part: Part, main: PrintedLine, other: Part) -> bool:
    left, right = _span(line, part)
    first, last = _span(main, other)
    return left < last and first < right


def _span(line: PrintedLine, part: Part) -> tuple[int, int]:
    left = line_width(line.text[: part.start - line.start])
    return left, left + line_width(part.text)


def is_head_again(lines: Sequence[PrintedLine], head: Head) -> bool:
    """Tell whether lines begin with the head, as a new page repeats it."""
    return len(lines) >= len(head.lines) and all(
        [part.text for part in line.parts] == [part.text for part in of_head.parts]
        for line, of_head in zip(lines, head.lines, strict=False)
    )
