from __future__ import annotations

from gangyao.ingest.readers.spreadsheet.blocks import Table, Text, blocks_of, hidden_cells
from gangyao.ingest.readers.spreadsheet.sheets import Sheet, SheetCell, cell_name

HEADS = ["序号", "重点任务", "责任单位"]


def sheet(*rows: list[str | None], merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Sheet:
    cells = tuple(
        SheetCell(row, column, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    )
    return Sheet("表", False, cells, merged or {})


def outline(of: Sheet) -> list[str | tuple[str, list[list[str]]]]:
    """Return the blocks: texts as such, tables as the texts of their rows."""
    found: list[str | tuple[str, list[list[str]]]] = []
    for block in blocks_of(of):
        if isinstance(block, Table):
            found.append(("table", [[one.cell.text for one in row] for row in block.rows]))
        else:
            assert isinstance(block, Text)
            found.append(f"{block.place}: {' | '.join(one.cell.text for one in block.cells)}")
    return found


def test_rows_above_the_head_and_notes_below_are_text():
    found = outline(
        sheet(
            ["分工表"],
            ["填报单位：县政府", "", "单位：万元"],
            HEADS,
            ["1", "新建公办幼儿园2所", "县教育局"],
            ["注：按季度报送。"],
            ["2.以实际为准。"],
            ["填表人：李某", "", "联系电话：1234"],
        )
    )
    assert found == [
        "above: 分工表",
        "above: 填报单位：县政府 | 单位：万元",
        ("table", [HEADS, ["1", "新建公办幼儿园2所", "县教育局"]]),
        "below: 注：按季度报送。",
        "below: 2.以实际为准。",
        "below: 填表人：李某 | 联系电话：1234",
    ]


def test_tables_below_each_other_are_several_with_or_without_an_empty_row():
    row = ["1", "整治河道6条", "县水利局"]
    table = ("table", [HEADS, row])
    apart = outline(sheet(HEADS, row, [], ["（二）水污染防治"], HEADS, row))
    assert apart == [table, "above: （二）水污染防治", table]
    assert outline(sheet(HEADS, row, ["（二）水污染防治"], HEADS, row)) == apart


def test_a_row_behind_an_empty_one_goes_on_the_table_if_it_has_no_head():
    found = outline(sheet(HEADS, ["1", "修路", "甲镇"], [], ["2", "修渠", "乙镇"], ["合计", "2"]))
    assert found == [("table", [HEADS, ["1", "修路", "甲镇"], ["2", "修渠", "乙镇"], ["合计", "2"]])]


def test_tables_beside_each_other_are_read_one_after_the_other():
    left, right = ["1", "修路", "甲镇"], ["1", "修渠", "乙镇"]
    found = outline(sheet([*HEADS, None, *HEADS], [*left, None, *right]))
    assert found == [("table", [HEADS, left]), ("table", [HEADS, right])]


def test_an_empty_column_in_a_table_is_none():
    found = outline(sheet(["序号", "重点任务", None, "责任单位"], ["1", "修路", None, "甲镇"]))
    assert found == [("table", [HEADS, ["1", "修路", "甲镇"]])]


def test_a_column_of_texts_is_text():
    assert outline(sheet(["工作方案"], ["一、主要目标"], ["新建幼儿园2所。"])) == [
        "alone: 工作方案", "alone: 一、主要目标", "alone: 新建幼儿园2所。",
    ]  # fmt: skip


def test_a_row_that_merged_cells_cover_is_not_empty():
    of = sheet(HEADS, ["1", "修路", "甲镇"], [], ["2", "修渠", "乙镇"], merged={(2, 2): (3, 2)})
    assert len(blocks_of(of)) == 1


def test_hidden_rows_and_columns_are_not_shown_and_are_no_empty_rows():
    of = sheet(HEADS, ["1", "修路", "甲镇"], ["2", "修渠", "乙镇"], ["3", "修桥", "丙镇"])
    of = Sheet(of.name, False, of.cells, {}, frozenset({3}), frozenset({1}))
    assert outline(of) == [("table", [HEADS[1:], ["修路", "甲镇"], ["修桥", "丙镇"]])]
    assert [cell.text for cell in hidden_cells(of)] == ["序号", "1", "2", "修渠", "乙镇", "3"]


def test_merged_cells_whose_first_row_is_hidden_are_shown_below_it():
    of = Sheet("表", False, (SheetCell(1, 1, "产业"),), {(1, 1): (3, 1)}, frozenset({1}))
    assert hidden_cells(of) == []


def test_cells_are_named_as_programs_name_them():
    assert [cell_name(7, 3), cell_name(1, 26), cell_name(2, 27), cell_name(1, 16_384)] == [
        "C7", "Z1", "AA2", "XFD1",
    ]  # fmt: skip
