"""A batch of listed documents to a part on disk: what worker processes, threads and machines are given.

A worker reads its documents, checks and proves their tables, and writes them into a folder of the part; only
what it says of the documents goes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from gangyao.batch import build_in_runs, cut_by_size
from gangyao.document.allowances import Bounds
from gangyao.document.problems import DocumentProblem, fault
from gangyao.document.source import Document
from gangyao.ingest.doubles import Known, known
from gangyao.ingest.inventory import ListedDocument
from gangyao.ingest.second_reading import with_second_readings
from gangyao.ingest.seeds import document_from_file, load_document
from gangyao.pipeline import load_engine
from gangyao.processes.allowance import end_beyond
from gangyao.processes.children import worker_pool
from gangyao.processes.gc_pause import collect_recent, spare_what_stays
from gangyao.processes.large_pages import has_worked_long, use_large_pages
from gangyao.processes.own_process import prepare_process
from gangyao.reading import USUAL, Reading
from gangyao.release.inputs import InputFile, files_of_document
from gangyao.release.part_tables import PartWriter

# Bytes of the documents' files: half a million code points. Large enough that what a part costs however small
# it is (0.05 s: pandera, files) is little beside it; a part of twice as many takes 25 MB more of memory.
BATCH_BYTES = 1_500_000
# Several processes share the work evenly where each gets this many batches, none of them so small that to
# start a process costs more than it saves.
BATCHES_EACH = 4
LEAST_BATCH_BYTES = 1_000_000
# What a process does not break off by itself, since compiled code looks for no signal, ends the process after
# so many times as long as all its documents may take together. The good among them are then read elsewhere.
_TIMES_AS_LONG = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a document; `identity` and `inputs` are empty where its files could not be read."""

    document_id: str
    identity: Known | None
    inputs: tuple[InputFile, ...]
    is_in_part: bool
    problems: tuple[DocumentProblem, ...]


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part on disk, and what became of its documents, in the order in which they were given."""

    folder: Path
    reports: tuple[Report, ...]

    @property
    def problems(self) -> tuple[DocumentProblem, ...]:
        """What kept documents, or parts of them, out."""
        return tuple(problem for report in self.reports for problem in report.problems)


OnPart = Callable[[WrittenPart], None]


def listed_batches(
    listed: Sequence[ListedDocument], workers: int = 1
) -> tuple[tuple[ListedDocument, ...], ...]:
    """Cut documents into batches of about `BATCH_BYTES`, or smaller ones that `workers` share evenly."""
    share = sum(one.size for one in listed) // (workers * BATCHES_EACH)
    size = BATCH_BYTES if workers == 1 else min(BATCH_BYTES, max(LEAST_BATCH_BYTES, share))
    return tuple(cut_by_size(listed, lambda one: one.size, size))


def write_part(
    listed: Sequence[ListedDocument], lexicon: Path, folder: Path, reading: Reading = USUAL
) -> WrittenPart:
    """Read documents and write their tables into the new folder `folder`.

    Raises DataError for a lexicon that cannot be used; what goes wrong with a document is in its report.
    """
    if _is_full(listed) and has_worked_long():
        use_large_pages()
    reports = {one.document_id: Report(one.document_id, None, (), False, ()) for one in listed}

    def loaded() -> Iterator[Document]:
        for one in listed:
            bounds = Bounds(one.size)
            try:
                with bounds.allowance():
                    document = _load(one, reading)
                report = Report(
                    one.document_id, known(document), files_of_document(document), False, document.warnings
                )
            # Whatever it is, also a fault of ours: the other documents are still wanted.
            except Exception as error:
                problems = bounds.told(one.document_id, error)
                reports[one.document_id] = replace(reports[one.document_id], problems=problems)
            else:
                reports[one.document_id] = report
                yield document

    load_engine(lexicon)
    spare_what_stays()
    with PartWriter(folder) as writer:
        for part in build_in_runs(loaded(), lexicon, reading):
            collect_recent()
            writer.write(part.tables)
            for document_id in part.tables["documents"]["document_id"].to_pylist():
                reports[document_id] = replace(reports[document_id], is_in_part=True)
            for problem in part.problems:
                before = reports[problem.document_id]
                reports[problem.document_id] = replace(before, problems=(*before.problems, problem))
            del part
    return WrittenPart(folder, tuple(reports.values()))


def write_part_or_end(
    listed: Sequence[ListedDocument], lexicon: Path, folder: Path, reading: Reading = USUAL
) -> WrittenPart:
    """Do as `write_part`, in a process that others can do without: it ends where that never ends."""
    with end_beyond(_TIMES_AS_LONG * Bounds(sum(one.size for one in listed)).seconds):
        return write_part(listed, lexicon, folder, reading)


def _is_full(listed: Sequence[ListedDocument]) -> bool:
    """Tell whether this is a batch as those of large builds are."""
    return sum(one.size for one in listed) >= LEAST_BATCH_BYTES


def _load(listed: ListedDocument, reading: Reading) -> Document:
    if listed.is_folder:
        document = load_document(listed.path)
    else:
        document = document_from_file(listed.path, listed.document_id)
    return with_second_readings(document) if reading.second_reading else document


def write_parts(
    listed: Sequence[ListedDocument],
    lexicon: Path,
    folder: Path,
    workers: int,
    on_part: OnPart,
    reading: Reading = USUAL,
) -> tuple[WrittenPart, ...]:
    """Write the parts of all documents on `workers` processes, and return them in the documents' order.

    `on_part` is told each part that is done; what it raises ends the work.
    """
    cut = listed_batches(listed, workers)
    if workers == 1 or len(cut) <= 1:
        parts = []
        for number, batch in enumerate(cut):
            parts.append(write_part(batch, lexicon, folder / str(number), reading))
            on_part(parts[-1])
        return tuple(parts)
    done = dict(_in_processes(cut, lexicon, folder, min(workers, len(cut)), on_part, reading))
    # A process that died took with it the batches that it and its like had not finished, and the document
    # that killed it is not known: each of them is read by itself.
    for number, batch in enumerate(cut):
        if number not in done:
            done[number] = list(write_one_by_one(batch, lexicon, folder / f"{number}-again", reading))
            for part in done[number]:
                on_part(part)
    return tuple(part for number in range(len(cut)) for part in done[number])


def _in_processes(
    cut: Sequence[Sequence[ListedDocument]],
    lexicon: Path,
    folder: Path,
    workers: int,
    on_part: OnPart,
    reading: Reading,
) -> Iterator[tuple[int, list[WrittenPart]]]:
    """Yield parts with the number of their batch; those of processes that died are not among them."""
    with worker_pool(workers, prepare_process) as pool:
        futures: dict[Future[WrittenPart], int] = {
            pool.submit(write_part_or_end, batch, lexicon, folder / str(number), reading): number
            for number, batch in enumerate(cut)
        }
        try:
            for future in as_completed(futures):
                part = future.result()
                on_part(part)
                yield futures[future], [part]
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def write_one_by_one(
    listed: Sequence[ListedDocument], lexicon: Path, folder: Path, reading: Reading
) -> Iterator[WrittenPart]:
    """Yield a part for each document, written in a process of its own, which may die of it.

    The document is then left out.
    """
    for number, one in enumerate(listed):
        own = folder / str(number)
        with worker_pool(1, prepare_process) as pool:
            try:
                part = pool.submit(write_part_or_end, [one], lexicon, own, reading).result()
            except BrokenProcessPool as error:
                what = "the process that read it was ended: it did not end by itself, or memory ran out"
                problem = fault(one.document_id, "", what, str(error))
                # Nothing of it may be half there.
                none = folder / f"{number}-none"
                part = WrittenPart(none, (Report(one.document_id, None, (), False, (problem,)),))
        yield part
