"""Which division is meant, and with which code of which day."""

from __future__ import annotations

from datetime import date

import pytest


def codes(mentions):
    return [(mention.surface, mention.name, mention.admin_code) for mention in mentions]


def test_codes_of_the_documents_day(find):
    text = "支持重庆市渝北区和江北区发展。"
    in_2021 = codes(find(text, on=date(2021, 1, 1)))
    assert in_2021 == [
        ("重庆市渝北区", "渝北区", "500112"),
        ("江北区", "重庆市江北区", "500105"),
    ]
    assert codes(find("重庆市很大。", on=date(1990, 1, 1))) == [("重庆市", "重庆市", "510200")]
    assert codes(find("在襄樊建厂。", on=date(2005, 1, 1))) == [("襄樊", "襄樊市", "420600")]
    assert codes(find("在襄樊建厂。", on=date(2021, 1, 1))) == [("襄樊", "襄樊市", None)]


def test_short_forms_get_full_names_and_the_rule(find):
    (mention,) = find("落户四川。")
    assert (mention.name, mention.admin_code) == ("四川省", "510000")
    assert mention.merged_by == "short form of a division of 2021"


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("在鼓楼区试点。", "福州市规划", "350102"),
        ("在鼓楼区试点。", "南京市规划", "320106"),
        ("河南省开封市鼓楼区先行。", "方案", "410204"),
        # The place named last decides, also where it was named before.
        ("南京市和福州市、南京市的鼓楼区先行。", "方案", "320106"),
        ("福州市和南京市、福州市的鼓楼区先行。", "方案", "350102"),
    ],
)
def test_shared_names_are_told_apart_by_the_document_or_the_parent(find, text, title, code):
    assert find(text, title=title)[-1].admin_code == code


def test_undecided_stays_without_code_and_says_so(find):
    (mention,) = find("在鼓楼区试点。")
    assert mention.admin_code is None
    assert mention.name == "鼓楼区"
    assert mention.merged_by is not None
    assert mention.merged_by.startswith("undecided between ")
    assert "350102" in mention.merged_by


def test_the_name_of_a_shared_division_carries_its_parent(find):
    (mention,) = find("在鼓楼区试点。", title="福州市规划")
    assert mention.name == "福州市鼓楼区"


def test_counties_that_are_common_words_need_a_list(find):
    assert codes(find("坚持和平发展。", title="天津市规划")) == []
    names = [name for _, name, _ in codes(find("在武清、和平、静海试点。", title="天津市规划"))]
    assert names == ["武清区", "天津市和平区", "静海区"]


def test_short_counties_are_read_in_their_own_area_only(find):
    assert codes(find("支持开江发展。", title="四川省规划")) == [("开江", "开江县", "511723")]
    assert codes(find("支持开江发展。", title="浙江省规划")) == []


def test_city_before_the_prefecture_of_the_same_name(find):
    (mention,) = find("开放湛江等城市。", on=date(1982, 1, 1))
    assert mention.admin_code == "440800"


@pytest.mark.parametrize("name", ["渝北区", "海门市"])
def test_code_of_an_abolished_division_is_not_given(find, name):
    (mention,) = find(f"前往{name}参观。", title="方案", on=date(2026, 1, 1))
    assert mention.admin_code is None
    assert mention.merged_by is not None
    assert "abolished" in mention.merged_by


def test_rivers_beside_rivers_are_no_counties(find):
    (one, other) = find("治理淮河、唐河。", title="河南省规划")
    assert (one.type, other.type) == ("natural_feature", "natural_feature")


def test_divisions_of_taiwan_and_hong_kong_are_areas_without_a_code(find):
    found = find("促进台北、高雄与厦门交流，支持元朗区、深圳合作，搭建舞台北侧平台。")
    assert [(one.surface, one.admin_code) for one in found] == [
        ("台北", None),
        ("高雄", None),
        ("厦门", "350200"),
        ("元朗区", None),
        ("深圳", "440300"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("审查普通化妆品备案。", []),
        ("编制专项城市设计。", []),
        ("推广清洁能源，给付保险金义务。", []),
        ("支持通化市、项城市。", ["通化市", "项城市"]),
        ("推进广清合作。", ["广清"]),
    ],
)
def test_no_place_is_made_of_parts_of_two_words(find, text, wanted):
    assert [mention.surface for mention in find(text)] == wanted
