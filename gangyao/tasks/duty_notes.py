"""Notes that say who answers for a task: 〔责任单位：…〕, （…牵头，…配合）, lines of 责任单位：…

A note belongs to the tasks before it, back to the note before, and is no task itself. What it says of a body
is its part: 牵头, 主办 lead, 配合, 协办, 参与 support, 指导 guides; 责任单位, 负责, 落实 are responsible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gangyao.chinese.duty_labels import (
    ANSWERS,
    BODY_LABEL,
    GUIDES,
    LEADS,
    PERSON_LABEL,
    SUPPORTS,
    TIME_LABEL,
    WORDS,
    duties_behind,
    duty_start,
)
from gangyao.chinese.duty_lines import is_line_of_duties
from gangyao.document.tasks import Part, Party, Responsibility, Target, Task
from gangyao.tasks.duties.name_lists import are_bodies, names_in
from gangyao.tasks.duties.shared_levels import with_shared_levels

_OPENING, _CLOSING = "〔（(【［[", "〕）)】］]"
_BRACKET = re.compile(f"[{re.escape(_OPENING)}]")
# What is said of a body behind it, or of those behind a label; the first that matches counts.
_PARTS: tuple[tuple[Part, str], ...] = (
    ("lead", LEADS),
    ("support", SUPPORTS),
    ("guide", GUIDES),
    ("responsible", ANSWERS),
)
_ANY_WORD = re.compile(WORDS)
# 即村民提事、…和居民参与: what the words before the bracket mean.
_GLOSS = re.compile("即|指|如|例如|包括|包含|含|简称|以下")
# What stands in every note, but in those of `_LISTING`.
_NOTE_WORD = re.compile(rf"{WORDS}|时限|时间|期限")
_SAID_BEHIND = re.compile(
    rf"(?:(?:按|按照|根据)?(?:各自)?职责(?:分工)?|结合实际)?(?:分别|共同|具体|统筹|组织)?(?!主管(?:部门|单位|机关))(?P<said>{WORDS})(?:{WORDS})*"
    r"(?:单位|部门)?$"
)
_BY_DUTY = re.compile(r"(?:按|按照|根据)?(?:各自)?职责(?:分工)?$")
_JOINTLY = re.compile("会同|商(?![务会业])(?=[\u4e00-\u9fff]{3})")
# A level goes on with the one before it: 各州、市人民政府 is one body.
_LEVEL = (
    "(?:自治区|直辖市|自治州|地区|[市县区州盟旗])(?:级)?"
    "(?:人民政府|政府|党委|委(?![\u4e00-\u9fff])|[、，；]|$)"
)
_BODIES_APART = re.compile(
    rf"(?<![省州市县区盟])[、\s]+|[、\s]+(?!{_LEVEL})"
    r"|(?<=[局委厅部会办府司院行团署社])等?(?:以及|[和与及])(?=[\u4e00-\u9fff]{2})"
)
_REST = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位|地区)?)$")
# Labels may follow one another without a mark: 责任单位：甲局 完成时限：6月底.
_SEGMENTS = re.compile(
    "[，,；;。]|\\s*(?<!牵头|主办|协办|责任|配合|完成|实施|办理|工作)(?=(?:责任|牵头|配合|主办|协办)(?:单位|部门)\\s*[：:]"
    "|(?:完成|实施|办理|工作)?(?:时限|时间|期限|时间节点)\\s*[：:])"
)
_TIME = re.compile(r"(?:到|于|在)?\d{4}年[^，；。]{0,12}?(?:底|前|末|内|月|日)?(?:前|底)?(?=完成|$)")
_BEFORE_NAME = re.compile("[由请]")
# A body has at least two characters (各县), and no more than names of bodies do.
_SHORTEST, _LONGEST = 2, 30
# A name may hold one in quotes: 市“两新”组织党工委.
_NO_BODY = re.compile(r"\d|[：:《》]|“(?![^“”]{1,8}”)|^[^“]*”|^(?:等|其他|以上|下同)$|^[排列](?:名|在)*第")
# A list of bodies in these brackets is a note without any word that says so: 【市应急局、市卫健委】.
_LISTING = "【〔"
_LISTED = re.compile(
    r"(?:[\u4e00-\u9fff（）()、]{1,20}(?:[局委厅部办院署会]|政府|单位|集团|公司|银行|办公室|[）)])(?:[、，；]|$))+"
)
# So is one in round brackets that ends a paragraph, where each of its names begins with a level.
_ENDING = "（("
_AT_END = re.compile(r"[。；\s]*\Z")
_LEVELLED = re.compile(
    r"(?:[省市县区州盟旗镇乡各国][\u4e00-\u9fff]{1,18}(?:[局委厅部办署]|政府|办公室|中心|集团|公司)(?:[、，；]|$))+"
)


_MAY_LIST = ("【", "〔", "。（", "；（", "！（", "。(", "；(")
# So is one that stands behind the end of a sentence and is nothing but bodies.
_BEHIND = frozenset("。；！")
_SENTENCE_NOTE = re.compile(
    r"(?!以下|详?见|附|含|不含|包括|略|注|此件|同上)"
    r"(?:(?:各[\u4e00-\u9fff（）()、]{1,10}|[\u4e00-\u9fff（）()]{1,18}"
    r"(?:[局委厅部办院署会行]|政府|单位|集团|公司|中心|部门|机构|街道|乡镇))(?:等(?:有关|相关)?(?:部门|单位)?)?(?:[、，；]|$))+"
)


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
    may_list = any(mark in text for mark in _MAY_LIST) or text.rstrip("。；")[-1:] in ("）", ")")
    if not (may_list or _ANY_WORD.search(text) or "：" in text or ":" in text):
        return ()
    behind = duties_behind(text)
    bracketed = [note for note in _bracketed(text) if behind is None or note.end <= behind]
    return (*bracketed, *(_labelled(text, behind, behind) if behind is not None else ()))


def note_without_brackets(text: str) -> DutyNote | None:
    """Return the note that a line is which only names bodies and their parts: 省财政厅牵头，省科技厅配合."""
    if not is_line_of_duties(text):
        return None
    return DutyNote(0, len(text), _read(_masked(text, 0, len(text)), 0, len(text), text)[0], None)


def _labelled(text: str, start: int, first: int) -> tuple[DutyNote, ...]:
    """Return the note that goes from `start` to the end of the text, with its first label at `first`."""
    bodies, deadline = _read(_masked(text, first, len(text)), first, len(text), text)
    return (DutyNote(start, len(text), bodies, deadline),) if bodies or deadline else ()


def _bracketed(text: str) -> Iterator[DutyNote]:
    position = 0
    while (opening := _BRACKET.search(text, position)) is not None:
        start = opening.start()
        end = _closing_of(text, start)
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
        masked = _masked(text, start + 1, end)
        inside = masked[start + 1 : end]
        is_note = BODY_LABEL.match(inside) or TIME_LABEL.match(inside) or _ends_as_note(inside)
        is_list = not is_note and (
            (listed_as is not None and listed_as.fullmatch(text, start + 1, end) is not None)
            or (may_list and are_bodies(names_in(text[start + 1 : end])))
        )
        bodies, deadline = _read(masked, start + 1, end, text) if is_note else ((), None)
        if is_list:
            listed = (
                _names(masked, text, *span, "responsible") for span in _segments(masked, start + 1, end)
            )
            bodies = tuple(body for names in listed for body in names)
        if bodies or deadline:
            yield DutyNote(start, end + 1, bodies, deadline)
        position = end + 1 if is_note or is_list else start + 1


def _list_in(text: str, start: int, end: int) -> re.Pattern[str] | None:
    """Return how a list of bodies in the bracket `start`:`end` has to look; None where none may stand."""
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


def _closing_of(text: str, start: int) -> int | None:
    """Return where the bracket at `start` is closed; brackets inside count, other paragraphs do not."""
    depth = 0
    for at in range(start, min(len(text), start + 600)):
        if text[at] in _OPENING:
            depth += 1
        elif text[at] in _CLOSING:
            depth -= 1
            if depth == 0:
                return at
    return None


def _masked(text: str, start: int, end: int) -> str:
    """Return the text with brackets inside `start`:`end` blanked: 各县（市、区）政府 is one body."""
    if _BRACKET.search(text, start, end) is None:
        return text
    chars = list(text[start:end])
    depth = 0
    for at, char in enumerate(chars):
        depth += char in _OPENING
        if depth:
            chars[at] = "＿"
        depth -= char in _CLOSING and depth > 0
    return f"{text[:start]}{''.join(chars)}{text[end:]}"


def _ends_as_note(inside: str) -> bool:
    segments = [one.strip() for one in _SEGMENTS.split(inside)]
    return any((said := _SAID_BEHIND.search(one)) and said.start() >= _SHORTEST for one in segments)


def _read(
    masked: str, start: int, end: int, text: str
) -> tuple[tuple[Responsibility, ...], tuple[int, int] | None]:
    """Read the inside of a note: what is said of a body behind it counts, else the label before it."""
    found: list[Responsibility] = []
    waiting: list[tuple[int, int]] = []
    label: Part | None = None
    deadline: tuple[int, int] | None = None
    for first, last in _segments(masked, start, end):
        labelled, time = TIME_LABEL.match(masked, first, last), _TIME.match(masked, first, last)
        if labelled is not None or time is not None:
            deadline = (labelled.end(), last) if labelled else (first, time.end() if time else last)
            continue
        if PERSON_LABEL.match(masked, first, last):
            found += _bodies(masked, text, waiting, label or "responsible")
            waiting, label = [], None
            continue
        named = BODY_LABEL.match(masked, first, last)
        if named is None and label is not None and masked[start:first].rstrip().endswith("。"):
            # Behind the sentence of the label others may follow: 下同, 不再分工.
            found += _bodies(masked, text, waiting, label)
            waiting, label = [], None
        if named is not None:
            found += _bodies(masked, text, waiting, label or "responsible")
            waiting, label = [], part_of(named[0])
            first = named.end()
        said = _SAID_BEHIND.search(masked[first:last])
        stop = first + said.start() if said is not None else last
        waiting.append((first, stop))
        if said is not None and (label is None or text[first:stop].strip("、 ")):
            found += _bodies(masked, text, waiting, _said_or_labelled(part_of(said["said"]), label))
            waiting = []
    if label is not None:
        found += _bodies(masked, text, waiting, label)
    return tuple(found), deadline


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for mark in [*_SEGMENTS.finditer(text, start, end), None]:
        stop = mark.start() if mark is not None else end
        while position < stop and text[position].isspace():
            position += 1
        if position < stop:
            yield position, stop
        position = mark.end() if mark is not None else end


def _said_or_labelled(said: Part, label: Part | None) -> Part:
    """Return the part of bodies under a label: 责任单位：甲局牵头，乙局配合 says more than its label."""
    return said if label is None or said != "responsible" else label


def part_of(words: str) -> Part:
    """Return the part that a label or the words behind a body say."""
    return next(part for part, known in _PARTS if re.search(known, words))


def _bodies(masked: str, text: str, spans: list[tuple[int, int]], part: Part) -> Iterator[Responsibility]:
    for start, end in spans:
        first = start
        for number, joint in enumerate([*_JOINTLY.finditer(masked, start, end), None]):
            last = joint.start() if joint is not None else end
            yield from _names(masked, text, first, last, part if number == 0 else "support")
            first = joint.end() if joint is not None else end


def _names(masked: str, text: str, start: int, end: int, part: Part) -> Iterator[Responsibility]:
    found = list(_printed_names(masked, text, start, end))
    for (first, last), name in zip(
        found, with_shared_levels(text[slice(*one)] for one in found), strict=True
    ):
        yield Responsibility(name, part, None, first, last)


def _printed_names(masked: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for gap in [*_BODIES_APART.finditer(masked, start, end), None]:
        stop = gap.start() if gap is not None else end
        before = _BEFORE_NAME.match(masked, position, stop)
        position = before.end() if before is not None else position
        name = _REST.sub("", _BY_DUTY.sub("", text[position:stop].rstrip()))
        if _SHORTEST <= len(name) <= _LONGEST and not _NO_BODY.search(name):
            yield position, position + len(name)
        position = gap.end() if gap is not None else end


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
