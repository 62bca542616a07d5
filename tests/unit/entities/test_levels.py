"""Bodies named by their level, not by their place. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "省财政厅、省农业农村厅负责资金安排。",
            [("省财政厅", "organization"), ("省农业农村厅", "organization")],
        ),
        (
            "省委宣传部、教育厅、文化和旅游厅配合。",
            [("省委宣传部", "organization"), ("教育厅", "organization"), ("文化和旅游厅", "organization")],
        ),
        ("由市图书馆牵头，县中医院参与。", [("市图书馆", "facility"), ("县中医院", "organization")]),
        (
            "国家粮食储备应急指挥部负责调度，北京世园会组委会负责联络。",
            [("国家粮食储备应急指挥部", "organization"), ("北京世园会组委会", "organization")],
        ),
        (
            "在省委、省政府和市委坚强领导下。",
            [("省委", "organization"), ("省政府", "organization"), ("市委", "organization")],
        ),
        ("完成市九届人大四次会议确定的目标。", [("市九届人大四次会议", "event")]),
        (
            "我代表第十二届中央委员会报告，在第九届残运会上。",
            [("第十二届中央委员会", "organization"), ("第九届残运会", "event")],
        ),
        ("落实省第十四次党代会部署。", [("省第十四次党代会", "event")]),
        ("县委书记要下功夫，市、县人民政府应当公布，所在县人民政府协助。", []),
        ("推进省级统筹、市域治理，省市县三级联动，新增省重点实验室2家。", []),
        ("市委带领广大干部苦干。", [("市委", "organization")]),
        ("现在，我代表省人民政府，向大会报告工作。", [("省人民政府", "organization")]),
        ("请予审议，并请省政协委员提出意见。", [("省政协", "organization")]),
        (
            "按照省委十三届历次全会和省委经济工作会议部署。",
            [("省委十三届历次全会", "event"), ("省委经济工作会议", "event")],
        ),
        ("全会暨省委经济工作会议作出部署。", [("省委经济工作会议", "event")]),
        ("省纪委监委机关开展检查。", [("省纪委监委机关", "organization")]),
        ("立足省委对各地的定位，听取市政府汇报。", [("省委", "organization"), ("市政府", "organization")]),
        ("人民代表省政府接待。", []),
        (
            "由区财政局、区市场监管局牵头，区消防支队配合。",
            [("区财政局", "organization"), ("区市场监管局", "organization"), ("区消防支队", "organization")],
        ),
        ("各区教育局落实，优化景区环境，区县联动，推动区块链发展，区级财政支持。", []),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
