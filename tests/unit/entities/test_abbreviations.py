"""Provinces and cities in one character. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "加强与川、滇、黔、桂四省区协作，服务驻穗企业。",
            [
                ("川", "admin_area"),
                ("滇", "admin_area"),
                ("黔", "admin_area"),
                ("桂", "admin_area"),
                ("穗", "admin_area"),
            ],
        ),
        ("做好援藏援疆工作，惩治新型腐败。", []),
        (
            "建设浙琼合作产业园和中荷设施农业产业园。",
            [("浙琼合作产业园", "zone"), ("中荷设施农业产业园", "zone")],
        ),
        ("推进藏传佛教中国化方向研究。", []),
        (
            "推动湘企抱团出海，吸引人才留赣、在沪办展。",
            [("湘", "admin_area"), ("赣", "admin_area"), ("沪", "admin_area")],
        ),
        ("强化川渝黔鄂电力互济，深化京冀合作。", [("川渝黔鄂", "admin_area"), ("京冀", "admin_area")]),
        ("推进港澳工作，建设辽宁。", [("港澳", "admin_area"), ("辽宁", "admin_area")]),
        ("在浙江湖州和川北调研。", [("浙江湖州", "admin_area"), ("川北", "region")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted


def test_code_is_that_of_the_province(find):
    assert [one.admin_code for one in find("与川、渝两地协作。")] == ["510000", "500000"]
