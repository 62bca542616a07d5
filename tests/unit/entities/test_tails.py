"""What stands behind a name and belongs to it. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "加快宜渝高铁泸州段、成（资）遂快速通道建设，运行中老（万）班列，建设泸州市少儿图书馆新馆。",
            [
                ("宜渝高铁泸州段", "corridor"),
                ("成（资）遂快速通道", "corridor"),
                ("中老（万）班列", "corridor"),
                ("泸州市少儿图书馆新馆", "facility"),
            ],
        ),
        (
            "强化华东南部、太行山东麓、成渝西部等区域联防联控。",
            [("华东南部", "region"), ("太行山东麓", "region"), ("成渝西部", "region")],
        ),
        (
            "建成荷屏水库工程和茗岭水库输水工程。",
            [("荷屏水库工程", "programme"), ("茗岭水库输水工程", "programme")],
        ),
        (
            "建成澄江机场二期和万岭国家公园（东川片区）。",
            [("澄江机场二期", "facility"), ("万岭国家公园（东川片区）", "zone")],
        ),
        ("拓宽南京东路和中山大道。", [("南京东路", "corridor"), ("中山大道", "corridor")]),
        ("国际货币基金组织上海区域中心落地。", [("国际货币基金组织上海区域中心", "organization")]),
        ("编制西部大开发“十三五”规划。", [("西部大开发“十三五”规划", "policy")]),
        (
            "开通福州地铁6号线，建设漳州核电2—4号机组。",
            [("福州地铁6号线", "corridor"), ("漳州核电2—4号机组", "facility")],
        ),
        ("全国人民代表大会第一次会议召开。", [("全国人民代表大会第一次会议", "event")]),
        ("发展川中丘陵地区经济。", [("川中丘陵地区", "region")]),
        ("治理吉林省西部盐碱地。", [("吉林省", "admin_area")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
