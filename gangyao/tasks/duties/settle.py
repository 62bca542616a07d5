"""Settle who must act for each task: of its subjects those that are bodies, and who goes on.

A sentence without a subject goes on with the bodies of the sentence before it, in the same paragraph, where
it opens with a duty (要, 应当, 不得), maybe behind a case (需要补正的，应当…). So does one that opens with a
verb where the first sentence of the paragraph sets who acts (各地要加强领导。建立台账。). Bodies called in
with 会同 support, and who calls them in leads. Lists that share a head or an owner are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import attrgetter

from gangyao.chinese.signs import Lines, Signs
from gangyao.document.mentions import Mention
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Part, Party, Responsibility, Task
from gangyao.tasks.duties.agents import agents
from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.carried import Subject, next_subject
from gangyao.tasks.duties.found_bodies import bodies_among, named_body, with_span
from gangyao.tasks.duties.labels import labelled_bodies, leading_bodies
from gangyao.tasks.duties.leaders import who_call_in, with_leaders
from gangyao.tasks.duties.led_in import before_phrase, before_verb, told_by_phrase
from gangyao.tasks.duties.list_leads import lead_of_list, with_lead
from gangyao.tasks.duties.lists import goes_with_next, listed, listed_parties
from gangyao.tasks.duties.name_lists import is_body_name, names_in, of_level
from gangyao.tasks.duties.offices import opening_office, told_by_office
from gangyao.tasks.duties.open_names import open_subject, parts_of
from gangyao.tasks.duties.scored import likeliest
from gangyao.tasks.duties.shared_levels import of_shared_levels
from gangyao.tasks.duties.subjects import (
    DUTY_CHARACTERS,
    acts_not,
    bound_bodies,
    opening_body,
)
from gangyao.tasks.duties.written_out import written_out
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.listed import ITEM

_OTHERS = re.compile(
    r"(?:会同|协同(?![发作推配治])|(?:^|(?<=[，。；.、]))与(?=[^，。；]{2,60}?(?:共同|联合)))(?P<others>[^，。；会]{2,40}?(?:部门|政府|单位|机构|地区|方面|企业|委员会|中心|公司|[厅局部委办院署台站队])"
    r"(?:[和及、][^，。；]{2,30}?(?:部门|政府|单位|机构))?)"
    r"(?=[于在按组制建加对根依负开做，确划采编定抓研完严推统及实指督发进提结拟共协联规报审评检商公批充])"
)
_CALLS = re.compile("[会协]同|与")
_APART = re.compile(r"[和及与](?=[\u4e00-\u9fff]{4})")
# 列第一位者为牵头单位，下同: of the bodies of a note, from here on, the first leads.
_FIRST_LEADS = re.compile("(?:排|列)(?:名)?(?:在)?(?:第一|首)位?(?:的)?(?:部门|单位|者)?为牵头")
_STRONG_DUTY = re.compile("应当|必须|不得")
# 由立法工作者、专家组成的小组: of whom a body is made up.
_MADE_UP = re.compile("由[^，。；由]{2,120}(?:组成|构成)(?:[，。；的]|[^，。；]{0,4}的)")
# Types of names that act.
_ACTING = ("admin_area", "organization")


# Where the reading of clauses took a body for no subject, one of these stands in the sentence.
SIGNS = Signs(
    {
        "duty": tuple(DUTY_CHARACTERS),
        "bond": (
            *("应", "要", "必须", "须", "不得", "可以", "有权", "负责"),
            *("按照", "根据", "作为", "如遇", "如发", "任人", "任主", "禁止", "主管", "义务"),
        ),
        "agent": ("由",),
        "strong": ("应", "必须", "不得", "须"),
        "office": ("部门", "政府", "员会", "机构", "机关", "公室", "小组", "局"),
    }
)
_DUTY, _BOND = SIGNS.bits("duty"), SIGNS.bits("bond")
_AGENT, _OFFICE_NAME = SIGNS.bits("agent"), SIGNS.bits("office")
_STRONG = SIGNS.bits("strong")


def settle_actors(
    paragraphs: Sequence[Paragraph],
    tasks: Sequence[tuple[Task, ...]],
    mentions: Sequence[tuple[Mention, ...]],
    grammar: Grammar,
) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks with the bodies that must act as their actors, in the order of the text."""
    lines = Lines(
        [one.text[task.start : task.end] for one, own in zip(paragraphs, tasks, strict=True) for task in own]
    )
    signs = iter(SIGNS.of_lines(lines).tolist())
    settled: list[tuple[Task, ...]] = []
    first_leads = False
    lead: tuple[Party, ...] = ()
    section = ""
    for paragraph, own, named in zip(paragraphs, tasks, mentions, strict=True):
        text = paragraph.text
        first_leads = first_leads or ("牵头" in text and _FIRST_LEADS.search(text) is not None)
        read = _settle(paragraph, own, named, list(islice(signs, len(own))), grammar) if own else own
        if lead and paragraph.section_path == section and ITEM.match(text) is not None:
            read = with_lead(read, lead)
        else:
            lead, section = (), paragraph.section_path
            if text.endswith("："):
                lead = lead_of_list(text, read, grammar.lexicon)
        if "牵头" in text:
            read = tuple(with_leaders(task, text) for task in read)
        settled.append(tuple(map(_with_leader, read)) if first_leads else read)
    return tuple(settled)


def _with_leader(task: Task) -> Task:
    """Return a task whose note names no leader with its first body as the one."""
    duties = task.responsibilities
    if len(duties) <= 1 or any(duty.part != "responsible" for duty in duties):
        return task
    return task._replace(responsibilities=(duties[0]._replace(part="lead"), *duties[1:]))


def _led_by(paragraph: Paragraph, grammar: Grammar) -> tuple[Party, ...]:
    """Return the bodies that the lead of a paragraph is, or sets to act: 1.县体育局要完善制度。建设公园。"""
    lead = paragraph.lead
    if lead is None or not paragraph.text.startswith(lead):
        return ()
    if bodies := leading_bodies(lead):
        return bodies
    span = opening_body(paragraph.text, 0, len(lead), grammar.lexicon)
    return () if span is None else tuple(listed_parties(paragraph.text, span))


def _settle(
    paragraph: Paragraph,
    tasks: tuple[Task, ...],
    mentions: Sequence[Mention],
    signs: Sequence[int],
    grammar: Grammar,
) -> tuple[Task, ...]:
    text = paragraph.text
    ends = {mention.end for mention in mentions if mention.type in _ACTING}
    settled: list[Task] = []
    labelled = labelled_bodies(text)
    setting = labelled or _led_by(paragraph, grammar)
    before = Subject(setting, tasks[0].start, sets=True) if setting else Subject()
    for task, told in zip(tasks, signs, strict=True):
        actors = task.actors
        is_led = not actors and bool(task.actions) and task.actions[0].start > task.start
        alone = None if actors or task.responsibilities else before_verb(text, task, grammar.lexicon)
        is_open = not (task.responsibilities or alone)
        acts = {text.find(one.verb, one.start, one.end) for one in task.actions} if is_open else ()
        unlisted = open_subject(text, task.start, task.end, acts, grammar.lexicon) if is_open else None
        if not (told or actors or before.bodies or task.responsibilities or is_led or alone or unlisted):
            # Nobody acts, nor goes on.
            settled.append(task)
            continue
        by_note = {duty.body for duty in task.responsibilities} if task.responsibilities else frozenset()
        subjects = [party for party in actors if party.text not in by_note]
        read = tuple(bodies_among(subjects, text, ends)) if subjects else ()
        if read and (told & _AGENT or text.find("处分", task.start, task.end) >= 0):
            read = tuple(one for one in read if not acts_not(text, one.end, task.end))
        made_up = _MADE_UP.search(text, task.start, task.end) if read and told & _AGENT else None
        if made_up is not None:
            read = tuple(one for one in read if not made_up.start() < one.start < made_up.end())
        if told:
            read = _with_others(read, text, task, told, grammar)
        if not read and is_led and (span := before_phrase(text, task, grammar.lexicon)) is not None:
            read = tuple(with_span((), text, span))
        if not read and alone is not None:
            read = tuple(with_span((), text, alone))
        if not read and unlisted is not None:
            read = tuple(Party(text[start:end], start, end) for start, end in parts_of(text, unlisted))
        if labelled and task.start <= labelled[0].start and (not read or read[0].start == labelled[0].start):
            read = labelled
        read = of_shared_levels(read, text)
        before = next_subject(read, before, text, task, grammar)
        if labelled and read == labelled:
            before = before._replace(sets=True)
        bodies = before.bodies if before.acts else ()
        calls = bool(bodies or by_note) or text.startswith("会同", task.start)
        others = tuple(_called_in(text, task)) if calls else ()
        noted = [party for party in actors if party.text in by_note]
        if called := [one for one in others if one.part == "support"]:
            others = (*who_call_in(text, task, bodies, called), *others)
        if others or len(noted) + len(bodies) != len(actors) or list(bodies) != subjects:
            task = _with_actors(task, noted, bodies, others)
        settled.append(task)
    return tuple(settled)


def _with_actors(
    task: Task, noted: Sequence[Party], bodies: Sequence[Party], others: Sequence[Responsibility]
) -> Task:
    called = [Party(one.body, one.start, one.end) for one in others if one.part != "lead"]
    actors = {party.text: party for party in (*bodies, *called, *noted)}
    return task._replace(actors=tuple(actors.values()), responsibilities=(*task.responsibilities, *others))


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


def _called_in(text: str, task: Task) -> Iterable[Responsibility]:
    """Yield the bodies that another acts together with: 会同有关部门."""
    if _CALLS.search(text, task.start, task.end) is None:
        return
    for found in _OTHERS.finditer(text, task.start, task.end):
        # Who is called in supports; 与县环保局共同推进 parts the duty among equals.
        part: Part = "responsible" if found[0].startswith("与") else "support"
        start = found.start("others")
        for gap in [*_APART.finditer(text, start, found.end("others")), None]:
            if gap is not None and goes_with_next(text, start, gap):
                continue
            end = found.end("others") if gap is None else gap.start()
            names = names_in(text[start:end])
            if all(map(of_level, names)) and all(map(is_body_name, names)):
                # 县环保局、县水文站: of a kind that no list knows, but named with its level.
                for name in names:
                    at = text.index(name, start)
                    yield Responsibility(name, part, None, at, at + len(name))
            elif body_in(text[start:end], is_named=False) is not None:
                for span in listed(text, (start, end)):
                    for one in written_out(Party(text[slice(*span)], *span)):
                        yield Responsibility(one.text, part, None, one.start, one.end)
            elif gap is not None:
                # 建设、发展改革和规划等部门: what names no body goes with the next.
                continue
            start = end if gap is None else gap.end()
