from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter.workbook import Workbook

from gangyao.document.printed import CellPlace, SheetPlace
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.read import read_content
from tests.unit.ingest.readers.spreadsheet.workbooks import HEADS, ods, patched, tasks, workbook
from tests.work import calls_of

SHEET = "xl/worksheets/sheet1.xml"
TASKS = workbook(tasks)
# Written by xlwt (BSD): the same list of tasks, with a percentage, a day and a hidden sheet.
XLS = Path(__file__).with_name("tasks.xls").read_bytes()


def read(data: bytes, name: str = "a.xlsx") -> Content:
    return read_content(kind_of(data, name), data, name)


def shown(content: Content) -> list[str]:
    return [line.text for line in content.lines if line.role != "furniture"]


def test_a_list_of_tasks_is_a_title_a_table_and_a_note():
    content = read(TASKS)
    assert [(line.text, line.role, line.level) for line in content.lines if line.cell is None] == [
        ("任务", "furniture", 0),
        ("附件1", "text", 0),
        ("青溪县2026年重点任务分工表", "heading", 1),
        ("注：各单位每季度末报送进展。", "text", 0),
    ]
    cells = {line.text: (line.cell, line.sheet) for line in content.lines if line.cell is not None}
    assert list(cells)[:6] == [*HEADS, "1"]
    assert cells["产业发展"] == (CellPlace(1, 2, 2, row_span=2), SheetPlace("任务", "B4"))
    assert cells["建成高标准农田3.5万亩"] == (CellPlace(1, 3, 3), SheetPlace("任务", "C5"))
    assert cells["县统计局"] == (CellPlace(1, 2, 4), SheetPlace("任务", "D4"))
    assert content.remarks == ()


def test_names_of_sheets_head_their_tables_where_no_title_does():
    def fill(book: Workbook) -> None:
        for name in ("教育", "医疗", "Sheet3", "附件1"):
            book.add_worksheet(name).add_table("A1:C3", {"columns": [{"header": one} for one in HEADS[:3]]})

    lines = read(workbook(fill)).lines
    assert [(line.text, line.level) for line in lines if line.role == "heading"] == [("教育", 2), ("医疗", 2)]
    assert [line.text for line in lines if line.role == "furniture"] == ["Sheet3", "附件1"]


def test_what_is_hidden_is_set_aside_and_told():
    def fill(book: Workbook) -> None:
        tasks(book)
        book.worksheets()[0].set_row(4, None, None, {"hidden": True})
        book.worksheets()[0].set_column("D:D", None, None, {"hidden": True})
        sheet = book.add_worksheet("名单")
        sheet.write("A1", "内部")
        sheet.hide()

    content = read(workbook(fill))
    aside = [
        line for line in content.lines if line.role == "furniture" and line.sheet and line.sheet.is_hidden
    ]
    assert {"建成高标准农田3.5万亩", "牵头单位", "县统计局", "内部"} <= {line.text for line in aside}
    assert "产业发展" in shown(content)
    assert [(one.place, one.message) for one in content.remarks] == [
        ("sheet 任务", "hides 1 rows and 1 columns: their 6 cells are set aside"),
        ("sheet 名单", "is hidden: its 1 cells are set aside"),
    ]


def test_numbers_texts_and_results_are_read_as_they_are_shown():
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("数据")
        sheet.write_row(0, 0, ["项目", "数值"])
        sheet.write_column(1, 0, ["甲", "乙", "丙", "丁", "戊", "己"])
        sheet.write_number(1, 1, 0.562, book.add_format({"num_format": "0.0%"}))
        sheet.write_formula(2, 1, "=0.1+0.2", None, 0.30000000000000004)
        sheet.write_boolean(3, 1, True)
        sheet.write_formula(4, 1, "=1/0", None, "#DIV/0!")
        sheet.write_rich_string(5, 1, "2.4万m", book.add_format({"font_script": 1}), "2", "住房")
        sheet.write_string(6, 1, "第一行\n第二行\x07")

    content = read(workbook(fill))
    texts = [line.text for line in content.lines if line.cell and line.cell.column == 2]
    assert texts == ["数值", "56.2%", "0.3", "TRUE", "#DIV/0!", "2.4万m²住房", "第一行", "第二行"]


@pytest.mark.parametrize("value", ["one", "nan", "-inf"])
def test_what_is_no_number_is_read_as_it_stands(value: str):
    assert value in shown(read(patched(TASKS, SHEET, "<v>1</v>", f"<v>{value}</v>")))


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_formulas_without_a_value_are_told(value: str):
    data = patched(TASKS, SHEET, '<c r="A4"[^>]*><v>1</v></c>', f'<c r="A4"><f>1+0</f>{value}</c>')
    (remark,) = read(data).remarks
    assert remark.message == "1 formulas have no value in the file: A4"


def test_a_formula_that_gives_no_text_lacks_nothing():
    empty = '<c r="A4" t="str"><f>""</f><v></v></c>'
    assert read(patched(TASKS, SHEET, '<c r="A4"[^>]*><v>1</v></c>', empty)).remarks == ()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/styles.xml", '<fill><patternFill patternType="none"/></fill>', "<fill/>"),
        ("xl/styles.xml", 'family val="2"', 'family val="134"'),
        (SHEET, "<sheetView [^>]*/>", '<sheetView><pane xSplit="1" activePane="none"/></sheetView>'),
        (SHEET, "</worksheet>", '<pageSetup orientation="auto"/><drawing id="rId9"/></worksheet>'),
        (SHEET, ' r="[A-Z]*[0-9]+"', ""),
        (SHEET, 'ref="A2:E2"', 'ref="A2:XFD1048576"'),
        (SHEET, "</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
        (SHEET, "spreadsheetml/2006/main", "spreadsheetml/main"),
        ("xl/workbook.xml", "<sheets>", "<!-- --><sheets>"),
        ("docProps/core.xml", "(?s).*", "<cp:core"),
    ],
    ids=[
        "fill",
        "font",
        "pane",
        "drawing",
        "unnamed cells",
        "merged",
        "far",
        "strict",
        "comment",
        "properties",
    ],
)
def test_what_no_cell_depends_on_stops_nothing(part: str, old: str, new: str):
    data = patched(TASKS, part, old, new)
    assert "建成高标准农田3.5万亩" in shown(read(data))
    # What is far away, or merged, may be a million rows: they are not gone through.
    assert calls_of(lambda: read(data)) < 2 * calls_of(lambda: read(TASKS))


def test_a_cell_far_away_costs_nothing():
    cell = '<row r="1048576"><c r="XFD1048576" t="str"><v>远</v></c></row></sheetData>'
    lines = read(patched(TASKS, SHEET, "</sheetData>", cell)).lines
    assert lines[-1].sheet == SheetPlace("任务", "XFD1048576")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (patched(TASKS, SHEET, "</sheetData>", ""), "is an .xlsx workbook that is damaged"),
        (patched(TASKS, "xl/workbook.xml", "<sheets>", "<x>"), "is an .xlsx workbook that is damaged"),
        (patched(TASKS, "_rels/.rels", "xl/workbook.xml", "xl/none.xml"), "its main part is missing"),
        (workbook(lambda book: book.add_worksheet("空")), "holds no text"),
        (XLS[:600] + bytes(1500) + XLS[2100:], "is a damaged .xls file"),
        (ods("<table:table>"), "is an .ods document that is damaged"),
        (ods('<table:table table:name="空"/>'), "holds no text"),
    ],
    ids=["cut", "book", "main", "empty", "xls", "ods", "empty ods"],
)
def test_a_damaged_workbook_is_refused_in_one_line(data: bytes, problem: str):
    with pytest.raises(SeedError, match=problem) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_a_workbook_that_defines_entities_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet'
    data = patched(TASKS, SHEET, "<worksheet", bomb)
    data = patched(data, SHEET, "<v>1</v>", "<v>&b;</v>")
    with pytest.raises(SeedError, match=r"^a\.xlsx, xl/worksheets/sheet1\.xml: defines entities"):
        read(data)


def test_a_bomb_and_a_database_are_refused(monkeypatch: pytest.MonkeyPatch):
    stream = BytesIO(TASKS)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/bomb.xml", bytes(50_000_000))
    with pytest.raises(SeedError, match="would unpack to"):
        read(stream.getvalue())
    monkeypatch.setattr("gangyao.ingest.readers.spreadsheet.sheets._MOST_CELLS", 10)
    with pytest.raises(SeedError, match="holds more than 10 filled cells"):
        read(TASKS)


def test_an_old_workbook_is_read_as_a_new_one():
    content = read(XLS, "a.xls")
    assert shown(content)[:7] == ["附件1", "青溪县2026年重点任务分工表", *HEADS]
    cells = {line.text: (line.cell, line.sheet) for line in content.lines}
    assert cells["产业发展"] == (CellPlace(1, 2, 2, row_span=2), SheetPlace("任务", "B4"))
    assert {"56.2%", "2026/3/5", "2026年3月"} <= set(cells)
    assert cells["内部"] == (None, SheetPlace("名单", "A1", is_hidden=True))


def test_an_open_document_is_read_as_it_is_shown():
    rows = "".join(
        "<table:table-row><table:table-cell><text:p>"
        + "</text:p></table:table-cell><table:table-cell><text:p>".join(row)
        + "</text:p></table:table-cell></table:table-row>"
        for row in (HEADS[:3], ["1", "产业", "新建<text:s text:c='2'/>幼儿园"], ["2", "民生", "修路"])
    )
    spanned = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-spanned="3" office:value="1">'
        "<text:p>注：</text:p><text:p>按季<office:annotation>x</office:annotation>报送。</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row>"
        '<table:table-row table:visibility="collapse">'
        "<table:table-cell><text:p>旧</text:p></table:table-cell></table:table-row>"
    )
    hidden = (
        '<table:table table:name="二" table:style-name="off"><table:table-row><table:table-cell>'
        "<text:p>内部</text:p></table:table-cell></table:table-row></table:table>"
    )
    content = read(ods(f'<table:table table:name="清单">{rows}{spanned}</table:table>{hidden}'), "a.ods")
    assert shown(content) == [
        "清单", *HEADS[:3], "1", "产业", "新建 幼儿园", "2", "民生", "修路", "注：", "按季报送。",
    ]  # fmt: skip
    aside = {line.text: line.sheet for line in content.lines if line.role == "furniture"}
    assert aside == {
        "旧": SheetPlace("清单", "A7", is_hidden=True),
        "内部": SheetPlace("二", "A1", is_hidden=True),
    }


def test_text_boxes_are_read_and_one_above_all_cells_is_the_title():
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("任务")
        sheet.insert_textbox("B1", "青溪县2026年任务清单")
        sheet.write_row(3, 0, HEADS[:3])
        sheet.write_row(4, 0, ["1", "交通", "修建道路6公里"])
        sheet.insert_textbox("E9", "说明：按月更新。\n联系人：李某")

    lines = read(workbook(fill)).lines
    assert [(line.text, line.role, line.sheet) for line in lines if line.role in ("heading", "box")] == [
        ("青溪县2026年任务清单", "heading", SheetPlace("任务", "B1")),
        ("说明：按月更新。", "box", SheetPlace("任务", "E9")),
        ("联系人：李某", "box", SheetPlace("任务", "E9")),
    ]
    broken = patched(workbook(fill), "xl/drawings/drawing1.xml", "</xdr:wsDr>", "")
    assert [line.text for line in read(broken).lines] == [line.text for line in lines]
