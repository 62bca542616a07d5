"""A batch of documents to Arrow tables: the unit that worker processes, and Prefect, are given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from gangyao.document.source import Document
from gangyao.gc_pause import gc_paused
from gangyao.pipeline import load_engine, read_document
from gangyao.release.tables import Tables, document_tables, merge

# Large enough that starting a task costs nothing beside it, small enough that two cores share a few hundred
# documents evenly.
BATCH_CHARS = 500_000


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
def build_batch(documents: Sequence[Document], lexicon: Path) -> Tables:
    """Read a batch of documents into tables.

    Raises DataError when a document cannot be used; the message names it.
    """
    engine = load_engine(lexicon)
    return document_tables([read_document(document, engine) for document in documents])


def build_tables(
    documents: Sequence[Document],
    lexicon: Path,
    workers: int,
    on_batch: Callable[[int], None] = lambda documents: None,
) -> Tables:
    """Read all documents into tables, on `workers` processes; the result does not depend on their number.

    `on_batch` is told the number of documents of each batch that is done.
    """
    cut = batches(documents)
    if workers == 1 or len(cut) <= 1:
        parts = []
        for batch in cut:
            parts.append(build_batch(batch, lexicon))
            on_batch(len(batch))
        return merge(parts)
    # Forking a process that has threads (Arrow, DuckDB, rich) can deadlock; a forkserver starts clean.
    with ProcessPoolExecutor(min(workers, len(cut)), mp_context=get_context("forkserver")) as pool:
        futures = {pool.submit(build_batch, batch, lexicon): number for number, batch in enumerate(cut)}
        done: dict[int, Tables] = {}
        for future in as_completed(futures):
            number = futures[future]
            done[number] = future.result()
            on_batch(len(cut[number]))
    return merge([done[number] for number in range(len(cut))])


def default_workers() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
