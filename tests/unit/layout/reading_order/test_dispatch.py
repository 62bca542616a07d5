"""Heads and feet of official dispatches stay where they stand."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.dispatch import is_foot, is_head, stay_together
from gangyao.layout.stage import lay_out

HEADS = [
    ["某省地震局文件", "某震发〔2021〕15号", " " * 40 + "签发人：王大明"],
    ["000001", "机密★1年", "特急", "某县人民政府文件", "某政发〔2021〕3号"],
    ["某市民政局", "某民发〔2020〕7号" + " " * 30 + "签发人：李小红"],
]
TEXT = [
    "关于报送2021年工作总结和2022年工作要点的报告",
    "省人民政府：",
    "现将有关情况报告如下：",
    "一、2021年工作总结",
    "（一）监测预报能力提升。全年新建台站12个，更新设备56套，地震速报时间缩短至2分钟。",
    "（二）震灾预防不断加强。完成区划项目8个。",
    "二、2022年工作要点",
    "（一）加强监测预报。新建台站20个，开展强震动观测。",
    "（二）强化应急救援。组织演练不少于4次，更新应急预案。",
    "特此报告。",
    "附件：1.2022年重点任务清单",
    "      2.预算表",
]
FEET = [
    ["某省地震局", "2021年12月30日", "（联系人：李小红，电话：010-66666666）"],
    [
        "某省地震局",
        "2021年12月30日",
        "抄送：省政府办公厅。",
        "某省地震局办公室      2021年12月30日印发",
        "共印50份",
    ],
    ["某省地震局", "2021年12月30日", "（此件公开发布）"],
]


@pytest.mark.parametrize("head", HEADS, ids=["signed", "secret", "one line"])
@pytest.mark.parametrize("foot", FEET, ids=["contact", "copies", "note"])
def test_a_dispatch_in_order_stays_so(head: list[str], foot: list[str]):
    source = join_files([("a.txt", "\n".join([*head, *TEXT, *foot]).encode())])
    assert lay_out(source, load_model()).breaks == ()


@pytest.mark.parametrize(
    "text", ["川震发〔2021〕15号", "签发人：王大明", "绝密★10年", "特急", "国务院文件", "000012"]
)
def test_lines_above_the_title(text: str):
    assert is_head(text)


@pytest.mark.parametrize(
    "text", ["关于印发方案的通知", "2021", "贯彻落实〔2021〕15号文件精神。", "紧急救援体系建设"]
)
def test_other_lines_stand_not_above_it(text: str):
    assert not is_head(text)


@pytest.mark.parametrize(
    "text", ["抄送：省委办公厅。", "某省地震局办公室  2021年12月30日印发", "共印50份", "（此件公开发布）"]
)
def test_lines_below_the_date(text: str):
    assert is_foot(text)


def test_what_belongs_together():
    assert stay_together("某市民政局", "2021年12月30日")
    assert stay_together("关于加强绿化工作的通知", "各区人民政府，市政府各部门：")
    assert stay_together("附件：1.任务清单", "2.预算表")
    assert not stay_together("推进城市绿化建设。", "2021年12月30日")
    assert not stay_together("推进城市绿化建设。", "一、总体要求")
