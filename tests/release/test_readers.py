"""pyarrow, DuckDB, pandas and polars, and Python's csv, read the same values out of a release."""

from __future__ import annotations

import csv
import math
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from schemas.declaration import Table
from schemas.projections.duckdb import column_comment, name
from schemas.registry import BY_NAME, TABLES

# The invented plan cites nothing, names no works, measures nothing by name, and was printed without tables.
NOT_IN_THE_PLAN = {
    "problems",
    "projects",
    "table_cells",
    "line_boxes",
    "line_cells",
    "citations",
    "indicators",
    "results",
}


def plain(value: object) -> object:
    """A value as Python has it, whatever library read it."""
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if hasattr(value, "tolist") and not isinstance(value, list):
        return value.tolist()
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value


def readers(path: Path) -> dict[str, list[tuple[object, ...]]]:
    table = pq.read_table(path)
    frame = pd.read_parquet(path)
    return {
        "pyarrow": list(zip(*(column.to_pylist() for column in table.columns), strict=True)),
        "duckdb": duckdb.sql(f"FROM read_parquet('{path}')").fetchall(),
        "pandas": [tuple(map(plain, row)) for row in frame.astype(object).itertuples(index=False)],
        "polars": [tuple(map(plain, row)) for row in pl.read_parquet(path).iter_rows()],
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_reads_equal_everywhere(made: Path, table: Table) -> None:
    read = readers(made / "out" / "parquet" / f"{table.name}.parquet")
    assert read["pyarrow"] or table.name in NOT_IN_THE_PLAN
    for library, rows in read.items():
        assert rows == read["pyarrow"], library


def test_equal_reads_would_not_pass_a_changed_value(made: Path, tmp_path: Path) -> None:
    path = made / "out" / "parquet" / "tasks.parquet"
    read = readers(path)
    changed = pl.read_parquet(path).with_columns(pl.col("position") + 1)
    changed.write_parquet(tmp_path / "tasks.parquet")
    assert readers(tmp_path / "tasks.parquet")["duckdb"] != read["pyarrow"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_is_read_by_python_and_duckdb(made: Path, table: Table) -> None:
    path = made / "out" / "csv" / f"{table.name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        cells = list(csv.reader(file))
    assert cells[0] == list(table.column_names)
    read = duckdb.sql(
        f"FROM read_csv('{path}', header = true, delim = ',', quote = '\"', escape = '\"', "
        "auto_detect = false, columns = {"
        + ", ".join(f"'{column}': 'VARCHAR'" for column in table.column_names)
        + "})"
    ).fetchall()
    assert [[cell or "" for cell in row] for row in read] == cells[1:]


def test_a_column_is_explained_in_the_same_words_everywhere(
    made: Path,
) -> None:
    column = BY_NAME["tasks"].column("modality")
    with duckdb.connect(made / "out" / "gangyao.duckdb", read_only=True) as connection:
        commented = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'tasks' AND column_name = 'modality'"
        ).fetchone()
        listed = connection.execute(
            "SELECT description FROM v_columns WHERE table_name = 'tasks' AND column_name = 'modality'"
        ).fetchone()
    assert commented == listed == (column_comment(column),)
    field = pq.read_schema(made / "out" / "parquet" / "tasks.parquet").field("modality")
    assert field.metadata[b"description"].decode() == column.description
    assert f"| {column.description} " in (made / "out" / "README.md").read_text(encoding="utf-8")


def test_a_database_is_small_and_opens_in_every_duckdb_since_1_1(made: Path) -> None:
    path = made / "out" / "gangyao.duckdb"
    # Bytes 12 to 20 of the file are the storage version; 64 is that of DuckDB 1.0.
    assert int.from_bytes(path.read_bytes()[12:20], "little") == 64
    with duckdb.connect(path, read_only=True) as connection:
        counted = {
            table.name: connection.execute(f"SELECT count(*) FROM {name(table.name)}").fetchone()
            for table in TABLES
        }
        kind = connection.execute("SELECT announced_on FROM documents").fetchone()
    # An index on every key would double it, blocks of DuckDB's usual size would take four times the room.
    assert path.stat().st_size < 2_100_000
    assert counted["tasks"] == (2,)
    assert kind == (date(2020, 3, 1),)
