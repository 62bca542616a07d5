"""Parquet: the declared Arrow schema inside, descriptions and all; equal tables give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema

# All that the bytes depend on is said here, not left to the library's defaults. What the library writes of
# itself (`created_by`) follows from its version, which the lock file pins.
# Rows of a group are held in memory until it is whole, and no column of a group may hold 2 GB of text.
ROW_GROUP = 16_384
COMPRESSION = "zstd"
LEVEL = 3
VERSION = "2.6"
# Bytes of a page before it is packed, and of a dictionary before a column goes on without one. With an index
# of the pages a reader over HTTP fetches those of one document, not a row group's whole column. Ten times
# the reference texts are 2.4 % larger for it, and written in 0.7 of the time: long texts get no dictionary.
PAGE = 128 * 1024


def write_parquet(table: Table, rows: Iterable[pa.Table], path: Path) -> int:
    """Write a table given in pieces; neither they nor the number of threads shows in the bytes.

    Returns the number of rows.
    """
    schema = arrow_schema(table)
    written = 0
    with pq.ParquetWriter(
        path,
        schema,
        version=VERSION,
        compression=COMPRESSION,
        compression_level=LEVEL,
        data_page_version="1.0",
        use_dictionary=True,
        dictionary_pagesize_limit=PAGE,
        data_page_size=PAGE,
        write_page_index=True,
        write_statistics=True,
        store_schema=True,
    ) as writer:
        for group in row_groups(rows, schema):
            writer.write_table(group, row_group_size=ROW_GROUP)
            written += group.num_rows
    return written


def row_groups(rows: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
    """Yield the rows in groups of `ROW_GROUP`, each in one chunk, since pages follow the chunks.

    A table without rows has one group without rows.
    """
    waiting: list[pa.Table] = [schema.empty_table()]
    count = 0
    given = False
    for piece in rows:
        start = 0
        while count + piece.num_rows - start >= ROW_GROUP:
            waiting.append(piece.slice(start, ROW_GROUP - count))
            start += ROW_GROUP - count
            yield pa.concat_tables(waiting).combine_chunks()
            waiting, count, given = [schema.empty_table()], 0, True
        if start < piece.num_rows:
            waiting.append(piece.slice(start))
            count += piece.num_rows - start
    if count or not given:
        yield pa.concat_tables(waiting).combine_chunks()


def read_parquet(path: Path) -> pa.Table:
    """Read a table with the schema that its file carries."""
    # Not `read_table`, which loads Arrow's datasets first.
    with pq.ParquetFile(path) as file:
        return file.read()
