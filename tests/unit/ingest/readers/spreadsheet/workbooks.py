"""Workbooks for tests, as people make them: a list of tasks, and whatever cells a test asks for."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import xlsxwriter
from xlsxwriter.workbook import Workbook

HEADS = ["序号", "类别", "重点任务", "牵头单位", "完成时限"]


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        fill(book)
    return stream.getvalue()


def tasks(book: Workbook) -> None:
    """Fill a sheet with a title, a list of tasks under one category, and a note."""
    sheet = book.add_worksheet("任务")
    sheet.write("A1", "附件1")
    sheet.merge_range("A2:E2", "青溪县2026年重点任务分工表")
    sheet.write_row(2, 0, HEADS)
    sheet.merge_range("B4:B5", "产业发展")
    sheet.write_row(3, 2, ["新增规模以上工业企业12家", "县工业和信息化局\n县统计局", "2026年12月底前"])
    sheet.write_row(4, 2, ["建成高标准农田3.5万亩", "县农业农村局", "2026年11月底前"])
    sheet.write_column(3, 0, [1, 2])
    sheet.write("A6", "注：各单位每季度末报送进展。")


def patched(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a workbook in one of whose parts a pattern is replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                content = re.sub(old.encode(), new.encode(), content)
                assert content != before.read(name), f"{old} is not in {part}"
            made.writestr(name, content)
    return stream.getvalue()


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles><style:style style:name="off"><style:table-properties table:display="false"/>
</style:style></office:automatic-styles><office:body><office:spreadsheet>%s
</office:spreadsheet></office:body></office:document-content>"""


def ods(tables: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", ODS % tables)
    return stream.getvalue()
