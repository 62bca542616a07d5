from __future__ import annotations

from gangyao.ingest.readers.pdf.read import read_pdf
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf


def test_what_was_filled_in_is_read_behind_its_label():
    page = PdfPage().text(150, 40, "凤鸣县重点项目申报表", 20)
    for top, label in ((100, "项目名称："), (130, "建设内容："), (200, "项目编号：")):
        page.text(70, top, label)
    page.text(70, 230, "本表一式三份，由项目单位和县发展和改革局各存一份。")
    page.fill_in("Tx", 160, 97, 400, 117, "白马河治理")
    page.fill_in("Tx", 160, 127, 400, 172, "清淤8公里\n建设护岸6公里")
    page.fill_in("Tx", 160, 197, 280, 217, "FM-2026-017")
    page.fill_in("Btn", 300, 197, 320, 217, "Off")
    page.fill_in("Tx", 300, 300, 420, 320, "")
    assert [line.text for line in read_pdf(pdf(page), "a.pdf").lines] == [
        "凤鸣县重点项目申报表",
        "项目名称：白马河治理",
        "建设内容：清淤8公里",
        "建设护岸6公里",
        "项目编号：FM-2026-017",
        "本表一式三份，由项目单位和县发展和改革局各存一份。",
    ]
