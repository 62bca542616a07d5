"""A published release proved from its files: nothing in it was changed, and it holds together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from gangyao.one_line import one_line
from gangyao.release.checks.database import database_problems
from gangyao.release.checks.differences import PER_TABLE, differences
from gangyao.release.checks.groups import NotInOrder, document_groups
from gangyao.release.checks.inputs import input_problems
from gangyao.release.checks.originals import original_problems
from gangyao.release.checks.problems import Problem
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import schema_problems, validate
from gangyao.release.descriptors import descriptors
from gangyao.release.files import (
    ALL_FORMATS,
    CHECKSUMS,
    CSV,
    DATAPACKAGE,
    MANIFEST,
    PARQUET,
    Format,
    csv_file,
    parquet_file,
    release_files,
    sha256,
)
from gangyao.release.table_source import StoredTables, read_table
from gangyao.release.tables import Tables
from gangyao.release.writers.csv import CsvFault, is_written, read_csv
from gangyao.release.writers.parquet import read_parquet
from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema
from schemas.registry import TABLES


def check(release: Path, seeds: Path | None = None) -> list[Problem]:
    """Return all that is wrong with a release; nothing when it holds.

    Checksums; CSV, Parquet and DuckDB hold the same rows; declared columns, keys and spans; ledger replay and
    undo; descriptors as the declarations have them; the manifest's row counts; and, where `seeds` are
    given, the files that the release was made from. A folder that holds nothing of a release is one problem.
    """
    if not any((release / name).exists() for name in (CHECKSUMS, MANIFEST, DATAPACKAGE, PARQUET, CSV)):
        what = "the folder is no release: name that of one, or make one there with `gangyao build --output`"
        return [Problem(what, file=str(release))]
    problems = list(checksum_problems(release))
    changed = frozenset(problem.file for problem in problems)
    formats = release_formats(release)
    tables: StoredTables | Tables | None = _stored(release, formats)
    if tables is None:
        tables = _compared(release, changed, formats, problems)
    if tables is None:
        return problems
    problems += _table_problems(tables)
    if Format.duckdb in formats:
        problems += database_problems(release, tables)
    problems += original_problems(release, tables)
    problems += _manifest_problems(release, tables, seeds)
    return problems


def release_formats(release: Path) -> frozenset[Format]:
    """Return what the tables of a release are written as, as its manifest says; all, where it does not."""
    try:
        return frozenset(map(Format, json.loads((release / MANIFEST).read_bytes())["formats"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ALL_FORMATS


def _table_problems(tables: StoredTables | Tables) -> list[Problem]:
    """Prove the tables, those in files group by group; the first group that does not hold ends it."""
    if isinstance(tables, StoredTables):
        try:
            return list(_group_problems(tables))
        except NotInOrder:
            tables = Tables({table.name: read_table(tables, table.name) for table in TABLES})
    return list(validate(tables) or prove(tables))


def _group_problems(tables: StoredTables) -> Iterator[Problem]:
    for table in TABLES:
        if "document_id" not in table.column_names:
            yield from schema_problems(table, read_table(tables, table.name))
    last: str | None = None
    for group in document_groups(tables):
        problems = validate(group) or prove(group)
        yield from problems
        if problems:
            return
        ids = group["documents"]["document_id"].to_pylist()
        if ids and ids[0] == last:
            yield Problem("2 rows have this key", table="documents", row=last)
        last = ids[-1] if ids else last


def _stored(release: Path, formats: frozenset[Format]) -> StoredTables | None:
    """Return the Parquet files where each can be read and the CSV files, if any, hold the same."""
    tables = StoredTables(release / PARQUET)
    for table in TABLES:
        try:
            if not pq.read_schema(tables.path(table.name)).equals(arrow_schema(table), check_metadata=True):
                return None
            path = csv_file(release, table.name)
            if Format.csv in formats and not (path.is_file() and is_written(table, tables, path)):
                return None
        except (pa.ArrowException, OSError):
            return None
    return tables


def checksum_problems(release: Path) -> Iterator[Problem]:
    """Compare the files of a release with its checksums."""
    path = release / CHECKSUMS
    if not path.is_file():
        yield Problem("the file is missing: build the release first (`gangyao build`)", file=CHECKSUMS)
        return
    listed: dict[str, str] = {}
    for number, line in enumerate(path.read_bytes().decode(errors="replace").splitlines(), 1):
        digest, _, file = line.partition("  ")
        if len(digest) != 64 or not file:
            yield Problem(f"line {number} is no checksum", file=CHECKSUMS, value=line)
        else:
            listed[file] = digest
    for file, digest in listed.items():
        if not (release / file).is_file():
            yield Problem("the file is missing", file=file)
        elif sha256(release / file) != digest:
            yield Problem("the file was changed: its checksum is not that of SHA256SUMS", file=file)
    for file in release_files(release):
        if file not in listed:
            yield Problem("the file is not in SHA256SUMS", file=file)


def _compared(
    release: Path, changed: frozenset[str | None], formats: frozenset[Format], problems: list[Problem]
) -> Tables | None:
    """Read every table from Parquet and from CSV, tell where they differ, return what to trust more.

    That is Parquet, unless its checksum is wrong and that of the CSV file is right.
    """
    trusted: dict[str, pa.Table] = {}
    for table in TABLES:
        parquet = _from_parquet(release, table, problems)
        csv_path = csv_file(release, table.name)
        if parquet is not None and (
            Format.csv not in formats
            or (csv_path.is_file() and is_written(table, Tables({table.name: parquet}), csv_path))
        ):
            trusted[table.name] = parquet
            continue
        csv = _from_csv(release, table, problems)
        csv_name, parquet_name = f"{CSV}/{table.name}.csv", f"{PARQUET}/{table.name}.parquet"
        prefers_csv = parquet is None or (parquet_name in changed and csv_name not in changed)
        if parquet is not None and csv is not None:
            found = (
                differences(table, parquet_name, parquet, csv, "CSV")
                if prefers_csv
                else differences(table, csv_name, csv, parquet, "Parquet")
            )
            problems += islice(found, PER_TABLE)
        chosen = csv if prefers_csv else parquet
        if chosen is not None:
            trusted[table.name] = chosen
    return Tables(trusted) if len(trusted) == len(TABLES) else None


def _from_parquet(release: Path, table: Table, problems: list[Problem]) -> pa.Table | None:
    file = f"{PARQUET}/{table.name}.parquet"
    path = parquet_file(release, table.name)
    if not path.is_file():
        problems.append(Problem("the file is missing", file=file, table=table.name))
        return None
    try:
        found = read_parquet(path)
    except (pa.ArrowException, OSError) as error:
        problems.append(Problem(f"cannot be read: {one_line(str(error))}", file=file, table=table.name))
        return None
    if not found.schema.equals(arrow_schema(table), check_metadata=True):
        problems.append(Problem("its schema is not the declared one", file=file, table=table.name))
        return None
    return found


def _from_csv(release: Path, table: Table, problems: list[Problem]) -> pa.Table | None:
    file = f"{CSV}/{table.name}.csv"
    path = csv_file(release, table.name)
    if not path.is_file():
        problems.append(Problem("the file is missing", file=file, table=table.name))
        return None
    try:
        return read_csv(table, path)
    except CsvFault as fault:
        problems.append(Problem(str(fault), file=file, table=table.name))
        return None


def _manifest_problems(release: Path, tables: StoredTables | Tables, seeds: Path | None) -> Iterator[Problem]:
    path = release / MANIFEST
    if not path.is_file():
        yield Problem("the file is missing", file=MANIFEST)
        return
    try:
        told: dict[str, Any] = json.loads(path.read_bytes())
        rows: dict[str, int] = told["rows"]
        version: str = told["gangyao_version"]
    except (ValueError, KeyError, TypeError) as error:
        yield Problem(f"is no manifest: {error}", file=MANIFEST)
        return
    for table in TABLES:
        if rows.get(table.name) != tables.count(table.name):
            what = f"says {rows.get(table.name)} rows, the table has {tables.count(table.name)}"
            yield Problem(what, file=MANIFEST, table=table.name)
    if all(
        csv_file(release, table.name).is_file() or parquet_file(release, table.name).is_file()
        for table in TABLES
    ):
        for file, text in descriptors(release, tables, version).items():
            if not (release / file).is_file():
                yield Problem("the file is missing", file=file)
            elif (release / file).read_bytes() != text.encode("utf-8"):
                yield Problem("is not what the declarations and the tables give: build again", file=file)
    if seeds is not None:
        yield from input_problems(told, seeds)
