"""The tables of a release, read back from its files."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from gangyao.errors import DataError
from gangyao.release.files import CSV, csv_file, parquet_file
from gangyao.release.writers.csv import CsvFault, read_csv
from gangyao.release.writers.parquet import read_parquet
from schemas.registry import TABLES

#: The rows of a table, or the Parquet file that holds them.
Rows: TypeAlias = "pa.Table | Path"


def is_release(folder: Path) -> bool:
    """Tell whether a folder holds a release, or at least its CSV files."""
    return any(
        parquet_file(folder, table.name).is_file() or csv_file(folder, table.name).is_file()
        for table in TABLES
    )


def load_tables(release: Path) -> dict[str, pa.Table]:
    """Return the tables that a release has, from Parquet or, where that is not there, from CSV.

    A release of another version may lack tables, or have other columns. Raises DataError for a file that
    cannot be read, or a folder that holds no release.
    """
    return {
        name: read_parquet(rows) if isinstance(rows, Path) else rows
        for name, rows in table_rows(release).items()
    }


def table_rows(release: Path) -> dict[str, Rows]:
    """Return the tables that a release has: as Parquet files that can be read, else out of the CSV files.

    Raises DataError as `load_tables` does.
    """
    if not is_release(release):
        raise DataError(f"{release} holds no release: neither parquet/<table>.parquet nor csv/<table>.csv")
    found: dict[str, Rows] = {}
    for table in TABLES:
        parquet, csv = parquet_file(release, table.name), csv_file(release, table.name)
        try:
            if parquet.is_file():
                pq.read_schema(parquet)
                found[table.name] = parquet
            elif csv.is_file():
                found[table.name] = read_csv(table, csv)
        except CsvFault as fault:
            raise DataError(f"{release}: {CSV}/{table.name}.csv: {fault}") from fault
        except (pa.ArrowException, OSError) as error:
            # Of a damaged foot Arrow says so by an error of the system, which names no file.
            raise DataError(f"{parquet} cannot be read: {error}") from error
    return found
