"""Rows of `mentions` and `task_entities`; the table `entities`, which follows from the mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.measures.tasks import Task
from gangyao.release.rows.places import Places
from gangyao.script.convert import to_traditional
from schemas.projections.arrow import arrow_schema
from schemas.registry import BY_NAME

if TYPE_CHECKING:
    from gangyao.engine import ReadDocument

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class MentionRows:
    """Rows of the two tables of a document, in reading order."""

    mentions: list[Row] = field(default_factory=list)
    task_entities: list[Row] = field(default_factory=list)


def _task_holding(tasks: tuple[Task, ...], start: int, end: int) -> Task | None:
    for task in tasks:
        if task.start <= start and end <= task.end:
            return task
    return None


def mention_rows(read: ReadDocument, at: Places) -> MentionRows:
    """Return one row per mention, and one per part that a mention plays in a task."""
    document_id = read.document.spec.document_id
    rows = MentionRows()
    for paragraph_id, section_id, tasks, mentions, parts in zip(
        at.paragraph_ids,
        at.section_ids_of_paragraphs,
        read.tasks,
        read.mentions,
        read.task_entities,
        strict=True,
    ):
        for mention in mentions:
            task = _task_holding(tasks, mention.start, mention.end)
            rows.mentions.append(
                (
                    f"{paragraph_id}/m{mention.start}",
                    document_id,
                    f"{mention.type}/{mention.name}",
                    section_id,
                    paragraph_id,
                    None if task is None else f"{paragraph_id}/t{task.position}",
                    mention.surface,
                    mention.start,
                    mention.end,
                    mention.admin_code or None,
                    mention.origin,
                    mention.merged_by or None,
                )
            )
        for part in parts:
            mention = mentions[part.mention]
            rows.task_entities.append(
                (
                    f"{paragraph_id}/t{tasks[part.task].position}",
                    f"{paragraph_id}/m{mention.start}",
                    part.role,
                    document_id,
                    f"{mention.type}/{mention.name}",
                )
            )
    return rows


def _latest_code(mentions: pa.Table, documents: pa.Table, entity_id: str) -> str:
    """Return the code that the most recently announced document gives an entity (undated ones come first)."""
    announced = dict(
        zip(documents["document_id"].to_pylist(), documents["announced_on"].to_pylist(), strict=True)
    )
    of_entity = mentions.filter((pc.field("entity_id") == entity_id) & pc.field("admin_code").is_valid())
    dated = zip(of_entity["document_id"].to_pylist(), of_entity["admin_code"].to_pylist(), strict=True)
    latest: tuple[date, str, str] = max(
        (announced[document_id] or date.min, document_id, code) for document_id, code in dated
    )
    return latest[2]


def entity_table(mentions: pa.Table, documents: pa.Table) -> pa.Table:
    """Return the entities that `mentions` (any number of `documents`) name, sorted by id.

    Everything follows from the two tables, so that it does not matter in which parts they were read.
    """
    schema = arrow_schema(BY_NAME["entities"])
    grouped = mentions.group_by("entity_id", use_threads=False).aggregate(
        [
            ("surface", "distinct"),
            ("admin_code", "distinct"),
            ("document_id", "count_distinct"),
            ("mention_id", "count"),
        ]
    )
    grouped = grouped.sort_by("entity_id")
    ids = grouped["entity_id"].to_pylist()
    kinds, names = zip(*(entity_id.split("/", 1) for entity_id in ids), strict=True) if ids else ((), ())
    names_hant = to_traditional("\n".join(names)).split("\n") if ids else []
    aliases = [
        sorted({surface for surface in surfaces if surface != name})
        for surfaces, name in zip(grouped["surface_distinct"].to_pylist(), names, strict=True)
    ]
    codes: list[str | None] = []
    for entity_id, found in zip(ids, grouped["admin_code_distinct"].to_pylist(), strict=True):
        known = [code for code in found if code is not None]
        codes.append(
            _latest_code(mentions, documents, entity_id) if len(known) > 1 else next(iter(known), None)
        )
    columns = {
        "entity_id": ids,
        "type": kinds,
        "name": names,
        "name_hant": names_hant,
        "aliases": aliases,
        "admin_code": codes,
        "mention_count": grouped["mention_id_count"].to_pylist(),
        "document_count": grouped["document_id_count_distinct"].to_pylist(),
    }
    return pa.table(
        [pa.array(columns[name], schema.field(name).type) for name in schema.names], schema=schema
    )
