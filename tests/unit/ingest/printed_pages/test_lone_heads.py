"""Heads of tables that stand alone at the foot of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gangyao.document.printed import PrintedLine
from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.printed_pages.page import Page
from tests.unit.ingest.printed_pages.pages import page, run
from tests.unit.ingest.printed_pages.test_unruled import ROWS, body, cells, rule, words

NAMED = ("类别", "指标", "单位", "2020年", "属性")
OTHER = ("序号", "违法行为", "依据", "阶次", "幅度")
TOP = 640.0


def drawn(head: tuple[str, ...], is_ruled: bool) -> list[Page]:
    """Draw a table whose head is the last thing on its page, with a page number below it."""
    rows = [("发展", *row[1:]) for row in ROWS]
    first = page(*body(60), *body(120), *words(TOP, [head]), run("1", 290, 800))
    second = page(*words(60, rows), *body(200), *body(260), run("2", 290, 800))
    if is_ruled:
        first = replace(first, rules=(rule(TOP - 5), rule(TOP + 15)))
        second = replace(second, rules=(rule(155),))
    return [first, replace(second, number=2)]


@pytest.mark.parametrize(("head", "is_ruled"), [(NAMED, False), (NAMED, True), (OTHER, True)])
def test_the_rows_on_the_next_page_are_those_of_the_head(head: tuple[str, ...], is_ruled: bool):
    lines = printed_lines(drawn(head, is_ruled))
    assert {line.cell.table for line in lines if line.cell is not None} == {1}
    found = cells(lines)
    assert [found[1, n, 1, 1] for n in range(1, 6)] == list(head)
    assert [found[row, 2, 1, 1] for row in range(2, 7)] == [row[1] for row in ROWS]
    assert {line.page for line in lines if line.cell is not None and line.cell.row == 1} == {1}


def boxes(lines: tuple[PrintedLine, ...]) -> list[tuple[str, int, float]]:
    return [(line.text, line.page, line.box.top) for line in lines if line.cell is not None and line.box]


def test_each_line_keeps_its_page_and_place():
    lines = boxes(printed_lines(drawn(NAMED, True)))
    assert lines[:5] == [(text, 1, TOP) for text in NAMED]
    assert {(number, top) for _, number, top in lines[5:]} == {(2, 60 + 20 * n) for n in range(5)}


def test_short_words_at_the_foot_of_a_page_with_text_on_the_next_are_none():
    first = page(*body(60), *words(TOP, [("宁川", "石门", "东陵")]))
    lines = printed_lines([first, replace(page(*body(60), *body(120)), number=2)])
    assert all(line.cell is None for line in lines)
