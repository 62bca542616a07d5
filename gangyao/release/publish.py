"""A release published all or nothing: checked, built beside the old one, and put in its place in one step."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gangyao.errors import DataError
from gangyao.gc_pause import gc_paused
from gangyao.release.atomic_folder import put_in_place, staging_folder
from gangyao.release.changelog import changes_text
from gangyao.release.checks.expectations import drift, load_expectations
from gangyao.release.checks.formats import format_problems
from gangyao.release.checks.problems import Problem, ReleaseError
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import validate
from gangyao.release.descriptors import descriptors, json_text
from gangyao.release.figures import release_figures
from gangyao.release.files import (
    CHANGES,
    CHECKSUMS,
    CSV,
    DATABASE,
    MANIFEST,
    PARQUET,
    csv_file,
    parquet_file,
    release_files,
    sha256,
)
from gangyao.release.inputs import Inputs, release_inputs
from gangyao.release.manifest import QualityFigure, manifest
from gangyao.release.own_files import foreign_files
from gangyao.release.tables import Tables
from gangyao.release.writers.csv import write_csv
from gangyao.release.writers.duckdb import write_duckdb
from gangyao.release.writers.parquet import write_parquet
from schemas.registry import TABLES

__all__ = ["Published", "publish", "release_inputs"]


@dataclass(frozen=True, slots=True)
class Published:
    """Where a release stands, and what its readers should be told of it."""

    output: Path
    warnings: tuple[Problem, ...]


@gc_paused()
def publish(
    tables: Tables,
    output: Path,
    inputs: Inputs,
    quality: Sequence[QualityFigure] = (),
    previous: Path | None = None,
) -> Published:
    """Check the tables and publish them as the release in the folder `output`.

    `previous` is the release that CHANGES.md compares with: where it is not given, the one that `output`
    holds. Raises ReleaseError, with every problem named, when the tables do not hold, and DataError when
    `output` holds anything that is no part of a release; then, and on any other failure, what stood in
    `output` stays as it was.
    """
    output = output.resolve()
    _refuse_foreign_files(output)
    problems = validate(tables) or prove(tables)
    if problems:
        raise ReleaseError(problems)
    found = drift(tables, load_expectations(inputs.expectations)) if inputs.expectations else None
    if found and found.losses:
        raise ReleaseError(found.losses)
    with staging_folder(output) as site:
        write_release(tables, site, inputs, quality, previous or output)
        problems = tuple(format_problems(site, tables))
        if problems:
            raise ReleaseError(problems)
        put_in_place(site, output)
    return Published(output, found.gains if found else ())


def _refuse_foreign_files(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise DataError(f"{output} is a file: give a folder as output")
    foreign = foreign_files(output) if output.exists() else []
    if foreign:
        raise DataError(
            f"{output} holds {foreign[0]}, which is no part of a release and would be lost: move it away, or "
            "give another folder as output"
        )


def write_release(
    tables: Tables, site: Path, inputs: Inputs, quality: Sequence[QualityFigure], previous: Path
) -> None:
    """Write all files of a release into the empty folder `site`."""
    (site / CSV).mkdir()
    (site / PARQUET).mkdir()
    # DuckDB's indices take longest to write, and outside Python: the other files are written meanwhile.
    with ThreadPoolExecutor(1) as pool:
        database = pool.submit(write_duckdb, tables, site / DATABASE)
        for table in TABLES:
            write_csv(table, tables[table.name], csv_file(site, table.name))
            write_parquet(table, tables[table.name], parquet_file(site, table.name))
        database.result()
    rows = {name: tables[name].num_rows for name in tables.names}
    for name, text in descriptors(site, tables["documents"], rows).items():
        _write(site / name, text)
    _write(site / CHANGES, changes_text(previous, tables))
    _write(
        site / MANIFEST,
        json_text(manifest(tables, inputs, (*release_figures(tables), *quality), datetime.now(UTC))),
    )
    _write(site / CHECKSUMS, checksums(site))


def _write(path: Path, text: str) -> None:
    # Not `write_text`: it would write the line ends of the system.
    path.write_bytes(text.encode("utf-8"))


def checksums(release: Path) -> str:
    """Return the checksums of a release's files in the format of `sha256sum`."""
    return "".join(f"{sha256(release / name)}  {name}\n" for name in release_files(release))
