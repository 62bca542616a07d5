"""Two releases compared: rows added, removed, changed, and known again under another id."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gangyao.errors import DataError
from gangyao.release.diff import Change, Renamed, as_json, as_text, diff, diff_tables
from gangyao.release.document_tables import document_tables
from tests.release.invented import law, plan
from tests.release.test_validate import changed

OLD = document_tables([plan(), law()])


def one_table(new: object, name: str):  # type: ignore[no-untyped-def]
    found = diff_tables(OLD.by_name, new.by_name)  # type: ignore[attr-defined]
    return next(table for table in found.tables if table.table == name)


def test_equal_releases_have_no_differences(release: Path) -> None:
    found = diff(release, release)
    assert not found
    assert as_text(found) == "no differences"
    assert json.loads(as_json(found)) == []


def test_a_changed_value_is_told_with_old_and_new() -> None:
    found = one_table(changed(OLD, "targets", "value", 0, 70.0), "targets")
    assert found.changed == (Change("linhe-2020/8.1/p1/t1/q1", "value", 65.0, 70.0),)
    assert "- changed `linhe-2020/8.1/p1/t1/q1` value: 65.0 → 70.0" in as_text(
        diff_tables(OLD.by_name, changed(OLD, "targets", "value", 0, 70.0).by_name)
    )


def test_lists_nulls_and_dates_are_compared_and_told() -> None:
    assert one_table(changed(OLD, "tasks", "actors", 0, ["川"]), "tasks").changed[0].new == ["川"]
    gone = one_table(changed(OLD, "documents", "announced_on", 0, None), "documents").changed[0]
    assert (gone.old, gone.new) == ("2020-03-01", None)
    come = one_table(changed(OLD, "tasks", "theme", 1, "共建。"), "tasks").changed[0]
    assert (come.old, come.new) == (None, "共建。")


def test_documents_that_come_and_go() -> None:
    without = document_tables([law()])
    came = {table.table: table for table in diff_tables(without.by_name, OLD.by_name).tables}
    went = {table.table: table for table in diff_tables(OLD.by_name, without.by_name).tables}
    assert came["tasks"].added == went["tasks"].removed == ("linhe-2020/8/p1/t1", "linhe-2020/8.1/p1/t1")
    assert went["breaks"].removed == ("linhe-2020 1",)
    assert came["entities"].added == ("admin_area/临河市", "admin_area/临河市青川区")


def test_a_row_under_another_id_is_listed_old_to_new() -> None:
    read = plan()
    first, second = read.outline.paragraphs
    moved = replace(read, outline=replace(read.outline, paragraphs=(first, replace(second, position=2))))
    found = one_table(document_tables([moved, law()]), "tasks")
    assert found.renamed == (Renamed("linhe-2020/8.1/p1/t1", "linhe-2020/8.1/p2/t1"),)
    assert (found.added, found.removed) == ((), ())


def test_rows_with_equal_content_are_not_taken_for_each_other() -> None:
    found = one_table(document_tables([plan("a"), plan("b"), law()]), "entities")
    assert not found.renamed


def test_csv_and_parquet_of_a_release_compare_equal(release: Path) -> None:
    csv_only = release.parent / "csv-only"
    shutil.copytree(release, csv_only)
    shutil.rmtree(csv_only / "parquet")
    assert not diff(csv_only, release)


def test_a_column_that_is_new_is_told() -> None:
    fewer = {**OLD.by_name, "tasks": OLD["tasks"].drop_columns(["theme"])}
    found = diff_tables(fewer, OLD.by_name)
    assert found.tables[0].added_columns == ("theme",)
    assert "- New columns: `theme`" in as_text(found)


def test_a_folder_without_a_release_is_refused(tmp_path: Path, release: Path) -> None:
    with pytest.raises(DataError, match="holds no release"):
        diff(tmp_path, release)
    (release / "parquet" / "tasks.parquet").write_bytes(b"x")
    with pytest.raises(DataError, match=r"tasks.parquet cannot be read"):
        diff(release, release)
