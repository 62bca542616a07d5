"""What pages print is the text that they were given, in pieces."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property_tests import examples
from training.pages import (
    SHORTEST_PIECE,
    excerpt,
    print_all_columns,
    print_columns,
    print_in_order,
    print_side_by_side,
    scramble,
    scramble_lines,
    whole_sections,
    wrap,
)

PARAGRAPHS = [f"第{number}段建设{'基础设施，' * number}改善{number}处环境。" for number in range(1, 25)]
WHOLE = "".join(PARAGRAPHS)
SEEDS = st.integers(0, 10_000)


@examples(50)
@given(st.integers(2, 8), SEEDS)
def test_a_scramble_holds_each_character_once_in_another_order(pieces: int, seed: int) -> None:
    page = "".join(scramble(PARAGRAPHS, pieces, random.Random(seed)))
    assert sorted(page) == sorted(WHOLE)
    assert page != WHOLE


@examples(50)
@given(st.integers(2, 8), SEEDS)
def test_columns_are_whole_lines_in_another_order(pieces: int, seed: int) -> None:
    lines = wrap(PARAGRAPHS, 30)
    page = scramble_lines(lines, pieces, random.Random(seed))
    assert sorted(page) == sorted(lines)
    assert page != lines


@given(st.integers(5, 60))
def test_wrapped_lines_are_of_one_width_and_begin_with_no_closing_mark(width: int) -> None:
    lines = wrap(PARAGRAPHS, width)
    assert "".join(lines) == WHOLE
    assert max(map(len, lines)) <= width + 1
    assert not any(line[0] in "，。" for line in lines)


@given(SEEDS)
def test_an_excerpt_is_one_part_of_the_text(seed: int) -> None:
    part = "".join(excerpt(PARAGRAPHS, random.Random(seed)))
    assert part in WHOLE
    assert len(WHOLE) > len(part) > len(WHOLE) // 20


def test_pieces_are_not_too_short() -> None:
    text = ["字" * 2 * SHORTEST_PIECE]
    assert scramble(text, 2, random.Random(1)) == ["字" * SHORTEST_PIECE] * 2


def test_a_text_too_short_for_its_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        scramble(["字" * SHORTEST_PIECE], 2, random.Random(1))


@pytest.mark.parametrize("width", [None, 16])
def test_a_newspaper_page_holds_its_excerpt_in_columns_in_another_order(width):
    paragraphs = [
        f"第{number}项任务是改善第{number}处的环境，方便第{number}批群众。" for number in range(100, 500)
    ]
    page = print_columns(paragraphs, width, random.Random(3))
    assert page.excerpt in "".join(paragraphs)
    printed = [line for line in page.text.split("\n") if line]
    assert "".join(printed) != page.excerpt
    inside = [line for line in printed if line in page.excerpt]
    assert sum(map(len, inside)) >= len(page.excerpt)
    assert len(printed) - len(inside) <= 6


def test_a_page_in_order_prints_its_lines_by_rank():
    paragraphs = [f"第{number}项任务是改善第{number}处的环境，方便群众。" for number in range(100, 500)]
    page = print_in_order(paragraphs, None, random.Random(3))
    ranks = [line.rank for line in page.lines if line.rank is not None]
    assert ranks == list(range(len(ranks)))
    assert "".join(line.text for line in page.lines if line.rank is not None) == page.excerpt


def test_columns_side_by_side_stand_on_the_same_lines():
    paragraphs = [f"第{number}项任务是改善第{number}处的环境，方便群众。" for number in range(100, 500)]
    page = print_side_by_side(paragraphs, random.Random(3))
    lines = page.text.split("\n")
    assert sorted("".join(page.text.split())) == sorted(page.excerpt)
    assert all("  " in line for line in lines[:-1])


def test_all_columns_hold_the_whole_text():
    page = print_all_columns(PARAGRAPHS, None, random.Random(3))
    assert page.excerpt == WHOLE
    lines = [line for line in page.lines if line.rank is not None]
    assert "".join(line.text for line in sorted(lines, key=lambda line: line.rank)) == WHOLE
    assert [line.rank for line in lines] != sorted(line.rank for line in lines)


SECTIONS = [
    line
    for chapter in "一二三四"
    for line in (f"第{chapter}章 要求", *(f"第{article}条 做好工作。" for article in "一二三"))
]


@given(SEEDS)
def test_whole_sections_begin_with_a_heading_and_end_before_one(seed: int) -> None:
    part = whole_sections(SECTIONS, random.Random(seed))
    assert part[0][0] == "第"
    assert "\n".join(part) in "\n".join(SECTIONS)
    place = "\n".join(SECTIONS).index("\n".join(part)) + len("\n".join(part)) + 1
    assert place > len("\n".join(SECTIONS)) or "\n".join(SECTIONS)[place] == "第"


def test_a_text_without_sections_has_no_whole_ones():
    assert whole_sections(["做好工作。", "一、要求", "二、任务"], random.Random(1)) == []
