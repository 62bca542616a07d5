"""Rows of `sections` and `paragraphs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao.chinese.scripts import all_to_traditional
from gangyao.document.figures import NO_PERIOD
from gangyao.document.witnesses import best_confirmations
from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]


def section_rows(read: ReadDocument) -> list[Row]:
    """Return one row per section, in reading order."""
    document_id = read.document.spec.document_id
    sections = read.outline.sections
    texts: dict[str, list[str]] = {section.path: [] for section in sections}
    texts_hant: dict[str, list[str]] = {section.path: [] for section in sections}
    for paragraph in read.outline.paragraphs:
        texts[paragraph.section_path].append(paragraph.text)
        texts_hant[paragraph.section_path].append(read.text_hant[paragraph.start : paragraph.end])
    titles_hant = all_to_traditional([section.title for section in sections])
    return [
        (
            f"{document_id}/{section.path}",
            document_id,
            None if section.parent_path is None else f"{document_id}/{section.parent_path}",
            section.level,
            section.depth,
            section.number,
            section.label,
            section.title,
            title_hant,
            section.path,
            section.position,
            section.is_implied,
            "\n".join(texts[section.path]),
            "\n".join(texts_hant[section.path]),
            sum(map(len, texts[section.path])),
            *read.periods.sections.get(section.path, NO_PERIOD),
            list(read.topics.sections.get(section.path, ())),
        )
        for section, title_hant in zip(sections, titles_hant, strict=True)
    ]


def paragraph_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per paragraph, in reading order."""
    document_id = read.document.spec.document_id
    text_hant = read.text_hant
    best = best_confirmations(read.confirmations)
    return [
        (
            paragraph_id,
            document_id,
            section_id,
            paragraph.position,
            "table" if paragraph.is_table else "formal" if paragraph.is_formal else "body",
            paragraph.lead or None,
            paragraph.text,
            text_hant[paragraph.start : paragraph.end],
            len(paragraph.text),
            best[index].share if index in best else None,
        )
        for index, (paragraph_id, section_id, paragraph) in enumerate(
            zip(at.paragraph_ids, at.section_ids_of_paragraphs, read.outline.paragraphs, strict=True)
        )
    ]
