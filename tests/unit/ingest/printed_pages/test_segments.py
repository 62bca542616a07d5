"""Runs of scans that stand beside each other, on one line or in two columns."""

from __future__ import annotations

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Run
from gangyao.ingest.printed_pages.segments import find_segments

SIZE = 20.0


def run(left: float, top: float, text: str) -> Run:
    return Run(text, Box(left, top, left + SIZE * len(text), top + SIZE), SIZE)


def test_a_mark_that_hangs_over_a_column_does_not_join_it_with_the_next():
    text = "加快建设宜居宜业的滨水城市"
    columns = [run(left, 30.0 * row, text) for left in (0.0, 288.0) for row in range(12)]
    columns[5] = run(0.0, 150.0, text + "、")  # ends 8 before the next column
    assert [segment.text for segment in find_segments(columns)] == [one.text for one in columns]


def test_nor_does_it_where_the_next_line_is_found_a_little_too_wide():
    text = "加快建设宜居宜业的滨水城市"
    columns = [run(left, 30.0 * row, text) for left in (0.0, 288.0) for row in range(12)]
    columns[5], columns[17] = run(0.0, 150.0, text + "、"), run(279.5, 150.0, text)
    assert len(find_segments(columns)) == 24


def test_a_line_that_is_found_in_two_pieces_is_one():
    lines = [run(0.0, 30.0 * row, "加快建设宜居宜业的滨水城市") for row in range(12)]
    pieces = [run(0.0, 400.0, "坚持把生态保护放在首位"), run(224.0, 400.0, "建设")]
    assert [segment.text for segment in find_segments([*lines, *pieces])][-1] == "坚持把生态保护放在首位建设"
