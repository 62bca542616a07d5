"""A page whose lines were read from the bottom up is read from its top."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.bottom_up import EVIDENCE, find_bottom_up
from tests.unit.layout.test_read_across import TEXT, read, wrapped


@pytest.mark.parametrize("width", [12, 18, 30])
def test_lines_are_read_from_the_top_and_each_break_is_published(width: int) -> None:
    lines = wrapped(TEXT, width)
    texts, layout = read(lines[::-1])
    assert texts == lines
    assert [one.evidence for one in layout.breaks] == [EVIDENCE] * (len(lines) - 1)


@pytest.mark.parametrize("width", [12, 18, 30])
def test_lines_in_order_stay(width: int) -> None:
    lines = [(0, line) for line in wrapped(TEXT, width)]
    assert list(find_bottom_up(lines, load_model())) == []
