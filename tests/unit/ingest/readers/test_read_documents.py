"""Files of every kind through the whole pipeline: what is published of them, and the proof of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from xlsxwriter.workbook import Workbook

from gangyao.batch import build_batch
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import lexicon_of
from gangyao.release.checks.provenance import prove
from gangyao.release.tables import Tables
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf
from tests.unit.ingest.readers.spreadsheet.workbooks import tasks, workbook
from tests.unit.ingest.readers.test_web import PAGE

TEXT = (
    "加快建设临河水库，推进城乡供水一体化，"
    "到二〇三〇年供水能力达到每日五十万立方米，水质达标率保持在百分之九十五以上。"
)


def plan_pdf() -> bytes:
    page = PdfPage().text(150, 60, "临河市供水发展规划", 24).text(94, 120, "第一章 总体要求")
    below = page.paragraph(70, 140, TEXT, 420)
    page.table([70, 120, 300], [below, below + 20, below + 40], [["序号", "指标"], ["1", "供水能力"]])
    return pdf(page.text(290, 800, "- 1 -", 9))


def plan_docx() -> bytes:
    document = docx.Document()
    document.add_heading("临河市供水发展规划", 0)
    document.add_heading("总体要求", 1)
    document.add_paragraph(TEXT)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def built(folder: Path, name: str, data: bytes, seeds: Path) -> Tables:
    path = folder / name
    path.write_bytes(data)
    return build_batch([document_from_file(path)], lexicon_of(seeds)).tables


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", plan_pdf()), ("a.docx", plan_docx()), ("a.html", PAGE.encode())],
    ids=["pdf", "docx", "html"],
)
def test_the_release_proves_itself(name: str, data: bytes, tmp_path: Path, seeds: Path):
    assert prove(built(tmp_path, name, data, seeds)) == ()


def test_a_pdf_is_read_as_its_printed_structure(tmp_path: Path, seeds: Path):
    tables = built(tmp_path, "a.pdf", plan_pdf(), seeds)
    assert tables["documents"]["title"].to_pylist() == ["临河市供水发展规划"]
    sections = tables["sections"].to_pylist()
    assert [(row["label"], row["title"]) for row in sections if not row["is_implied"]] == [
        ("第一章", "总体要求")
    ]
    assert TEXT in tables["paragraphs"]["text"].to_pylist()
    assert tables["tasks"].num_rows == 1
    assert tables["source_files"].to_pylist()[0] | {"sha256": ""} == {
        "document_id": "a", "source_file": "a.pdf", "position": 1, "kind": "pdf", "sha256": "", "pages": 1,
        "chars": len(document_from_file(tmp_path / "a.pdf").source.text),
    }  # fmt: skip


def test_every_line_of_a_pdf_has_its_page_and_box(tmp_path: Path, seeds: Path):
    tables = built(tmp_path, "a.pdf", plan_pdf(), seeds)
    boxes = tables["line_boxes"].to_pylist()
    assert [row["line"] for row in boxes] == tables["lines"]["line"].to_pylist()
    assert boxes[0] == {
        "document_id": "a", "line": 1, "page": 1, "box_left": 150.0, "box_top": pytest.approx(60, abs=0.5),
        "box_right": pytest.approx(366, abs=0.5), "box_bottom": pytest.approx(84, abs=0.5), "score": None,
    }  # fmt: skip


def test_headings_that_a_style_marks_are_sections(tmp_path: Path, seeds: Path):
    tables = built(tmp_path, "a.docx", plan_docx(), seeds)
    assert "总体要求" in tables["sections"]["title"].to_pylist()
    assert tables["documents"]["title"].to_pylist() == ["临河市供水发展规划"]
    assert tables["line_boxes"].num_rows == 0


def test_facts_of_a_page_fill_the_document(tmp_path: Path, seeds: Path):
    tables = built(tmp_path, "a.html", PAGE.encode(), seeds)
    (row,) = tables["documents"].to_pylist()
    assert (row["title"], row["issuers"], str(row["announced_on"]), row["document_number"]) == (
        "临河市发展规划", ["临河市人民政府"], "2021-02-28", "临政发〔2021〕3号",
    )  # fmt: skip
    titles = [fact for fact in tables["document_facts"].to_pylist() if fact["field"] == "title"]
    assert titles[0]["origin"] == "a.html, meta ArticleTitle"
    assert titles[0]["is_used"]


INDICATORS = [
    ["序号", "指标名称", "2025年", "2030年", "属性"],
    ["1", "森林覆盖率（%）", "45.3", "46.3", "约束性"],
    ["2", "粮食产量（万吨）", "120", "650", "预期性"],
]


def indicators_page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in INDICATORS)
    return (
        f"<html><head><title>临河市林业发展规划</title></head><body><h1>临河市林业发展规划</h1>"
        f"<p>{TEXT}</p><table>{rows}</table><p>{TEXT}</p></body></html>"
    ).encode()


def indicators_docx() -> bytes:
    document = docx.Document()
    document.add_heading("临河市林业发展规划", 0)
    document.add_paragraph(TEXT)
    table = document.add_table(len(INDICATORS), len(INDICATORS[0]))
    for printed, cells in zip(table.rows, INDICATORS, strict=True):
        for cell, text in zip(printed.cells, cells, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def indicators_pdf() -> bytes:
    page = PdfPage().text(150, 60, "临河市林业发展规划", 24)
    below = page.paragraph(70, 140, TEXT, 420)
    columns = [70, 110, 250, 320, 390, 460]
    page.table(columns, [below + 20 * row for row in range(len(INDICATORS) + 1)], INDICATORS)
    return pdf(page)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", indicators_page()), ("a.docx", indicators_docx()), ("a.pdf", indicators_pdf())],
    ids=["html", "docx", "pdf"],
)
def test_a_table_that_does_not_mark_its_head_has_one(name: str, data: bytes, tmp_path: Path, seeds: Path):
    tables = built(tmp_path, name, data, seeds)
    cells = tables["table_cells"].to_pylist()
    assert [cell["text"] for cell in cells if cell["is_header"]] == INDICATORS[0]
    targets = [
        (target["indicator"], target["value"], target["year"])
        for target in tables["targets"].to_pylist()
        if target["indicator"] in ("森林覆盖率", "粮食产量")
    ]
    assert targets == [("森林覆盖率", 46.3, 2030), ("粮食产量", 6500000.0, 2030)]


def boxed_docx() -> bytes:
    document = docx.Document()
    document.add_heading("临河市林业发展规划", 0)
    document.add_heading("主要任务", 1)
    document.add_paragraph(TEXT)
    box = document.add_table(1, 1).cell(0, 0)
    box.text = "专栏1 重点工程"
    box.add_paragraph("1.绿道工程。建设环城绿道30公里。")
    box.add_paragraph("2.苗圃工程。改造苗圃12处。")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_what_a_box_says_is_tasks(tmp_path: Path, seeds: Path):
    tables = built(tmp_path, "a.docx", boxed_docx(), seeds)
    boxed = {row["paragraph_id"] for row in tables["paragraphs"].to_pylist() if row["kind"] == "table"}
    assert [
        (row["theme"], row["text"]) for row in tables["tasks"].to_pylist() if row["paragraph_id"] in boxed
    ] == [("1.绿道工程。", "建设环城绿道30公里。"), ("2.苗圃工程。", "改造苗圃12处。")]


def test_a_line_over_a_table_in_small_print_is_no_heading(tmp_path: Path, seeds: Path):
    page = PdfPage().text(150, 60, "临河市重点项目计划表", 24).text(70, 100, "现将项目下达如下，请执行：")
    page.text(400, 120, "单位：万元")
    page.table(
        [70, 120, 300, 500],
        [140, 160, 180, 200],
        [
            ["序号", "项目名称", "责任单位"],
            ["1", "城南水厂扩建工程", "市水务局"],
            ["2", "环城公路改造工程", "市交通运输局"],
        ],
    )
    tables = built(tmp_path, "a.pdf", pdf(page), seeds)
    assert [row["title"] for row in tables["sections"].to_pylist() if not row["is_implied"]] == []
    assert "单位：万元" in tables["paragraphs"]["text"].to_pylist()


def test_a_workbook_sets_tasks_and_every_line_has_its_cell(tmp_path: Path, seeds: Path):
    tables = built(tmp_path, "a.xlsx", workbook(tasks), seeds)
    assert prove(tables) == ()
    assert tables["documents"]["title"].to_pylist() == ["青溪县2026年重点任务分工表"]
    assert [row["text"] for row in tables["tasks"].to_pylist()] == [
        "新增规模以上工业企业12家", "建成高标准农田3.5万亩",
    ]  # fmt: skip
    bodies = [(row["body"], row["deadline"]) for row in tables["responsibilities"].to_pylist()]
    assert bodies[0] == ("县工业和信息化局", "2026年12月底前")
    cells = tables["line_cells"].to_pylist()
    assert [row["line"] for row in cells] == tables["lines"]["line"].to_pylist()
    assert cells[0] | {"line": 1} == {
        "document_id": "a", "line": 1, "sheet": "任务", "cell": None, "is_hidden": False,
    }  # fmt: skip


def test_what_a_workbook_hides_is_a_warning(tmp_path: Path, seeds: Path):
    def fill(book: Workbook) -> None:
        tasks(book)
        book.worksheets()[0].set_row(4, None, None, {"hidden": True})

    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(fill))
    (warning,) = document_from_file(path).warnings
    assert str(warning) == (
        "warning: a, a.xlsx, sheet 任务: hides 1 rows and 0 columns: their 4 cells are set aside; "
        "unhide them in the file if they are part of the document"
    )
