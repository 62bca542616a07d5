"""Pages that are shown turned, whose text is set sideways, or runs in columns from the top down."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.pdf.characters import ASLANT, quarters_of
from gangyao.ingest.readers.pdf.read import read_pdf
from gangyao.ingest.readers.pdf.turns import Turn
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

TEXT = (
    "临河市坚持把生态保护放在首位，加快建设宜居宜业的滨水城市，"
    "努力实现人与自然和谐共生，到二〇三〇年基本建成。"
)
WIDTH, HEIGHT = 595.0, 842.0


def turned(page: PdfPage, quarters: int) -> PdfPage:
    """Turn what a page draws counter-clockwise, so that it lies on the page."""
    width, height = page.size
    matrix = {0: "1 0 0 1 0 0", 1: f"0 1 -1 0 {height:g} 0", 2: f"-1 0 0 -1 {width:g} {height:g}",
              3: f"0 -1 1 0 0 {width:g}"}[quarters]  # fmt: skip
    size = (height, width) if quarters % 2 else (width, height)
    return PdfPage(size, page.rotation, [f"q {matrix} cm", *page.drawn, "Q"])


def page() -> PdfPage:
    drawn = PdfPage()
    drawn.paragraph(80, 100, TEXT, 360)
    return drawn


def read(*pages: PdfPage) -> str:
    return "".join(line.text for line in read_pdf(pdf(*pages), "a.pdf").lines)


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_text_is_read_whichever_way_the_page_is_turned(quarters, rotation):
    sideways = turned(page(), quarters)
    sideways.rotation = rotation
    assert read(sideways) == TEXT


def test_boxes_are_those_of_the_page_as_it_is_shown():
    first, *_ = read_pdf(pdf(turned(page(), 1)), "a.pdf").lines
    assert first.box is not None
    # What stood 104 from the left and 100 from the top stands so far from the bottom and from the left.
    assert (first.box.left, first.box.bottom) == pytest.approx((100, WIDTH - 104), abs=2)
    upright, *_ = read_pdf(pdf(page()), "a.pdf").lines
    assert upright.box is not None
    assert first.box.bottom - first.box.top == pytest.approx(upright.box.right - upright.box.left, abs=1)


def test_a_page_set_sideways_among_others_is_read():
    assert read(page(), turned(page(), 1), page()) == TEXT * 3


def test_columns_that_run_down_the_page_are_read_from_the_right():
    drawn = PdfPage()
    for place, character in enumerate(TEXT):
        drawn.text(500 - 24 * (place // 20), 80 + 14 * (place % 20), character)
    lines = read_pdf(pdf(drawn), "a.pdf").lines
    assert [line.text for line in lines] == [TEXT[:20], TEXT[20:40], TEXT[40:]]
    assert lines[0].box is not None
    assert (lines[0].box.left, lines[0].box.top) == pytest.approx((500, 80), abs=2)


def test_what_stands_beside_the_page_or_is_too_small_to_be_seen_is_not_read():
    drawn = page().text(700, 100, "页外").text(80, 900, "页下").text(80, 300, "极小", 0.1)
    assert read(drawn) == TEXT
    with pytest.raises(SeedError, match="holds no text"):
        read(PdfPage().text(700, 100, "页外的一行文字"))


PLACES = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT), st.floats(0, 99), st.floats(0, 99))


@given(st.integers(0, 3), st.booleans(), PLACES)
def test_a_box_comes_back_to_its_place(quarter, is_column, place):
    left, top, width, height = place
    turn = Turn(quarter, is_column and quarter == 0, WIDTH, HEIGHT)
    box = Box(left, top, left + width, top + height)
    back = turn.back(turn.box(box))
    assert (back.left, back.top, back.right, back.bottom) == pytest.approx(
        (box.left, box.top, box.right, box.bottom), abs=1e-6
    )


def test_what_stands_aslant_has_no_quarter():
    angles = np.array([math.pi / 4, *(step * math.pi / 2 for step in range(4))])
    assert quarters_of(angles, 1).tolist() == [ASLANT, 1, 2, 3, 0]
