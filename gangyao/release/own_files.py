"""Which files of a folder a release of ours wrote: nothing else is ever deleted or moved away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gangyao.release.files import (
    CHECKSUMS,
    CSV,
    DATAPACKAGE,
    NAMES,
    ORIGINALS,
    PARQUET,
    RECORD,
    STATE,
    recorded,
)
from schemas import package
from schemas.registry import TABLES


def foreign_files(folder: Path) -> list[str]:
    """Return the paths in `folder`, relative to it and sorted, that no release of ours wrote.

    A folder with neither our descriptor nor our record of the build is no release, whatever its files are
    called. The tables of a release of another version are those that its descriptor and checksums name.
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
    told = _descriptor(folder)
    recorded = _recorded_files(folder)
    # Another's descriptor tells of another's package, also where a release of ours once stood.
    if told.get("name", package.NAME if recorded else None) != package.NAME:
        return frozenset()
    names = _described_tables(told) | {table.name for table in TABLES}
    own = {name for name in NAMES if name not in {CSV, PARQUET}}
    own |= {f"{CSV}/{name}.csv" for name in names} | {f"{PARQUET}/{name}.parquet" for name in names}
    return frozenset(own | {f"{STATE}/{RECORD}"} | recorded | _checked_files(folder))


def _descriptor(folder: Path) -> dict[str, Any]:
    """Return what the descriptor in a folder says; nothing where there is none that can be read."""
    try:
        told = json.loads((folder / DATAPACKAGE).read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _described_tables(told: dict[str, Any]) -> set[str]:
    """Return the tables that a descriptor names; it may be damaged."""
    try:
        return {str(resource["name"]) for resource in told["resources"]}
    except (KeyError, TypeError):
        return set()


def _recorded_files(folder: Path) -> set[str]:
    """Return the files that the record of the build left there; none where no record of ours holds.

    By it a release is known whose descriptor is lost or damaged.
    """
    found = recorded(folder)
    try:
        return set(map(str, json.loads(found[1])["files"])) if found is not None else set()
    except (ValueError, KeyError, TypeError):
        return set()


def _checked_files(folder: Path) -> set[str]:
    """Return the files that SHA256SUMS names; it may be damaged."""
    try:
        lines = (folder / CHECKSUMS).read_bytes().decode(errors="replace").splitlines()
    except OSError:
        return set()
    return {name for digest, _, name in (line.partition("  ") for line in lines) if len(digest) == 64}
