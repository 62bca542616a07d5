"""A document as it comes in: its description and its decoded text. All offsets are code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from gangyao.chinese.script import Script
from gangyao.document.metadata import Finding
from gangyao.document.printed import PrintedLine
from gangyao.document.problems import DocumentProblem, Remark, problem
from gangyao.document.recognised import Reading

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
    document_number: str | None = None
    kind: str | None = None
    level: str | None = None
    admin_code: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    effective_on: date | None = None
    status: str | None = None


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


#: The columns of `rejected.csv`, in their order.
REJECTION_COLUMNS = ("context", "text", "detector", "note")


@dataclass(frozen=True, slots=True)
class Rejection:
    """One row of `rejected.csv`: in the unique `context`, `text` is right, whatever a detector doubts.

    An empty `text` is the place at the end of `context`.
    """

    row: int
    context: str
    text: str
    detector: str
    note: str


#: What kind of file a document was read from.
FileKind = Literal[
    "text",
    "encoded text",
    "pdf",
    "web page",
    "mhtml",
    "docx",
    "xlsx",
    "xls",
    "ods",
    "ofd",
    "odt",
    "epub",
    "mail",
    "word boxes",
    "alto",
    "page xml",
    "recogniser json",
    "picture",
]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as text; `raw_start` and `raw_end` (half-open) are its span in `Source.text`.

    `sha256` is that of the text's bytes in `encoding`: for a text file, of the file itself. For others,
    `original_sha256` is that of the file, `lines` tell of each line of the text where it stands, `pages`
    how many there are (None where the kind has none), `findings` what the file says of itself, and `remarks`
    what of it is not in the text.
    """

    name: str
    sha256: str
    encoding: str
    raw_start: int
    raw_end: int
    kind: FileKind = "text"
    original_sha256: str | None = None
    pages: int | None = None
    lines: tuple[PrintedLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def file_sha256(self) -> str:
        """The checksum of the file itself, whatever its kind."""
        return self.original_sha256 or self.sha256


@dataclass(frozen=True, slots=True)
class Source:
    """The files of a document as text, joined in their order; raw offsets count in `text`."""

    text: str
    files: tuple[SourceFile, ...]

    def warnings(self, document_id: str) -> tuple[DocumentProblem, ...]:
        """Return what readers say of the files, as problems of a document."""
        return tuple(
            problem(document_id, "warning", file.name, one.place, one.message, one.remedy)
            for file in self.files
            for one in file.remarks
        )

    def printed(self, files_of_lines: Iterable[str]) -> list[PrintedLine | None]:
        """Return what the readers know of each raw line, None for lines of text files.

        `files_of_lines` names the file of each raw line, in their order.
        """
        lines = {file.name: iter(file.lines) for file in self.files if file.lines}
        return [next(lines[name]) if name in lines else None for name in files_of_lines]


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What is read in the place of one line, `raw_start`:`raw_end` of the raw text."""

    raw_start: int
    raw_end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Witness:
    """Another copy of a document's text, or of part of it, as plain text.

    Where it is no other copy but the same scan, recognised again, `readings` are its lines.
    """

    name: str
    text: str
    readings: tuple[SecondReading, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All that the pipeline needs to know of one document; a value that a process pool can ship.

    `warnings`: what of its files was left out, and is in the document all the same.
    """

    spec: DocumentSpec
    source: Source
    errata: tuple[Erratum, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    folder: Path | None = field(default=None, compare=False)
    files_in: Path | None = field(default=None, compare=False)
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[DocumentProblem, ...] = ()
