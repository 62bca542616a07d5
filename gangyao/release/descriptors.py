"""The descriptors of a release, as text: they follow from the declarations and the tables alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from gangyao import __version__
from gangyao.release.files import (
    CROISSANT,
    CSV,
    DATAPACKAGE,
    DICTIONARY,
    PARQUET,
    csv_file,
    parquet_file,
    sha256,
)
from gangyao.release.table_source import TableSource, read_table
from schemas.package import Source, TableFile
from schemas.projections.croissant import croissant
from schemas.projections.datapackage import datapackage
from schemas.projections.dictionary import dictionary
from schemas.registry import TABLES

Checksum = Callable[[Path], str]
# A list of sources is for readers; of many documents, the table `documents` has them.
MOST_SOURCES = 100


def json_text(value: object) -> str:
    """Return JSON as all files of a release have it: indented by two spaces, in the order given."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def sources(tables: TableSource) -> tuple[Source, ...]:
    """Return what the documents' descriptions say of where they come from."""
    if tables.count("documents") > MOST_SOURCES:
        return (Source("see the table documents", None),)
    documents = read_table(tables, "documents", "title", "source")
    return tuple(
        Source(
            f"{title}: {source}" if source else title,
            source if source and source.startswith(("http://", "https://")) else None,
        )
        for title, source in zip(documents["title"].to_pylist(), documents["source"].to_pylist(), strict=True)
    )


def table_files(release: Path, tables: TableSource, checksum: Checksum) -> tuple[TableFile, ...]:
    """Measure the files of a release that hold `tables`: CSV, or Parquet where there is no CSV."""
    found = []
    for table in TABLES:
        path, name = csv_file(release, table.name), f"{CSV}/{table.name}.csv"
        if not path.is_file():
            path, name = parquet_file(release, table.name), f"{PARQUET}/{table.name}.parquet"
        found.append(
            TableFile(table.name, name, path.stat().st_size, checksum(path), tables.count(table.name))
        )
    return tuple(found)


def descriptors(
    release: Path, tables: TableSource, version: str = __version__, checksum: Checksum = sha256
) -> dict[str, str]:
    """Return the descriptors of a release by file name; the files of its tables must be there.

    `checksum` gives the SHA-256 of a file.
    """
    files = table_files(release, tables, checksum)
    return {
        DATAPACKAGE: json_text(datapackage(files, sources(tables), version)),
        CROISSANT: json_text(croissant(files, version)),
        DICTIONARY: dictionary(files),
    }
