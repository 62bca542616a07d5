"""Routes named by the abbreviations of their places."""

from __future__ import annotations

import pytest

from gangyao.entities.find import PlaceContext, find_by_grammar
from gangyao.entities.gazetteer import Gazetteer


def corridors(text: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    (found,) = find_by_grammar([text], PlaceContext("规划", (), None), gazetteer)
    return [(one.surface, one.name) for one in found if one.type == "corridor"]


def test_the_parts_of_a_list_share_its_last_head(gazetteer: Gazetteer) -> None:
    text = "加快推进衡温、绍株柳、宛汉铁路建设。"
    assert corridors(text, gazetteer) == [
        ("衡温", "衡温铁路"),
        ("绍株柳", "绍株柳铁路"),
        ("宛汉铁路", "宛汉铁路"),
    ]


def test_a_head_behind_its_list_names_every_part(gazetteer: Gazetteer) -> None:
    assert corridors("开工衡温、绍株等高速公路。", gazetteer) == [
        ("衡温", "衡温高速公路"),
        ("绍株", "绍株高速公路"),
    ]


def test_a_counted_head_names_every_part(gazetteer: Gazetteer) -> None:
    assert corridors("开工衡温、绍株等3条高速公路，衡温、绍株4条铁路。", gazetteer) == [
        ("衡温", "衡温高速公路"),
        ("绍株", "绍株高速公路"),
        ("衡温", "衡温铁路"),
        ("绍株", "绍株铁路"),
    ]


def test_a_route_is_named_by_two_places_that_no_table_has(gazetteer: Gazetteer) -> None:
    assert corridors("开工建设岩坪子至云龙沟铁路。", gazetteer) == [
        ("岩坪子至云龙沟铁路", "岩坪子至云龙沟铁路")
    ]
    assert corridors("改造省会至县城高速公路。", gazetteer) == []


def test_a_list_of_routes_from_place_to_place_shares_its_last_head(gazetteer: Gazetteer) -> None:
    assert corridors("新开工岩坪子至云龙沟、美姑至昭觉等高速公路。", gazetteer) == [
        ("岩坪子至云龙沟", "岩坪子至云龙沟高速公路"),
        ("美姑至昭觉", "美姑至昭觉高速公路"),
    ]


def test_a_numbered_road_bears_its_name(gazetteer: Gazetteer) -> None:
    assert corridors("建成S22呼凉高速。", gazetteer) == [("S22呼凉高速", "S22呼凉高速")]


@pytest.mark.parametrize(
    "text",
    [
        "加快推进国家高速公路建设。",
        "新建铁路五百公里。",
        "实现市市通高铁、县县通高速。",
        "建设三大高速公路。",
    ],
)
def test_a_class_of_routes_is_no_name(text: str, gazetteer: Gazetteer) -> None:
    assert corridors(text, gazetteer) == []
