"""Lines that hold one line of every column, with a blank between or nothing, are cut."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.glued_columns import parted_at_blanks, parted_at_width
from tests.unit.layout.test_read_across import TEXT, columns, read, wrapped

LONGER = f"""{TEXT}
要把产业招商作为重中之重，围绕新能源汽车、电子信息、生物医药等主导产业，梳理产业链图谱和企业名录，组建专业招商小分队，
面向重点区域开展靶向招商，力争全年引进投资额超过十亿元的制造业项目不少于二十个，同步做好用地、用能、用工等要素保障工作，
推动签约项目早落地、落地项目早开工、开工项目早投产，确保实际到位资金和工业投资增速继续走在全省前列，为长远发展积蓄后劲。
同时要看到，外部环境更趋复杂严峻，部分行业和企业生产经营仍然存在困难，财政收支矛盾比较突出，基层治理能力有待进一步提高，
必须坚持问题导向，下更大力气破解制约高质量发展的体制机制障碍，以实实在在的工作成效回应人民群众对美好生活的新期待。"""


def glued(lines: list[str], count: int, between: str) -> list[str]:
    rows = zip_longest(*columns(lines, count))
    return [between.join(piece for piece in row if piece is not None) for row in rows]


@pytest.mark.parametrize("between", [" ", "\u3000"])
@pytest.mark.parametrize(("width", "count"), [(13, 2), (12, 3), (18, 2)])
def test_columns_with_a_blank_between(width: int, count: int, between: str) -> None:
    lines = wrapped(TEXT, width)
    texts, layout = read(glued(lines, count, between))
    assert texts == lines
    assert len(layout.breaks) == count - 1


@pytest.mark.parametrize("width", [12, 18])
def test_columns_with_nothing_between(width: int) -> None:
    lines = wrapped(LONGER.replace("，\n", "，"), width)
    texts, _ = read(glued(lines, 2, ""))
    assert texts == lines


def test_the_blank_of_a_heading_parts_nothing() -> None:
    lines = [f"第{number}章 总体要求和主要目标" for number in "一二三四五六七八九十"] * 2
    assert [text for _, text in parted_at_blanks([(0, line) for line in lines])] in ([], lines)


@pytest.mark.parametrize("width", [24, 36])
def test_wrapped_lines_hold_no_columns(width: int) -> None:
    lines = [(0, line) for line in wrapped(TEXT * 2, width)]
    assert parted_at_blanks(lines) == []
    assert parted_at_width(lines, load_model()) == []


def test_pieces_are_the_lines() -> None:
    lines = glued(wrapped(TEXT, 13), 2, " ")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    pieces = parted_at_blanks(list(zip(starts, lines, strict=True)))
    text = "\n".join(lines)
    assert [text[start : start + len(piece)] for start, piece in pieces] == [piece for _, piece in pieces]
    assert " ".join(piece for _, piece in pieces) == " ".join(lines)
