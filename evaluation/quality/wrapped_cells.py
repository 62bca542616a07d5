"""Tables whose wrapped cells are printed line by line: how many of their cells are read whole.

The cells hold clauses of the corpus, names of bodies and times. A development figure: the tables are drawn by
the same hand as the reader of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from scipy.stats import binomtest

from evaluation.figures import Figure
from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.line_width import line_width
from gangyao.layout.tables.wrapped.find import wrapped_tables
from training.corpus import FOLDERS, held_out_models
from training.texts import fold_of

_TABLES = 100
_SEED = 20261130
_HEAD = ("序号", "重点任务", "责任单位", "完成时限")
_BODIES = ("市水利局", "市生态环境局", "县住房城乡建设局", "各乡镇人民政府", "市发展改革委", "县交通运输局")
_TIMES = ("2026年6月底", "2027年12月底前", "长期", "每年11月底", "2026年")
# A clause that may be a task, in code points; how wide cells are, in half characters.
_CLAUSE = re.compile(r"[^，。；：、\s（）()]{6,20}，[^，。；：、\s（）()]{6,20}")
_TASK, _BODY, _TIME = (14, 30), (8, 14), (8, 14)

Table = list[list[str]]
#: How the rows of a table, each with its lines, are printed.
Printer = Callable[[Sequence[Table], random.Random], str]


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure cells of generated tables (`seeds` is not used)."""
    models = held_out_models(corpus)
    clauses: list[tuple[str, CharacterModel]] = []
    for folder in FOLDERS:
        for path in sorted((corpus / folder).glob("*.txt")):
            model = models[fold_of(path.relative_to(corpus).as_posix())]
            clauses += [(one, model) for one in _CLAUSE.findall(path.read_text(encoding="utf-8"))[:20]]
    return [
        _figure(name, form, clauses)
        for name, form in (("aligned", _aligned), ("not aligned", _unaligned), ("boxed", _boxed))
    ]


def _figure(name: str, form: Printer, clauses: Sequence[tuple[str, CharacterModel]]) -> Figure:
    rng = random.Random(_SEED)
    right = count = 0
    for _ in range(_TABLES):
        _, model = rng.choice(clauses)
        own = [text for text, of in clauses if of is model]
        table = _draw(own, rng)
        text = f"任务分工表\n{form(_printed(table, rng), rng)}\n"
        found = [
            ["".join(text[start:end] for start, end in cell.spans) for cell in row]
            for read in wrapped_tables(text, model)
            for row in read.rows
        ]
        count += sum(map(len, table))
        right += sum(
            cell == other
            for row in table
            for cell, other in zip(row, next((one for one in found if one[0] == row[0]), []), strict=False)
        )
    interval = binomtest(right, count).proportion_ci(method="wilson")
    note = f"95 %: {100 * interval.low:.1f} to {100 * interval.high:.1f}; of {count} in {_TABLES} tables"
    return Figure(f"wrapped cells read whole, {name}, %", 100 * right / count, 90.0, note=note)


def _draw(clauses: Sequence[str], rng: random.Random) -> Table:
    rows = [
        [
            str(number),
            rng.choice(clauses),
            "、".join(rng.sample(_BODIES, rng.randint(1, 2))),
            rng.choice(_TIMES),
        ]
        for number in range(1, rng.randint(4, 10))
    ]
    return [list(_HEAD), *rows]


def _printed(table: Table, rng: random.Random) -> list[Table]:
    """Return for each row its lines, with a part of each cell or nothing."""
    widths = [4, *(2 * rng.randint(low // 2, high // 2) for low, high in (_TASK, _BODY, _TIME))]
    is_centred = rng.random() < 0.5
    wrapped = [[_wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)] for row in table]
    return [_lines_of(row, is_centred=is_centred) for row in wrapped]


def _lines_of(cells: Sequence[Sequence[str]], *, is_centred: bool) -> Table:
    height = max(map(len, cells))
    columns: list[list[str]] = []
    for cell in cells:
        above = (height - len(cell)) // 2 if is_centred else 0
        columns.append([*[""] * above, *cell, *[""] * (height - above - len(cell))])
    return [list(line) for line in zip(*columns, strict=True)]


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for char in text:
        if line_width(lines[-1] + char) > width:
            lines.append("")
        lines[-1] += char
    return lines


def _filled(rows: Sequence[Table]) -> list[Table]:
    widths = [max(line_width(line[n]) for row in rows for line in row) for n in range(len(_HEAD))]
    return [
        [
            [part + " " * (wide - line_width(part)) for part, wide in zip(line, widths, strict=True)]
            for line in row
        ]
        for row in rows
    ]


def _aligned(rows: Sequence[Table], rng: random.Random) -> str:
    gap = " " * rng.randint(2, 4)
    return "\n".join(gap.join(line).rstrip() for row in _filled(rows) for line in row)


def _unaligned(rows: Sequence[Table], rng: random.Random) -> str:
    gap = rng.choice(("  ", "    ", "\u3000\u3000", "\t"))
    return "\n".join(gap.join(part for part in line if part) for row in rows for line in row)


def _boxed(rows: Sequence[Table], rng: random.Random) -> str:
    filled = _filled(rows)
    rule = "├" + "┼".join("─" * ((line_width(part) + 2) // 2) for part in filled[0][0]) + "┤"
    boxes = ["\n".join("│" + "│".join(f" {part} " for part in line) + "│" for line in row) for row in filled]
    between = f"\n{rule}\n" if rng.random() < 0.5 else "\n"
    return "\n".join([rule, boxes[0], rule, between.join(boxes[1:]), rule])
