"""Rows of `responsibilities`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.document.mentions import Mention
from gangyao.document.tasks import Responsibility, Task
from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


def responsibility_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per body that answers for a task: those of notes and tables, then its other actors."""
    document_id = read.document.spec.document_id
    rows: list[Row] = []
    for index, (paragraph_id, tasks, mentions) in enumerate(
        zip(at.paragraph_ids, read.tasks, read.mentions, strict=True)
    ):
        acting = [task for task in tasks if task.actors or task.responsibilities]
        if not acting:
            continue
        named = {(mention.start, mention.end): mention for mention in mentions}
        for task in acting:
            task_id = f"{paragraph_id}/t{task.position}"
            for rank, duty in enumerate(_all_duties(task), 1):
                is_here = duty.start < duty.end
                entity_id = None
                if is_here:
                    mention = named.get((duty.start, duty.end))
                    entity_id = _entity_id(mention) or read.referents.get((index, duty.start, duty.end))
                rows.append(
                    (
                        f"{task_id}/r{rank}",
                        document_id,
                        task_id,
                        duty.body,
                        entity_id,
                        duty.part,
                        duty.deadline or None,
                        duty.start if is_here else None,
                        duty.end if is_here else None,
                    )
                )
    return rows


def _all_duties(task: Task) -> list[Responsibility]:
    said = {duty.body for duty in task.responsibilities}
    subjects = [
        Responsibility(party.text, "responsible", None, party.start, party.end)
        for party in task.actors
        if party.text not in said
    ]
    return [*task.responsibilities, *subjects]


def _entity_id(mention: Mention | None) -> str | None:
    return None if mention is None else f"{mention.type}/{mention.name}"
