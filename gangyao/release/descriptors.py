"""The descriptors of a release, as text: they follow from the declarations and the CSV files alone."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa

from gangyao import __version__
from gangyao.release.files import CROISSANT, CSV, DATAPACKAGE, DICTIONARY, csv_file, sha256
from schemas.package import Source, TableFile
from schemas.projections.croissant import croissant
from schemas.projections.datapackage import datapackage
from schemas.projections.dictionary import dictionary
from schemas.registry import TABLES

# A list of sources is for readers; of many documents, the table `documents` has them.
MOST_SOURCES = 100


def json_text(value: object) -> str:
    """Return JSON as all files of a release have it: indented by two spaces, in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def sources(documents: pa.Table) -> tuple[Source, ...]:
    """Return what the documents' descriptions say of where they come from."""
    if documents.num_rows > MOST_SOURCES:
        return (Source("see the table documents", None),)
    return tuple(
        Source(
            f"{title}: {source}" if source else title,
            source if source and source.startswith(("http://", "https://")) else None,
        )
        for title, source in zip(documents["title"].to_pylist(), documents["source"].to_pylist(), strict=True)
    )


def table_files(release: Path, rows: dict[str, int]) -> tuple[TableFile, ...]:
    """Measure the CSV files of a release whose tables have `rows` rows."""
    return tuple(
        TableFile(
            table.name,
            f"{CSV}/{table.name}.csv",
            csv_file(release, table.name).stat().st_size,
            sha256(csv_file(release, table.name)),
            rows[table.name],
        )
        for table in TABLES
    )


def descriptors(
    release: Path, documents: pa.Table, rows: dict[str, int], version: str = __version__
) -> dict[str, str]:
    """Return the descriptors of a release by file name; its CSV files must be there."""
    files = table_files(release, rows)
    return {
        DATAPACKAGE: json_text(datapackage(files, sources(documents), version)),
        CROISSANT: json_text(croissant(files, version)),
        DICTIONARY: dictionary(),
    }
