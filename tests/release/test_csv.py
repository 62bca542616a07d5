"""CSV cells are read back as they were, and none of them is a formula."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.release.files import sha256
from gangyao.release.tables import Tables
from gangyao.release.writers import csv as writing
from gangyao.release.writers.csv import (
    CsvFault,
    WrittenCsv,
    is_written,
    neutralised,
    read_csv,
    restored,
    write_csv,
)
from gangyao.release.writers.csv_cells import FORMULA_STARTS
from schemas.declaration import Column, Table
from schemas.projections.arrow import arrow_schema

TABLE = Table(
    "sample", "Sample", "样本", "row", "A sample.",
    (
        Column("id", "string", "编号", "An id.", "a"),
        Column("text", "string", "文字", "A text.", "a", may_be_empty=True),
        Column("note", "string", "注", "A note.", "a", nullable=True),
        Column("names", "strings", "名", "Names.", ("a",)),
        Column("count", "integer", "数", "A count.", 1, unit="rows", nullable=True),
        Column("share", "number", "率", "A share.", 0.5, unit="1", nullable=True),
        Column("yes", "boolean", "是否", "Whether.", True),
        Column("day", "date", "日", "A day.", "2020-01-01", nullable=True),
    ),
    ("id",),
)  # fmt: skip
any_text = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
rows = st.lists(
    st.tuples(
        any_text.filter(bool), any_text, st.none() | any_text.filter(bool), st.lists(any_text, max_size=3),
        st.none() | st.integers(-(2**31), 2**31 - 1),
        st.none() | st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.none() | st.dates(),
    ),
    max_size=6,
)  # fmt: skip


@given(rows)
def test_any_table_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, values: list[tuple[object, ...]]
) -> None:
    table = table_of(*values)
    path = tmp_path_factory.mktemp("csv") / "sample.csv"
    assert write_csv(TABLE, [table], path) == WrittenCsv(sha256(path), holds=True)
    assert read_csv(TABLE, path).equals(table)


@given(rows, st.integers(1, 3))
def test_pieces_do_not_show_in_the_file_nor_in_its_checksums(
    tmp_path_factory: pytest.TempPathFactory, values: list[tuple[object, ...]], size: int
) -> None:
    whole = table_of(*values)
    folder = tmp_path_factory.mktemp("csv")
    pieces = [whole.slice(at, size) for at in range(0, len(values), size)]
    one, other = (
        write_csv(TABLE, some, folder / name) for some, name in ((pieces, "a.csv"), ([whole], "b.csv"))
    )
    assert (folder / "a.csv").read_bytes() == (folder / "b.csv").read_bytes()
    assert one == other
    assert is_written(TABLE, Tables({TABLE.name: whole}), folder / "b.csv")
    assert not values or not is_written(TABLE, Tables({TABLE.name: whole.slice(1)}), folder / "b.csv")


def test_what_the_reader_finds_otherwise_does_not_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "quoted", lambda cells: cells)
    told = {
        text: write_csv(TABLE, [table_of(row_of(text))], tmp_path / "a.csv").holds
        for text in ("甲", '"甲"', "甲,乙", "甲\n乙")
    }
    assert told == {"甲": True, '"甲"': False, "甲,乙": False, "甲\n乙": False}


def table_of(*values: tuple[object, ...]) -> pa.Table:
    schema = arrow_schema(TABLE)
    columns = zip(*values, strict=True) if values else ((),) * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def row_of(text: str) -> tuple[object, ...]:
    return ("a", text, None, None, None, None, True, None)


@pytest.mark.parametrize("start", list("＝＋－＠"))
def test_full_width_formulas_are_neutralised_in_the_file_too(tmp_path: Path, start: str) -> None:
    row: tuple[object, ...] = ("a", f"{start}1+1", None, [], None, None, True, None)
    table = table_of(row)
    write_csv(TABLE, [table], tmp_path / "a.csv")
    assert f",'{start}1+1," in (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert read_csv(TABLE, tmp_path / "a.csv").equals(table)


def test_a_cell_as_long_as_a_section_is_read_back(tmp_path: Path) -> None:
    table = table_of(("a", "建" * 200_000, None, [], None, None, True, None))
    write_csv(TABLE, [table], tmp_path / "a.csv")
    assert read_csv(TABLE, tmp_path / "a.csv").equals(table)


@given(any_text)
def test_no_cell_is_a_formula(text: str) -> None:
    cell = neutralised(text)
    assert restored(cell) == text
    assert len(cell) < 2 or cell[0] not in FORMULA_STARTS


def test_nothing_is_written_that_a_spreadsheet_would_run(made: Path) -> None:
    found = 0
    for path in (made / "out" / "csv").iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert len(cell) < 2 or cell[0] not in FORMULA_STARTS or cell[1:].isdigit()
                    found += cell.startswith("'=")
    assert found == 2  # the action `=支持青川区发展教育`: its verb and its text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,text\n", "line 1: the header"),
        ("id,text,note,names,count,share,yes,day\na,b\n", "line 2: the row has 2 cells, not 8"),
        (
            "id,text,note,names,count,share,yes,day\na,b,c,[],x,1,true,\n",
            "line 2: column count cannot be 'x'",
        ),
        ("id,text,note,names,count,share,yes,day\na,b,c,[],1,1,maybe,\n", "column yes"),
        ("id,text,note,names,count,share,yes,day\na,b,c,[,1,1,true,\n", "column names"),
        ('id,text,note,names,count,share,yes,day\n"a', "unexpected end of data"),
    ],
)
def test_a_damaged_file_is_told_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "sample.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CsvFault, match=words.replace("[", r"\[")):
        read_csv(TABLE, path)
