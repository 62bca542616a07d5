"""A release proves itself: its lines and corrections give the source files back, and the published text.

For each document, from the tables alone:

- the raw lines with their line ends, encoded, are the source files, by their SHA-256;
- every correction finds, within one line that is read, exactly what it says it changes;
- the lines that are read, in reading order, with the corrections replayed, are the headings and paragraphs
  that are published, white space and marks between number, title and body apart;
- the corrections undone in the published text give the raw text back.

So every raw code point is kept, or inside a correction, or on a line that is set aside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.chinese.scripts import to_simplified
from gangyao.document.layout import SET_ASIDE
from gangyao.release.checks.problems import Problem
from gangyao.release.checks.replay import Edit, LedgerFault, Span, replay, undo
from gangyao.release.checks.source_files import RawLine, SourceFiles, file_problems, line_problems
from gangyao.release.checks.text import Found, Heading, PublishedParagraph, published_problems
from gangyao.release.tables import Tables

PER_DOCUMENT = 5


@dataclass(frozen=True, slots=True)
class CorrectedSpan:
    """Where the published tables say that a correction stands in its paragraph."""

    key: str
    paragraph_id: str | None
    start_char: int | None
    end_char: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the tables say of one document, as far as the proof needs it."""

    files: SourceFiles
    is_hant: bool
    lines: Sequence[RawLine]
    edits: Sequence[Edit]
    corrected: Sequence[CorrectedSpan]
    headings: Sequence[Heading]
    paragraphs: Sequence[PublishedParagraph]


@dataclass(frozen=True, slots=True)
class Replayed:
    """The lines that are read, in reading order, as one text with the corrections replayed."""

    text: str
    raw: str
    lines: Sequence[RawLine]
    starts: Sequence[int]
    spans: Sequence[Span]


def prove(tables: Tables) -> tuple[Problem, ...]:
    """Return what keeps the tables from proving themselves; nothing when they do."""
    return tuple(
        problem
        for evidence in evidences(tables)
        for problem in islice(document_problems(evidence), PER_DOCUMENT)
    )


def document_problems(evidence: Evidence) -> Iterator[Problem]:
    """Prove one document."""
    raw = list(line_problems(evidence.lines, evidence.files.raw_chars))
    raw = raw or list(file_problems(evidence.lines, evidence.files))
    if raw:
        yield from raw
        return
    replayed = replay_document(evidence)
    if isinstance(replayed, Problem):
        yield replayed
        return
    text = to_simplified(replayed.text) if evidence.is_hant else replayed.text
    starts: dict[str, int] = {}
    for told in published_problems(
        text, replayed.lines, replayed.starts, evidence.headings, evidence.paragraphs
    ):
        if isinstance(told, Found):
            starts[told.paragraph_id] = told.start
        else:
            yield told
    at = {span.edit.key: span for span in replayed.spans}
    for claim in evidence.corrected:
        span = at[claim.key]
        if claim.paragraph_id is None or claim.start_char is None or claim.paragraph_id not in starts:
            continue
        start = starts[claim.paragraph_id]
        if (span.start - start, span.end - start) != (claim.start_char, claim.end_char):
            yield Problem(
                f"stands at {span.start - start}:{span.end - start} of {claim.paragraph_id}",
                table="corrections",
                row=claim.key,
                column="start_char",
                value=claim.start_char,
            )


def replay_document(evidence: Evidence) -> Replayed | Problem:
    """Replay a document's corrections over its lines, and undo them again; or say what keeps it from that."""
    read = sorted(
        (line for line in evidence.lines if line.kind not in SET_ASIDE),
        key=lambda line: line.reading_position or 0,
    )
    edits = sorted(evidence.edits, key=lambda edit: (edit.start, edit.end))
    edit_starts = [edit.start for edit in edits]
    line_starts = {line.raw_start for line in evidence.lines}
    made = 0
    parts: list[str] = []
    raw_parts: list[str] = []
    starts: list[int] = []
    spans: list[Span] = []
    length = 0
    try:
        for line in read:
            if starts and not line.joins_previous:
                parts.append("\n")
                raw_parts.append("\n")
                length += 1
            first = bisect_right(edit_starts, line.raw_start - 1)
            # An insertion may stand at the very end of its line, unless the next line begins right there.
            after = bisect_right(edit_starts, line.raw_end - (line.raw_end in line_starts))
            text = line.text
            own: tuple[Span, ...] = ()
            if first != after:
                text, own = replay(line.text, line.raw_start, edits[first:after])
            spans += [Span(span.edit, span.start + length, span.end + length) for span in own]
            made += after - first
            starts.append(length)
            parts.append(text)
            raw_parts.append(line.text)
            length += len(text)
        text, raw = "".join(parts), "".join(raw_parts)
        if made != len(edits):
            replayed = {span.edit.key for span in spans}
            lost = next(edit.key for edit in edits if edit.key not in replayed)
            return Problem("is on no line that is read", table="corrections", row=lost)
        undone = undo(text, spans)
    except LedgerFault as fault:
        return Problem(fault.what, table="corrections", row=fault.key)
    if undone != raw:
        return Problem(
            "the corrections undone do not give the raw text back",
            table="corrections",
            row=evidence.files.document_id,
        )
    return Replayed(text, raw, read, starts, spans)


class _RowsOfDocuments:
    """The rows of a table, document by document; each column is read once for all of them."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table
        self._read: dict[str, list[Any]] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        runs = pc.run_end_encode(table["document_id"].combine_chunks()) if table.num_rows else None
        start = base = 0
        for chunk in [] if runs is None else runs.chunks if isinstance(runs, pa.ChunkedArray) else [runs]:
            for document_id, end in zip(chunk.values.to_pylist(), chunk.run_ends.to_pylist(), strict=True):
                self._spans.setdefault(document_id, []).append((start, base + end))
                start = base + end
            base = start

    def of(self, document_id: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a document, with the columns named."""
        spans = self._spans.get(document_id, ())
        read = [self._column(name) for name in columns]
        return chain.from_iterable(
            zip(*(values[start:end] for values in read), strict=True) for start, end in spans
        )

    def _column(self, name: str) -> list[Any]:
        if name not in self._read:
            self._read[name] = self._table[name].to_pylist()
        return self._read[name]


def evidences(tables: Tables) -> Iterator[Evidence]:
    """Yield, for each document, what the tables say of it."""
    of = {name: _RowsOfDocuments(tables[name]) for name in ("lines", "corrections", "sections", "paragraphs")}
    for document in tables["documents"].to_pylist():
        document_id = document["document_id"]
        lines = of["lines"].of(
            document_id,
            "line",
            "source_file",
            "text",
            "raw_start",
            "raw_end",
            "kind",
            "reading_position",
            "joins_previous",
            "section_id",
            "paragraph_id",
        )
        edits = of["corrections"].of(document_id, "correction_id", "raw_start", "raw_end", "before", "after")
        corrected = of["corrections"].of(
            document_id, "correction_id", "paragraph_id", "start_char", "end_char"
        )
        sections = of["sections"].of(document_id, "section_id", "label", "title", "is_implied")
        paragraphs = of["paragraphs"].of(document_id, "paragraph_id", "section_id", "text")
        yield Evidence(
            SourceFiles(
                document_id,
                document["source_files"],
                document["source_sha256"],
                document["encoding"],
                document["raw_chars"],
            ),
            document["script"] == "hant",
            [RawLine(f"{document_id} {number}", *values) for number, *values in lines],
            [Edit(*values) for values in edits],
            [CorrectedSpan(*values) for values in corrected],
            [
                Heading(section_id, label + title)
                for section_id, label, title, is_implied in sections
                if not is_implied
            ],
            [PublishedParagraph(*values) for values in paragraphs],
        )
