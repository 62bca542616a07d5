"""What the scores of read files count."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest

from evaluation.sources.blocks import Block, merged_rows
from evaluation.sources.misreadings import Found, compare
from evaluation.sources.scoring import score_lines, score_recognition
from gangyao.document.printed import CellPlace, PrintedLine

TABLE = Block(
    "table",
    rows=(("单位", "任务"), ("财政厅", "筹集资金"), ("财政厅", "核算成本"), ("教育厅", "扩建学校")),
    merged=True,
)
BLOCKS = (Block("title", "临河市发展规划"), Block("p", "坚持生态优先。"), Block("p", "建设公园。"), TABLE)


def cell(text: str, row: int, column: int, span: int = 1) -> PrintedLine:
    return PrintedLine(text, cell=CellPlace(1, row, column, row_span=span), joins_previous=False)


READ = [
    PrintedLine("第 1 页", role="furniture"),
    PrintedLine("临河市发展规划"),
    PrintedLine("坚持生态"),
    PrintedLine("优先。", joins_previous=True),
    PrintedLine("建设公园。"),
    cell("单位", 1, 1), cell("任务", 1, 2), cell("财政厅", 2, 1, span=2), cell("筹集资金", 2, 2),
    cell("核算成本", 3, 2), cell("教育厅", 4, 1), cell("扩建学校", 4, 2),
]  # fmt: skip


def test_cells_that_are_equal_below_each_other_are_one():
    assert merged_rows(TABLE)[1:3] == [[("财政厅", 2), ("筹集资金", 1)], [None, ("核算成本", 1)]]


def test_what_is_read_as_it_was_set_is_right_in_every_count():
    score = score_lines(READ, BLOCKS)
    assert (score.right_characters, score.further_characters) == (score.characters, 0)
    assert score.blocks == score.blocks_in_order == score.whole_blocks == 10
    assert score.cells == score.right_cells == 7


@pytest.mark.parametrize(
    ("lines", "lost", "further", "order", "whole", "cells"),
    [
        ([*READ[:4], replace(READ[4], text="建设公困。"), *READ[5:]], 1, 1, 10, 9, 7),
        ([READ[1], READ[4], *READ[2:4], *READ[5:]], 5, 5, 9, 10, 7),
        ([*READ[:7], replace(READ[7], cell=CellPlace(1, 2, 1)), *READ[8:]], 0, 0, 10, 10, 6),
    ],
)
def test_what_is_read_otherwise_counts_where_it_is_wrong(lines, lost, further, order, whole, cells):
    score = score_lines(lines, BLOCKS)
    assert score.characters - score.right_characters == lost
    assert score.further_characters == further
    assert (score.blocks_in_order, score.whole_blocks, score.right_cells) == (order, whole, cells)


def test_errors_of_a_recogniser_are_counted_by_character_and_lines_by_order():
    wanted = ["坚持生态优先，建设公园。", "推进城乡供水一体化。"]
    found = score_recognition([PrintedLine(wanted[1]), PrintedLine("坚持生态优先，建没公园。")], wanted)
    assert (found.characters, found.lines, found.lines_in_order) == (22, 2, 1)
    assert score_recognition([PrintedLine(text) for text in wanted], wanted).wrong == 0


def test_a_doubt_finds_the_error_that_it_touches_and_is_false_where_there_is_none():
    wanted = ["坚持生态优先，建设公园，", "推进城乡供水。", "完成投资300万元。"]
    # Lines may stand elsewhere, or frame the page; what is printed more often or read apart is no error.
    lines = ["完成投资30万元。", "别的一行文字", "坚持生态优先，建没公园，", "推进城乡供水。"]
    text = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [(end - 1 - len(line), end - 1) for end, line in zip(ends, lines, strict=True)]
    wrong, right, unknown = text.index("没"), text.index("推"), text.index("别")
    doubts = [(place, place + 1) for place in (wrong, right, unknown)]
    assert compare(text, spans, doubts, wanted) == Found(25, 2, 1, 1, 1, 1)
    assert compare(text, spans, [], wanted) == Found(25, 2, 0, 1, 0, 0)
    # What frames the page counts for nothing.
    assert compare(text, spans, doubts, wanted[1:], wanted[:1]) == Found(15, 1, 0, 0, 0, 1)


def test_what_is_lacking_at_the_start_of_a_line_may_be_doubted_before_it():
    text, spans = "水灾较为严\n部分地区歉收", [(0, 5), (6, 12)]
    found = compare(text, spans, [(5, 5)], ["水灾较为严", "重部分地区歉收"])
    assert (found.errors, found.found, found.false) == (1, 1, 0)
