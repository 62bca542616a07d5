"""A batch of documents to Arrow tables: the unit that worker processes, and Prefect, are given.

No document stops the others: one that cannot be read, or whose tables do not hold, is left out of the part
that its batch gives, and the part says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork, load_cloze_network
from gangyao.document.doubtful_order import order_warnings
from gangyao.document.problems import DocumentProblem, fault, problems_of
from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document
from gangyao.errors import DataError
from gangyao.pipeline import Engine, answer_by, load_engine, read_by_stages, read_in_step
from gangyao.processes.gc_pause import gc_paused
from gangyao.reading import USUAL, Reading, SuspectSearch
from gangyao.release.checks.problems import Problem
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import (
    over_documents_problems,
    row_problems,
    within_documents_problems,
)
from gangyao.release.document_tables import document_tables, merge, tables_of_documents
from gangyao.release.tables import Tables

Value = TypeVar("Value")
# Large enough that starting a task costs nothing beside it, small enough that two cores share a few hundred
# documents evenly.
BATCH_CHARS = 500_000
# Code points. A document that is read takes fifty times the room of its rows; fewer at once are read slower,
# since they go through each stage together (100,000: 3 %), and more hardly faster.
READ_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True)
class Part:
    """What a batch gives: tables that hold, of the documents that can be used, and what kept others out."""

    tables: Tables
    problems: tuple[DocumentProblem, ...] = ()


def batches(documents: Iterable[Document]) -> tuple[tuple[Document, ...], ...]:
    """Cut documents into runs of about `BATCH_CHARS` code points, each of at least one document."""
    return cut_by_size(documents, _size, BATCH_CHARS)


def _size(document: Document) -> int:
    return len(document.source.text)


def cut_by_size(
    values: Iterable[Value], size_of: Callable[[Value], int], size: int
) -> tuple[tuple[Value, ...], ...]:
    """Cut values into runs that reach `size` with their last value, each of at least one."""
    cut: list[tuple[Value, ...]] = []
    run: list[Value] = []
    reached = 0
    for value in values:
        run.append(value)
        reached += size_of(value)
        if reached >= size:
            cut.append(tuple(run))
            run, reached = [], 0
    if run:
        cut.append(tuple(run))
    return tuple(cut)


@gc_paused()
def build_batch(documents: Sequence[Document], lexicon: Path, reading: Reading = USUAL) -> Part:
    """Read a batch of documents into tables that are checked.

    Raises DataError for a lexicon that cannot be used, which is every document's, and where `reading` asks
    for what is not installed; what goes wrong with one document, also a fault of ours, is among the part's
    problems.
    """
    engine = load_engine(lexicon)
    network = load_cloze_network() if reading.suspects is SuspectSearch.FULL else None
    return _part_that_holds(documents, engine, network)


def _part_that_holds(documents: Sequence[Document], engine: Engine, network: ClozeNetwork | None) -> Part:
    """Return the part of the documents whose tables hold: where some do not, each half is read alone."""
    try:
        part, wrong = _checked(documents, engine, network)
        if not wrong:
            return part
        if len(documents) == 1:
            told = "\n".join(map(str, wrong))
            what = f"its tables do not hold: {wrong[0]}"
            problem = fault(documents[0].spec.document_id, "", what, told)
            return Part(document_tables(()), (problem,))
    except Exception as error:
        if len(documents) == 1:
            return Part(document_tables(()), problems_of(documents[0].spec.document_id, error))
        if not documents:
            raise
    half = len(documents) // 2
    halves = documents[:half], documents[half:]
    return join_parts([_part_that_holds(some, engine, network) for some in halves])


def _checked(
    documents: Sequence[Document], engine: Engine, network: ClozeNetwork | None
) -> tuple[Part, tuple[Problem, ...]]:
    """Return the part of documents, and the first that is wrong with its tables.

    What is looked at row by row is held against a few documents at a time, what takes its time per table
    (pandera), or follows from all documents, against all of them.
    """
    parts = []
    for few in cut_by_size(documents, _size, READ_AT_ONCE):
        part = _read(few, engine, network)
        wrong = within_documents_problems(part.tables) or prove(part.tables)
        if wrong:
            return part, wrong
        parts.append(part)
    whole = join_parts(parts)
    return whole, row_problems(whole.tables) or over_documents_problems(whole.tables)


def _read(documents: Sequence[Document], engine: Engine, network: ClozeNetwork | None) -> Part:
    read: list[ReadDocument] = []
    problems: list[DocumentProblem] = []
    readings = [read_by_stages(document, engine) for document in documents]
    outcomes = read_in_step(readings, answer_by(engine, network))
    for document, outcome in zip(documents, outcomes, strict=True):
        if isinstance(outcome, ReadDocument):
            read.append(outcome)
            problems += order_warnings(outcome)
        else:
            problems += problems_of(document.spec.document_id, outcome)
    return Part(tables_of_documents(read), tuple(problems))


def join_parts(parts: Sequence[Part]) -> Part:
    """Put parts together; the tables are the same for any batching and any order of the parts."""
    return Part(
        merge([part.tables for part in parts]), tuple(problem for part in parts for problem in part.problems)
    )


def tolerate(problems: Sequence[DocumentProblem]) -> None:
    """Let a build go on: its problems are told at its end."""


def refuse(problems: Sequence[DocumentProblem]) -> None:
    """Raise DataError for the first problem that leaves a document out: what a strict build does."""
    for problem in problems:
        if problem.leaves_out:
            raise DataError(f"nothing was published, as --strict asks; {problem}")


def build_all(documents: Sequence[Document], lexicon: Path) -> Part:
    """Read all documents, a batch at a time, into tables in the memory of this process."""
    return join_parts([build_batch(batch, lexicon) for batch in batches(documents)])


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
