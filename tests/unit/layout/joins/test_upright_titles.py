"""A title printed downward is one line; cells of one character each are not."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.joins.upright_titles import find_upright_joins


def read(printed: str) -> list[str]:
    """Return the lines as they are joined."""
    lines = printed.split()
    found: list[str] = []
    for text, joins in zip(lines, find_upright_joins(lines, load_model()), strict=True):
        if joins:
            found[-1] += text
        else:
            found.append(text)
    return found


@pytest.mark.parametrize(
    ("printed", "lines"),
    [
        ("政 府 工 作 报 告 一、回顾", ["政府工作报告", "一、回顾"]),
        ("前言。 第 一 章 总 体 要 求 加快建设。", ["前言。", "第一章总体要求", "加快建设。"]),
        ("2025 年 政 府 工 作 报 告", ["2025年政府工作报告"]),
        ("是 否 是 是 否 否 是", ["是", "否", "是", "是", "否", "否", "是"]),
        ("序 号 任务", ["序", "号", "任务"]),
        ("优 良 中 差", ["优", "良", "中", "差"]),
    ],
)
def test_characters_that_read_as_a_phrase_are_one_line(printed: str, lines: list[str]) -> None:
    assert read(printed) == lines
