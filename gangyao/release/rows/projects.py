"""Rows of `projects`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.document.figures import NO_PERIOD, Period
from gangyao.document.spans import Spans
from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]
# Of a probability more digits say nothing.
_DIGITS = 3


def project_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per place where a document names works."""
    document_id = read.document.spec.document_id
    rows: list[Row] = []
    for index, projects in enumerate(read.projects):
        if not projects:
            continue
        paragraph_id, section_id = at.paragraph_ids[index], at.section_ids_of_paragraphs[index]
        tasks = Spans((task.start, task.end) for task in read.tasks[index])
        of_section = read.periods.sections.get(read.outline.paragraphs[index].section_path, NO_PERIOD)
        for rank, one in enumerate(projects, 1):
            number = next(tasks.holding(one.start, one.end), None)
            task = None if number is None else read.tasks[index][number]
            own = of_section
            if number is not None and read.periods.tasks:
                own = _filled(read.periods.tasks[index][number], of_section)
            rows.append(
                (
                    f"{paragraph_id}/w{rank}",
                    document_id,
                    section_id,
                    paragraph_id,
                    None if task is None else f"{paragraph_id}/t{task.position}",
                    one.entity,
                    one.name,
                    one.kind,
                    one.stage,
                    *own,
                    one.place,
                    one.admin_code,
                    list(one.figures),
                    round(one.score, _DIGITS),
                    one.start,
                    one.end,
                )
            )
    return rows


def _filled(period: Period, of_section: Period) -> Period:
    """Return the period of a task; what it does not tell is told by its section."""
    return Period(
        period.kind or of_section.kind,
        of_section.year_from if period.year_from is None else period.year_from,
        of_section.year_to if period.year_to is None else period.year_to,
    )
