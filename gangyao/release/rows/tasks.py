"""Rows of `tasks`, `actions` and `targets`."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from gangyao.document.figures import NO_PERIOD
from gangyao.document.forces import Force
from gangyao.release.rows.figures import figure_cells
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
    periods, facts_of_targets = read.periods.tasks, read.periods.figures
    for index, (paragraph, paragraph_id, section_id, tasks) in enumerate(
        zip(read.outline.paragraphs, at.paragraph_ids, at.section_ids_of_paragraphs, read.tasks, strict=True)
    ):
        for number, task in enumerate(tasks):
            period = periods[index][number] if periods else NO_PERIOD
            figures = facts_of_targets[index][number] if facts_of_targets else ()
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
                    [party.text for party in task.actors] if task.actors else [],
                    [party.text for party in task.beneficiaries] if task.beneficiaries else [],
                    task.start,
                    task.end,
                    *period,
                    *_force_cells(read.forces[index][number] if read.forces else None),
                    list(read.topics.tasks[index][number]) if read.topics.tasks else [],
                )
            )
            for action in task.actions:
                # The fields of an action are the columns behind its keys, in their order.
                add_action((f"{task_id}/a{action.position}", document_id, task_id, *action))
            if task.targets:
                for rank, (target, facts) in enumerate(zip_longest(task.targets, figures), 1):
                    add_target((f"{task_id}/q{rank}", document_id, task_id, *figure_cells(target, facts)))
    return rows


def _force_cells(force: Force | None) -> Row:
    """Return how a task binds; of one that was not read so, that it is said."""
    if force is None:
        return "commitment", None, []
    return force.bindingness, force.ban, list(force.addressed_to)
