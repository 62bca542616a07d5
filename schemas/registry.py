"""All published tables, in the order in which a reader meets them: parents before what refers to them."""

from __future__ import annotations

from schemas import (
    actions,
    breaks,
    citations,
    corrections,
    document_facts,
    documents,
    entities,
    indicators,
    line_boxes,
    line_cells,
    lines,
    mentions,
    paragraphs,
    problems,
    responsibilities,
    results,
    sections,
    source_files,
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
    indicators.TABLE,
    targets.TABLE,
    results.TABLE,
    table_cells.TABLE,
    entities.TABLE,
    mentions.TABLE,
    task_entities.TABLE,
    responsibilities.TABLE,
    citations.TABLE,
    source_files.TABLE,
    document_facts.TABLE,
    lines.TABLE,
    line_boxes.TABLE,
    line_cells.TABLE,
    breaks.TABLE,
    corrections.TABLE,
    suspects.TABLE,
    witnesses.TABLE,
    problems.TABLE,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
