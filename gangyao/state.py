"""What the next build goes by: `.state/record.json` in a release, which git ignores.

It says of each document from which files it was read, and of each file of the release how it was left. Rows
are taken over from the release before where both still hold. A record that is lost, damaged or of another
version of this format is none: the next build then reads everything, and costs nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gangyao.document.problems import DocumentProblem
from gangyao.ingest.doubles import Known
from gangyao.release.files import CHECKSUMS, PARQUET, RECORD, STATE, recorded, sha256
from gangyao.release.inputs import InputFile

# Of the form of the record, not of the tables, which go by the fingerprint.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What was read of a document: by the checksum of its files, and what came of it.

    `identity` and `inputs` are what was found in its files, None and nothing where they could not be read;
    `is_published`: its rows are in the release; `problems`: its own, without those that it has with others.
    """

    checksum: str
    identity: Known | None
    inputs: tuple[InputFile, ...]
    is_published: bool
    problems: tuple[DocumentProblem, ...]

    @property
    def is_settled(self) -> bool:
        """Whether reading it again from the same files could give nothing else than is recorded."""
        return self.is_published or any(problem.leaves_out for problem in self.problems)


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file of the release as it was written."""

    size: int
    modified_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class State:
    """A finished build: all that it was made from, and what it left.

    `fingerprint`: of the engine; `surroundings`: a checksum of all else that decides over the files of the
    release, besides the documents; `problems`: all that the build reported.
    """

    fingerprint: str
    surroundings: str
    documents: Mapping[str, DocumentRecord]
    problems: tuple[DocumentProblem, ...]
    files: Mapping[str, FileStamp]

    def stands_in(self, release: Path) -> bool:
        """Tell whether all files of the release are as they were left; those that were touched are read."""
        return all(_is_as_left(release / name, stamp) for name, stamp in self.files.items())

    def tables_hold(self, release: Path) -> bool:
        """Tell whether the Parquet files are as they were left, byte for byte."""
        return all(
            (release / name).is_file() and sha256(release / name) == stamp.sha256
            for name, stamp in self.files.items()
            if name.startswith(f"{PARQUET}/")
        )


def _is_as_left(path: Path, stamp: FileStamp) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False
    if found.st_size != stamp.size:
        return False
    return found.st_mtime_ns == stamp.modified_ns or sha256(path) == stamp.sha256


def file_stamps(site: Path) -> dict[str, FileStamp]:
    """Return how the files of a release that is written are left; its checksums are taken from SHA256SUMS."""
    stamps = {}
    lines = (site / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    listed = [(name, digest) for digest, _, name in (line.partition("  ") for line in lines)]
    for name, digest in (*listed, (CHECKSUMS, sha256(site / CHECKSUMS))):
        left = (site / name).stat()
        stamps[name] = FileStamp(left.st_size, left.st_mtime_ns, digest)
    return stamps


def write_state(state: State, site: Path) -> None:
    """Write the record of a build into its release."""
    told = {
        "fingerprint": state.fingerprint,
        "surroundings": state.surroundings,
        "documents": {name: _told(record) for name, record in state.documents.items()},
        "problems": [asdict(one) for one in state.problems],
        "files": {name: asdict(stamp) for name, stamp in state.files.items()},
    }
    content = json.dumps(told, separators=(",", ":")).encode()
    (site / STATE).mkdir()
    head = f"{FORMAT} {hashlib.sha256(content).hexdigest()}\n".encode()
    (site / STATE / RECORD).write_bytes(head + content)


def _told(record: DocumentRecord) -> dict[str, Any]:
    # Not `asdict`, which takes a second for ten thousand documents.
    identity = record.identity
    return {
        "checksum": record.checksum,
        "identity": identity and [identity.document_id, identity.names, identity.checksums],
        "inputs": [(one.path, one.sha256, one.rows) for one in record.inputs],
        "is_published": record.is_published,
        "problems": [asdict(one) for one in record.problems],
    }


def read_state(release: Path) -> State | None:
    """Return the record of the build of a release; None where there is none that holds."""
    found = recorded(release)
    if found is None or found[0] != str(FORMAT):
        return None
    told = json.loads(found[1])
    return State(
        told["fingerprint"],
        told["surroundings"],
        {name: _document(record) for name, record in told["documents"].items()},
        _problems(told["problems"]),
        {name: FileStamp(**stamp) for name, stamp in told["files"].items()},
    )


def _document(told: dict[str, Any]) -> DocumentRecord:
    identity = None
    if told["identity"] is not None:
        document_id, names, checksums = told["identity"]
        identity = Known(document_id, tuple(names), tuple(checksums))
    return DocumentRecord(
        told["checksum"],
        identity,
        tuple(InputFile(path, digest, tuple(rows)) for path, digest, rows in told["inputs"]),
        told["is_published"],
        _problems(told["problems"]),
    )


def _problems(told: list[dict[str, Any]]) -> tuple[DocumentProblem, ...]:
    return tuple(DocumentProblem(**one) for one in told)
