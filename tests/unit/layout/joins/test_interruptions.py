"""Short lines in the midst of a sentence; headings and items that stand between sentences are none."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.joins.interruptions import find_interruptions

MODEL = load_model()
BEGUN = "到2030年，规模以上工业增加值年均增长7%，战略性新兴产业加快壮大，产"
REST = "业结构持续优化，创新能力明显增强。"


@pytest.mark.parametrize(
    "between",
    [["图1 规模以上工业增加值"], ["200", "400", "2021年", "单位：亿元"], ["某市统计局"], ["征求意见稿"]],
)
def test_what_stands_in_a_sentence_is_set_aside(between: list[str]) -> None:
    lines = [BEGUN, *between, REST]
    found = find_interruptions(lines, MODEL)
    assert found.lines == tuple(range(1, len(between) + 1))
    assert found.goes_on == {len(lines) - 1}


@pytest.mark.parametrize(
    "lines",
    [
        ["坚持创新驱动，加快产业升级。", "主要任务", "建设园区6个，培育企业12家。"],
        ["坚持创新驱动，加快产业升级", "二、主要任务", "建设园区6个，培育企业12家。"],
        ["推进农业转移人口市民化，健全", "农村产权流转交易", "市场体系，改造老旧小区。"],
        ["各市人民政府，省直各部门", "总体要求", "坚持创新驱动，加快产业升级。"],
    ],
)
def test_headings_and_lines_of_a_sentence_stay(lines: list[str]) -> None:
    assert find_interruptions(lines, MODEL).lines == ()
