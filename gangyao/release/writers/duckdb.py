"""DuckDB: one file with all tables, the keys by which rows are looked up, comments, and the views."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb

from gangyao.release.table_source import StoredTables
from gangyao.release.views import VIEWS
from gangyao.release.writers.full_text import RUN_PARAGRAPHS, folding_macro, write_full_text
from schemas.projections.duckdb import comments, create_table, name, names, quoted
from schemas.registry import TABLES

# Every DuckDB since 1.1, and DuckDB-Wasm, open a file of this version with blocks of any size; the default
# version of DuckDB 2 they do not.
STORAGE_VERSION = "v1.0.0"
# Each table takes at least one block, and its last block is half empty. In blocks of DuckDB's usual 256 KB
# the seed's tables take four times the room (3.9 MB against 1.1), in these as much as there is to store.
BLOCK_BYTES = 16_384
# What does not fit waits in a file beside the database.
MEMORY_LIMIT = "128MB"


def write_duckdb(tables: StoredTables, path: Path) -> None:
    """Write the database file from Parquet files; it is equal table by table, not byte by byte.

    Raises OSError where the file cannot be written.
    """
    try:
        _write(tables, path)
    except duckdb.Error as error:
        raise _of_the_system(error, path) or error from None


def _of_the_system(error: duckdb.Error, path: Path) -> OSError | None:
    """Return the error of the system that DuckDB tells of in its own words, None where it is another."""
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EACCES):
        if os.strerror(number) in str(error):
            return OSError(number, os.strerror(number), str(path))
    return None


def _write(tables: StoredTables, path: Path) -> None:
    # More threads make it no faster where keys are checked row by row, and cost a sixth more.
    with duckdb.connect(config={"threads": 1, "memory_limit": MEMORY_LIMIT}) as connection:
        connection.execute(
            f"ATTACH {quoted(str(path))} AS release "
            f"(STORAGE_VERSION {quoted(STORAGE_VERSION)}, BLOCK_SIZE {BLOCK_BYTES})"
        )
        connection.execute("USE release")
        # Some two hundred statements would else wait for the disk one by one. Rows are not among them: those
        # of one transaction are held in memory until its end.
        connection.begin()
        for table in TABLES:
            connection.execute(create_table(table))
            connection.execute(";\n".join(comments(table)))
        connection.commit()
        for table in TABLES:
            connection.execute(
                f"INSERT INTO {name(table.name)} SELECT {names(table.column_names)} "
                f"FROM read_parquet({quoted(str(tables.path(table.name)))})"
            )
        write_full_text(connection, tables.runs("paragraphs", "text", RUN_PARAGRAPHS))
        connection.begin()
        connection.execute(folding_macro())
        for view in VIEWS:
            connection.execute(view.create())
            connection.execute(view.comment())
        connection.commit()
        connection.execute("USE memory")
        connection.execute("DETACH release")
