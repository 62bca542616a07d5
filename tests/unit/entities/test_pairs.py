"""Cities of the document's own province by their first characters. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("推动许漯一体化发展。", [("许漯", "admin_area")]),
        ("壮大焦洛许装备产业。", [("焦洛许", "region")]),
        ("深化豫鄂漯对口合作。", [("豫鄂漯", "region")]),
        ("加快许漯合作产业园建设。", [("许漯合作产业园", "zone")]),
        ("发展许漯沿海地区经济。", [("许漯沿海地区", "region")]),
        ("签署豫皖协议。", [("豫皖", "admin_area")]),
        # a coinage, words, a verb, one city twice
        ("开通“许漯通”。", []),
        ("建设平安社区，服务驻豫部队。", [("豫", "admin_area")]),
        ("漯漯相连。", []),
    ],
)
def test_cities_of_one_province(find, text, wanted):
    assert pairs(find(text, title="河南省政府工作报告")) == wanted


def test_other_provinces_name_them_otherwise(find):
    assert pairs(find("推动许漯一体化发展。", title="山东省政府工作报告")) == []
