"""Lines of labels and values, as pages of governments print them."""

from __future__ import annotations

import pytest

from gangyao.document.fact_labels import LABELS, fits_label, labelled_values, stated_facts


def test_a_line_states_several_things():
    line = "索 引 号 : 0110/2024-07 文       号 : 甲政办发〔2024〕1号 发布日期: 2024年03月18日"
    assert labelled_values(line) == [
        ("索引号", "0110/2024-07"),
        ("文号", "甲政办发〔2024〕1号"),
        ("发布日期", "2024年03月18日"),
    ]
    assert labelled_values("本办法所称名称：甲") == []


@pytest.mark.parametrize(
    ("label", "value", "stated"),
    [
        ("成文日期", "2024年04月06日 16:40", [("announced_on", "2024-04-06")]),
        ("发布日期", "2024-13-40", []),
        ("发文机关", "甲县教育局、甲县财政局", [("issuers", "甲县教育局"), ("issuers", "甲县财政局")]),
        ("发布机构", "甲县政府网站", []),
        ("文号", "无", []),
        ("主题分类", "政务督查", []),
    ],
)
def test_what_a_label_states(label, value, stated):
    assert [(one.field, one.value) for one in stated_facts(label, value, "here")] == stated


def test_a_value_has_the_form_of_its_label():
    assert fits_label("发文字号", "甲政发〔2024〕7号")
    assert fits_label("索引号", "6107280000/2024-001005")
    assert fits_label("发布日期", "2024年04月06日 16:34")
    assert not fits_label("内容概述", "甲县人民政府工作规则")
    assert not fits_label("文号", "甲县人民政府工作规则")
    assert "内容概述" in LABELS


def test_labels_and_values_may_be_parted_by_blanks() -> None:
    line = "公开方式 主动公开 公开范围 面向全社会 发文日期 2024-05-27"
    assert labelled_values(line) == [
        ("公开方式", "主动公开"),
        ("公开范围", "面向全社会"),
        ("发文日期", "2024-05-27"),
    ]
    assert labelled_values("来源 县府办") == []
    assert labelled_values("日期 另行通知 请各单位 知悉") == []


def test_labels_in_brackets_with_blanks_and_two_for_one() -> None:
    line = "[ 索引号 ] JX0001 [ 发文字号 ] 甲政办发〔2025〕19号 [ 发布机构 ] 县政府办"
    assert labelled_values(line) == [
        ("索引号", "JX0001"),
        ("发文字号", "甲政办发〔2025〕19号"),
        ("发布机构", "县政府办"),
    ]
    assert labelled_values("备注/文号：甲政发〔2025〕4号") == [("文号", "甲政发〔2025〕4号")]


def test_days_of_the_republic_and_what_is_put_behind_a_number() -> None:
    day = list(stated_facts("公發布日", "民國 114 年 07 月 18 日", "here"))
    assert [one.value for one in day] == ["2025-07-18"]
    number = list(stated_facts("發文字號", "府法規字第1140900001A號 令", "here"))
    assert [one.value for one in number] == ["府法規字第1140900001A號"]
