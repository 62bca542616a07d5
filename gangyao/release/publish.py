"""A release published all or nothing: checked, built beside the old one, and put in its place in one step."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from gangyao.errors import DataError
from gangyao.processes.children import worker_pool
from gangyao.processes.gc_pause import gc_paused
from gangyao.processes.memory import give_back
from gangyao.processes.own_process import prepare_process
from gangyao.release.atomic_folder import put_in_place, staging_folder
from gangyao.release.changelog import changes_since
from gangyao.release.checks.expectations import drift, load_expectations
from gangyao.release.checks.formats import Proofs, format_problems
from gangyao.release.checks.problems import Problem, ReleaseError
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.schema import schema_problems, validate
from gangyao.release.database import write_database
from gangyao.release.descriptors import Checksum, descriptors, json_text
from gangyao.release.diff import ReleaseDiff
from gangyao.release.figures import release_figures
from gangyao.release.files import (
    ALL_FORMATS,
    CHANGES,
    CHECKSUMS,
    CSV,
    MANIFEST,
    PARQUET,
    Format,
    csv_file,
    release_files,
    sha256,
)
from gangyao.release.inputs import Inputs, release_inputs
from gangyao.release.kept import keep_release
from gangyao.release.manifest import QualityFigure, manifest
from gangyao.release.originals import store_originals
from gangyao.release.own_files import foreign_files
from gangyao.release.same_rows import HeldAgainst
from gangyao.release.table_source import StoredTables, TableSource, read_table
from gangyao.release.tables import OVER_DOCUMENTS, Tables
from gangyao.release.writers.csv import write_csv
from gangyao.release.writers.duckdb_change import DatabaseBefore
from gangyao.release.written_tables import WrittenTables, clear, write_tables
from schemas.registry import BY_NAME, TABLES

__all__ = ["Published", "publish", "release_inputs"]

# Of Parquet: the start of a process takes half a second, as the database of so much does.
OWN_PROCESS_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Published:
    """Where a release stands, and what its readers should be told of it.

    `changes`: in which rows it differs from the one before it; None where there is none that can be read.
    """

    output: Path
    warnings: tuple[Problem, ...]
    changes: ReleaseDiff | None


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
    refuse_output(output.resolve())
    problems = validate(tables) or prove(tables)
    if problems:
        raise ReleaseError(problems)
    return publish_proved(tables, output, inputs, Publication(quality=tuple(quality), previous=previous))


@dataclass(frozen=True, slots=True)
class Publication:
    """How tables are published.

    `formats`: what they are written as, besides Parquet. `changed`: the only documents whose rows can differ
    from those of the release before, where that is known. `write_state`: called with the folder of the
    release when all of it is written, before it is put in its place. `keep`: how many of the releases that
    stood in its place before are kept beside it. `places`: the documents' folders or files by document id,
    where the files that they were read from lie. `database`: that of the release before.
    """

    formats: frozenset[Format] = ALL_FORMATS
    quality: tuple[QualityFigure, ...] = ()
    previous: Path | None = None
    changed: frozenset[str] | None = None
    write_state: Callable[[Path], None] = lambda site: None
    keep: int = 0
    places: Mapping[str, Path] = field(default_factory=dict)
    database: DatabaseBefore | None = None


# What only exists when all documents are there, and no batch has checked.
WHOLE = (*OVER_DOCUMENTS, "problems")


def publish_proved(
    source: TableSource, output: Path, inputs: Inputs, how: Publication = Publication()
) -> Published:
    """Publish tables that are proved, as `publish` does."""
    with release_site(output) as site:
        tables = write_tables(source, site)
        warnings = hold_whole(tables, inputs)
        changes = finish(source, tables, site, output, inputs, how)
    return Published(output.resolve(), warnings, changes)


@contextmanager
def release_site(output: Path) -> Iterator[Path]:
    """Give an empty folder beside `output` for the release that will take its place.

    Raises what `refuse_output` raises.
    """
    output = output.resolve()
    refuse_output(output)
    with staging_folder(output) as site:
        yield site


def hold_whole(tables: StoredTables, inputs: Inputs) -> tuple[Problem, ...]:
    """Check what no batch can: the tables over all documents, and the bounds of documents; return warnings.

    Raises ReleaseError where a table does not hold, or a document fell below its bounds.
    """
    wrong = [
        problem for name in WHOLE for problem in schema_problems(BY_NAME[name], read_table(tables, name))
    ]
    bounds = load_expectations(inputs.expectations) if inputs.expectations else ()
    found = drift(tables, bounds)
    if wrong or found.losses:
        raise ReleaseError((*wrong, *found.losses))
    return found.gains


@gc_paused()
def finish(
    source: TableSource, tables: WrittenTables, site: Path, output: Path, inputs: Inputs, how: Publication
) -> ReleaseDiff | None:
    """Write all else of the release of `tables`, which `site` holds, check it, and put it in place.

    Returns what it changes in the release before it, None where there is none that can be read. Raises
    ReleaseError when a file reads back otherwise than it was meant.
    """
    output = output.resolve()
    clear(site, PARQUET)
    store_originals(tables, site, how.places, output)
    changes = write_release(source, tables, site, inputs, how, how.previous or output)
    how.write_state(site)
    # A release built again is no new release: the one before it is not worth keeping.
    keep = how.keep if changes else 0
    put_in_place(site, output, lambda old: keep_release(old, output, keep))
    return changes


def refuse_output(output: Path) -> None:
    """Raise DataError when `output` holds anything that is no part of a release.

    Raises PermissionError where the release in it cannot be moved away: what is new would be in its place,
    and what was old could not be kept.
    """
    if output.exists() and not output.is_dir():
        raise DataError(f"{output} is a file: give a folder as output")
    foreign = foreign_files(output) if output.exists() else []
    if foreign:
        raise DataError(
            f"{output} holds {foreign[0]}, which is no part of a release and would be lost: move it away, or "
            "give another folder as output"
        )
    if output.exists() and not os.access(output, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(output))


def write_release(
    source: TableSource, tables: WrittenTables, site: Path, inputs: Inputs, how: Publication, previous: Path
) -> ReleaseDiff | None:
    """Write all other files of a release into the folder `site`; return what it changes in `previous`.

    Raises ReleaseError when a file reads back otherwise than it was meant.
    """
    # Of each file once: it proves the CSV files, and those of the tables are in the descriptors too.
    checksum = cache(sha256)
    # DuckDB takes longest: the other files are written, and read back, meanwhile.
    with _beside(tables) as pool:
        # All other files of a large release are written before its database: nobody else works by then.
        asked = StoredTables(tables.folder), site, how.database, 1 if _is_small(tables) else 2
        database = pool.submit(write_database, *asked) if Format.duckdb in how.formats else None
        proofs = _write_csv_files(source, tables, site) if Format.csv in how.formats else tables.proofs
        changes = changes_since(previous, tables, how.changed)
        _write(site / CHANGES, changes.text)
        problems = tuple(format_problems(site, source, proofs, how.formats - {Format.duckdb}, checksum))
        if database is not None:
            problems += database.result()
    if problems:
        raise ReleaseError(problems)
    for name, text in descriptors(site, tables, checksum=checksum).items():
        _write(site / name, text)
    figures = (*release_figures(tables), *how.quality)
    _write(site / MANIFEST, json_text(manifest(tables, inputs, figures, datetime.now(UTC), how.formats)))
    _write(site / CHECKSUMS, checksums(site, checksum))
    return changes.found


def _write_csv_files(source: TableSource, tables: WrittenTables, site: Path) -> Proofs:
    """Write the CSV files; return what proves the tables, now that they were read back for it."""
    (site / CSV).mkdir()
    read, written = set(), {}
    for table in TABLES:
        path = csv_file(site, table.name)
        if table.name in tables.proofs.splices:
            written[table.name] = write_csv(table, tables.pieces(table.name), path)
            continue
        held = HeldAgainst(source.pieces(table.name))
        written[table.name] = write_csv(table, held.passing(tables.pieces(table.name)), path)
        if held.holds:
            read.add(table.name)
    give_back()
    return replace(tables.proofs, read=frozenset(read), csv=written)


def _beside(tables: StoredTables) -> AbstractContextManager[Executor]:
    """Give a thread for the database of a small release, which works outside Python, or a process.

    The memory that DuckDB takes then goes with the process, and does not come upon that of the engine.
    """
    return ThreadPoolExecutor(1) if _is_small(tables) else worker_pool(1, prepare_process)


def _is_small(tables: StoredTables) -> bool:
    return sum(path.stat().st_size for path in tables.folder.iterdir()) < OWN_PROCESS_BYTES


def _write(path: Path, text: str) -> None:
    # Not `write_text`: it would write the line ends of the system.
    path.write_bytes(text.encode("utf-8"))


def checksums(release: Path, checksum: Checksum = sha256) -> str:
    """Return the checksums of a release's files in the format of `sha256sum`."""
    return "".join(f"{checksum(release / name)}  {name}\n" for name in release_files(release))
