"""What a program puts around every line is set aside; what a text prints before its items is not."""

from __future__ import annotations

import pytest

from gangyao.ingest.join import join_files
from gangyao.layout.split import split_lines
from gangyao.layout.uniform_edges import set_uniform_edges_aside

PLAIN = ["某县方案", "一、总体要求", "建设公园6个。", "二、主要任务", "改造厂房3座（县工信局）。"]


def texts(lines: list[str]) -> list[str]:
    raw = split_lines(join_files([("a.txt", "\n".join(lines).encode())]))
    return [line.text for line in set_uniform_edges_aside(raw)[0]]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("text: ", ""),
        ("('", "', 0.9{n})"),
        ('{{"text": "', '", "page": 1}}'),
        ("{n:03d}|", ""),
        ("L{n} ", ""),
        ("Paragraph {n}: ", ""),
        ("[00:0{n}:12] ", ""),
        ("", " |"),
        ("│ ", " │"),
        ("", "_x000D_"),
        ("", "↵"),
        ("", "\t0.9{n}"),
        ("<line>", "</line>"),
    ],
)
def test_what_stands_around_every_line_is_set_aside(before: str, behind: str) -> None:
    dumped = [before.format(n=n) + line + behind.format(n=n) for n, line in enumerate(PLAIN)]
    assert texts(dumped) == PLAIN


@pytest.mark.parametrize(
    "lines",
    [
        PLAIN,
        ["1.建设公园。", "2.改造厂房。", "3.修建水渠。"],
        ["(1)建设公园;", "(2)改造厂房;", "(3)修建水渠."],
        ["- 建设公园。", "- 改造厂房。", "- 修建水渠。"],
        ["# 某县方案", "## 总体要求", "## 主要任务"],
        ["| 序号 | 任务 |", "| 1 | 建设公园 |", "| 2 | 改造厂房 |"],
        ["总体要求.....1", "主要任务.....4", "保障措施.....9"],
        ["“建设公园”", "“改造厂房”", "“修建水渠”"],
        ["text: 建设公园。", "改造厂房。", "修建水渠。", "text: 加强监管。"],
        ["\\u4e00\\u3001", "\\u4e8c\\u3001", "\\u4e09\\u3001"],
        ["重点行动清单", "AI+制造行动。", "AI+教育行动。", "AI+医疗行动。"],
        ["便民应用清单", "社保查询App", "公交出行App", "医保缴费App"],
        ["会议议程", "[08:30] 报到", "[09:00] 开幕", "[10:30] 讨论", "[11:30] 闭幕"],
    ],
)
def test_what_a_text_prints_stays(lines: list[str]) -> None:
    assert texts(lines) == lines


def test_quotation_marks_round_every_line_are_none_of_the_text() -> None:
    plain = [f"建设第{n}个公园，完善设施。" for n in range(8)]
    assert texts([f"“{line}”" for line in plain]) == plain
    assert texts([f"“{line}”" for line in plain[:6]]) == [f"“{line}”" for line in plain[:6]]
