"""PDFs that do not hold their fonts are read alike whatever fonts the machine has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from gangyao.ingest.readers.pdf.measured_alike import measured_alike
from gangyao.ingest.readers.pdf.read import read_pdf
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

TEXT = (
    "临河市坚持把生态保护放在首位，加快建设宜居宜业的滨水城市，到2030年GDP年均增长5%以上，"
    "努力实现人与自然和谐共生。"
)
# Reads files as a machine would whose fonts are those of a folder.
WITH_FONTS_OF = """
import ctypes, sys
import pypdfium2.raw as pdfium_c
folder = ctypes.create_string_buffer(sys.argv[1].encode())
paths = (ctypes.POINTER(ctypes.c_char) * 2)(ctypes.cast(folder, ctypes.POINTER(ctypes.c_char)), None)
pdfium_c.FPDF_DestroyLibrary()
pdfium_c.FPDF_InitLibraryWithConfig(pdfium_c.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=paths))
from pathlib import Path
from gangyao.ingest.readers.pdf.read import read_pdf
for name in sys.argv[2:]:
    print(read_pdf(Path(name).read_bytes(), "a.pdf"))
"""


def pages() -> list[PdfPage]:
    columns = PdfPage()
    for left in (60, 320):
        columns.paragraph(left, 100, TEXT * 2, 216, 9)
    sideways = PdfPage((842, 595), 0, ["q 0 1 -1 0 842 0 cm", *columns.drawn, "Q"])
    down = PdfPage()
    for place, character in enumerate(TEXT):
        down.text(500 - 24 * (place // 20), 80 + 14 * (place % 20), character)
    table = PdfPage().table([80, 160, 260], [100, 125, 150], [["指标", "2030年"], ["城镇化率", "60%"]])
    table.paragraph(80, 200, TEXT, 360)
    table.text(80, 700, "①本市指临河市行政区域。", 9).text(280, 800, "— 3 —", 9)
    return [columns, sideways, down, table]


def test_files_without_fonts_are_read_alike_without_any_font(tmp_path: Path):
    files = []
    for number, page in enumerate(pages()):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(pdf(page))
    fonts = tmp_path / "no fonts"
    fonts.mkdir()
    elsewhere = subprocess.run(
        [sys.executable, "-c", WITH_FONTS_OF, fonts, *files], capture_output=True, check=True, text=True
    ).stdout
    here = [read_pdf(file.read_bytes(), "a.pdf") for file in files]
    assert elsewhere.splitlines() == [repr(content) for content in here]
    assert "".join(line.text for line in here[0].lines) == TEXT * 4
    assert "".join(line.text for line in here[1].lines) == TEXT * 4
    assert "".join(line.text for line in here[2].lines) == TEXT


def ink(data: bytes) -> int:
    document = pdfium.PdfDocument(data)
    try:
        return int((np.asarray(document[0].render().to_numpy()) < 128).sum())
    finally:
        document.close()


@pytest.mark.usefixtures("chinese_font")
def test_pages_are_drawn_with_the_fonts_of_the_machine():
    data = pdf(PdfPage().text(80, 100, TEXT[:20]))
    with measured_alike():
        assert ink(data) == 0
    assert ink(data) > 0
    read_pdf(data, "a.pdf")
    assert ink(data) > 0


def test_letters_of_the_standard_fonts_are_as_wide_as_those():
    content = b"BT /F1 12 Tf 100 700 Td (iWi) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%bendobj\n" % one for one in enumerate(objects, start=1))
    lines = read_pdf(b"%PDF-1.7\n" + body + b"trailer<</Size 6/Root 1 0 R>>", "a.pdf").lines
    assert lines[0].box is not None
    # i and W are 222 and 944 thousandths of an em wide (Adobe's metrics of Helvetica).
    assert lines[0].box.right - lines[0].box.left == pytest.approx(12 * (0.222 * 2 + 0.944), abs=0.1)
