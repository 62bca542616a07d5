"""Rows of `mentions` and `task_entities`; the table `entities`, which follows from the mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa

from gangyao.chinese.scripts import all_to_traditional
from gangyao.document.spans import Spans
from gangyao.release.rows.places import Places
from schemas.projections.arrow import arrow_columns
from schemas.registry import BY_NAME

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class MentionRows:
    """Rows of the two tables of a document, in reading order."""

    mentions: list[Row] = field(default_factory=list)
    task_entities: list[Row] = field(default_factory=list)


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
        if not mentions:
            continue
        sentences = Spans([(task.start, task.end) for task in tasks])
        for mention in mentions:
            holding = next(sentences.holding(mention.start, mention.end), None)
            task_id = None if holding is None else f"{paragraph_id}/t{tasks[holding].position}"
            rows.mentions.append(
                (
                    f"{paragraph_id}/m{mention.start}",
                    document_id,
                    f"{mention.type}/{mention.name}",
                    section_id,
                    paragraph_id,
                    task_id,
                    mention.surface,
                    mention.start,
                    mention.end,
                    mention.admin_code or None,
                    mention.origin,
                    mention.merged_by or None,
                    mention.stands_for or None,
                    mention.place_code or None,
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


@dataclass(slots=True)
class _Seen:
    """What the mentions of one entity say, gathered one by one."""

    surfaces: set[str]
    document: str = ""
    document_count: int = 0
    mention_count: int = 0
    code: tuple[date, str, str] | None = None


def entity_table(mentions: Iterable[pa.Table], documents: Iterable[pa.Table]) -> pa.Table:
    """Return the entities that `mentions` (of any number of `documents`) name, sorted by id.

    Both come in pieces, in the order of their documents. Everything follows from the two, so that it does not
    matter in which parts they were read. The code of an entity is the one that the most recently announced
    document gives it (undated ones come first).
    """
    announced: dict[str, date | None] = {}
    for piece in documents:
        announced |= zip(piece["document_id"].to_pylist(), piece["announced_on"].to_pylist(), strict=True)
    seen: dict[str, _Seen] = {}
    for piece in mentions:
        for entity_id, surface, document_id, code in zip(
            *(piece[name].to_pylist() for name in ("entity_id", "surface", "document_id", "admin_code")),
            strict=True,
        ):
            one = seen.get(entity_id)
            if one is None:
                one = seen[entity_id] = _Seen(set())
            one.surfaces.add(surface)
            one.mention_count += 1
            if one.document != document_id:
                one.document = document_id
                one.document_count += 1
            if code is not None:
                said = (announced[document_id] or date.min, document_id, code)
                one.code = said if one.code is None else max(one.code, said)
    return _table(seen)


def _table(seen: dict[str, _Seen]) -> pa.Table:
    ids = sorted(seen)
    names = [entity_id.split("/", 1)[1] for entity_id in ids]
    columns = (
        ids,
        [entity_id.split("/", 1)[0] for entity_id in ids],
        names,
        all_to_traditional(names),
        [sorted(seen[entity_id].surfaces - {name}) for entity_id, name in zip(ids, names, strict=True)],
        [code[2] if (code := seen[entity_id].code) else None for entity_id in ids],
        [seen[entity_id].mention_count for entity_id in ids],
        [seen[entity_id].document_count for entity_id in ids],
    )
    return arrow_columns(BY_NAME["entities"], columns)
