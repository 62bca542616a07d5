"""A document as it comes in: its description and its decoded text. All offsets are code points."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from gangyao.chinese.scripts import Script

Evidence = Literal["rule", "lexicon", "witness", "quotation", "term", "reading"]


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """What `document.yaml` says of a document."""

    document_id: str
    title: str
    files: tuple[str, ...]
    issuers: tuple[str, ...] = ()
    announced_on: date | None = None
    source: str | None = None
    script: Script | None = None
    notes: str | None = None
    witnesses: tuple[str, ...] = ()


#: The columns of `errata.csv`, in their order.
ERRATA_COLUMNS = ("context", "before", "after", "evidence", "source", "note")


@dataclass(frozen=True, slots=True)
class Erratum:
    """One row of `errata.csv`: in the unique `context`, `before` is to be read as `after`."""

    row: int
    context: str
    before: str
    after: str
    evidence: Evidence
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One decoded file; `raw_start` and `raw_end` (half-open) are its span in `Source.text`."""

    name: str
    sha256: str
    encoding: str
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded files of a document, joined in their order; raw offsets count in `text`."""

    text: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """Another copy of a document's text, or of part of it, as plain text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """All that the pipeline needs to know of one document; a value that a process pool can ship."""

    spec: DocumentSpec
    source: Source
    errata: tuple[Erratum, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    folder: Path | None = field(default=None, compare=False)
