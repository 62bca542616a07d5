"""The database as declared, without rows: tables, comments, macros, views; kept in the user's cache folder.

A comment takes DuckDB as long as a small table, and there are 330: with the views they would take a third of
what the database of a small release takes. To copy them from a database that has them takes a tenth of that.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import duckdb

from gangyao.cache.checked_file import cache_root
from gangyao.fingerprint import code_fingerprint
from gangyao.release import files
from gangyao.release.views import VIEWS
from gangyao.release.writers.full_text import declared_index, folding_macros
from schemas.projections.duckdb import comments, create_table, name, quoted
from schemas.registry import TABLES

# Every DuckDB since 1.1, and DuckDB-Wasm, open a file of this version with blocks of any size; the default
# version of DuckDB 2 they do not.
STORAGE_VERSION = "v1.0.0"
# Each table takes at least one block, and its last block is half empty. The seed's database takes 2.2 MB in
# these, 1.9 in blocks of 16 KB, 2.9 of 64; 150 plans take 65 MB, 71 and 66, and in blocks of 16 KB a sixth
# longer to write.
BLOCK_BYTES = 32_768
_SUFFIX = ".duckdb"
# Those of some versions side by side; each takes 1 MB.
_KEPT = 4


def attach_declared(connection: duckdb.DuckDBPyConnection, path: Path, alias: str) -> None:
    """Create the database `path` with all that is declared, and attach it. Raises duckdb.Error."""
    _attach_new(connection, path, alias)
    if _attach_kept(connection):
        connection.execute(f"COPY FROM DATABASE declared TO {name(alias)} (SCHEMA)")
        connection.execute("DETACH declared")
    else:
        _declare(connection, alias)


def _attach_kept(connection: duckdb.DuckDBPyConnection) -> bool:
    """Attach what is kept as `declared`; make it where there is none. Tell whether either could be done."""
    with contextlib.suppress(OSError, duckdb.Error):
        connection.execute(f"ATTACH {quoted(str(_kept_or_made()))} AS declared (READ_ONLY)")
        return True
    return False


def _attach_new(connection: duckdb.DuckDBPyConnection, path: Path, alias: str) -> None:
    connection.execute(
        f"ATTACH {quoted(str(path))} AS {name(alias)} "
        f"(STORAGE_VERSION {quoted(STORAGE_VERSION)}, BLOCK_SIZE {BLOCK_BYTES})"
    )


def _declare(connection: duckdb.DuckDBPyConnection, alias: str) -> None:
    connection.execute(f"USE {name(alias)}")
    # Some hundreds of statements would else wait for the disk one by one.
    connection.begin()
    for statement in _statements():
        connection.execute(statement)
    connection.commit()
    connection.execute("USE memory")


def _statements() -> Iterator[str]:
    for table in TABLES:
        yield create_table(table)
        yield from comments(table)
    yield from declared_index()
    yield from folding_macros()
    for view in VIEWS:
        yield view.create()
        yield view.comment()


def _kept_or_made() -> Path:
    """Return the kept database, which is made where there is none that holds. Raises OSError, duckdb.Error.

    Its name tells the code whose statements it was made from, and the checksum of its bytes: to write the
    statements down takes longer than to copy what they make.
    """
    key = code_fingerprint()[:32]
    folder = cache_root() / "databases"
    for path in folder.glob(f"{key}-*{_SUFFIX}"):
        if path.stem == f"{key}-{files.sha256(path)}":
            return path
    return _made(folder, key)


def _made(folder: Path, key: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    staged = folder / f".{key}-{os.getpid()}{_SUFFIX}"
    try:
        with duckdb.connect(config={"threads": 1}) as connection:
            _attach_new(connection, staged, "declared")
            _declare(connection, "declared")
            connection.execute("DETACH declared")
        made = staged.replace(folder / f"{key}-{files.sha256(staged)}{_SUFFIX}")
    finally:
        staged.unlink(missing_ok=True)
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)
    return made
