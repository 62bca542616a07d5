"""Settle who must act for each task: of its subjects those that are bodies, and who goes on.

A sentence without a subject goes on with the bodies of the sentence before it, in the same paragraph, where
it opens with a duty (要, 应当, 不得), maybe behind a case (需要补正的，应当…). So does one that opens with a
verb where the first sentence of the paragraph sets who acts (各地要加强领导。建立台账。). Bodies called in
with 会同 support, and who calls them in leads. Lists that share a head or an owner are written out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from gangyao.document.mentions import Mention
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Party, Responsibility, Task
from gangyao.tasks.duties.called_in import called_in
from gangyao.tasks.duties.carried import Subject, next_subject
from gangyao.tasks.duties.labels import labelled_bodies, leading_bodies
from gangyao.tasks.duties.leaders import who_call_in, with_leaders
from gangyao.tasks.duties.list_leads import lead_of_list, with_lead
from gangyao.tasks.duties.lists import listed_parties
from gangyao.tasks.duties.own_bodies import OwnBodies, own_bodies_of_all, subjects_of
from gangyao.tasks.duties.shared_levels import of_shared_levels
from gangyao.tasks.duties.subjects import opening_body
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.listed import ITEM

# 列第一位者为牵头单位，下同: of the bodies of a note, from here on, the first leads.
_FIRST_LEADS = re.compile("(?:排|列)(?:名)?(?:在)?(?:第一|首)位?(?:的)?(?:部门|单位|者)?为牵头")


def settle_actors(
    paragraphs: Sequence[Paragraph],
    tasks: Sequence[tuple[Task, ...]],
    mentions: Sequence[tuple[Mention, ...]],
    grammar: Grammar,
) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks with the bodies that must act as their actors, in the order of the text."""
    own_bodies_of = iter(own_bodies_of_all(paragraphs, tasks, mentions, grammar))
    settled: list[tuple[Task, ...]] = []
    first_leads = False
    lead: tuple[Party, ...] = ()
    section = ""
    for paragraph, own in zip(paragraphs, tasks, strict=True):
        text = paragraph.text
        first_leads = first_leads or ("牵头" in text and _FIRST_LEADS.search(text) is not None)
        bodies = list(islice(own_bodies_of, len(own)))
        read = _settle(paragraph, own, bodies, grammar) if own else own
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
    named: Sequence[OwnBodies],
    grammar: Grammar,
) -> tuple[Task, ...]:
    text = paragraph.text
    settled: list[Task] = []
    labelled = labelled_bodies(text)
    setting = labelled or _led_by(paragraph, grammar)
    before = Subject(setting, tasks[0].start, sets=True) if setting else Subject()
    for task, own in zip(tasks, named, strict=True):
        if own.is_idle and not before.bodies:
            # Nobody acts, nor goes on.
            settled.append(task)
            continue
        by_note = {duty.body for duty in task.responsibilities} if task.responsibilities else frozenset()
        actors, subjects, read = task.actors, subjects_of(task), own.bodies
        if labelled and task.start <= labelled[0].start and (not read or read[0].start == labelled[0].start):
            read = labelled
        read = of_shared_levels(read, text)
        before = next_subject(read, before, text, task, grammar)
        if labelled and read == labelled:
            before = before._replace(sets=True)
        bodies = before.bodies if before.acts else ()
        calls = bool(bodies or by_note) or text.startswith("会同", task.start)
        others = tuple(called_in(text, task)) if calls else ()
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
