"""Coinages in quotation marks. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "深入开展“三清三改三提升”，推广“您点我测”抽检，扩容提质成德“茶走廊”“竹走廊”，加快城市“四个枢纽”建设。",
            [
                ("三清三改三提升", "programme"),
                ("您点我测", "brand"),
                ("茶走廊", "corridor"),
                ("竹走廊", "corridor"),
                ("四个枢纽", "policy"),
            ],
        ),
        ("实施“四强”行动，围绕“1535”工作思路。", [("“四强”行动", "programme"), ("1535", "policy")]),
        ("实施“双千”等行动和“三北”工程建设。", [("双千", "programme"), ("“三北”工程", "programme")]),
        (
            "深入实施卫生健康“八项行动”，学习运用“千万工程”经验。",
            [("卫生健康“八项行动”", "programme"), ("千万工程", "programme")],
        ),
        ("开展“三大工程”，破解“最后一公里”和“断头路”。", []),
        (
            "打造“漫步江苏”路线，举办“山西之夜”，建设“信用重庆”。",
            [("漫步江苏", "brand"), ("山西之夜", "brand"), ("信用重庆", "policy")],
        ),
        (
            "建设健康青海，推进法治青海建设，提高美丽青海的水平。",
            [("健康青海", "policy"), ("法治青海", "policy"), ("青海", "admin_area")],
        ),
        ("探索“管委会+公司”模式。", []),
        ("围绕“四新”，落实“五大任务”。", [("四新", "policy"), ("五大任务", "policy")]),
        ("建成“长者饭堂”12个，建设“就业驿站”。", [("长者饭堂", "brand"), ("就业驿站", "brand")]),
        ("投入“真金白银”，打通“绿色通道”。", []),
        ("国家制定《三级学校绩效考核指标》，播放《春江花月夜》。", [("三级学校绩效考核指标", "policy")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
