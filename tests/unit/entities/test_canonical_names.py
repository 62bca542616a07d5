"""One name for what documents call by several forms."""

from __future__ import annotations

import pytest

from gangyao.document.mentions import EntityType
from gangyao.entities.canonical_names import canonical_name


@pytest.mark.parametrize(
    ("kind", "form", "name"),
    [
        ("event", "二十届三中全会", "党的二十届三中全会"),
        ("event", "中国共产党十一届三中全会", "党的十一届三中全会"),
        ("event", "中国共产党第二十届中央委员会第四次全体会议", "党的二十届四中全会"),
        ("event", "中国共产党第十三次全国代表大会", "党的十三大"),
        ("event", "中共十四大", "党的十四大"),
        ("event", "九届全国人大一次会议", "第九届全国人民代表大会第一次会议"),
        ("event", "第九届全国人大常委会第三次会议", "第九届全国人民代表大会常务委员会第三次会议"),
        ("event", "政协第十届全国委员会第三次会议", "全国政协十届三次会议"),
        ("organization", "青州自治区政府", "青州自治区人民政府"),
        ("organization", "市政府", "市人民政府"),
        ("policy", "中华人民共和国湿地保护法", "湿地保护法"),
        ("policy", "国民经济和社会发展第七个五年计划", "七五计划"),
        ("policy", "第十二个五年规划", "十二五规划"),
        ("policy", "中华人民共和国国民经济和社会发展第十二个五年（2011－2015年）规划纲要", "十二五规划"),
    ],
)
def test_a_form_has_the_name_of_what_it_calls(kind: EntityType, form: str, name: str) -> None:
    assert canonical_name(kind, form) == name


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("event", "省委十一届三次全会"),
        ("event", "青州市第九届人民代表大会第一次会议"),
        ("event", "青年创业大赛"),
        ("organization", "澳门特别行政区政府"),
        ("organization", "中央政府"),
        ("organization", "美国政府"),
        ("organization", "高新区政府"),
        ("organization", "香港特区政府"),
        ("organization", "青河开发区政府"),
        ("organization", "辖区政府"),
        ("organization", "各市政府"),
        ("policy", "中华人民共和国宪法"),
        ("policy", "湿地保护条例"),
        ("policy", "三个五年计划"),
        ("policy", "教育事业第十二个五年规划"),
        ("brand", "党的十三大"),
    ],
)
def test_what_has_one_form_or_is_another_thing_stays(kind: EntityType, name: str) -> None:
    assert canonical_name(kind, name) == name
