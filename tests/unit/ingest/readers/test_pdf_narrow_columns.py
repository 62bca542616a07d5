"""Columns that stand nearer to each other than words do, told by the room that their lines leave together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gangyao.ingest.readers.pdf.read import read_pdf
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

HEAD = ("编码", "预算科目", "决算数", "预算数", "执行数")
ROWS = (
    ("11459", "专项收入", "31434", "2072", "163"),
    ("11263", "罚没收入", "26133", "2604", "50"),
    ("11384", "契税", "13857", "5394", "43"),
    ("11564", "企业所得税", "381", "12", "735"),
    ("11280", "车船税", "10465", "6696", "459"),
    ("11684", "房产税", "34131", "232", "1255"),
)
# Right edges of columns of figures, and left edges of the others. A digit is as wide as a Han character here.
RIGHTS = {2: 245.0, 3: 298.0, 4: 351.0}
LEFTS = {0: 80.0, 1: 133.0}
SIZE = 10.0
TEXT = "坚持把生态保护放在首位，加快建设宜居宜业的滨水城市，努力实现人与自然和谐共生，全面提升城市品质。"


def table(rows: tuple[tuple[str, ...], ...]) -> PdfPage:
    """Return a page with a table whose columns are three points apart where their words are long."""
    page = PdfPage()
    for n, row in enumerate((HEAD, *rows)):
        for at, text in enumerate(row):
            x = LEFTS[at] if at in LEFTS else RIGHTS[at] - SIZE * len(text)
            page.text(x, 200 + 20 * n, text, SIZE)
    return page


def cells(page: PdfPage) -> dict[tuple[int, int], str]:
    lines = read_pdf(pdf(page), "a.pdf").lines
    return {(line.cell.row, line.cell.column): line.text for line in lines if line.cell is not None}


def test_columns_three_points_apart_are_columns():
    expected = {(n, at): text for n, row in enumerate((HEAD, *ROWS), 1) for at, text in enumerate(row, 1)}
    assert cells(table(ROWS)) == expected


@settings(max_examples=30, deadline=None)
@given(st.permutations(ROWS))
def test_the_order_of_rows_tells_nothing_of_columns(rows: list[tuple[str, ...]]):
    found = cells(table(tuple(rows)))
    assert [found.get((2, at)) for at in range(1, 6)] == list(rows[0])


@pytest.mark.parametrize("size", [9.0, 12.0])
def test_lines_of_text_are_not_parted(size: float):
    page = PdfPage()
    page.paragraph(80, 100, TEXT * 6, 400, size)
    lines = [line for line in read_pdf(pdf(page), "a.pdf").lines if line.role != "furniture"]
    assert "".join(line.text for line in lines) == TEXT * 6
    assert not any(line.cell for line in lines)
