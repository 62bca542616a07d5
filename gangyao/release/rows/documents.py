"""Rows of `documents`, `source_files`, `document_facts` and `witnesses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gangyao import __version__
from gangyao.chinese.scripts import to_simplified, to_traditional
from gangyao.document.layout import SET_ASIDE
from gangyao.document.outline import PREAMBLE
from gangyao.document.witnesses import best_confirmations, share
from gangyao.release.rows.places import Places

if TYPE_CHECKING:
    from gangyao.document.facts import Facts
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]
# A title stands within so many first code points.
_HEAD = 2000


def encoding_of(encodings: list[str]) -> str:
    """Return the one encoding of a document's files, or one for each of them, joined by `;`."""
    return encodings[0] if len(set(encodings)) == 1 else ";".join(encodings)


def document_row(read: ReadDocument, facts: Facts) -> Row:
    """Return the row of a document, of which `facts` are believed."""
    spec, source = read.document.spec, read.document.source
    title = to_simplified(facts.title) if read.script == "hant" else facts.title
    best = best_confirmations(read.confirmations).values()
    confirmed = sum(confirmation.confirmed_chars for confirmation in best)
    compared = sum(confirmation.compared_chars for confirmation in best)
    return (
        spec.document_id,
        title,
        _in_traditional(read, title, facts.title),
        list(facts.issuers),
        facts.announced_on,
        facts.effective_on,
        facts.document_number,
        list(read.outline.head.addressees),
        read.script,
        facts.source,
        [file.name for file in source.files],
        [file.sha256 for file in source.files],
        encoding_of([file.encoding for file in source.files]),
        len(source.text),
        len(read.cleaned.text) - read.cleaned.text.count("\n"),
        sum(line.raw_end - line.raw_start for line in read.layout.lines if line.kind in SET_ASIDE),
        any(section.is_implied and section.path != PREAMBLE for section in read.outline.sections),
        confirmed,
        __version__,
        facts.kind,
        facts.level,
        facts.admin_code,
        facts.year_from,
        facts.year_to,
        share(confirmed, compared),
        facts.status,
    )


def _in_traditional(read: ReadDocument, title: str, known: str) -> str:
    """Return the title in Traditional characters, as printed where that is known.

    `known` is as description, page or file have it; what was read from a head is Simplified.
    """
    if read.script != "hant":
        return to_traditional(title)
    start = read.cleaned.text.find(title, 0, _HEAD) if known == title else -1
    if start >= 0:
        return read.text_hant[start : start + len(title)]
    return known if known != title else to_traditional(title)


def source_file_rows(read: ReadDocument) -> list[Row]:
    """Return one row per file of a document."""
    return [
        (
            read.document.spec.document_id,
            file.name,
            position,
            file.kind,
            file.file_sha256,
            file.pages,
            file.raw_end - file.raw_start,
        )
        for position, file in enumerate(read.document.source.files, start=1)
    ]


def fact_rows(document_id: str, facts: Facts) -> list[Row]:
    """Return one row per fact about a document."""
    return [
        (document_id, position, fact.field, fact.value, fact.origin, fact.is_used)
        for position, fact in enumerate(facts.found, start=1)
    ]


def witness_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per paragraph and registered witness."""
    return [
        (
            at.paragraph_ids[confirmation.paragraph],
            confirmation.witness,
            read.document.spec.document_id,
            confirmation.compared_chars,
            confirmation.confirmed_chars,
        )
        for confirmation in read.confirmations
    ]
