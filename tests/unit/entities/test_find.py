"""What is a name, how far it runs and of which type it is. The sentences are invented."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.entities.find import PlaceContext, find_by_grammar
from tests.property_tests import examples
from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the longest name, and nothing nested in it
        ("依托四川大学华西医院建设平台。", [("四川大学华西医院", "organization")]),
        ("编制成都都市圈发展规划。", [("成都都市圈发展规划", "policy")]),
        ("打造江津综合保税区和宜宾三江新区。", [("江津综合保税区", "zone"), ("宜宾三江新区", "zone")]),
        ("推动贺州至梧州高速公路开工。", [("贺州至梧州高速公路", "corridor")]),
        ("共建赣州国际陆港、洛阳博物馆。", [("赣州国际陆港", "facility"), ("洛阳博物馆", "facility")]),
        ("支持西南区域水质预测预报中心发挥作用。", [("西南区域水质预测预报中心", "organization")]),
        ("加快白桥至百色铁路前期工作。", [("白桥至百色铁路", "corridor")]),
        (
            "支持广西建设中国—东盟多式联运联盟。",
            [("广西", "admin_area"), ("中国—东盟多式联运联盟", "organization")],
        ),
        ("推进石岭水库、云门水库等工程。", [("石岭水库", "facility"), ("云门水库", "facility")]),
        ("加固病险水库，建设大中型水库、湖泊、水库。", []),
        ("治理吉林省西部盐碱地，振兴西部。", [("吉林省", "admin_area"), ("西部", "region")]),
        # classes of things
        ("建设综合保税区、国家医学中心和跨区域平台。", []),
        ("创建内陆开放型经济试验区，设立双边合作园区。", []),
        ("发挥重庆通道物流和运营组织中心作用。", [("重庆", "admin_area")]),
        ("重庆建设国家重要先进制造业中心。", [("重庆", "admin_area")]),
        # the last word of a name, and the beginning of another word
        ("打造洛阳沿河城市带。", [("洛阳沿河城市带", "region")]),
        ("发挥洛阳副中心城市带动作用。", [("洛阳", "admin_area")]),
        ("传唱长调。", [("长调", "heritage")]),
        ("稳增长调结构。", []),
        # elliptic lists
        (
            "治理沱江、岷江流域。",
            [("沱江", "natural_feature"), ("岷江流域", "region")],
        ),
        (
            "支持湖北、陕西自由贸易试验区联动。",
            [("湖北", "admin_area"), ("陕西自由贸易试验区", "zone")],
        ),
        ("与黄河中游和下游协作。", [("黄河中游", "region"), ("下游", "region")]),
        ("疏浚永定河、泃河。", [("永定河", "natural_feature"), ("泃河", "natural_feature")]),
        (
            "支持佳木斯、牡丹江、鸡西等城市。",
            [("佳木斯", "admin_area"), ("牡丹江", "admin_area"), ("鸡西", "admin_area")],
        ),
        (
            "治理松花江、牡丹江。",
            [("松花江", "natural_feature"), ("牡丹江", "natural_feature")],
        ),
        # two in one short form
        ("推进川渝合作，扩大与日韩贸易。", [("川渝", "admin_area"), ("日韩", "country")]),
        ("加快中德、中意合作园区建设。", [("中德", "country"), ("中意", "country")]),
        # what follows a coinage tells its type; scare quotes are no names
        ("实施“碧水千湖”治理工程。", [("“碧水千湖”治理工程", "programme")]),
        ("建立“跨域同办”机制。", [("跨域同办", "policy")]),
        ("打造“蜀韵江湖”文化品牌。", [("蜀韵江湖", "brand")]),
        ("清理“散乱污”企业，破解“卡脖子”难题。", []),
        ("实施“百链千园”产业提升计划。", [("“百链千园”产业提升计划", "programme")]),
        # quotation marks belong to a name that runs across them
        ("举办“一带一路”科技交流大会。", [("“一带一路”科技交流大会", "event")]),
        ("共建“一带一路”。", [("一带一路", "policy")]),
        ("落实“十四五”数字乡村规划。", [("“十四五”数字乡村规划", "policy")]),
        ("谋划“十五五”时期发展，开展“三大工程”。", []),
        # titles
        ("落实《云溪市湿地保护条例》。", [("云溪市湿地保护条例", "policy")]),
        ("贯彻《纲要》，拍摄电影《远山来信》。", []),
        # lists of strategies
        (
            "对接京津冀协同发展、粤港澳大湾区建设等重大战略。",
            [("京津冀协同发展", "policy"), ("粤港澳大湾区建设", "policy")],
        ),
        ("积极参与粤港澳大湾区建设。", [("粤港澳大湾区建设", "policy")]),
        # meetings
        ("办好澜江国际算力产业峰会。", [("澜江国际算力产业峰会", "event")]),
        ("贯彻党的二十届三中全会精神。", [("党的二十届三中全会", "event")]),
        # the Party
        ("加强党的领导，发展党员，密切党群关系。", [("党", "organization")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "支持发展中国家减贫。",  # 中国
        "隆重庆祝建党节日。",  # 重庆
        "弘扬中华文化。",  # 扬中
        "提高均衡水平。",  # 衡水
        "其中新增三项。",  # 中新
        "财政部门要加强监管。",  # 财政部
        "维护和平发展，保障人民安康，资源充足，合作共赢。",
        "过上富裕安康的生活，仰望北斗星。",
        "做好惠民工程，新增城镇就业。",
        "建成县域医共体。",  # 成县
        "国家长治久安，追求世界大同。",
        "联系电话：0000-1234567；邮编：123456。",  # 12345
    ],
)
def test_words_in_which_a_name_only_seems_to_stand(find, text):
    assert pairs(find(text)) == []


def test_longer_of_two_crossing_names_wins(find):
    assert pairs(find("事关中国式现代化全局。")) == [("中国式现代化", "policy")]


def test_city_behind_which_a_word_goes_on(find):
    assert pairs(find("开拓成都市场。")) == [("成都", "admin_area")]


def test_brackets_and_dashes_of_any_form(find):
    assert pairs(find("推进中新（重庆）战略性互联互通示范项目。")) == [
        ("中新（重庆）战略性互联互通示范项目", "programme")
    ]
    assert pairs(find("加强兰州-西宁城市群建设。")) == [("兰州-西宁城市群", "region")]


def test_merging_says_which_row_or_rule_did_it(find):
    short, full = find("国家发改委与国家发展和改革委员会是同一个机构。")
    assert short.name == full.name == "国家发展和改革委员会"
    assert short.merged_by == "entities.csv: 国家发改委"
    assert full.merged_by is None


def test_gazetteer_survives_pickling(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))
    place = PlaceContext("方案", (), None)
    texts = ["建设重庆两江新区，落实“三线一单”。"]
    assert find_by_grammar(texts, place, copy) == find_by_grammar(texts, place, gazetteer)


FRAGMENTS = st.sampled_from(
    ["重庆", "两江新区", "“", "”", "《", "》", "中", "国", "长江", "流域", "、", "，", "和", "市", "县", "党",
     "建设", "规划", "(", ")", "（", "一带一路", "\U00020000", "第三届", "举办", "论坛",
     "成都", "北", "大学", " "]
)  # fmt: skip


@examples(150)
@given(st.lists(st.lists(FRAGMENTS, max_size=14).map("".join), min_size=1, max_size=4))
def test_mentions_lie_in_their_paragraph_in_order_without_overlap(gazetteer, texts):
    found = find_by_grammar(texts, PlaceContext("方案", (), None), gazetteer)
    assert len(found) == len(texts)
    for text, mentions in zip(texts, found, strict=True):
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end
            assert text[mention.start : mention.end] == mention.surface
            end = mention.end


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("陕西自贸试验区", "中国(陕西)自由贸易试验区"),
        ("绵阳高新区", "绵阳高新技术产业开发区"),
        ("贵阳市政府", "贵阳市人民政府"),
    ],
)
def test_composed_names_merge_by_their_heads(find, short, full):
    one, other = find(f"依托{short}，又称{full}。")
    assert one.name == other.name == full
    assert one.merged_by is not None
    assert one.merged_by.startswith("name_heads.csv: ")
    assert other.merged_by is None
