from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.printed import PrintedLine
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.pdf.read import read_pdf
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

FIRST = (
    "临河市坚持把生态保护放在首位，加快建设宜居宜业的滨水城市，"
    "努力实现人与自然和谐共生，到二〇三〇年基本建成。"
)
SECOND = (
    "各区应当按照职责分工，健全工作机制，完善配套政策，加强宣传引导，确保各项任务落到实处，取得明显成效。"
)
THIRD = "市发展改革委会同有关部门，对规划实施情况跟踪分析，定期评估，重大事项及时向市政府报告，并向社会公开。"


def paragraphs(content: Content) -> list[str]:
    """Return the text that is read, wrapped lines joined."""
    texts: list[str] = []
    for line in content.lines:
        if line.role == "furniture":
            continue
        if line.joins_previous and texts:
            texts[-1] += line.text
        else:
            texts.append(line.text)
    return texts


def furniture(content: Content) -> list[str]:
    return [line.text for line in content.lines if line.role == "furniture"]


def in_columns(*columns: str) -> PdfPage:
    """Draw one paragraph a column, the columns side by side."""
    page = PdfPage()
    for index, text in enumerate(columns):
        page.paragraph(60 + 170 * index, 100, text, 150)
    return page


def test_lines_have_page_box_and_size():
    content = read_pdf(
        pdf(PdfPage().text(72, 100, FIRST[:30]), PdfPage().text(90, 200, SECOND[:30])), "a.pdf"
    )
    first, second = content.lines
    assert (first.page, second.page, content.pages) == (1, 2, 2)
    assert first.box is not None
    assert (first.box.left, first.box.top, first.box.bottom) == pytest.approx((72, 100, 112), abs=0.5)
    assert first.size == pytest.approx(12, abs=0.5)


def test_wrapped_lines_are_one_paragraph():
    page = PdfPage()
    below = page.paragraph(70, 100, FIRST, 300)
    page.paragraph(70, below, SECOND, 300)
    assert paragraphs(read_pdf(pdf(page), "a.pdf")) == [FIRST, SECOND]


def test_a_paragraph_goes_on_over_the_page_and_its_number():
    text = FIRST + SECOND
    upper, lower = PdfPage(), PdfPage()
    for index in range(6):
        upper.paragraph(70, 100 + 90 * index, THIRD, 420)
    for index, start in enumerate((0, 33)):
        upper.text(
            94 if index == 0 else 70, 660 + 18 * index, text[start : start + (33 if index == 0 else 35)]
        )
    lower.text(70, 100, text[68:])
    for number, page in enumerate((upper, lower), start=1):
        page.text(285, 790, f"— {number} —", 10)
    content = read_pdf(pdf(upper, lower), "a.pdf")
    assert paragraphs(content)[-1] == text
    assert furniture(content) == ["— 1 —", "— 2 —"]


def test_columns_are_read_one_after_the_other():
    assert paragraphs(read_pdf(pdf(in_columns(FIRST, SECOND, THIRD)), "a.pdf")) == [FIRST, SECOND, THIRD]


def test_a_title_over_the_columns_comes_first_and_is_a_heading():
    page = in_columns(FIRST, SECOND, THIRD).text(200, 50, "临河市发展规划纲要", 24)
    content = read_pdf(pdf(page), "a.pdf")
    assert paragraphs(content) == ["临河市发展规划纲要", FIRST, SECOND, THIRD]
    assert (content.lines[0].role, content.lines[0].level) == ("heading", 1)


def test_a_title_between_two_bands_of_columns_parts_them():
    page = in_columns(FIRST, SECOND, THIRD).text(150, 270, "第二版要目与本市重要新闻一览", 20)
    for index, text in enumerate((SECOND, THIRD, FIRST)):
        page.paragraph(60 + 170 * index, 320, text, 150)
    content = read_pdf(pdf(page), "a.pdf")
    assert paragraphs(content) == [FIRST, SECOND, THIRD, "第二版要目与本市重要新闻一览", SECOND, THIRD, FIRST]


def test_running_heads_are_furniture_and_stay_in_the_raw_text():
    pages = []
    for number in range(3):
        page = PdfPage().text(200, 40, "临河市发展规划", 9).text(520, 800, str(number + 1), 9)
        page.paragraph(70, 100, (FIRST, SECOND, THIRD)[number], 400)
        pages.append(page)
    content = read_pdf(pdf(*pages), "a.pdf")
    assert paragraphs(content) == [FIRST, SECOND, THIRD]
    assert sorted(furniture(content)) == sorted(["临河市发展规划"] * 3 + ["1", "2", "3"])


def test_a_ruled_table_is_rows_and_cells():
    cells = [["序号", "指标", "数值"], ["1", "森林\n覆盖率", "45%"], ["2", "城镇化率", "71%"]]
    page = PdfPage().table([70, 120, 300, 400], [300, 320, 355, 380], cells)
    lines = read_pdf(pdf(page), "a.pdf").lines
    assert [(line.cell.row, line.cell.column, line.text) for line in lines if line.cell] == [
        (1, 1, "序号"), (1, 2, "指标"), (1, 3, "数值"),
        (2, 1, "1"), (2, 2, "森林"), (2, 2, "覆盖率"), (2, 3, "45%"),
        (3, 1, "2"), (3, 2, "城镇化率"), (3, 3, "71%"),
    ]  # fmt: skip
    assert {line.text: line.joins_previous for line in lines}["覆盖率"] is True


def test_merged_cells_are_one():
    page = PdfPage()
    for y in (100, 140):
        page.rule(70, y, 370, y)
    page.rule(170, 120, 370, 120)
    for x in (70, 170, 370):
        page.rule(x, 100, x, 140)
    page.rule(270, 120, 270, 140)
    page.text(75, 112, "指标", 10).text(240, 104, "年份", 10).text(180, 124, "二〇二〇", 10).text(
        280, 124, "二〇二五", 10
    )
    lines = read_pdf(pdf(page), "a.pdf").lines
    assert [(line.cell.row, line.cell.column, line.text) for line in lines if line.cell] == [
        (1, 1, "指标"), (1, 2, "年份"), (2, 2, "二〇二〇"), (2, 3, "二〇二五"),
    ]  # fmt: skip


def test_a_table_goes_on_over_the_page():
    xs = [70.0, 120.0, 300.0]
    upper = PdfPage().table(xs, [700, 720, 740], [["序号", "指标"], ["1", "森林覆盖率"]])
    lower = PdfPage().table(xs, [80, 100, 120], [["2", "城镇化率"], ["3", "水质达标率"]])
    lines = read_pdf(pdf(upper, lower), "a.pdf").lines
    assert [(line.cell.table, line.cell.row) for line in lines if line.cell] == [
        (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 3), (1, 4), (1, 4),
    ]  # fmt: skip


def test_a_head_that_is_printed_again_on_the_next_page_is_no_row_of_the_table():
    xs, head = [80.0, 160.0, 260.0], ["指标", "数值"]
    first = PdfPage().table(
        xs, [600.0, 625.0, 650.0, 675.0], [head, ["森林覆盖率", "45%"], ["城镇化率", "60%"]]
    )
    second = PdfPage().table(xs, [80.0, 105.0, 130.0], [head, ["研发强度", "2.8%"]])
    content = read_pdf(pdf(first, second), "a.pdf")
    cells = [(line.text, line.cell.table, line.cell.row) for line in content.lines if line.cell]
    assert cells[-4:] == [("城镇化率", 1, 3), ("60%", 1, 3), ("研发强度", 1, 4), ("2.8%", 1, 4)]
    assert furniture(content) == head


def test_a_box_that_the_page_cuts_goes_on():
    def box(page: PdfPage, top: float, bottom: float, closed: str) -> PdfPage:
        page.rule(80, top, 80, bottom).rule(400, top, 400, bottom)
        edge = top if closed == "top" else bottom
        return page.rule(80, edge, 400, edge)

    first = box(PdfPage(), 700, 780, "top").text(84, 706, "专栏1 重大工程").text(84, 750, FIRST[:25])
    second = box(PdfPage(), 60, 130, "bottom").text(84, 66, FIRST[25:]).text(84, 90, "2.建设环城绿道。")
    first.paragraph(80, 100, SECOND, 360)
    lines = read_pdf(pdf(first, second), "a.pdf").lines
    found = [(line.text, line.joins_previous) for line in lines if line.role == "box"]
    assert found[2:] == [(FIRST[25:], True), ("2.建设环城绿道。", False)]


def test_a_part_of_a_table_that_is_as_its_head_stays_a_row():
    xs = [80.0, 160.0, 260.0]
    first = PdfPage().table(xs, [600.0, 625.0, 650.0], [["甲", "乙"], ["丙", "丁"]])
    content = read_pdf(pdf(first, PdfPage().table(xs, [80.0, 105.0], [["甲", "乙"]])), "a.pdf")
    assert [(line.text, line.cell.row) for line in content.lines if line.cell][-2:] == [("甲", 3), ("乙", 3)]


def test_raised_figures_are_no_digits_of_the_number_before_them():
    page = PdfPage().text(80, 100, "增长10").text(129, 98, "4", 7).text(134, 100, "吨，")
    page.paragraph(80, 130, FIRST, 360)
    assert read_pdf(pdf(page), "a.pdf").lines[0].text.startswith("增长10⁴")


def test_a_short_heading_over_all_columns_parts_them():
    page = PdfPage()
    for left in (60, 320):
        for top, text in ((100, FIRST + SECOND), (260, THIRD + FIRST)):
            page.paragraph(left, top, text, 216, 9)
    page.text(60, 225, "三、保障措施", 14)
    texts = paragraphs(read_pdf(pdf(page), "a.pdf"))
    assert texts == [FIRST + SECOND, FIRST + SECOND, "三、保障措施", THIRD + FIRST, THIRD + FIRST]


def test_nothing_goes_on_a_line_that_is_set_to_the_right():
    page = PdfPage()
    below = page.paragraph(70, 100, FIRST + FIRST, 420)
    page.text(406, below, "临河市人民政府").text(394, below + 18, "2025年11月20日")
    page.text(70, below + 36, "（此件公开发布）")
    lines = read_pdf(pdf(page), "a.pdf").lines
    assert [(line.text, line.joins_previous) for line in lines[-3:]] == [
        ("临河市人民政府", False),
        ("2025年11月20日", False),
        ("（此件公开发布）", False),
    ]


def test_the_title_of_a_box_stands_alone():
    page = PdfPage().table([70, 520], [100, 200], [[""]])
    page.text(200, 106, "专栏1 重大工程建设").text(84, 126, "1.建设环城绿道。全长30公里。")
    lines = read_pdf(pdf(page), "a.pdf").lines
    assert [(line.text, line.role, line.joins_previous) for line in lines] == [
        ("专栏1 重大工程建设", "box", False),
        ("1.建设环城绿道。全长30公里。", "box", False),
    ]


def test_a_box_around_text_is_no_table():
    page = PdfPage()
    page.rule(70, 100, 500, 100).rule(70, 200, 500, 200).rule(70, 100, 70, 200).rule(500, 100, 500, 200)
    page.text(80, 110, "专栏1 重大工程", 12).text(80, 130, "临河水库扩建工程", 12)
    lines = read_pdf(pdf(page), "a.pdf").lines
    assert [(line.role, line.cell) for line in lines] == [("box", None), ("box", None)]


def test_text_drawn_twice_to_be_bold_is_read_once():
    page = PdfPage().text(70, 100, "一、总体要求", 16).text(70.4, 100, "一、总体要求", 16)
    page.paragraph(70, 140, FIRST, 400)
    assert paragraphs(read_pdf(pdf(page), "a.pdf")) == ["一、总体要求", FIRST]


def test_notes_come_after_the_paragraph_that_the_page_cuts():
    text = FIRST + SECOND
    upper, lower = PdfPage(), PdfPage()
    upper.text(94, 100, text[:33]).text(70, 118, text[33:68]).text(70, 700, "①本市指临河市行政区域。", 9)
    lower.text(70, 100, text[68:])
    lower.paragraph(70, 118, THIRD, 420)
    content = read_pdf(pdf(upper, lower), "a.pdf")
    assert paragraphs(content) == [text, "①本市指临河市行政区域。", THIRD]


def test_the_name_of_the_issuer_above_a_notice_is_furniture():
    page = PdfPage().text(150, 80, "临河市人民政府文件", 30).text(230, 160, "临政发〔2020〕3号", 14)
    page.paragraph(70, 220, FIRST, 420, 14)
    content = read_pdf(pdf(page), "a.pdf")
    assert furniture(content) == ["临河市人民政府文件"]


def test_the_title_among_the_properties_is_found():
    content = read_pdf(pdf(PdfPage().text(70, 100, FIRST[:30]), title="临河市规划"), "a.pdf")
    assert [(finding.field, finding.value) for finding in content.findings] == [("title", "临河市规划")]


def test_a_title_that_is_damaged_is_left_out_and_the_text_read():
    whole = pdf(PdfPage().text(70, 100, FIRST[:30]), title="丙丁")
    content = read_pdf(whole.replace("丙丁".encode("utf-16-be").hex().encode(), b"d800d800"), "a.pdf")
    assert paragraphs(content) == [FIRST[:30]]
    assert content.findings == ()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\nnothing else", "damaged"),
        (pdf(PdfPage().rule(10, 10, 100, 10)), "holds no text"),
        (pdf(PdfPage().text(70, 100, FIRST))[:300], "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, problem: str):
    with pytest.raises(SeedError, match=problem) as caught:
        read_pdf(data, "scan.pdf")
    assert str(caught.value).startswith("scan.pdf")
    assert "\n" not in str(caught.value)


HAN = st.text(alphabet="临河市建设规划发展生态保护产业创新改革开放服务", min_size=36, max_size=90)


@given(st.lists(HAN.map(lambda text: text + "。"), min_size=1, max_size=3))
def test_nothing_is_lost_and_the_order_of_columns_kept(texts: list[str]):
    content = read_pdf(pdf(in_columns(*texts)), "a.pdf")
    assert "".join(line.text for line in content.lines) == "".join(texts)
    assert all(isinstance(line, PrintedLine) and line.box and line.page == 1 for line in content.lines)


def test_an_upright_rule_parts_cells_that_touch():
    page = PdfPage().text(72, 100, "一千零四十三").text(144, 100, "含上级专款")
    for x in (70, 144, 206):
        page.rule(x, 95, x, 118)
    for y in (95, 118):
        page.rule(70, y, 206, y)
    lines = read_pdf(pdf(page), "a.pdf").lines
    assert [(line.text, line.cell.column) for line in lines if line.cell] == [
        ("一千零四十三", 1),
        ("含上级专款", 2),
    ]
