"""`manifest.json`: inputs and their checksums, versions, row counts, quality figures, time of the build."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gangyao import __version__
from gangyao.fingerprint import dependency_versions
from gangyao.release.files import ALL_FORMATS, Format
from gangyao.release.inputs import InputFile, Inputs
from gangyao.release.table_source import TableSource, read_table
from schemas.registry import TABLES


@dataclass(frozen=True, slots=True)
class QualityFigure:
    """A measured figure that a release carries with it, e.g. an F1 against the reference annotation."""

    name: str
    value: float
    note: str = ""


def _file(file: InputFile) -> dict[str, Any]:
    told: dict[str, Any] = {"path": file.path, "sha256": file.sha256}
    if file.rows:
        told["rows"] = list(file.rows)
    return told


def manifest(
    tables: TableSource,
    inputs: Inputs,
    quality: Sequence[QualityFigure],
    built_at: datetime,
    formats: frozenset[Format] = ALL_FORMATS,
) -> dict[str, Any]:
    """Return the manifest; of all the files of a release it alone depends on the clock and the machine."""
    return {
        "gangyao_version": __version__,
        "built_at": built_at.isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "dependencies": dependency_versions(),
        "inputs": {
            "from_seeds": inputs.from_seeds,
            "is_whole": inputs.is_whole,
            "documents": [_file(file) for file in inputs.documents],
            "lexicon_sha256": inputs.lexicon_sha256,
            "lexicon": [_file(file) for file in inputs.lexicon],
            "left_out": [_file(file) for file in inputs.left_out],
        },
        "problems": read_table(tables, "problems").to_pylist(),
        "formats": sorted(formats),
        "rows": {table.name: tables.count(table.name) for table in TABLES},
        "quality": [
            {"name": figure.name, "value": figure.value, **({"note": figure.note} if figure.note else {})}
            for figure in quality
        ],
    }
