"""The database out of the one before it, where few documents of a large release changed.

It is copied; then the rows of those documents, and what the text index has of them, are taken out and put in
anew. The rows of a document that changed come after all others then: a table of a database has no order of
its own. Rowids of paragraphs, which the index names, stay what they were: DuckDB moves no rows of a table
with a key.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from gangyao.release.arrays import one_chunk
from gangyao.release.files import sha256
from gangyao.release.table_source import StoredTables
from gangyao.release.tables import OVER_DOCUMENTS
from gangyao.release.writers.full_text import TABLE, postings
from schemas.declaration import Table
from schemas.projections.duckdb import name, names, quoted
from schemas.registry import TABLES

# What is smaller is written anew in less than ten seconds, in the order of its documents. A change leaves
# free room in the file, 190 MB in one of 900: DuckDB writes the last 122,880 rows of each table anew.
LEAST_BYTES = 400_000_000
# Of the documents. What takes the place of many rows is better written anew.
MOST_CHANGED = 0.02
# Of the rows of `paragraphs` that were ever put in, those that must still be there.
LEAST_LEFT = 0.9


@dataclass(frozen=True, slots=True)
class DatabaseBefore:
    """The database of the release before, with its checksum, and the documents whose rows can differ."""

    path: Path
    sha256: str
    changed: frozenset[str]

    def is_worth_a_copy(self, documents: int) -> bool:
        """Tell whether a database of so many documents is made of this one sooner than anew."""
        return (
            len(self.changed) <= MOST_CHANGED * documents
            and self.path.is_file()
            and self.path.stat().st_size >= LEAST_BYTES
        )

    def copy(self, path: Path) -> bool:
        """Copy it, and tell whether it still is what it was. Raises OSError."""
        # Neither holds Python's lock: on two processors they take as long as one of them.
        with ThreadPoolExecutor(1) as beside:
            found = beside.submit(sha256, self.path)
            shutil.copyfile(self.path, path)
            return found.result() == self.sha256


def change_duckdb(
    connection: duckdb.DuckDBPyConnection, tables: StoredTables, before: DatabaseBefore, path: Path
) -> bool:
    """Write the database of `tables` out of the one before; tell whether it was.

    It is not where that one is damaged, or much of it was changed before. Raises OSError and duckdb.Error.
    """
    if not before.copy(path):
        return False
    connection.execute(f"ATTACH {quoted(str(path))} AS release")
    connection.execute("USE release")
    is_whole = _is_mostly_whole(connection)
    if is_whole:
        asked = f"document_id IN ({', '.join(map(quoted, sorted(before.changed))) or 'NULL'})"
        # What is taken out and what is put in may have the same keys: one after the other.
        connection.begin()
        _take_out(connection, tables, asked)
        connection.commit()
        connection.begin()
        _put_in(connection, tables, asked)
        connection.commit()
        _put_in_text(connection, asked)
    connection.execute("USE memory")
    connection.execute("DETACH release")
    return is_whole


def _is_mostly_whole(connection: duckdb.DuckDBPyConnection) -> bool:
    ((ever, left),) = connection.execute("SELECT max(rowid) + 1, count(*) FROM paragraphs").fetchall()
    return ever is not None and left >= LEAST_LEFT * ever


def _of_documents(table: Table) -> bool:
    return table.name not in (*OVER_DOCUMENTS, "problems")


def _take_out(connection: duckdb.DuckDBPyConnection, tables: StoredTables, asked: str) -> None:
    connection.execute(f"DELETE FROM {TABLE} WHERE paragraph IN (SELECT rowid FROM paragraphs WHERE {asked})")
    for table in TABLES:
        if _of_documents(table):
            connection.execute(f"DELETE FROM {name(table.name)} WHERE {asked}")
        else:
            keys = names(table.primary_key)
            differing = f"FROM {name(table.name)} EXCEPT {_rows(tables, table)}"
            connection.execute(
                f"DELETE FROM {name(table.name)} WHERE ({keys}) IN (SELECT ({keys}) FROM ({differing}))"
            )


def _put_in(connection: duckdb.DuckDBPyConnection, tables: StoredTables, asked: str) -> None:
    for table in TABLES:
        rows = _rows(tables, table)
        rows += f" WHERE {asked}" if _of_documents(table) else f" EXCEPT FROM {name(table.name)}"
        connection.execute(f"INSERT INTO {name(table.name)} {rows}")


def _rows(tables: StoredTables, table: Table) -> str:
    return f"SELECT {names(table.column_names)} FROM read_parquet({quoted(str(tables.path(table.name)))})"


def _put_in_text(connection: duckdb.DuckDBPyConnection, asked: str) -> None:
    """Put into the text index what the new paragraphs hold, whose rowids are known only now."""
    found = connection.sql(
        f"SELECT rowid, text FROM paragraphs WHERE {asked} ORDER BY rowid"
    ).to_arrow_table()
    if not found.num_rows:
        return
    numbers, texts = (one_chunk(found[column]) for column in ("rowid", "text"))
    index = postings(texts, 0)
    rows = index.set_column(1, "paragraph", numbers.take(one_chunk(index["paragraph"])).cast(pa.int32()))
    connection.register("postings", rows)
    connection.execute(f"INSERT INTO {TABLE} FROM postings")
    connection.unregister("postings")
