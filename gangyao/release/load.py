"""The tables of a release, read back from its files."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from gangyao.errors import DataError
from gangyao.release.files import CSV, csv_file, parquet_file
from gangyao.release.writers.csv import CsvFault, read_csv
from gangyao.release.writers.parquet import read_parquet
from schemas.registry import TABLES


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
    if not is_release(release):
        raise DataError(f"{release} holds no release: neither parquet/<table>.parquet nor csv/<table>.csv")
    found: dict[str, pa.Table] = {}
    for table in TABLES:
        parquet, csv = parquet_file(release, table.name), csv_file(release, table.name)
        try:
            if parquet.is_file():
                found[table.name] = read_parquet(parquet)
            elif csv.is_file():
                found[table.name] = read_csv(table, csv)
        except CsvFault as fault:
            raise DataError(f"{release}: {CSV}/{table.name}.csv: {fault}") from fault
        except pa.ArrowException as error:
            raise DataError(f"{parquet} cannot be read: {error}") from error
    return found
