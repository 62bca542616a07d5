"""A part has the tables that were written into it, piece by piece, and no more."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from gangyao.release.part_tables import PartTables, PartWriter
from gangyao.release.table_source import read_table
from gangyao.release.tables import OVER_DOCUMENTS, Tables


def test_a_part_has_the_tables_of_its_documents(tables: Tables, tmp_path: Path) -> None:
    with PartWriter(tmp_path / "part") as writer:
        writer.write(tables)
    part = PartTables(tmp_path / "part")
    for name in set(tables.names) - set(OVER_DOCUMENTS):
        assert read_table(part, name).equals(tables[name], check_metadata=True)
        assert part.count(name) == tables[name].num_rows
    # They follow from all documents.
    assert {part.count(name) for name in OVER_DOCUMENTS} == {0}


def test_columns_come_in_the_order_in_which_they_are_asked_for(tables: Tables, tmp_path: Path) -> None:
    with PartWriter(tmp_path / "part") as writer:
        writer.write(tables)
    asked = "text", "document_id"
    pieces = pa.concat_tables(PartTables(tmp_path / "part").pieces("tasks", *asked))
    assert pieces.equals(tables["tasks"].select(list(asked)))


def test_rows_that_are_written_later_come_later(tables: Tables, tmp_path: Path) -> None:
    first = tables["tasks"].num_rows // 2
    with PartWriter(tmp_path / "part") as writer:
        writer.write(Tables({**tables.by_name, "tasks": tables["tasks"].slice(0, first)}))
        writer.write(Tables({name: rows.slice(0, 0) for name, rows in tables.by_name.items()}))
        writer.write(tables.with_table("tasks", tables["tasks"].slice(first)))
    part = PartTables(tmp_path / "part")
    assert read_table(part, "tasks").equals(tables["tasks"])
    assert part.count("sections") == 2 * tables["sections"].num_rows
