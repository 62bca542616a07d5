"""Parquet: the declared Arrow schema inside, descriptions and all; equal tables give equal bytes."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.declaration import Table
from schemas.projections.arrow import arrow_schema

# All that the bytes depend on is said here, not left to the library's defaults. What the library writes of
# itself (`created_by`) follows from its version, which the lock file pins.
ROW_GROUP = 122_880
COMPRESSION = "zstd"
LEVEL = 3
VERSION = "2.6"


def write_parquet(table: Table, arrow: pa.Table, path: Path) -> None:
    """Write a table; neither its chunks nor the number of threads shows in the bytes."""
    with pq.ParquetWriter(
        path,
        arrow_schema(table),
        version=VERSION,
        compression=COMPRESSION,
        compression_level=LEVEL,
        data_page_version="1.0",
        use_dictionary=True,
        write_statistics=True,
        store_schema=True,
    ) as writer:
        for start in range(0, max(arrow.num_rows, 1), ROW_GROUP):
            # Pages follow the chunks they are written from: one chunk for each row group.
            writer.write_table(arrow.slice(start, ROW_GROUP).combine_chunks(), row_group_size=ROW_GROUP)


def read_parquet(path: Path) -> pa.Table:
    """Read a table with the schema that its file carries."""
    # Not `read_table`, which loads Arrow's datasets first.
    with pq.ParquetFile(path) as file:
        return file.read()
