from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.word.read import read_docx

NAMESPACES = (
    f'{nsdecls("w", "r")} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_body(*blocks: str):
    document = docx.Document()
    for block in parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, block)
    return read_docx(saved(document), "a.docx").lines


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def places(lines):
    return [(line.text, line.cell and (line.cell.row, line.cell.column)) for line in lines]


def test_tracked_changes_are_read_as_accepted():
    lines = read_body(
        paragraph(run("推进产业"), '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'),
        paragraph(run("协同发展。")),
        f'<w:ins w:id="2" w:author="a">{paragraph(run("新增一段。"))}</w:ins>',
        table(
            row(cell("任务"), cell("单位")),
            row(cell("旧任务"), cell("旧单位"), properties='<w:del w:id="3" w:author="a"/>'),
            row(cell("编制规划"), cell("省发展改革委")),
        ),
    )
    assert places(lines) == [
        ("推进产业协同发展。", None), ("新增一段。", None), ("任务", (1, 1)), ("单位", (1, 2)),
        ("编制规划", (2, 1)), ("省发展改革委", (2, 2)),
    ]  # fmt: skip


def test_a_paragraph_whose_end_is_deleted_at_the_end_of_the_text_is_not_lost():
    assert places(read_body(paragraph(run("末段"), "<w:rPr><w:del/></w:rPr>"))) == [("末段", None)]


def test_what_stands_in_controls_is_read():
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    lines = read_body(
        f'<w:customXml w:element="x">{paragraph(run("自定义的一段。"))}</w:customXml>',
        table(row(cell("甲"), control(cell("乙"))), control(row(cell("丙"), cell("丁")))),
    )
    assert places(lines) == [
        ("自定义的一段。", None), ("甲", (1, 1)), ("乙", (1, 2)), ("丙", (2, 1)), ("丁", (2, 2)),
    ]  # fmt: skip


def test_text_boxes_are_read_once_though_they_stand_in_each_other():
    def box(inner: str) -> str:
        content = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            f"{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    inner = box(paragraph(run("内框")))
    lines = read_body(paragraph(run("正文。") + box(paragraph(run("外框") + inner))))
    assert [line.text for line in lines] == ["内框", "外框", "正文。"]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (run("可见") + run("隐藏", "<w:vanish/>") + run("文字"), "可见文字"),
        (run("可见", '<w:vanish w:val="0"/>'), "可见"),
        (run("增长10") + run("4", '<w:vertAlign w:val="superscript"/>') + run("吨"), "增长10⁴吨"),
        (run("本方案") + run("①", '<w:vertAlign w:val="superscript"/>'), "本方案①"),
        (f"<w:r><w:ruby><w:rt>{run('gang')}</w:rt><w:rubyBase>{run('纲')}</w:rubyBase></w:ruby></w:r>", "纲"),
        (f"{run('面积为')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "面积为a+b"),
        (f'<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>{run("完成")}', "✓完成"),
        (f'<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>{run("完成")}', "①完成"),
        (f'<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>{run("完成")}', "\ufffd完成"),
        (f'{run("左")}<w:r><w:ptab w:relativeTo="margin"/></w:r>{run("右")}', "左 右"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("代码")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("结果")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "结果",
        ),
    ],
)  # fmt: skip
def test_a_paragraph_is_what_it_shows(inner, shown):
    assert [line.text for line in read_body(paragraph(inner))] == [shown]


def test_a_heading_that_is_broken_by_hand_is_one():
    document = docx.Document()
    document.add_heading("江川市\n发展规划", 0)
    lines = read_docx(saved(document), "a.docx").lines
    assert [(line.text, line.joins_previous) for line in lines] == [("江川市", False), ("发展规划", True)]


def test_entries_of_a_generated_contents_are_known_by_their_links():
    (line,) = read_body(
        paragraph(
            f'<w:hyperlink w:anchor="_Toc1">{run("第一章 总则")}<w:r><w:tab/></w:r>{run("1")}</w:hyperlink>'
        )
    )
    assert (line.text, line.role) == ("第一章 总则 1", "contents")


def test_cells_merged_in_the_old_way_are_one():
    merged = cell("合并", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("三")
    found = [(line.text, line.cell.column, line.cell.column_span) for line in read_body(table(row(*merged)))]
    assert found == [("合并", 1, 2), ("三", 3, 1)]


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            copy.writestr(name, content.replace(old, new) if name == part else content)
    return stream.getvalue()


def plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("正文。")
    return saved(document)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            changed(
                plain(), "_rels/.rels",
                b"schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                b"purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
            ),
            "is a Strict Open XML document, which is not read",
        ),
        (
            changed(
                plain(), "word/_rels/document.xml.rels", b"relationships/styles", b"relationships/aFChunk"
            ),
            "holds parts in another format (altChunk), which is not read",
        ),
        (plain()[:2000] + bytes(100) + plain()[2100:], "is a damaged .docx file"),
    ],
)  # fmt: skip
def test_forms_that_are_not_read_are_refused_in_one_line(data, said):
    with pytest.raises(SeedError) as caught:
        read_docx(data, "a.docx")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_control_that_nobody_has_filled_in_is_not_read():
    asked = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    block = asked.format(paragraph(run("单击此处输入文字。")))
    inside = paragraph(run("联系人：") + asked.format(run("姓名")) + run("李某"))
    assert [line.text for line in read_body(block, inside)] == ["联系人：李某"]


def broken(*lines: str) -> str:
    return paragraph("<w:r><w:br/></w:r>".join(map(run, lines)))


def test_lines_that_end_with_a_break_each_are_joined_where_they_are_full():
    one = ("　　为贯彻落实党中央国务院关于粮食安全的决策部署全面提升", "综合生产能力，现提出如下意见。")
    two = (
        "　　县水利局负责建设水库六座，治理河道一百五十公里，完成灌",
        "区改造二十处。",
        "　　其他事项另行通知。",
    )
    lines = read_body(paragraph(run("关于做好工作的通知")), broken(*one), broken(*two))
    assert [line.joins_previous for line in lines] == [False, False, True, False, True, False]


def test_titles_and_addresses_broken_by_hand_stay_as_they_are():
    lines = read_body(
        broken("关于做好二〇二六年度工作", "的通知"), broken("各镇：", "现将有关事项通知如下。")
    )
    assert [line.joins_previous for line in lines] == [False] * 4


def test_a_head_in_a_table_of_one_column_is_text_and_a_box_is_none():
    def box(*texts: str) -> str:
        rows = (f"<w:tr><w:tc>{paragraph(run(text))}</w:tc></w:tr>" for text in texts)
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"

    head = read_body(
        box("临河市水利局文件", "临水发〔2026〕1号"), paragraph(run("各单位：")), box("专栏", "建设。")
    )
    assert [line.role for line in head] == ["text", "text", "text", "box", "box"]
    assert [line.role for line in read_body(box("专栏1 工程", "建设水库。"))] == ["box", "box"]


def test_a_table_that_fills_a_cell_is_a_table_of_its_own():
    inner = table(row(cell("任务"), cell("责任单位")), row(cell("修建道路"), cell("镇建设办")))
    around = table(row(cell("领域"), cell("分工")), row(cell("交通"), f"<w:tc>{inner}<w:p/></w:tc>"))
    boxed = f"<w:tbl><w:tr><w:tc>{paragraph(run('专栏1'))}{inner}<w:p/></w:tc></w:tr></w:tbl>"
    lines = read_body(around, boxed)
    assert [(line.text, line.cell and line.cell.table) for line in lines] == [
        ("领域", 1), ("分工", 1), ("交通", 1),
        ("任务", 2), ("责任单位", 2), ("修建道路", 2), ("镇建设办", 2),
        ("专栏1", None), ("任务", 3), ("责任单位", 3), ("修建道路", 3), ("镇建设办", 3),
    ]  # fmt: skip
    assert [line.role for line in lines if line.cell is None] == ["box"]
