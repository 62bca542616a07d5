"""What the inside of a note says: its bodies with their parts, and the time that it sets.

A part stands behind its bodies (市水利局牵头) or before them, as a label (责任单位：市水利局、市财政局).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.chinese.duty_labels import (
    ANSWERS,
    BODY_LABEL,
    GUIDES,
    LEADS,
    PERSON_LABEL,
    SUPPORTS,
    TIME_LABEL,
    WORDS,
)
from gangyao.document.tasks import Part, Responsibility
from gangyao.tasks.duties.shared_levels import with_shared_levels

OPENING, CLOSING = "〔（(【［[", "〕）)】］]"
BRACKET = re.compile(f"[{re.escape(OPENING)}]")
# What is said of a body behind it, or of those behind a label; the first that matches counts.
_PARTS: tuple[tuple[Part, str], ...] = (
    ("lead", LEADS),
    ("support", SUPPORTS),
    ("guide", GUIDES),
    ("responsible", ANSWERS),
)
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
    r"|(?:等|(?<=[局委厅部会办府司院行团署社]))(?:以及|[和与及])(?=[\u4e00-\u9fff]{2})"
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


def mask_brackets(text: str, start: int, end: int) -> str:
    """Return the text with brackets inside `start`:`end` blanked: 各县（市、区）政府 is one body."""
    if BRACKET.search(text, start, end) is None:
        return text
    chars = list(text[start:end])
    depth = 0
    for at, char in enumerate(chars):
        depth += char in OPENING
        if depth:
            chars[at] = "＿"
        depth -= char in CLOSING and depth > 0
    return f"{text[:start]}{''.join(chars)}{text[end:]}"


def ends_as_note(inside: str) -> bool:
    """Tell whether one of the segments of a bracket says behind its bodies what they do."""
    segments = [one.strip() for one in _SEGMENTS.split(inside)]
    return any((said := _SAID_BEHIND.search(one)) and said.start() >= _SHORTEST for one in segments)


def read_inside(
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


def listed_bodies(masked: str, start: int, end: int, text: str) -> tuple[Responsibility, ...]:
    """Return the bodies of a note that is nothing but a list of them."""
    names = (_names(masked, text, *span, "responsible") for span in _segments(masked, start, end))
    return tuple(body for found in names for body in found)


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
