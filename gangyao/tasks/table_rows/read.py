"""From the rows of a document's tables to tasks: one per sentence of a task's cell, or one per indicator."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gangyao.document.outline import Outline, Paragraph
from gangyao.document.tables import PlacedCell, PlacedTable
from gangyao.document.tasks import Action, Part, Party, Responsibility, Target, Task
from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.table_rows.cells import (
    as_change,
    as_rate,
    is_rate,
    is_sum,
    read_bodies,
    read_deadline,
    read_value,
)
from gangyao.tasks.table_rows.columns import Columns, ValueColumn, read_columns
from gangyao.tasks.targets.read import read_targets

# A row that sums up others says so in one of its first cells: 合计（3项）.
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计(?:\s*[（(].*[）)])?[：:]?")
_LABELS = 3
# What stands for the cell above.
_DITTO = re.compile(r"[（(]?同(?:上|前|上栏|上格|上行|上述)[）)]?|[〃″＂\"]|''|’’|”|“|—〃—|[-—]?\"[-—]?")
# What rates of growth are in, whatever the unit of the row.
_PER_CENT = "%"
# A cell that reaches down from a row above, by its column.
Row = Mapping[int, PlacedCell]


def read_table_rows(
    tables: Sequence[PlacedTable], text: str, outline: Outline, grammar: Grammar
) -> dict[int, tuple[Task, ...]]:
    """Return the tasks that rows of tables set, by the index of the paragraph that the row is.

    `text` is the cleaned text. A table without a head goes on the one before it, if it has as many columns.
    """
    if not tables:
        return {}
    order = sorted(range(len(outline.paragraphs)), key=lambda n: outline.paragraphs[n].start)
    starts = [outline.paragraphs[n].start for n in order]
    found: dict[int, tuple[Task, ...]] = {}
    columns, width = Columns(), 0
    above: Row = {}
    for table in tables:
        heads = _heads(table, text)
        before = columns
        if heads:
            columns = read_columns(heads, _cells(table, text), grammar.lexicon)
        elif _width(table) != width:
            columns = Columns()
        width = _width(table)
        if columns != before:
            above = {}
        if not columns.sets_tasks and not columns.sets_targets:
            continue
        for number, (own, printed) in enumerate(_body(table, text)):
            row = _completed(printed, above, columns) if number == 0 else printed
            above = row
            place = bisect_right(starts, own.start) - 1
            if place >= 0 and outline.paragraphs[order[place]].is_table:
                paragraph = outline.paragraphs[order[place]]
                found[order[place]] = _tasks(paragraph, row, columns, text, grammar)
    return found


def _heads(table: PlacedTable, text: str) -> dict[int, str]:
    """Return the head of each column: what its header cells say from top to bottom."""
    heads: dict[int, str] = {}
    for row in table.rows:
        header = [placed for placed in row if placed.cell.is_header]
        if len(header) < len(row) and heads:
            break
        if len(row) < 2 and not heads:
            continue  # the title of the table, over all its columns
        for placed in header:
            cell = placed.cell
            for column in range(cell.column, cell.column + cell.column_span):
                heads[column] = heads.get(column, "") + placed.text(text)
        if not header:
            break
    return heads


def _width(table: PlacedTable) -> int:
    return max(
        (placed.cell.column + placed.cell.column_span - 1 for row in table.rows for placed in row), default=0
    )


def _body(table: PlacedTable, text: str) -> Iterator[tuple[PlacedCell, Row]]:
    """Yield each row below the head: its first cell with text, and what stands in each of its columns."""
    above: dict[int, PlacedCell] = {}
    for row in table.rows:
        number = row[0].cell.row if row else 0
        held = {c: p for c, p in above.items() if p.cell.row + p.cell.row_span > number}
        for placed in row:
            for column in range(placed.cell.column, placed.cell.column + placed.cell.column_span):
                is_ditto = _DITTO.fullmatch(placed.text(text).strip()) is not None
                held[column] = above.get(column, placed) if is_ditto else placed
        above = held
        printed = [placed for placed in row if not placed.cell.is_empty]
        # A single cell over several columns is the title of the table or of the rows below it.
        is_title = len(printed) == 1 and printed[0].cell.column_span > 1
        if not printed or is_title or any(_TOTAL.fullmatch(one.text(text)) for one in printed[:_LABELS]):
            continue
        if not all(placed.cell.is_header for placed in row):
            yield printed[0], held


def _cells(table: PlacedTable, text: str) -> dict[int, list[str]]:
    """Return what the cells below the head say, by the column in which each begins."""
    cells: dict[int, list[str]] = {}
    for row in table.rows:
        for placed in row:
            if not (placed.cell.is_header or placed.cell.is_empty):
                cells.setdefault(placed.cell.column, []).append(placed.text(text))
    return cells


def _completed(row: Row, above: Row, columns: Columns) -> Row:
    """Return the first row overleaf with what it shares with the row above, which the end of the page cut.

    Such a row has neither a number nor a body of its own: those stand on the page before.
    """
    parties = (*columns.leads, *columns.supports)
    own = {column for column, placed in row.items() if not placed.cell.is_empty}
    if 1 in own or own.intersection(parties) or columns.task not in own:
        return row
    shared = {c: above[c] for c in (*parties, columns.deadline or 0) if c in above and c not in own}
    return {**row, **shared}


def _tasks(paragraph: Paragraph, row: Row, columns: Columns, text: str, grammar: Grammar) -> tuple[Task, ...]:
    if columns.sets_targets:
        task = _indicator_task(paragraph, row, columns, text, grammar)
        return () if task is None else (task,)
    cell = row.get(columns.task or 0)
    if cell is None or not _is_in(cell, paragraph):
        return ()
    start, end = cell.start - paragraph.start, cell.end - paragraph.start
    deadline = row.get(columns.deadline or 0)
    by = None if deadline is None else deadline.text(text).strip() or None
    duties = tuple(
        Responsibility(party.text, said or part, by, party.start, party.end)
        for part, column in _parts(columns)
        if (placed := row.get(column)) is not None
        for party, said in _bodies(text, placed, paragraph, column in columns.first_leads)
    )
    actors = [Party(duty.body, duty.start, duty.end) for duty in duties]
    due = read_deadline(deadline, paragraph) if deadline is not None else ()
    quantities = [
        target._replace(start=target.start + start, end=target.end + start)
        for target in read_targets(paragraph.text[start:end], grammar.targets)
    ]
    named = row.get(columns.theme or 0)
    theme = None if named is None else named.text(text).strip() or None
    tasks: list[Task] = []
    for first, last in _sentences(paragraph, start, end):
        actions, subjects, beneficiaries = read_actions(paragraph.text, first, last, grammar)
        own = [target for target in quantities if first <= target.start < last]
        tasks.append(
            _task(
                len(tasks) + 1,
                paragraph.text,
                (first, last),
                actions,
                tuple(dict.fromkeys([*actors, *subjects])),
                beneficiaries,
                (*own, *due),
                duties,
                theme,
            )
        )
    return tuple(tasks)


def _bodies(
    text: str, placed: PlacedCell, paragraph: Paragraph, first_leads: bool
) -> list[tuple[Party, Part | None]]:
    """Return the bodies that a cell names; where `first_leads`, the first leads and the others support it."""
    found = read_bodies(text, placed, paragraph)
    if not first_leads or any(said for _, said in found):
        return found
    return [(party, "lead" if n == 0 else "support") for n, (party, _) in enumerate(found)]


def _parts(columns: Columns) -> list[tuple[Part, int]]:
    """Return the columns that name bodies, each with their part: who leads says so, or has others beside."""
    first: Part = "lead" if columns.supports else "responsible"
    leads: list[tuple[Part, int]] = [
        ("lead" if column in columns.leading else first, column) for column in columns.leads
    ]
    supports: list[tuple[Part, int]] = [("support", column) for column in columns.supports]
    return [*leads, *supports]


def _sentences(paragraph: Paragraph, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a cell: what of the row's sentences stands in it."""
    parts = [(max(first, start), min(last, end)) for first, last in paragraph.sentences]
    return [
        (first, last) for first, last in parts if paragraph.text[first:last].strip(" \t。；;0123456789.．、")
    ]


def _is_in(placed: PlacedCell, paragraph: Paragraph) -> bool:
    return paragraph.start <= placed.start < placed.end <= paragraph.end


def _indicator_task(
    paragraph: Paragraph, row: Row, columns: Columns, text: str, grammar: Grammar
) -> Task | None:
    """Return the row of an indicator as a task with a target for each value to reach; None without any."""
    named = row.get(columns.indicator or 0)
    if named is None or not _is_in(named, paragraph):
        return None
    printed = [
        None if (cell := row.get(column or 0)) is None else cell.text(text)
        for column in (columns.unit, columns.nature)
    ]
    unit, nature = (said or "" for said in printed)

    def values(of: Iterable[ValueColumn], base_year: int | None, unit: str = unit) -> list[Target]:
        cells = [(column, row[column.column]) for column in of if column.column in row]
        read = (
            read_value(
                paragraph, cell, named.text(text), unit, nature, column.year, base_year, grammar.targets
            )
            for column, cell in cells
            if _is_in(cell, paragraph)
        )
        return [value for value in read if value is not None]

    levels = values((one for one in columns.values if not one.only_sums), columns.base_year)
    held = {column: placed.text(text) for column, placed in row.items()}
    sums = values(
        (c for c in columns.values if c.only_sums and is_sum(held.get(c.column, ""))), columns.base_year
    )
    rates = values(
        (c for c in columns.rates if is_rate(held.get(c.column, ""))), columns.base_year, _PER_CENT
    )
    targets = [*levels, *(map(as_change, sums) if levels else sums), *map(as_rate, rates)]
    if not targets:
        return None
    end = max(target.end for target in targets)
    start = min(named.start - paragraph.start, *(target.start for target in targets))
    reached = tuple(value._replace(binding=None) for value in values(columns.reached, None))
    task = _task(1, paragraph.text, (start, end), (), (), (), tuple(targets))
    return task._replace(reached=reached)


def _task(
    position: int,
    text: str,
    span: tuple[int, int],
    actions: tuple[Action, ...],
    actors: tuple[Party, ...],
    beneficiaries: tuple[Party, ...],
    targets: tuple[Target, ...],
    duties: tuple[Responsibility, ...] = (),
    theme: str | None = None,
) -> Task:
    leading = next((action for action in actions if action.role == "action"), None)
    return Task(
        position=position,
        kind="measure",
        theme=theme,
        text=text[span[0] : span[1]],
        modality=leading.modality if leading is not None else "commit",
        actors=actors,
        beneficiaries=beneficiaries,
        actions=actions,
        targets=tuple(sorted(targets, key=lambda target: (target.start, target.end))),
        start=span[0],
        end=span[1],
        responsibilities=duties,
    )
