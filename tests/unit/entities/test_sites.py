"""Sites and streets named without their place. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "启用城西农贸市场，建设玉屏幼儿园、航空新城。",
            [("城西农贸市场", "facility"), ("玉屏幼儿园", "organization"), ("航空新城", "zone")],
        ),
        (
            "建成红荷大桥、茗岭机场和东方机场。",
            [("红荷大桥", "facility"), ("茗岭机场", "facility"), ("东方机场", "facility")],
        ),
        ("加固病险水库、大型水库，科学调控水库，办好国营农场、社区医院。", []),
        ("建设口袋公园、郊野公园和绿电产业园。", []),
        (
            "建设茗岭消防救援站、红荷敬老院，修缮红荷旧址。",
            [("茗岭消防救援站", "facility"), ("红荷敬老院", "facility"), ("红荷旧址", "heritage")],
        ),
        ("新建小型消防站3座，改造农村敬老院，关停生活垃圾填埋场。", []),
        (
            "推进望荷新洲现代农业产业园、红荷度假区、玉屏职业技术学院和梅坪引水工程。",
            [
                ("望荷新洲现代农业产业园", "zone"),
                ("红荷度假区", "zone"),
                ("玉屏职业技术学院", "organization"),
                ("梅坪引水工程", "programme"),
            ],
        ),
        ("又称绵阳高新技术产业开发区。", [("绵阳高新技术产业开发区", "zone")]),
        ("改造福屏路、望荷街，打通断头路，拓宽就业门路。", [("福屏路", "corridor"), ("望荷街", "corridor")]),
        (
            "扩建望荷电厂，建成玉屏综保区，支持红荷集团。",
            [("望荷电厂", "facility"), ("玉屏综保区", "zone"), ("红荷集团", "organization")],
        ),
        ("改造燃煤电厂，疏浚内河航道，支持大型集团和虚拟电厂。", []),
        ("改造步行街，让数据多跑路、群众少跑腿。", []),
        (
            "实施望荷大道快速化工程，新建梅屏湖路。",
            [("望荷大道快速化工程", "programme"), ("梅屏湖路", "corridor")],
        ),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
