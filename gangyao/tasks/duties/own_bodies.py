"""The bodies that each sentence itself names as those who must act, before it is told who goes on.

Of the subjects that the reading of clauses found those that are bodies, and the bodies before a word of duty,
behind 由, or before a verb, that it took for no subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from gangyao.chinese.signs import Lines, Signs
from gangyao.document.mentions import Mention
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Party, Task
from gangyao.tasks.duties.agents import agents
from gangyao.tasks.duties.found_bodies import bodies_among, named_body, with_span
from gangyao.tasks.duties.led_in import before_phrase, before_verb, told_by_phrase
from gangyao.tasks.duties.lists import listed
from gangyao.tasks.duties.offices import opening_office, told_by_office
from gangyao.tasks.duties.open_names import DUTY_SIGNS, open_subject, parts_of
from gangyao.tasks.duties.openings import REPORT_SIGNS
from gangyao.tasks.duties.scored import likeliest
from gangyao.tasks.duties.subjects import ANY_DUTY_SIGNS, acts_not, bound_bodies, opening_body
from gangyao.tasks.grammar import Grammar

_STRONG_DUTY = re.compile("应当|必须|不得")
# 由立法工作者、专家组成的小组: of whom a body is made up.
_MADE_UP = re.compile("由[^，。；由]{2,120}(?:组成|构成)(?:[，。；的]|[^，。；]{0,4}的)")
# Types of names that act.
_ACTING = ("admin_area", "organization")
# Where the reading of clauses took a body for no subject, one of these stands in the sentence.
SIGNS = Signs(
    {
        "duty": ANY_DUTY_SIGNS,
        "bond": (
            *("应", "要", "必须", "须", "不得", "可以", "有权", "负责"),
            *("按照", "根据", "作为", "如遇", "如发", "任人", "任主", "禁止", "主管", "义务"),
        ),
        "agent": ("由",),
        "strong": ("应", "必须", "不得", "须"),
        "office": ("部门", "政府", "员会", "机构", "机关", "公室", "小组", "局"),
    }
)
# What opens a clause and acts there is looked for in every sentence; these tell what it need not be.
_OPENING = Signs({"duty": DUTY_SIGNS, "report": REPORT_SIGNS})
_MAY_BIND, _MAY_REPORT = _OPENING.bits("duty"), _OPENING.bits("report")
_DUTY, _BOND = SIGNS.bits("duty"), SIGNS.bits("bond")
_AGENT, _OFFICE_NAME = SIGNS.bits("agent"), SIGNS.bits("office")
_STRONG = SIGNS.bits("strong")


class OwnBodies(NamedTuple):
    """The `bodies` that a sentence names.

    `is_idle`: nothing in it tells of anybody, so that nobody acts where nobody goes on.
    """

    bodies: tuple[Party, ...]
    is_idle: bool


# Most sentences.
_IDLE = OwnBodies((), is_idle=True)


def own_bodies(text: str, task: Task, told: int, opening: int, ends: set[int], grammar: Grammar) -> OwnBodies:
    """Return the bodies that a sentence names; `told` are its signs, `ends` where names that act end.

    `opening` are the signs of what opens a clause.
    """
    actors = task.actors
    is_led = not actors and bool(task.actions) and task.actions[0].start > task.start
    alone = None if actors or task.responsibilities else before_verb(text, task, grammar.lexicon)
    is_open = not (task.responsibilities or alone)
    unlisted = _unlisted(text, task, opening, grammar) if is_open else None
    if not (told or actors or task.responsibilities or is_led or alone or unlisted):
        return _IDLE
    read = _among_subjects(text, task, told, ends)
    if told:
        read = _with_others(read, text, task, told, grammar)
    if not read and is_led and (span := before_phrase(text, task, grammar.lexicon)) is not None:
        read = tuple(with_span((), text, span))
    if not read and alone is not None:
        read = tuple(with_span((), text, alone))
    if not read and unlisted is not None:
        read = tuple(Party(text[start:end], start, end) for start, end in parts_of(text, unlisted))
    return OwnBodies(read, is_idle=False)


def _unlisted(text: str, task: Task, opening: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the name of a body that no list knows, before what it does."""
    return open_subject(
        text,
        task.start,
        task.end,
        {text.find(one.verb, one.start, one.end) for one in task.actions},
        grammar.lexicon,
        may_bind=opening & _MAY_BIND != 0,
        may_report=opening & _MAY_REPORT != 0,
    )


def own_bodies_of_all(
    paragraphs: Sequence[Paragraph],
    tasks: Sequence[tuple[Task, ...]],
    mentions: Sequence[tuple[Mention, ...]],
    grammar: Grammar,
) -> list[OwnBodies]:
    """Return the bodies that each task of a document itself names."""
    lines = Lines(
        [one.text[task.start : task.end] for one, own in zip(paragraphs, tasks, strict=True) for task in own]
    )
    signs = zip(SIGNS.of_lines(lines).tolist(), _OPENING.of_lines(lines).tolist(), strict=True)
    found: list[OwnBodies] = []
    for paragraph, own, named in zip(paragraphs, tasks, mentions, strict=True):
        if own:
            ends = {mention.end for mention in named if mention.type in _ACTING}
            found += [own_bodies(paragraph.text, task, *next(signs), ends, grammar) for task in own]
    return found


def subjects_of(task: Task) -> list[Party]:
    """Return the subjects of a task that no note names."""
    by_note = {duty.body for duty in task.responsibilities}
    return [party for party in task.actors if party.text not in by_note]


def _among_subjects(text: str, task: Task, told: int, ends: set[int]) -> tuple[Party, ...]:
    """Return the bodies among the subjects of a task."""
    subjects = subjects_of(task)
    read = tuple(bodies_among(subjects, text, ends)) if subjects else ()
    if read and (told & _AGENT or text.find("处分", task.start, task.end) >= 0):
        read = tuple(one for one in read if not acts_not(text, one.end, task.end))
    if read and told & _AGENT and (made_up := _made_up_in(text, task)) is not None:
        read = tuple(one for one in read if not made_up[0] < one.start < made_up[1])
    return read


def _made_up_in(text: str, task: Task) -> tuple[int, int] | None:
    """Return where a task says of whom a body is made up."""
    made_up = _MADE_UP.search(text, task.start, task.end)
    return None if made_up is None else made_up.span()


def _with_others(
    bodies: tuple[Party, ...], text: str, task: Task, signs: int, grammar: Grammar
) -> tuple[Party, ...]:
    """Add the bodies before a verb or a word of duty that the reading of clauses took for no subject."""
    found = [told_by_office(one, text, task.end) for one in bodies] if signs & _BOND else list(bodies)
    lexicon = grammar.lexicon
    opens = signs & _DUTY and not (found and found[0].start == task.start)
    known = -1
    if opens and (span := opening_body(text, task.start, task.end, lexicon)) is not None:
        found = with_span(found, text, span)
        known = span[1]
    is_office = signs & _OFFICE_NAME and not found
    if is_office and (office := opening_office(text, task)) is not None:
        for start, end in listed(text, office):
            found += named_body(text[start:end], start)
    bound = tuple(bound_bodies(text, task.start, task.end, lexicon, known)) if signs & _BOND else ()
    for span in bound:
        found = with_span(found, text, span)
    for span in agents(text, task.start, task.end, lexicon) if signs & _AGENT else ():
        found = with_span(found, text, span)
    if any(text.startswith("的，", start - 2) for start, _ in bound):
        found = [one for one in found if not _is_of_case(one, text, bound)]
    if not found and signs & _STRONG:
        span = told_by_phrase(text, task.start, task.end) or likeliest(text, task.start, task.end, lexicon)
        if span is not None and not acts_not(text, span[1], task.end):
            found = with_span((), text, span)
    return tuple(sorted(found, key=attrgetter("start"))) if found != list(bodies) else bodies


def _is_of_case(body: Party, text: str, bound: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a body acts only in a case in which another, that opens the clause behind it, is bound."""
    return any(
        text.startswith("的，", start - 2)
        and body.end < start
        and _STRONG_DUTY.search(text, body.end, start) is None
        and text.rfind("；", body.end, start) < 0
        for start, _ in bound
    )
