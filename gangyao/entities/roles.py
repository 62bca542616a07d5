"""What part a named thing plays in a task: who acts, who is supported, where, and what it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gangyao.document.mentions import Mention, Role, TaskEntity
from gangyao.document.spans import Spans
from gangyao.document.tasks import Action, Party, Task

_NONE = Spans(())
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


def _spans(parts: Sequence[Party] | Sequence[Action]) -> Spans:
    # Most tasks name nobody.
    return Spans([(part.start, part.end) for part in parts]) if parts else _NONE


class _Parts:
    """The parts of a task, by place."""

    def __init__(self, task: Task) -> None:
        self._actors = _spans(task.actors)
        self._beneficiaries = _spans(task.beneficiaries)
        self._clauses = _spans(task.actions)
        self._actions = task.actions

    def role(self, mention: Mention) -> Role:
        """Return the part that a mention within the task plays."""
        if next(self._actors.holding(mention.start, mention.end), None) is not None:
            return "actor"
        if next(self._beneficiaries.holding(mention.start, mention.end), None) is not None:
            return "beneficiary"
        if mention.type in _PLACES and not self._is_in_object(mention):
            return "place"
        return "object"

    def _is_in_object(self, mention: Mention) -> bool:
        """Tell whether the mention stands in the object of an action, which ends where its clause does."""
        index = next(self._clauses.holding(mention.start, mention.end), None)
        if index is None:
            return False
        action = self._actions[index]
        at = action.text.rfind(action.object) if action.object else -1
        return at >= 0 and action.start + at <= mention.start
