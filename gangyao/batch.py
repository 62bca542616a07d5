"""A batch of documents to Arrow tables: the unit that worker processes, and Prefect, are given.

No document stops the others: one that cannot be read, or whose tables do not hold, is left out of the part
that its batch gives, and the part says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork, load_cloze_network
from gangyao.document.allowances import Bounds
from gangyao.document.doubtful_order import order_warnings
from gangyao.document.foreign_text import foreign_text
from gangyao.document.problems import DocumentProblem, fault
from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document
from gangyao.errors import DataError
from gangyao.pipeline import Engine, answer_by, load_engine, read_by_stages, read_in_step
from gangyao.processes.allowance import Allowance, TakesTooMuch, within
from gangyao.processes.gc_pause import gc_paused
from gangyao.questions import Question
from gangyao.reading import USUAL, Reading, SuspectSearch
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import relation_problems, row_problems
from gangyao.release.document_tables import document_tables, merge
from gangyao.release.tables import Tables

Value = TypeVar("Value")
# Code points. A document that is read takes fifty times the room of its rows; fewer at once are read slower,
# since they go through each stage together (100,000: 3 %), and more hardly faster.
READ_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True)
class Part:
    """What a batch gives: tables that hold, of the documents that can be used, and what kept others out."""

    tables: Tables
    problems: tuple[DocumentProblem, ...] = ()


def cut_by_size(
    values: Iterable[Value], size_of: Callable[[Value], int], size: int
) -> Iterator[tuple[Value, ...]]:
    """Cut values into runs of at most `size` together; one that is larger is a run by itself."""
    run: list[Value] = []
    reached = 0
    for value in values:
        its = size_of(value)
        if run and reached + its > size:
            yield tuple(run)
            run, reached = [], 0
        run.append(value)
        reached += its
    if run:
        yield tuple(run)


def build_batch(documents: Iterable[Document], lexicon: Path, reading: Reading = USUAL) -> Part:
    """Read a batch of documents into tables in the memory of this process; raises as `build_in_runs` does."""
    return join_parts(list(build_in_runs(documents, lexicon, reading)))


def build_in_runs(documents: Iterable[Document], lexicon: Path, reading: Reading = USUAL) -> Iterator[Part]:
    """Read documents into tables that are checked, at most `READ_AT_ONCE` code points at a time.

    Documents are taken when they are read, and nothing is kept of those before them: what is in memory does
    not grow with their number.

    Raises DataError for a lexicon that cannot be used, which is every document's, and where `reading` asks
    for what is not installed; what goes wrong with one document, also a fault of ours, is among the part's
    problems.
    """
    engine = load_engine(lexicon)
    network = load_cloze_network() if reading.suspects is SuspectSearch.FULL else None
    for run in cut_by_size(documents, lambda one: len(one.source.text), READ_AT_ONCE):
        with gc_paused():
            part = _part_that_holds(run, engine, network)
        yield part
        # Nor is its room taken while the next is read.
        del part


def _part_that_holds(documents: Sequence[Document], engine: Engine, network: ClozeNetwork | None) -> Part:
    """Return the part of the documents whose tables hold: where some do not, each half is read alone."""
    # What is done for all of them at once may take what all of them may.
    bounds = Bounds(sum(map(_length, documents)))
    together = bounds.allowance()
    size = len(documents) // 2
    try:
        part = _read(documents, engine, network, together)
        # Each table by itself (pandera), what tables say of each other, and that the text is the printed one.
        with together:
            wrong = row_problems(part.tables) or relation_problems(part.tables) or prove(part.tables)
        if not wrong:
            return part
        if len(documents) == 1:
            told = "\n".join(map(str, wrong))
            what = f"its tables do not hold: {wrong[0]}"
            problem = fault(documents[0].spec.document_id, "", what, told)
            return Part(document_tables(()), (problem,))
    except Exception as error:
        if len(documents) == 1:
            return Part(document_tables(()), bounds.told(documents[0].spec.document_id, error))
        if isinstance(error, TakesTooMuch):
            # Half of them would take half of that time once more, and so on.
            size = 1
    return join_parts(
        [
            _part_that_holds(documents[start : start + size], engine, network)
            for start in range(0, len(documents), size)
        ]
    )


def _read(
    documents: Sequence[Document], engine: Engine, network: ClozeNetwork | None, together: Allowance
) -> Part:
    read: list[ReadDocument] = []
    problems: list[DocumentProblem] = []
    bounds = [Bounds(_length(document)) for document in documents]
    readings = [
        within(bound.allowance(), read_by_stages(document, engine))
        for document, bound in zip(documents, bounds, strict=True)
    ]
    answer = answer_by(engine, network)

    def answer_within(asked: Sequence[Question]) -> None:
        with together:
            answer(asked)

    outcomes = read_in_step(readings, answer_within)
    with together:
        for document, outcome, bound in zip(documents, outcomes, bounds, strict=True):
            if isinstance(outcome, ReadDocument):
                told = foreign_text(outcome)
                if not any(one.leaves_out for one in told):
                    read.append(outcome)
                    told += order_warnings(outcome)
                problems += told
            else:
                problems += bound.told(document.spec.document_id, outcome)
        return Part(document_tables(read), tuple(problems))


def _length(document: Document) -> int:
    """Return how many characters are read for a document: its own, and those of other copies of its text."""
    return len(document.source.text) + sum(len(witness.text) for witness in document.witnesses)


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


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
