"""Elliptic lists of bodies; all are invented or stand in any law."""

from __future__ import annotations

import pytest

from gangyao.document.tasks import Party
from gangyao.tasks.duties.written_out import written_out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市商务局", ["市商务局"]),
        ("国务院文化、旅游主管部门", ["国务院文化主管部门", "国务院旅游主管部门"]),
        ("市教育、财政等部门", ["市教育部门", "市财政部门"]),
        ("市、区县（自治县）应急主管部门", ["市应急主管部门", "区县（自治县）应急主管部门"]),
        ("城市、县人民政府规划主管部门", ["城市人民政府规划主管部门", "县人民政府规划主管部门"]),
        (
            "国务院林业和草原、农业农村主管部门",
            ["国务院林业和草原主管部门", "国务院农业农村主管部门"],
        ),
        ("国务院住房和城乡建设主管部门", ["国务院住房和城乡建设主管部门"]),
        ("市和县（市）区教育主管部门", ["市教育主管部门", "县（市）区教育主管部门"]),
        ("财政部等有关部门", ["财政部"]),
        ("国务院各部门", ["国务院各部门"]),
        ("各地区、各有关部门", ["各地区、各有关部门"]),
        ("有关县、乡镇人民政府", ["有关县人民政府", "有关乡镇人民政府"]),
        ("中华人民共和国驻外外交、领事代表机构", ["中华人民共和国驻外外交机构", "领事代表机构"]),
        ("以及财政部等部门", ["财政部"]),
        ("勘察、设计单位", ["勘察单位", "设计单位"]),
        ("企业、事业单位", ["企业、事业单位"]),
        ("各乡镇、市水利服务中心", ["各乡镇、市水利服务中心"]),
        ("市审计服务中心、交通运输主管部门", ["市审计服务中心、交通运输主管部门"]),
        ("各地区各有关部门", ["各地区", "各有关部门"]),
        ("各级各部门", ["各级各部门"]),
        ("市政务服务和数据管理部门", ["市政务服务和数据管理部门"]),
        ("水利等部门", ["水利等部门"]),
        ("产品试验和推广工作小组办公室", ["产品试验和推广工作小组办公室"]),
        ("各级广播、电视台站和当地人民政府", ["各级广播、电视台站和当地人民政府"]),
    ],
)
def test_each_body_has_the_name_it_has_alone(text: str, names: list[str]) -> None:
    assert [party.text for party in written_out(Party(text, 3, 3 + len(text)))] == names


def test_each_stands_where_its_own_words_do() -> None:
    text = "国务院文化、旅游主管部门"
    found = list(written_out(Party(text, 10, 10 + len(text))))
    assert [text[one.start - 10 : one.end - 10] for one in found] == ["国务院文化", "旅游主管部门"]
