"""What a build has to do: which documents are to be read, and which rows of the release before still hold.

Quick, and free of the engine: where nothing changed, nothing more is imported.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gangyao.document.partition import Partition
from gangyao.document.problems import DocumentProblem, problem
from gangyao.errors import DataError
from gangyao.fingerprint import engine_fingerprint
from gangyao.ingest.doubles import same_ids
from gangyao.ingest.inventory import (
    ListedDocument,
    ids_of_files,
    ids_of_seeds,
    list_files,
    list_seeds,
    seed_folders,
    strays,
)
from gangyao.paths import lexicon_of
from gangyao.reading import USUAL, Reading
from gangyao.release.files import ALL_FORMATS, PARTITIONS, Format, sha256
from gangyao.release.inputs import EXPECTATIONS
from gangyao.state import DocumentRecord, State, read_state

# CSV takes eleven times the room of the text and a twelfth of the time of a build: for more than 3 MB of
# text, whose CSV a spreadsheet hardly opens and git hardly keeps, only on demand.
MOST_BYTES_AS_CSV = 3_000_000


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for.

    `files` are read instead of the documents of `seeds` where there are any; `document_ids`, where given, are
    the only documents that are built; `formats` None: by the size of the sources; `force`: nothing of an
    earlier build is used; `reading`: how documents are read; `keep`: how many earlier releases are kept;
    `least_share`: the least share of the documents of the release before that the documents of the seeds may
    be, where all of them are asked for; `told`: what finding the files showed, besides these.
    """

    output: Path
    seeds: Path
    files: tuple[Path, ...] = ()
    document_ids: tuple[str, ...] = ()
    formats: frozenset[Format] | None = None
    force: bool = False
    reading: Reading = USUAL
    keep: int = 0
    least_share: float = 0.0
    told: tuple[DocumentProblem, ...] = ()

    @property
    def lexicon(self) -> Path:
        """The lexicon folder."""
        return lexicon_of(self.seeds)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for a request.

    `listed`: its documents, sorted by id; `problems`: what listing them showed, such as those that are not
    among them, since another has their id; `before`: the
    record of the release in `output` where rows of it can be taken over; `to_read`: the documents that
    cannot be taken over; `is_whole`: the documents are all those of the seeds.
    """

    request: Request
    listed: tuple[ListedDocument, ...]
    problems: tuple[DocumentProblem, ...]
    fingerprint: str
    surroundings: str
    formats: frozenset[Format]
    is_whole: bool
    before: State | None
    to_read: tuple[ListedDocument, ...]
    nothing_changed: bool

    @property
    def taken_over(self) -> Mapping[str, DocumentRecord]:
        """The records of the documents that need not be read."""
        if self.before is None:
            return {}
        read = {one.document_id for one in self.to_read}
        ids = [one.document_id for one in self.listed if one.document_id not in read]
        return {document_id: self.before.documents[document_id] for document_id in ids}


def of_partition(request: Request, partition: Partition) -> Request:
    """Narrow a request to the documents of a partition, whose release lies in a folder of its own.

    Raises DataError where it has none, and what listing them raises.
    """
    every = request.document_ids or (
        ids_of_files(request.files) if request.files else ids_of_seeds(request.seeds)
    )
    own = tuple(filter(partition.holds, every))
    if not own:
        raise DataError(f"partition {partition.name} has no document: divide them into fewer")
    return replace(request, output=request.output / PARTITIONS / partition.name, document_ids=own)


def plan_build(request: Request) -> Plan:
    """List the documents and compare them with the record of the release in `output`.

    Raises SeedError and DataError for a request that names no documents (see `gangyao.ingest.inventory`).
    """
    told = () if request.document_ids else request.told
    is_whole = False
    if request.files:
        found = list_files(request.files, request.document_ids)
    else:
        found = list_seeds(request.seeds, request.document_ids)
        if not request.document_ids:
            told = strays(request.seeds)
        is_whole = len(found) == len(seed_folders(request.seeds))
    listed, clashes = _without_doubles(found)
    problems = (*told, *clashes)
    size = sum(one.text_size for one in listed)
    formats = request.formats or (ALL_FORMATS if size <= MOST_BYTES_AS_CSV else ALL_FORMATS - {Format.csv})
    fingerprint = _fingerprint(request)
    surroundings = _surroundings(request, problems, formats, is_whole)
    before = None if request.force else read_state(request.output)
    if before is not None and before.fingerprint != fingerprint:
        before = None
    checksums = {one.document_id: one.checksum for one in listed}
    nothing_changed = (
        before is not None
        and before.surroundings == surroundings
        and {name: record.checksum for name, record in before.documents.items()} == checksums
        and before.stands_in(request.output)
    )
    if before is not None and not nothing_changed and not before.tables_hold(request.output):
        before = None
    return Plan(
        request, listed, problems, fingerprint, surroundings, formats, is_whole, before,
        () if nothing_changed else tuple(one for one in listed if not _holds(one, before)), nothing_changed,
    )  # fmt: skip


def _fingerprint(request: Request) -> str:
    """Return the checksum of all that decides over a document's rows besides its files."""
    told = f"{engine_fingerprint(request.lexicon)} {request.reading}"
    return hashlib.sha256(told.encode()).hexdigest()


def _holds(listed: ListedDocument, before: State | None) -> bool:
    record = None if before is None else before.documents.get(listed.document_id)
    return record is not None and record.checksum == listed.checksum and record.is_settled


def _without_doubles(
    found: Sequence[ListedDocument],
) -> tuple[tuple[ListedDocument, ...], tuple[DocumentProblem, ...]]:
    """Leave out the documents whose id another has, and say so."""
    clashes = same_ids((one.document_id, one.path) for one in found)
    first = {one.document_id.casefold(): one for one in reversed(found)}
    told = []
    for rank, clash in clashes.items():
        one, twin = found[rank], first[found[rank].document_id.casefold()]
        told.append(_twin(one, twin) if _same_file(one, twin) else clash)
    return tuple(one for rank, one in enumerate(found) if rank not in clashes), tuple(told)


def _same_file(one: ListedDocument, twin: ListedDocument) -> bool:
    return not (one.is_folder or twin.is_folder) and sha256(one.path) == sha256(twin.path)


def _twin(one: ListedDocument, twin: ListedDocument) -> DocumentProblem:
    what = f"has the same bytes as {twin.path.name} of document {twin.document_id}, and was left out"
    remedy = "delete one of the two, or give the file that was meant"
    return problem(one.document_id, "warning", one.path.name, "", what, remedy)


def _surroundings(
    request: Request, problems: Sequence[DocumentProblem], formats: frozenset[Format], is_whole: bool
) -> str:
    bounds = request.seeds / EXPECTATIONS
    told = [
        sorted(formats),
        [str(problem) for problem in problems],
        not request.files,
        is_whole,
        sha256(bounds) if not request.files and bounds.is_file() else None,
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
