"""Batches to other machines and back, by storage that all of them see.

The lexicon and each batch of documents are put into the storage by the checksum of their bytes; a worker
that has the same engine, models and packages as the driver (their fingerprints are compared) reads the batch
and puts the part there; the driver fetches it. What runs the workers is not known here: `read_shipment` is a
plain function of a value that can be pickled.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import tempfile
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from gangyao.cache.checked_file import cache_root
from gangyao.errors import DataError
from gangyao.fingerprint import engine_fingerprint
from gangyao.ingest.files import is_readable
from gangyao.ingest.inventory import ListedDocument
from gangyao.parts import Report, WrittenPart, write_part_or_end
from gangyao.reading import Reading
from gangyao.storage import Spoilt, Storage

# A worker with several threads reads one batch at a time all the same: reading is work for a processor, and
# the engine is one for each process.
_READING = threading.Lock()
# The tables of a part shrink to a third of their room, which the network would take longer to carry.
_PACKING = "zstd"


@dataclass(frozen=True, slots=True)
class Run:
    """What all shipments of a build share; `name` is its folder in the storage."""

    storage: Storage
    name: str
    lexicon: str
    fingerprint: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Shipment:
    """A batch on its way: `documents` names its archive by checksum, `listed` says what is in it."""

    run: Run
    documents: str
    listed: tuple[ListedDocument, ...]


@dataclass(frozen=True, slots=True)
class ShippedPart:
    """A part in the storage: `tables` names its archive by checksum; and the reports."""

    tables: str
    reports: tuple[Report, ...]


def open_run(storage: Storage, name: str, lexicon: Path, reading: Reading) -> Run:
    """Put the lexicon into the storage, where it is not there yet."""
    files = ((path.name, path) for path in sorted(lexicon.iterdir()) if path.is_file())
    archive = _packed(files)
    checksum = hashlib.sha256(archive).hexdigest()
    if not storage.holds(_lexicon_name(checksum)):
        storage.write(_lexicon_name(checksum), archive)
    return Run(storage, name, checksum, engine_fingerprint(lexicon), reading)


def close_run(run: Run) -> None:
    """Remove from the storage what only this build needed."""
    run.storage.remove_folder(run.name)


def can_travel(listed: ListedDocument) -> bool:
    """Tell whether a document consists of plain files only.

    Links, pipes and files that are too large are refused where they stand; copied they would be others.
    """
    if listed.path.is_symlink():
        return False
    below = listed.path.rglob("*") if listed.is_folder else [listed.path]
    return all(not one.is_symlink() and (one.is_dir() or is_readable(one)) for one in below)


def ship(run: Run, listed: Sequence[ListedDocument]) -> Shipment:
    """Put the files of documents, which can all travel, into the storage."""
    files = []
    for rank, one in enumerate(listed):
        below = sorted(one.path.rglob("*")) if one.is_folder else [one.path]
        files += [(_place(rank, path, one), path) for path in below if path.is_file()]
    archive = _packed(files)
    checksum = hashlib.sha256(archive).hexdigest()
    run.storage.write(_batch_name(run, checksum), archive)
    return Shipment(run, checksum, tuple(listed))


def read_shipment(shipment: Shipment) -> ShippedPart:
    """Read a batch on the machine that this runs on, and put the part into the storage.

    The same batch may be read twice, on two machines at once: the bytes are the same. Raises DataError where
    this machine has another engine than the driver, Spoilt for an archive that is damaged.
    """
    run = shipment.run
    with _READING, tempfile.TemporaryDirectory(prefix="gangyao-") as name:
        lexicon = _fetched_lexicon(run)
        if engine_fingerprint(lexicon) != run.fingerprint:
            raise DataError(
                "this worker has another version of Gangyao, its models, Python or the packages it uses than "
                "the machine that started the build: install the same on both"
            )
        folder = Path(name)
        _unpack(_fetched(run.storage, _batch_name(run, shipment.documents), shipment.documents), folder)
        here = [
            replace(one, path=folder / str(rank) / one.path.name) for rank, one in enumerate(shipment.listed)
        ]
        part = write_part_or_end(here, lexicon, folder / "part", run.reading)
        # As one file: storage asks a price for each request, and takes its time for each.
        archive = _packed((path.name, path) for path in sorted(part.folder.iterdir()))
    checksum = hashlib.sha256(archive).hexdigest()
    run.storage.write(_part_name(run, checksum), archive)
    return ShippedPart(checksum, part.reports)


def receive(run: Run, part: ShippedPart, folder: Path) -> WrittenPart:
    """Fetch a part into the new folder `folder`."""
    folder.mkdir(parents=True)
    _unpack(_fetched(run.storage, _part_name(run, part.tables), part.tables), folder)
    return WrittenPart(folder, part.reports)


def _lexicon_name(checksum: str) -> str:
    return f"lexicons/{checksum}.tar.zst"


def _batch_name(run: Run, checksum: str) -> str:
    return f"{run.name}/batches/{checksum}.tar.zst"


def _part_name(run: Run, checksum: str) -> str:
    return f"{run.name}/parts/{checksum}.tar.zst"


def _place(rank: int, path: Path, listed: ListedDocument) -> str:
    """Return where a file lies in the archive: the id of a document is the name of its folder or file."""
    return f"{rank}/{path.relative_to(listed.path.parent).as_posix()}"


def _packed(files: Iterable[tuple[str, Path]]) -> bytes:
    """Return a packed archive of files, the same bytes for the same files."""
    packed = pa.BufferOutputStream()
    with (
        pa.CompressedOutputStream(packed, _PACKING) as packing,
        tarfile.open(fileobj=packing, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, path in files:
            content = path.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    data: bytes = packed.getvalue().to_pybytes()
    return data


def _fetched(storage: Storage, name: str, checksum: str) -> bytes:
    data = storage.read(name)
    if hashlib.sha256(data).hexdigest() != checksum:
        raise Spoilt(f"{storage.uri}/{name}: is not what its name says; delete it and run the build again")
    return data


def _unpack(data: bytes, folder: Path) -> None:
    """Unpack an archive; nothing in it can leave the folder."""
    with (
        pa.CompressedInputStream(pa.BufferReader(data), _PACKING) as unpacking,
        tarfile.open(fileobj=unpacking, mode="r|") as archive,
    ):
        archive.extractall(folder, filter="data")


def _fetched_lexicon(run: Run) -> Path:
    """Return the folder of the lexicon on this machine, fetched once."""
    folder = cache_root() / "lexicons" / run.lexicon
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        _unpack(_fetched(run.storage, _lexicon_name(run.lexicon), run.lexicon), staged)
        # Another process may have been quicker.
        if not folder.is_dir():
            staged.rename(folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return folder
