"""Boxes over two columns are parted where lines near them end and begin, if the paper there is white."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("rapidocr")

from gangyao.ingest.readers.picture.over_columns import apart

HIGH, PITCH, CHARACTERS = 40, 60, 12
LEFT, RIGHT = 50, 600
WIDE = CHARACTERS * HIGH


def box(left: float, top: float, right: float):
    return ((left, top), (right, top), (right, top + HIGH), (left, top + HIGH))


def page(rows: int, merged: int, across: bool = False):
    """Draw two columns of characters; the line `merged` of both is one box, its first ends with a mark."""
    pixels = np.full((rows * PITCH + 40, RIGHT + WIDE + 50, 3), 255, np.uint8)
    lines = []
    for row in range(rows):
        top = 20 + PITCH * row
        for left in (LEFT, RIGHT):
            for place in range(CHARACTERS):
                x = left + place * HIGH
                pixels[top + 6 : top + 34, x + 4 : x + 36] = 0
        if row == merged:
            pixels[top + 25 : top + 34, LEFT + WIDE + 4 : LEFT + WIDE + 14] = 0  # hangs over
            if across:
                pixels[top + 6 : top + 34, LEFT + WIDE + 4 : RIGHT - 4 : 2] = 0
            lines.append(box(LEFT, top, RIGHT + WIDE))
        else:
            lines += [box(LEFT, top, LEFT + WIDE), box(RIGHT, top, RIGHT + WIDE)]
    return pixels, lines


def test_a_box_over_two_columns_is_parted_in_the_white_between_them():
    pixels, lines = page(8, merged=3)
    found = apart(pixels, lines)
    assert len(found) == 16
    (first, second) = [one for one in found if one not in lines]
    assert LEFT + WIDE + 14 <= first[1][0] < second[0][0] <= RIGHT + 4
    assert (first[0], second[1]) == ((LEFT, 200), (RIGHT + WIDE, 200))


def test_a_heading_over_columns_has_print_in_their_gap_and_stays_whole():
    pixels, lines = page(8, merged=3, across=True)
    assert list(apart(pixels, lines)) == lines


def test_few_lines_are_no_columns():
    pixels, lines = page(4, merged=1)
    assert list(apart(pixels, lines)) == lines
