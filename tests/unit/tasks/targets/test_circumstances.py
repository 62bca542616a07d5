"""What of the words before a figure tells when it holds, and is no part of its name."""

from __future__ import annotations

import pytest

from gangyao.tasks.targets.circumstances import without_circumstances


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("原煤产量由六亿二千万吨", "原煤产量"),
        ("港口吞吐能力将由一九八○年的二亿一千七百万吨", "港口吞吐能力"),
        ("筹资标准由每人每年50元", "筹资标准"),
        ("行政管理费从百分之十九点三", "行政管理费"),
        ("中心城区交通指数从6.32", "中心城区交通指数"),
        ("工资总额一九八○年为七百七十三亿元", "工资总额"),
        ("补助资金由上年46亿元", "补助资金"),
        ("外商直接投资金额五年", "外商直接投资金额"),
        ("基本养老金今年", "基本养老金"),
        ("水利投资连续两年", "水利投资"),
        ("一九五八年供应社会的商品总量", "供应社会的商品总量"),
        ("例如1953年工业产值", "工业产值"),
        ("农业总产值从一九五三年至一九八○年的二十八年间", "农业总产值"),
        ("上半年又", "又"),
        ("1987年", ""),
        ("两年", ""),
        ("人才总量超过650万、高技能人才占比", "高技能人才占比"),
        # What only looks like it stays.
        ("九年义务教育巩固率", "九年义务教育巩固率"),
        ("“三年行动”项目", "“三年行动”项目"),
        ("PM2.5、PM10浓度", "PM2.5、PM10浓度"),
        ("由企业牵头的项目", "由企业牵头的项目"),
        ("5G基站、智能工厂", "5G基站、智能工厂"),
        ("劳动力平均受教育年限", "劳动力平均受教育年限"),
        ("3岁以下婴幼儿托位数", "3岁以下婴幼儿托位数"),
        ("从业人员", "从业人员"),
    ],
)
def test_name_is_left(phrase: str, name: str) -> None:
    assert without_circumstances(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("五年中央财政用于科技的投入", "五年中央财政用于科技的投入"),
        ("1987年来华旅游人数", "来华旅游人数"),
        ("连续5年", ""),
        ("粮食产量比上年", "粮食产量比上年"),
        ("工商业电价较2024年", "工商业电价较2024年"),
        ("生产用地占比今年", "生产用地占比"),
        ("2003年12月18日晚8时水位", "水位"),
    ],
)
def test_time_ends_where_the_name_begins(phrase: str, name: str) -> None:
    assert without_circumstances(phrase) == name
