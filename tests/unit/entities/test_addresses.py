"""Places that are written out with what they lie in."""

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在河南省开封市鼓楼区试点。", [("河南省开封市鼓楼区", "开封市鼓楼区", "410204")]),
        ("支持福建三明发展。", [("福建三明", "三明市", "350400")]),
        ("支持重庆、成都发展。", [("重庆", "重庆市", "500000"), ("成都", "成都市", "510100")]),
        ("从四川省渝北区出发。", [("四川省", "四川省", "510000"), ("渝北区", "渝北区", "500112")]),
    ],
)
def test_a_place_is_one_name_with_what_it_lies_in(find, text, wanted):
    assert [(one.surface, one.name, one.admin_code) for one in find(text)] == wanted


def test_a_town_is_one_name_with_its_county(find):
    assert pairs(find("在静乐县鹅城镇建厂。")) == [("静乐县鹅城镇", "admin_area")]


def test_the_rule_is_told(find):
    (mention,) = find("在重庆市渝北区试点。")
    assert mention.merged_by == "written out with what it lies in"
