"""What a build says of itself when it is done."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from gangyao.document.source import Document
from gangyao.errors import DataError
from gangyao.release.checks.problems import Problem
from gangyao.release.tables import Tables

COUNTED = ("documents", "sections", "tasks", "entities", "corrections", "suspects")


@dataclass(frozen=True, slots=True)
class Summary:
    """Rows per table, for the tables that a reader asks for first, and the time taken in seconds."""

    rows: tuple[tuple[str, int], ...]
    seconds: float


def summarise(tables: Tables, seconds: float) -> Summary:
    """Count the rows of a build."""
    return Summary(tuple((name, tables[name].num_rows) for name in COUNTED), seconds)


def markdown(summary: Summary) -> str:
    """Return the summary as a Markdown table."""
    names = [*(name for name, _ in summary.rows), "time"]
    values = [*(str(count) for _, count in summary.rows), f"{summary.seconds:.1f} s"]
    return f"| {' | '.join(names)} |\n|{' ---: |' * len(names)}\n| {' | '.join(values)} |\n"


def print_summary(summary: Summary, warnings: Sequence[Problem]) -> None:
    """Print the summary table to stdout, and the warnings of the publication, if any, to stderr."""
    table = Table()
    for name, _ in summary.rows:
        table.add_column(name, justify="right")
    table.add_column("time", justify="right")
    table.add_row(*(f"{count:,}" for _, count in summary.rows), f"{summary.seconds:.1f} s")
    Console().print(table)
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)


def select_documents(documents: Sequence[Document], document_ids: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents that are asked for, all where none is named.

    Raises DataError for an id that no document has.
    """
    known = {document.spec.document_id: document for document in documents}
    for document_id in document_ids:
        if document_id not in known:
            raise DataError(
                f"no document has the id {document_id!r}; there are: {', '.join(sorted(known)) or 'none'}"
            )
    if not document_ids:
        return tuple(documents)
    wanted = set(document_ids)
    return tuple(document for document in documents if document.spec.document_id in wanted)
