"""What part a named thing plays in a task: who acts, who is supported, where, and what it is about."""

from __future__ import annotations

from gangyao.document.mentions import Mention, Role, TaskEntity
from gangyao.document.tasks import Party, Task

_PLACES = frozenset(("admin_area", "region", "natural_feature", "zone", "country", "corridor"))


def task_entities(tasks: tuple[Task, ...], mentions: tuple[Mention, ...]) -> tuple[TaskEntity, ...]:
    """One row per mention that stands inside a task of the same paragraph.

    A mention inside an actor or a beneficiary has that role. Of the rest, a place that stands in no object of
    the task's actions is where the task is set; everything else is what the task is about.
    """
    rows: list[TaskEntity] = []
    for index, task in enumerate(tasks):
        for number, mention in enumerate(mentions):
            if task.start <= mention.start and mention.end <= task.end:
                rows.append(TaskEntity(index, number, _role(task, mention)))
    return tuple(rows)


def _role(task: Task, mention: Mention) -> Role:
    if _inside(mention, task.actors):
        return "actor"
    if _inside(mention, task.beneficiaries):
        return "beneficiary"
    if mention.type in _PLACES and not _in_object(task, mention):
        return "place"
    return "object"


def _inside(mention: Mention, parties: tuple[Party, ...]) -> bool:
    return any(party.start <= mention.start and mention.end <= party.end for party in parties)


def _in_object(task: Task, mention: Mention) -> bool:
    """Tell whether the mention stands in the object of an action (the object ends where its clause does)."""
    for action in task.actions:
        if action.start <= mention.start and mention.end <= action.end:
            at = action.text.rfind(action.object) if action.object else -1
            return at >= 0 and action.start + at <= mention.start
    return False
