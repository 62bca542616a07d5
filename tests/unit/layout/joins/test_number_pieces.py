"""Numbers and Latin words on lines of their own go back into the sentences that they interrupt."""

from __future__ import annotations

import pytest

from gangyao.layout.joins.number_pieces import find_piece_joins
from gangyao.layout.joins.read_line import ReadLine


def read(text: str) -> list[str]:
    lines = text.split("\n")
    found: list[str] = []
    for line, joins in zip(lines, find_piece_joins([ReadLine(line) for line in lines]), strict=True):
        if joins:
            found[-1] += line
        else:
            found.append(line)
    return found


def test_sentences_are_whole_again() -> None:
    text = "一、目标\n到\n2028\n年，新建\n5G\n基站\n600\n个，覆盖率\n98%\n以上。\n二、任务\n升级中心\n3\n座。"
    assert read(text) == [
        "一、目标",
        "到2028年，新建5G基站600个，覆盖率98%以上。",
        "二、任务",
        "升级中心3座。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "水库除险\n9\n县水务局\n渠道清淤\n46\n县灌区管理局\n监测站\n30\n县水文中心",
        "建设驿站20个。\n1\n推进改革。\n2\n加强监管。\n3\n落实责任。",
        "到\n2028\n年，新建驿站。",  # once is no custom
        "甲县\nA1\n乙县\nB2\n丙县\nC3",
        "长度km\n2\n甲县\n3",
        "一氧化碳CO\n4毫克每立方米",
    ],
)
def test_cells_and_labels_stay(text: str) -> None:
    assert read(text) == text.split("\n")


def test_numbers_and_names_that_the_end_of_a_line_cuts() -> None:
    assert read("生产总值增长6.\n5%，投资达到1,\n860亿元，新建5G-\nA基站。") == [
        "生产总值增长6.5%，投资达到1,860亿元，新建5G-A基站。"
    ]
    assert read("一、任务\n1.\n2026年建成。") == ["一、任务", "1.", "2026年建成。"]


def test_lowered_and_raised_figures_on_lines_of_their_own() -> None:
    text = "生产总值CO\n2\n排放下降，PM\n2.5\n浓度下降，NO\nx\n减排，供暖120万m\n2\n，CO\n2减排。\n二、任务"
    whole = "生产总值CO2排放下降，PM2.5浓度下降，NOx减排，供暖120万m2，CO2减排。"
    assert read(text) == [whole, "二、任务"]
