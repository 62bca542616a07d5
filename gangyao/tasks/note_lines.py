"""Notes that stand on lines of their own: whose tasks they belong to.

`责任单位：甲局` below a task answers for it, and so does what goes on with that list on the next lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gangyao.chinese.duty_labels import (
    LABEL_ALONE,
    content_start,
    is_duty_line,
    names_item,
    names_only_bodies,
)
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Responsibility, Task
from gangyao.tasks.duties.shared_levels import with_shared_levels
from gangyao.tasks.duty_notes import (
    DutyNote,
    find_duty_notes,
    note_without_brackets,
    with_duties,
)
from gangyao.tasks.noted_bodies import OPENING, part_of

_ANSWERS = Responsibility("", "responsible", None, 0, 0)
_FEWEST_LINES = 2
_PARTED = re.compile(r"[、，；\s]+")
_HOLDS = re.compile(r"[^：:]{0,4}(?:主办|承办|协办)[^：:]{0,4}[：:]")


@dataclass(frozen=True, slots=True)
class _Answered:
    """The paragraphs whose tasks the next notes belong to, and what the notes so far said.

    `is_open` while another paragraph with a label of what is to be done may join them; `last` is the body
    that the line before named last; `is_named` behind the name of an item of a list, which is no task.
    """

    section: str = ""
    places: tuple[int, ...] = ()
    is_open: bool = False
    deadline: str | None = None
    last: Responsibility | None = None
    is_named: bool = False


def spread_note_lines(
    paragraphs: Sequence[Paragraph], tasks: Sequence[tuple[Task, ...]]
) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks of each paragraph, with the notes that stand in paragraphs of their own.

    Such a note belongs to the tasks of the nearest paragraph before it in its section that has any, and of
    those right before that one where all have labels of what is to be done: 目标任务：…, 工作措施：….
    """
    spread = list(tasks)
    state = _Answered()
    answering = lines_that_answer(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if state.section != paragraph.section_path:
            state = _Answered(paragraph.section_path)
        if (label := LABEL_ALONE.fullmatch(text)) is not None:
            # Who it is stands on the next line.
            spread[index] = ()
            state = replace(state, is_open=False, last=_ANSWERS._replace(part=part_of(label["said"])))
            continue
        notes = _bodies_alone(text, _ANSWERS) if index in answering else _notes_of(text, state)
        is_alone = not (state.places or state.is_named or spread[index])
        if is_alone and (alone := _answering_alone(paragraph, notes)) is not None:
            spread[index] = (alone,)
            state = _after(replace(state, places=(index,)), notes or (), text)
        elif notes is not None:
            spread[index] = ()
            for place in state.places:
                spread[place] = tuple(with_duties(task, notes, text, ()) for task in spread[place])
            state = _after(state, notes, text)
        elif spread[index]:
            is_labelled = content_start(text) > 0
            places = (*state.places, index) if state.is_open and is_labelled else (index,)
            state = _Answered(paragraph.section_path, places, is_labelled)
        else:
            is_named = names_item(text)
            state = _Answered(
                paragraph.section_path, () if is_named else state.places, is_named=is_named or state.is_named
            )
    return tuple(spread)


def _answering_alone(paragraph: Paragraph, notes: Sequence[DutyNote] | None) -> Task | None:
    """Return the task that a note is which stands behind none, so that no body is lost; None for any other.

    What it answers for is named by the heading over it, or not in the document.
    """
    text = paragraph.text
    if notes is None and not paragraph.is_formal:
        plain = note_without_brackets(text)
        notes = [plain] if plain is not None else None
    if not notes or not any(note.bodies for note in notes) or _HOLDS.match(text) is not None:
        return None
    task = Task(1, "measure", None, text, "commit", (), (), (), (), 0, len(text))
    return with_duties(task, notes, text, ())


def is_note_alone(text: str) -> bool:
    """Tell whether a paragraph is nothing but a note of who answers for the tasks before it.

    Who holds a meeting (主办单位：) need not answer for any.
    """
    if _HOLDS.match(text) is not None:
        return False
    return is_duty_line(text) or _is_bracketed_note(text) or note_without_brackets(text) is not None


def _notes_of(text: str, state: _Answered) -> list[DutyNote] | None:
    """Return the notes of a paragraph that is nothing else, behind the notes so far; None for any other."""
    if is_duty_line(text) or _is_bracketed_note(text):
        return [_without_spans(note, state.deadline) for note in find_duty_notes(text)]
    if state.places and (plain := note_without_brackets(text)) is not None:
        return [_without_spans(plain, state.deadline)]
    if state.last is None or not names_only_bodies(text):
        return None
    # The list of the line before goes on: 责任单位：省工信厅 / 省科技厅.
    return _bodies_alone(text, state.last)


def _bodies_alone(text: str, like: Responsibility) -> list[DutyNote]:
    """Return the note that a line of nothing but bodies is, which have the part of `like`."""
    names = with_shared_levels(name for name in _PARTED.split(text.strip()) if name)
    bodies = tuple(like._replace(body=name) for name in names)
    return [DutyNote(0, len(text), bodies, None)]


def lines_that_answer(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the places of the lines that name nothing but who answers for the line before.

    As a table of tasks and offices leaves them when its rules are lost. One such line may be a signature,
    and what follows an announcement (由下列单位组成：) is a list.
    """
    found = [
        index
        for index, (before, line) in enumerate(pairwise(paragraphs), 1)
        if before.section_path == line.section_path
        and before.is_running_text
        and line.is_running_text
        and not before.text.endswith("：")
        and names_only_bodies(line.text)
        and not names_only_bodies(before.text)
        and LABEL_ALONE.fullmatch(before.text) is None
        and not is_duty_line(before.text)
    ]
    return frozenset(found) if len(found) >= _FEWEST_LINES else frozenset()


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
    if text[0] not in OPENING:
        return False
    notes = find_duty_notes(text)
    return bool(notes) and notes[0].start == 0 and notes[0].end >= len(text.rstrip("。；"))


def _without_spans(note: DutyNote, deadline: str | None) -> DutyNote:
    """Return a note as tasks of other paragraphs take it; `deadline` is that of a line before it."""
    bodies = (body._replace(start=0, end=0, deadline=body.deadline or deadline) for body in note.bodies)
    return replace(note, bodies=tuple(bodies))
