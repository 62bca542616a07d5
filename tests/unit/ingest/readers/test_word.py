from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.word.numbering import Counter, Level, written
from gangyao.ingest.readers.word.read import read_docx


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_headings_by_style_and_paragraphs_in_order():
    document = docx.Document()
    document.add_heading("临河市发展规划", 0)
    document.add_heading("总体要求", 1)
    document.add_paragraph("　　坚持生态优先。")
    document.add_heading("主要目标", 2)
    lines = read_docx(saved(document), "a.docx").lines
    assert [(line.text, line.role, line.level) for line in lines] == [
        ("临河市发展规划", "heading", 1),
        ("总体要求", "heading", 2),
        ("坚持生态优先。", "text", 0),
        ("主要目标", "heading", 3),
    ]


def test_tables_stand_where_they_were_and_merged_cells_keep_their_columns():
    document = docx.Document()
    document.add_paragraph("前文。")
    table = document.add_table(2, 3)
    for row, texts in enumerate((("指标", "", "数值"), ("森林覆盖率", "%", "45"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("后文。")
    lines = read_docx(saved(document), "a.docx").lines
    assert [(line.text, line.cell and (line.cell.row, line.cell.column)) for line in lines] == [
        ("前文。", None), ("指标", (1, 1)), ("数值", (1, 3)),
        ("森林覆盖率", (2, 1)), ("%", (2, 2)), ("45", (2, 3)), ("后文。", None),
    ]  # fmt: skip


def test_cells_merged_over_rows_stand_once_and_say_how_far_they_go():
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, texts in enumerate((("牵头单位", "任务"), ("省发展改革委", "编制规划"), ("", "推进项目"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    lines = read_docx(saved(document), "a.docx").lines
    assert [(line.text, line.cell.row, line.cell.column, line.cell.row_span) for line in lines] == [
        ("牵头单位", 1, 1, 1), ("任务", 1, 2, 1), ("省发展改革委", 2, 1, 2), ("编制规划", 2, 2, 1),
        ("推进项目", 3, 2, 1),
    ]  # fmt: skip


def test_a_cell_that_goes_on_nothing_is_a_cell_and_rows_may_begin_late():
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell in table._cells:
        cell.text = "甲"
    properties = table.cell(0, 1)._tc.get_or_add_tcPr()
    properties.append(parse_xml(f"<w:vMerge {nsdecls('w')}/>"))
    second = table.rows[1]._tr
    second.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))
    second.remove(second.tc_lst[1])
    lines = read_docx(saved(document), "a.docx").lines
    assert [(line.cell.row, line.cell.column) for line in lines] == [(1, 1), (1, 2), (2, 2)]


def test_a_table_of_one_cell_is_a_box():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "专栏1 重大工程"
    cell.add_paragraph("临河水库扩建工程")
    assert [(line.role, line.cell) for line in read_docx(saved(document), "a.docx").lines] == [
        ("box", None)
    ] * 2


def test_numbers_that_word_generates_are_part_of_the_text():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1">'
            '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
            "</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in (("总则", 0), ("目的", 1), ("范围", 1), ("保障", 0), ("组织", 1)):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    lines = read_docx(saved(document), "a.docx").lines
    assert [line.text for line in lines] == [
        "第一章 总则",
        "（一）目的",
        "（二）范围",
        "第二章 保障",
        "（一）组织",
    ]


def test_deleted_text_and_field_codes_are_not_read():
    document = docx.Document()
    paragraph = document.add_paragraph("坚持")._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>不</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:instrText>PAGE</w:instrText></w:r>"))
    paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>生态优先。</w:t></w:r></w:ins>"))
    assert [line.text for line in read_docx(saved(document), "a.docx").lines] == ["坚持生态优先。"]


def test_running_heads_are_furniture_and_properties_are_facts():
    document = docx.Document()
    document.add_paragraph("坚持生态优先。")
    document.sections[0].header.paragraphs[0].text = "临河市发展规划"
    document.core_properties.title = "临河市规划"
    document.core_properties.author = ""
    content = read_docx(saved(document), "a.docx")
    assert (content.lines[0].text, content.lines[0].role) == ("临河市发展规划", "furniture")
    assert [(finding.field, finding.value) for finding in content.findings] == [("title", "临河市规划")]


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    stream = BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(30_000_000))
    with pytest.raises(SeedError, match=r"^[^:]*bomb\.docx, [^:]*: would unpack to"):
        read_docx(stream.getvalue(), "bomb.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_defines_entities_is_refused_since_their_text_would_be_lost(encoding: str):
    document = docx.Document()
    document.add_paragraph("坚持生态优先。")
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(document))) as old, zipfile.ZipFile(stream, "w") as archive:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                text = content.decode().partition("?>")[2].replace("生态", "&x;生态")
                head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY x "绿色">]>'
                content = (head + text).encode(encoding)
            archive.writestr(part, content)
    with pytest.raises(SeedError, match=r"^a\.docx, word/document\.xml: defines entities"):
        read_docx(stream.getvalue(), "a.docx")


def test_a_damaged_file_is_refused_in_one_line():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>")
    with pytest.raises(SeedError, match="damaged") as caught:
        read_docx(stream.getvalue(), "a.docx")
    assert "\n" not in str(caught.value)


def test_entities_of_xml_are_not_expanded():
    stream = BytesIO(saved(docx.Document()))
    bomb = (
        '<!DOCTYPE w:document [<!ENTITY a "甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>文字&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    out = BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, bomb if part == "word/document.xml" else old.read(part))
    with pytest.raises(SeedError, match="defines entities"):
        read_docx(out.getvalue(), "a.docx")


def test_a_list_starts_again_below_the_next_number_of_its_parent():
    counter = Counter({"1": (Level(1, "decimal", "%1."), Level(1, "decimal", "%1.%2"))})
    labels = [counter.label("1", level) for level in (0, 1, 1, 0, 1)]
    assert labels == ["1.", "1.1", "1.2", "2.", "2.1"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (12, "chineseCountingThousand", "十二"), (3, "decimalEnclosedCircle", "③"), (2, "upperLetter", "B"),
        (4, "lowerRoman", "iv"), (7, "decimalZero", "07"), (5, "decimal", "5"), (1, "bullet", ""),
    ],
)  # fmt: skip
def test_forms_of_numbers(number: int, form: str, text: str):
    assert written(number, form) == text
