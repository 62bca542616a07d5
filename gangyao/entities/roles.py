"""What part a named thing plays in a task: who acts, who is supported, where, and what it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from gangyao.document.mentions import Mention, Role, TaskEntity
from gangyao.document.spans import Spans
from gangyao.document.tasks import Action, Party, Task

_PLACES = frozenset(("admin_area", "region", "natural_feature", "zone", "country", "corridor"))


def task_entities(tasks: tuple[Task, ...], mentions: tuple[Mention, ...]) -> tuple[TaskEntity, ...]:
    """One row per mention that stands inside a task of the same paragraph.

    A mention inside an actor or a beneficiary has that role. Of the rest, a place that stands in no object of
    the task's actions is where the task is set; everything else is what the task is about.
    """
    rows: list[TaskEntity] = []
    starts = [mention.start for mention in mentions]
    for index, task in enumerate(tasks):
        first, last = bisect_left(starts, task.start), bisect_left(starts, task.end)
        if first == last:
            continue
        parts = _Parts(task)
        rows += [
            TaskEntity(index, number, parts.role(mentions[number]))
            for number in range(first, last)
            if mentions[number].end <= task.end
        ]
    return tuple(rows)


def _spans(parts: Sequence[Party] | Sequence[Action]) -> Spans | None:
    # Most tasks name nobody.
    return Spans([(part.start, part.end) for part in parts]) if parts else None


def _holding(spans: Spans | None, mention: Mention) -> int | None:
    """Return the number of the first of some spans that holds a mention, None where none does."""
    return None if spans is None else next(spans.holding(mention.start, mention.end), None)


class _Parts:
    """The parts of a task, by place."""

    def __init__(self, task: Task) -> None:
        self._actors = _spans(task.actors)
        self._beneficiaries = _spans(task.beneficiaries)
        self._actions = task.actions

    @cached_property
    def _clauses(self) -> Spans | None:
        return _spans(self._actions)

    def role(self, mention: Mention) -> Role:
        """Return the part that a mention within the task plays."""
        if _holding(self._actors, mention) is not None:
            return "actor"
        if _holding(self._beneficiaries, mention) is not None:
            return "beneficiary"
        if mention.type in _PLACES and not self._is_in_object(mention):
            return "place"
        return "object"

    def _is_in_object(self, mention: Mention) -> bool:
        """Tell whether the mention stands in the object of an action, which ends where its clause does."""
        index = _holding(self._clauses, mention)
        if index is None:
            return False
        action = self._actions[index]
        at = action.text.rfind(action.object) if action.object else -1
        return at >= 0 and action.start + at <= mention.start
