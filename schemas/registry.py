"""All published tables, in the order in which a reader meets them: parents before what refers to them."""

from __future__ import annotations

from schemas import (
    actions,
    breaks,
    corrections,
    documents,
    entities,
    lines,
    mentions,
    paragraphs,
    problems,
    sections,
    suspects,
    table_cells,
    targets,
    task_entities,
    tasks,
    witnesses,
)
from schemas.declaration import Table

TABLES: tuple[Table, ...] = (
    documents.TABLE,
    sections.TABLE,
    paragraphs.TABLE,
    tasks.TABLE,
    actions.TABLE,
    targets.TABLE,
    table_cells.TABLE,
    entities.TABLE,
    mentions.TABLE,
    task_entities.TABLE,
    lines.TABLE,
    breaks.TABLE,
    corrections.TABLE,
    suspects.TABLE,
    witnesses.TABLE,
    problems.TABLE,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
