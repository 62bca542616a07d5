"""Which files of a folder a release of ours wrote: nothing else is ever deleted or moved away."""

from __future__ import annotations

import json
from pathlib import Path

from gangyao.release.files import CHECKSUMS, CSV, DATAPACKAGE, NAMES, ORIGINALS, PARQUET, RECORD, STATE
from schemas import package
from schemas.registry import TABLES


def foreign_files(folder: Path) -> list[str]:
    """Return the paths in `folder`, relative to it and sorted, that no release of ours wrote.

    A folder without our descriptor is no release, whatever its files are called. The tables of a release of
    another version are those that its descriptor and checksums name.
    """
    own = _own_files(folder)
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_folder = path.is_dir() and not path.is_symlink()
        if name not in own and not (is_folder and name in {CSV, ORIGINALS, PARQUET, STATE}):
            found.append(name)
    return found


def _own_files(folder: Path) -> frozenset[str]:
    tables = _described_tables(folder)
    if tables is None:
        return frozenset()
    names = tables | {table.name for table in TABLES}
    own = {name for name in NAMES if name not in {CSV, PARQUET}}
    own |= {f"{CSV}/{name}.csv" for name in names} | {f"{PARQUET}/{name}.parquet" for name in names}
    return frozenset(own | {f"{STATE}/{RECORD}"} | _checked_files(folder))


def _described_tables(folder: Path) -> set[str] | None:
    """Return the tables that the descriptor of a release of ours names; None where there is none."""
    try:
        told = json.loads((folder / DATAPACKAGE).read_bytes())
        if told["name"] != package.NAME:
            return None
        return {str(resource["name"]) for resource in told["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _checked_files(folder: Path) -> set[str]:
    """Return the files that SHA256SUMS names; it may be damaged."""
    try:
        lines = (folder / CHECKSUMS).read_bytes().decode(errors="replace").splitlines()
    except OSError:
        return set()
    return {name for digest, _, name in (line.partition("  ") for line in lines) if len(digest) == 64}
