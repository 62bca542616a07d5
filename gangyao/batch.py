"""A batch of documents to Arrow tables: the unit that worker processes, and Prefect, are given.

No document stops the others: one that cannot be read, or whose tables do not hold, is left out of the part
that its batch gives, and the part says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from gangyao.child_processes import worker_pool
from gangyao.document.problems import DocumentProblem, fault, problems_of
from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document
from gangyao.errors import DataError
from gangyao.gc_pause import gc_paused
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import validate
from gangyao.release.tables import Tables, document_tables, merge, with_problems

# Large enough that starting a task costs nothing beside it, small enough that two cores share a few hundred
# documents evenly.
BATCH_CHARS = 500_000


@dataclass(frozen=True, slots=True)
class Part:
    """What a batch gives: tables that hold, of the documents that can be used, and what kept others out."""

    tables: Tables
    problems: tuple[DocumentProblem, ...] = ()


def batches(
    documents: Iterable[Document], batch_chars: int = BATCH_CHARS
) -> tuple[tuple[Document, ...], ...]:
    """Cut documents into runs of about `batch_chars` code points, each of at least one document."""
    cut: list[tuple[Document, ...]] = []
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.source.text)
        if size >= batch_chars:
            cut.append(tuple(batch))
            batch, size = [], 0
    if batch:
        cut.append(tuple(batch))
    return tuple(cut)


@gc_paused()
def build_batch(documents: Sequence[Document], lexicon: Path) -> Part:
    """Read a batch of documents into tables that are checked.

    Raises DataError for a lexicon that cannot be used, which is every document's; what goes wrong with one
    document, also a fault of ours, is among the part's problems.
    """
    engine = load_engine(lexicon)
    read: list[ReadDocument] = []
    problems: list[DocumentProblem] = []
    for document in documents:
        found = _read(document, engine)
        if isinstance(found, ReadDocument):
            read.append(found)
        else:
            problems += found
    part = _tables_that_hold(read)
    return Part(part.tables, (*problems, *part.problems))


def _read(document: Document, engine: Engine) -> ReadDocument | tuple[DocumentProblem, ...]:
    try:
        return read_document(document, engine)
    # Whatever it is, also a fault of ours: the other documents are still wanted.
    except Exception as error:
        return problems_of(document.spec.document_id, error)


def _tables_that_hold(read: Sequence[ReadDocument]) -> Part:
    """Return the tables of the documents whose tables hold: where some do not, each half is tried alone."""
    try:
        tables = document_tables(read)
        wrong = validate(tables) or prove(tables)
        if not wrong:
            return Part(tables)
        if len(read) == 1:
            told = "\n".join(map(str, wrong))
            problem = fault(
                read[0].document.spec.document_id, "", f"its tables do not hold: {wrong[0]}", told
            )
            return Part(document_tables(()), (problem,))
    except Exception as error:
        if len(read) == 1:
            return Part(document_tables(()), problems_of(read[0].document.spec.document_id, error))
        if not read:
            raise
    half = len(read) // 2
    return join_parts([_tables_that_hold(read[:half]), _tables_that_hold(read[half:])])


def join_parts(parts: Sequence[Part]) -> Part:
    """Put parts together; the tables are the same for any batching and any order of the parts."""
    return Part(
        merge([part.tables for part in parts]), tuple(problem for part in parts for problem in part.problems)
    )


def tables_to_publish(tables: Tables, problems: Sequence[DocumentProblem]) -> Tables:
    """Return the tables of a whole build with what kept documents out as one of them.

    Raises DataError when no document can be used: there is nothing to publish then.
    """
    if not tables["documents"].num_rows:
        raise DataError("nothing was published: none of the documents can be used; an older release stays")
    return with_problems(tables, problems)


def used(documents: Sequence[Document], tables: Tables) -> tuple[Document, ...]:
    """Return the documents that the tables hold."""
    held = set(tables["documents"]["document_id"].to_pylist())
    return tuple(document for document in documents if document.spec.document_id in held)


def left_out(problems: Iterable[DocumentProblem]) -> tuple[str, ...]:
    """Return the ids of the documents that have problems, sorted."""
    return tuple(sorted({problem.document_id for problem in problems}))


def tolerate(problems: Sequence[DocumentProblem]) -> None:
    """Let a build go on: its problems are told at its end."""


def refuse(problems: Sequence[DocumentProblem]) -> None:
    """Raise DataError for the first problem that leaves a document out: what a strict build does."""
    for problem in problems:
        if problem.leaves_out:
            raise DataError(f"nothing was published, as --strict asks; {problem}")


def build_all(
    documents: Sequence[Document],
    lexicon: Path,
    workers: int,
    on_part: Callable[[int, Part], None] = lambda documents, part: None,
) -> Part:
    """Read all documents into tables, on `workers` processes; the result does not depend on their number.

    `on_part` is told the number of documents of each batch that is done, and its part; what it raises ends
    the build.
    """
    cut = batches(documents)
    if workers == 1 or len(cut) <= 1:
        parts = []
        for batch in cut:
            parts.append(build_batch(batch, lexicon))
            on_part(len(batch), parts[-1])
        return join_parts(parts)
    done = _in_processes(cut, lexicon, workers, on_part)
    # A process that died took with it the batches that it and its like had not finished, and the document
    # that killed it is not known: each of them is read by itself.
    for number, batch in enumerate(cut):
        if number not in done:
            done[number] = join_parts([_alone(document, lexicon) for document in batch])
            on_part(len(batch), done[number])
    return join_parts([done[number] for number in range(len(cut))])


def _in_processes(
    cut: Sequence[Sequence[Document]], lexicon: Path, workers: int, on_part: Callable[[int, Part], None]
) -> dict[int, Part]:
    """Build batches on processes; return the parts by the number of their batch, without those that died."""
    done: dict[int, Part] = {}
    with worker_pool(min(workers, len(cut))) as pool:
        futures: dict[Future[Part], int] = {
            pool.submit(build_batch, batch, lexicon): number for number, batch in enumerate(cut)
        }
        try:
            for future in as_completed(futures):
                number = futures[future]
                done[number] = future.result()
                on_part(len(cut[number]), done[number])
        except BrokenProcessPool:
            return done
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    return done


def _alone(document: Document, lexicon: Path) -> Part:
    """Build one document in a process of its own, which may die of it."""
    with worker_pool(1) as pool:
        try:
            return pool.submit(build_batch, [document], lexicon).result()
        except BrokenProcessPool as error:
            what = "the process that read it was ended, perhaps because memory ran out"
            return Part(document_tables(()), (fault(document.spec.document_id, "", what, str(error)),))


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
