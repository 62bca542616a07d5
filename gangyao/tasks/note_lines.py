"""Notes that stand on lines of their own: whose tasks they belong to.

`责任单位：甲局` below a task answers for it, and so does what goes on with that list on the next lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gangyao.chinese.duty_labels import BODIES_ALONE, content_start, is_duty_line, names_item
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Responsibility, Task
from gangyao.tasks.duty_notes import DutyNote, find_duty_notes, note_without_brackets, with_duties

_OPENING = "〔（(【［["
_PARTED = re.compile(r"[、，；\s]+")


@dataclass(frozen=True, slots=True)
class _Answered:
    """The paragraphs whose tasks the next notes belong to, and what the notes so far said.

    `is_open` while another paragraph with a label of what is to be done may join them; `last` is the body
    that the line before named last.
    """

    section: str = ""
    places: tuple[int, ...] = ()
    is_open: bool = False
    deadline: str | None = None
    last: Responsibility | None = None


def spread_note_lines(
    paragraphs: Sequence[Paragraph], tasks: Sequence[tuple[Task, ...]]
) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks of each paragraph, with the notes that stand in paragraphs of their own.

    Such a note belongs to the tasks of the nearest paragraph before it in its section that has any, and of
    those right before that one where all have labels of what is to be done: 目标任务：…, 工作措施：….
    """
    spread = list(tasks)
    state = _Answered()
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if state.section != paragraph.section_path:
            state = _Answered(paragraph.section_path)
        notes = _notes_of(text, state)
        if notes is not None:
            spread[index] = ()
            for place in state.places:
                spread[place] = tuple(with_duties(task, notes, text, ()) for task in spread[place])
            state = _after(state, notes, text)
        elif spread[index]:
            is_labelled = content_start(text) > 0
            places = (*state.places, index) if state.is_open and is_labelled else (index,)
            state = _Answered(paragraph.section_path, places, is_labelled)
        else:
            state = _Answered(paragraph.section_path, () if names_item(text) else state.places)
    return tuple(spread)


def _notes_of(text: str, state: _Answered) -> list[DutyNote] | None:
    """Return the notes of a paragraph that is nothing else, behind the notes so far; None for any other."""
    if is_duty_line(text) or _is_bracketed_note(text):
        return [_without_spans(note, state.deadline) for note in find_duty_notes(text)]
    if state.places and (plain := note_without_brackets(text)) is not None:
        return [_without_spans(plain, state.deadline)]
    if state.last is None or BODIES_ALONE.fullmatch(text) is None:
        return None
    # The list of the line before goes on: 责任单位：省工信厅 / 省科技厅.
    bodies = tuple(state.last._replace(body=name) for name in _PARTED.split(text.strip()) if name)
    return [DutyNote(0, len(text), bodies, None)]


def _after(state: _Answered, notes: Sequence[DutyNote], text: str) -> _Answered:
    set_here = [text[slice(*note.deadline)].strip() for note in notes if note.deadline]
    named = [body for note in notes for body in note.bodies]
    return replace(
        state,
        is_open=False,
        deadline=set_here[-1] if set_here else state.deadline,
        last=named[-1] if named else None,
    )


def _is_bracketed_note(text: str) -> bool:
    """Tell whether a paragraph is one note in brackets and nothing else: （责任单位：县教育局）."""
    if text[0] not in _OPENING:
        return False
    notes = find_duty_notes(text)
    return bool(notes) and notes[0].start == 0 and notes[0].end >= len(text.rstrip("。；"))


def _without_spans(note: DutyNote, deadline: str | None) -> DutyNote:
    """Return a note as tasks of other paragraphs take it; `deadline` is that of a line before it."""
    bodies = (body._replace(start=0, end=0, deadline=body.deadline or deadline) for body in note.bodies)
    return replace(note, bodies=tuple(bodies))
