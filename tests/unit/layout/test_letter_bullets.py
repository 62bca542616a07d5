"""Letters that a symbol font prints as bullets are set aside; letters that count or name stay."""

from __future__ import annotations

import pytest

from gangyao.ingest.join import join_files
from gangyao.layout.letter_bullets import set_letter_bullets_aside
from gangyao.layout.split import split_lines


def texts(printed: str) -> list[str]:
    lines, asides = set_letter_bullets_aside(split_lines(join_files([("a.txt", printed.encode())])))
    for index, marks in asides.items():
        (mark,) = marks
        assert mark.raw_end == lines[index].text_start
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("l 推行网格化。\nl 建设议事厅。", ["推行网格化。", "建设议事厅。"]),
        ("Ø 落实经费。\nØ　强化培训。", ["落实经费。", "强化培训。"]),
        ("n\t推行网格化，\n落实经费。\nn\t2025年建厅。", ["推行网格化，", "落实经费。", "2025年建厅。"]),
        ("u推行网格化。\nu建设议事厅。\nu开展活动。", ["推行网格化。", "建设议事厅。", "开展活动。"]),
        ("o 加强宣传。\no 严格考核。", ["加强宣传。", "严格考核。"]),
        ("ü 已办结。\n其他：\nü 《办法》已印发。", ["已办结。", "其他：", "《办法》已印发。"]),
    ],
)
def test_bullets_are_set_aside(printed: str, read: list[str]) -> None:
    assert texts(printed) == read


@pytest.mark.parametrize(
    "printed",
    [
        "n 表示次数\nv 表示速度",
        "a 推行网格化。\nb 建设议事厅。",
        "l 推行网格化。",
        "q 甲项\n乙项\nq 丙项",  # a rare letter, twice, with a line between
        "n个试点。\nn年建成。",
        "l 3\nl 4",
    ],
)
def test_other_letters_stay(printed: str) -> None:
    assert texts(printed) == printed.split("\n")
