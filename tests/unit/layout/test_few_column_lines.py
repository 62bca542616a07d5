"""Columns of a few lines side by side are read one after the other; rows of a table of as many stay rows."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.stage import lay_out


def read(text: str) -> list[str]:
    """Return the paragraphs as they are read."""
    source = join_files([("a.txt", text.encode())])
    found: list[str] = []
    for line in sorted(
        (line for line in lay_out(source, load_model()).lines if line.reading_position is not None),
        key=lambda line: line.reading_position or 0,
    ):
        piece = " ".join(source.text[line.raw_start : line.raw_end].split())
        if line.joins_previous:
            found[-1] += piece
        else:
            found.append(piece)
    return found


TWO = """某县教育事业发展规划

一、发展目标                        二、主要任务
到2027年，全县普惠性幼儿            新建公办幼儿园6所，改扩建
园覆盖率达到90%，义务教育            中小学12所。实施教师培训计
巩固率保持在99%以上，高中            划，每年培训教师800人次。
阶段毛入学率达到95%。                完善控辍保学机制。
"""
THREE = """某县公共服务规划
加快推进城乡      建设幼儿园六      完善养老服务
供水一体化，      所，改扩建中      体系，新建养
改造老旧管网      小学十二所，      老机构三家，
二十公里。        增加学位。        培训护理员。
"""
TABLES = [
    """项目名称                        建设内容
城区供水工程                    新建水厂1座，改造管网20公里
农村道路工程                    改建村道50公里，建设桥梁3座
文化服务工程                    建设文化站12个，改造剧院1座
""",
    """序号    重点任务                            牵头单位
1       除险加固小型水库9座，新建泵站3座    县水务局
2       清淤灌溉渠道46公里，新建渠道10条    县灌区管理局
3       安装雨量监测站30处                  县水文中心
""",
]


def test_two_columns_of_five_lines() -> None:
    assert read(TWO) == [
        "某县教育事业发展规划",
        "一、发展目标",
        "到2027年，全县普惠性幼儿园覆盖率达到90%，义务教育巩固率保持在99%以上，高中阶段毛入学率达到95%。",
        "二、主要任务",
        "新建公办幼儿园6所，改扩建中小学12所。实施教师培训计划，每年培训教师800人次。",
        "完善控辍保学机制。",
    ]


def test_three_columns_of_four_lines() -> None:
    assert read(THREE)[1:] == [
        "加快推进城乡供水一体化，改造老旧管网二十公里。",
        "建设幼儿园六所，改扩建中小学十二所，增加学位。",
        "完善养老服务体系，新建养老机构三家，培训护理员。",
    ]


@pytest.mark.parametrize("table", TABLES)
def test_rows_stay_rows(table: str) -> None:
    assert read(table) == [" ".join(line.split()) for line in table.splitlines()]
