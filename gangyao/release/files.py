"""The files of a release and their places."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path

from schemas import package
from schemas.registry import TABLES

CSV = "csv"
PARQUET = "parquet"
DATABASE = package.DATABASE
MANIFEST = "manifest.json"
CHECKSUMS = "SHA256SUMS"
PARTITIONS = "partitions"
CHANGES = "CHANGES.md"
DATAPACKAGE = "datapackage.json"
CROISSANT = "croissant.json"
DICTIONARY = "README.md"
# The files that documents were read from and that are no text, named by their checksums.
ORIGINALS = "sources"
# What the next build goes by (see `gangyao.state`); it is no part of what is published.
STATE = ".state"
RECORD = "record.json"
# Made from a release on demand: a part of the folder, but of no checksum.
WORKBOOK = "gangyao.xlsx"
NAMES = frozenset(
    {CSV, PARQUET, DATABASE, MANIFEST, CHECKSUMS, CHANGES, DATAPACKAGE, CROISSANT, DICTIONARY, WORKBOOK}
)


class Format(StrEnum):
    """What tables are written as; a release always has Parquet."""

    csv = "csv"
    duckdb = "duckdb"
    parquet = "parquet"


ALL_FORMATS = frozenset(Format)


def csv_file(release: Path, table: str) -> Path:
    """Return the CSV file of a table."""
    return release / CSV / f"{table}.csv"


def parquet_file(release: Path, table: str) -> Path:
    """Return the Parquet file of a table."""
    return release / PARQUET / f"{table}.parquet"


def original_file(release: Path, digest: str) -> Path:
    """Return where a file that a document was read from is stored, by its SHA-256."""
    return release / ORIGINALS / digest


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def recorded(release: Path) -> tuple[str, bytes] | None:
    """Return the format of the record of a release's build, and its content; None where none is whole.

    The record begins with its format and the checksum of what follows.
    """
    try:
        head, _, content = (release / STATE / RECORD).read_bytes().partition(b"\n")
    except OSError:
        return None
    told, _, digest = head.decode("ascii", "replace").partition(" ")
    return (told, content) if digest == hashlib.sha256(content).hexdigest() else None


def is_partitioned(folder: Path) -> bool:
    """Tell whether a folder holds a release in partitions (see `gangyao.release.partitions`)."""
    return (folder / PARTITIONS).is_dir()


def release_files(release: Path) -> tuple[str, ...]:
    """Return the paths, relative to the release, of all its files but the checksums, sorted."""
    expected = [f"{CSV}/{table.name}.csv" for table in TABLES]
    expected += [f"{PARQUET}/{table.name}.parquet" for table in TABLES]
    expected += [DATABASE, MANIFEST, CHANGES, DATAPACKAGE, CROISSANT, DICTIONARY]
    found = [path for path in expected if (release / path).is_file()]
    if (release / ORIGINALS).is_dir():
        found += [f"{ORIGINALS}/{path.name}" for path in (release / ORIGINALS).iterdir() if path.is_file()]
    return tuple(sorted(found))
