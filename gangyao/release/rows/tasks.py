"""Rows of `tasks`, `actions` and `targets`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class MeasureRows:
    """Rows of the three tables of a document, in reading order."""

    tasks: list[Row] = field(default_factory=list)
    actions: list[Row] = field(default_factory=list)
    targets: list[Row] = field(default_factory=list)


def measure_rows(read: ReadDocument, at: Places) -> MeasureRows:
    """Return one row per task, action and target."""
    document_id = read.document.spec.document_id
    rows = MeasureRows()
    add_task, add_action, add_target = rows.tasks.append, rows.actions.append, rows.targets.append
    for paragraph, paragraph_id, section_id, tasks in zip(
        read.outline.paragraphs, at.paragraph_ids, at.section_ids_of_paragraphs, read.tasks, strict=True
    ):
        for task in tasks:
            task_id = f"{paragraph_id}/t{task.position}"
            add_task(
                (
                    task_id,
                    document_id,
                    section_id,
                    paragraph_id,
                    task.position,
                    task.kind,
                    task.theme or None,
                    task.text,
                    read.text_hant[paragraph.start + task.start : paragraph.start + task.end],
                    task.modality,
                    [party.text for party in task.actors],
                    [party.text for party in task.beneficiaries],
                    task.start,
                    task.end,
                )
            )
            for action in task.actions:
                add_action(
                    (
                        f"{task_id}/a{action.position}",
                        document_id,
                        task_id,
                        action.position,
                        action.verb,
                        action.object,
                        action.text,
                        action.role,
                        action.modality,
                        action.start,
                        action.end,
                    )
                )
            for rank, target in enumerate(task.targets, 1):
                add_target(
                    (
                        f"{task_id}/q{rank}",
                        document_id,
                        task_id,
                        target.kind,
                        target.comparator,
                        target.value,
                        target.value_to,
                        target.unit or None,
                        target.unit_printed or None,
                        target.year,
                        target.indicator or None,
                        target.text,
                        target.start,
                        target.end,
                        target.direction,
                        target.base_year,
                        target.binding,
                    )
                )
    return rows
