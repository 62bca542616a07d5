"""The workbook: sheets under Chinese titles, links that lead to rows, no formula, equal bytes."""

from __future__ import annotations

from pathlib import Path

import duckdb
import openpyxl
import pytest

from gangyao.errors import DataError
from gangyao.release.files import DATABASE
from gangyao.release.writers.xlsx import BREAKDOWN, LEFT_OUT, write_workbook
from schemas.registry import BY_NAME, TABLES


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "gangyao.xlsx"
    write_workbook(made / "out" / DATABASE, path)
    return path


def test_there_is_a_sheet_for_every_table(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    assert book.sheetnames == [
        BREAKDOWN,
        *(table.title_zh for table in TABLES if table.name not in LEFT_OUT),
    ]
    for table in TABLES:
        if table.name not in LEFT_OUT:
            sheet = book[table.title_zh]
            assert [cell.value for cell in sheet[1]] == [column.title_zh for column in table.columns]
            assert sheet.freeze_panes == "A2"


def test_the_breakdown_leads_to_the_tasks(workbook: Path, made: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book[BREAKDOWN]
    assert [cell.value for cell in sheet[1]][:6] == [
        "序号",
        "任务",
        "牵头单位",
        "配合单位",
        "完成时限",
        "目标值",
    ]
    with duckdb.connect(str(made / "out" / DATABASE), read_only=True) as connection:
        (count,) = connection.execute("SELECT count(*) FROM tasks").fetchall()[0]
    assert sheet.max_row == count + 1
    for row in sheet.iter_rows(min_row=2):
        place = row[-1].hyperlink.location
        title, _, cell = place.rpartition("!")
        assert title.strip("'") == BY_NAME["tasks"].title_zh
        assert book[BY_NAME["tasks"].title_zh][cell].value == row[-1].value


def test_text_stays_text(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_equal_releases_give_equal_bytes(workbook: Path, made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    write_workbook(made / "out" / DATABASE, again)
    assert again.read_bytes() == workbook.read_bytes()


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"x" * 5_000)
    with pytest.raises(DataError, match=rf"{DATABASE} cannot be read: IO Error"):
        write_workbook(tmp_path / DATABASE, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
