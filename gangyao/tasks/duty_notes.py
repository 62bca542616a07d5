"""Notes that say who answers for a task: 〔责任单位：…〕, （…牵头，…配合）, lines of 责任单位：…

A note belongs to the tasks before it, back to the note before, and is no task itself. What it says of a body
is its part: 牵头, 主办 lead, 配合, 协办, 参与 support, 指导 guides; 责任单位, 负责, 落实 are responsible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from gangyao.chinese.duty_labels import BODY_LABEL, TIME_LABEL, WORDS, duties_behind, duty_start
from gangyao.chinese.duty_lines import is_line_of_duties
from gangyao.document.tasks import Party, Responsibility, Target, Task
from gangyao.tasks.duties.name_lists import are_bodies, names_in
from gangyao.tasks.noted_bodies import (
    BRACKET,
    CLOSING,
    OPENING,
    ends_as_note,
    listed_bodies,
    mask_brackets,
    read_inside,
)

_BRACKETS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_LONGEST_NOTE = 600
_ANY_WORD = re.compile(WORDS)
# 即村民提事、…和居民参与: what the words before the bracket mean.
_GLOSS = re.compile("即|指|如|例如|包括|包含|含|简称|以下")
# What stands in every note, but in those of `_LISTING`.
_NOTE_WORD = re.compile(rf"{WORDS}|时限|时间|期限")
# A list of bodies in these brackets is a note without any word that says so: 【市应急局、市卫健委】.
_LISTING = "【〔"
_LISTED = re.compile(
    r"[\u4e00-\u9fff（）()、]{1,20}(?:[局委厅部办院署会]|政府|单位|集团|公司|银行|办公室|[）)])"
)
# So is one in round brackets that ends a paragraph, where each of its names begins with a level.
_ENDING = "（("
_AT_END = re.compile(r"[。；\s]*\Z")
_LEVELLED = re.compile(
    r"[省市县区州盟旗镇乡各国][\u4e00-\u9fff]{1,18}(?:[局委厅部办署]|政府|办公室|中心|集团|公司)"
)
_MAY_LIST = ("【", "〔", "。（", "；（", "！（", "。(", "；(")
# So is one that stands behind the end of a sentence and is nothing but bodies.
_BEHIND = frozenset("。；！")
_SENTENCE_NOTE = re.compile(
    r"(?:各[\u4e00-\u9fff（）()、]{1,10}|[\u4e00-\u9fff（）()]{1,18}"
    r"(?:[局委厅部办院署会行]|政府|单位|集团|公司|中心|部门|机构|街道|乡镇))(?:等(?:有关|相关)?(?:部门|单位)?)?"
)
_NO_LIST = re.compile("以下|详?见|附|含|不含|包括|略|注|此件|同上")
# What parts the names of a list may stand within one, too (各县、区政府). None of the patterns is longer.
_APART = re.compile("[、，；]")
_LONGEST = 26


@dataclass(frozen=True, slots=True)
class DutyNote:
    """A note at `start`:`end` of a paragraph's text, its marks included; `bodies` in printed order.

    `deadline` is the span of the time that it sets, None where it sets none.
    """

    start: int
    end: int
    bodies: tuple[Responsibility, ...]
    deadline: tuple[int, int] | None


def find_duty_notes(text: str) -> tuple[DutyNote, ...]:
    """Return the notes in brackets, and the one with labels that closes a text or is the whole of it."""
    if (start := duty_start(text)) is not None:
        return _labelled(text, 0, start)
    may_list = _holds_list(text) or text.rstrip("。；")[-1:] in ("）", ")")
    if not (may_list or _ANY_WORD.search(text) or "：" in text or ":" in text):
        return ()
    behind = duties_behind(text)
    bracketed = [note for note in _bracketed(text) if behind is None or note.end <= behind]
    return (*bracketed, *(_labelled(text, behind, behind) if behind is not None else ()))


def _holds_list(text: str) -> bool:
    """Tell whether a bracket stands where lists of bodies without a word of duty do; few texts have any."""
    return (
        "【" in text
        or "〔" in text
        or (("（" in text or "(" in text) and any(map(text.__contains__, _MAY_LIST)))
    )


def note_without_brackets(text: str) -> DutyNote | None:
    """Return the note that a line is which only names bodies and their parts: 省财政厅牵头，省科技厅配合."""
    if not is_line_of_duties(text):
        return None
    return DutyNote(0, len(text), read_inside(mask_brackets(text, 0, len(text)), 0, len(text), text)[0], None)


def _labelled(text: str, start: int, first: int) -> tuple[DutyNote, ...]:
    """Return the note that goes from `start` to the end of the text, with its first label at `first`."""
    bodies, deadline = read_inside(mask_brackets(text, first, len(text)), first, len(text), text)
    return (DutyNote(start, len(text), bodies, deadline),) if bodies or deadline else ()


def _bracketed(text: str) -> Iterator[DutyNote]:
    position = 0
    closings = _closings(text)
    while (opening := BRACKET.search(text, position)) is not None:
        start = opening.start()
        end = closings.get(start)
        if end is None:
            position = start + 1
            continue
        listed_as = _list_in(text, start, end)
        may_list = _may_be_listed(text, start, end)
        no_note = listed_as is None and not may_list and not _NOTE_WORD.search(text, start + 1, end)
        if no_note or _GLOSS.match(text, start + 1, end) is not None:
            # Most brackets: no note could be in this one.
            position = start + 1
            continue
        masked = mask_brackets(text, start + 1, end)
        inside = masked[start + 1 : end]
        is_note = BODY_LABEL.match(inside) or TIME_LABEL.match(inside) or ends_as_note(inside)
        is_list = not is_note and (
            (listed_as is not None and _is_list(text, start + 1, end, listed_as))
            or (may_list and are_bodies(names_in(text[start + 1 : end])))
        )
        bodies, deadline = read_inside(masked, start + 1, end, text) if is_note else ((), None)
        if is_list:
            bodies = listed_bodies(masked, start + 1, end, text)
        if bodies or deadline:
            yield DutyNote(start, end + 1, bodies, deadline)
        position = end + 1 if is_note or is_list else start + 1


def _is_list(text: str, start: int, end: int, name: re.Pattern[str]) -> bool:
    """Tell whether `text[start:end]` is nothing but names, each of which is as `name` says.

    In one pattern, a list of forty that does not hold would be divided in more ways than can be tried.
    """
    if name is _SENTENCE_NOTE and _NO_LIST.match(text, start, end):
        return False
    begins = [start]
    marks = [mark.span() for mark in _APART.finditer(text, start, end)]
    for stop, behind in [*marks, (end, end)]:
        near = takewhile(lambda at: stop - at <= _LONGEST, reversed(begins))  # noqa: B023
        if any(name.fullmatch(text, at, stop) for at in near):
            begins.append(behind)
    return begins[-1] == end and len(begins) > 1


def _list_in(text: str, start: int, end: int) -> re.Pattern[str] | None:
    """Return how the names of a list in the bracket `start`:`end` have to look; None where none may stand."""
    if text[start] in _LISTING:
        return _LISTED
    if text[start] in _ENDING and start > 0 and text[start - 1] in _BEHIND:
        return _SENTENCE_NOTE
    return _LEVELLED if text[start] in _ENDING and _AT_END.match(text, end + 1) else None


def _may_be_listed(text: str, start: int, end: int) -> bool:
    """Tell whether a bracket may hold nothing but names: 【县妇联、市疾控中心】, 。（市水利局、县残联）."""
    if text[start] in _LISTING:
        return True
    return start > 0 and text[start - 1] in _BEHIND and _AT_END.match(text, end + 1) is not None


def _closings(text: str) -> dict[int, int]:
    """Return where each bracket is closed, by where it opens; brackets inside count.

    Those that are closed far away, mostly in other paragraphs, are left out.
    """
    found: dict[int, int] = {}
    opened: list[int] = []
    for mark in _BRACKETS.finditer(text):
        if mark[0] in OPENING:
            opened.append(mark.start())
        elif opened and mark.start() < (start := opened.pop()) + _LONGEST_NOTE:
            found[start] = mark.start()
    return found


def outside_notes(
    sentences: Sequence[tuple[int, int]], notes: Sequence[DutyNote]
) -> tuple[tuple[int, int], ...]:
    """Return the sentences that are no notes; one that begins with a note begins behind it."""
    if not notes:
        return tuple(sentences)
    kept: list[tuple[int, int]] = []
    for start, end in sentences:
        first = max((note.end for note in notes if note.start <= start < note.end), default=start)
        # A mark behind the note is no sentence.
        if end - first > 1 or first == start:
            kept.append((first, end))
    return tuple(kept)


def with_duties(task: Task, notes: Sequence[DutyNote], text: str, targets: Sequence[Target]) -> Task:
    """Return a task with the bodies and the deadline of the notes that belong to it.

    `text` is that of the notes' paragraph and `targets` what it says of quantities and times; where the task
    stands in another paragraph, `targets` is empty and the bodies have no span.
    """
    duties: list[Responsibility] = []
    for note in notes:
        deadline = None if note.deadline is None else text[slice(*note.deadline)].strip()
        duties += (body._replace(deadline=deadline or body.deadline) for body in note.bodies)
    # A line of its own for the time: it holds for the bodies of the lines before it.
    alone = next((text[slice(*n.deadline)].strip() for n in notes if n.deadline and not n.bodies), None)
    # Most have theirs, or none is told: a task of many lines is not made anew for each of them.
    before = [
        duty if duty.deadline == (deadline := duty.deadline or alone) else duty._replace(deadline=deadline)
        for duty in task.responsibilities
    ]
    due = [
        target
        for target in targets
        for note in notes
        if note.deadline is not None and note.deadline[0] <= target.start < note.deadline[1]
    ]
    parties = {party.text: party for party in task.actors}
    for duty in duties:
        parties.setdefault(duty.body, Party(duty.body, duty.start, duty.end))
    return task._replace(
        actors=tuple(parties.values()),
        targets=(*task.targets, *(target for target in due if target not in task.targets)),
        responsibilities=(*before, *duties),
    )
