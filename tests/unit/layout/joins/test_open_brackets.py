"""A line goes on within a bracket, and before the article that it refers to."""

from __future__ import annotations

import pytest

from gangyao.layout.joins.open_brackets import find_bracket_joins
from gangyao.layout.joins.read_line import ReadLine


@pytest.mark.parametrize(
    ("before", "text", "joined"),
    [
        ("举办活动8场。（市商务局牵头，市市场监", "管局配合，2026年9月底前完成）", True),
        ("（一）建设公园。〔市园林局、市财", "政局按职责分工负责〕", True),
        ("违反本办法", "第三条第一款规定，混合收集的，责令改正。", True),
        ("第二条 单位应当按照", "第三条第二款的规定设置容器。", True),
        ("违反本条例第二条、", "第四条规定的，由水务局处罚。", True),
        ("建设公园5个。", "第三条第一款规定的除外。", False),
        ("1.甲类（含", "2.乙类）", False),
        ("加强监管（省级", "落实责任。", False),
        ("加强监管。（省级。", "落实责任）", False),
        ("附则", "第三条规定自公布之日起施行。", False),
        ("水资源管理办法", "第三条 水资源属于国家所有。", False),
    ],
)
def test_joins(before: str, text: str, joined: bool) -> None:
    assert find_bracket_joins([ReadLine(before), ReadLine(text)]) == [False, joined]


def test_a_blank_line_parts() -> None:
    lines = [ReadLine("举办活动8场。（市商务"), ReadLine("局牵头）", gap="blank")]
    assert find_bracket_joins(lines) == [False, False]
