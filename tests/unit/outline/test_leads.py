"""Leads: the first sentence where it only announces the theme."""

from __future__ import annotations

import pytest

from gangyao.outline.leads import is_theme, leads
from gangyao.outline.sentences import split_sentences
from tests.unit.outline.outline_texts import outline_of


def leads_of(*paragraphs: str) -> list[str | None]:
    return list(leads([(text, split_sentences(text)) for text in paragraphs]))


def test_paragraphs_that_open_the_same_way_have_leads() -> None:
    found = leads_of("优化路网结构。建设三条快速路，改造两座桥梁。", "提升公交服务。新增二十条线路。")
    assert found == ["优化路网结构。", "提升公交服务。"]


def test_the_only_paragraph_of_a_section_has_none() -> None:
    assert leads_of("健全标准体系。制定三项标准。加强监督检查。") == [None]


_SPELT = "健全标准体系。制定三项标准。加强监督检查。开展培训。做好宣传。"


def test_a_theme_that_is_spelt_out_is_a_lead_unless_the_title_names_it() -> None:
    spans = split_sentences(_SPELT)
    assert leads([(_SPELT, spans)]) == ("健全标准体系。",)
    assert leads([(_SPELT, spans)], has_theme=True) == (None,)
    # Among many paragraphs that open otherwise it is none.
    other = "各级各部门要认真研究，切实解决突出问题。工作要抓实。"
    assert leads_of(_SPELT, other, other, other) == [None] * 4


def test_a_duty_that_is_spelt_out_is_no_lead() -> None:
    assert leads_of(_SPELT.replace("健全", "各县要健全")) == [None]


def test_a_first_sentence_with_a_clause_or_alone_is_no_lead() -> None:
    found = leads_of(
        "优化路网结构。建设快速路。",
        "提升公交服务。新增线路。",
        "完善慢行系统，建设绿道。改造人行道。",
        "加强停车管理。",
    )
    assert found == ["优化路网结构。", "提升公交服务。", None, None]


def test_a_sentence_before_a_note_of_who_answers_for_it_is_no_lead() -> None:
    assert leads_of("建设环城南路。（牵头单位：县交通局）", "改造管网。（牵头单位：县住建局）") == [
        None,
        None,
    ]


def test_a_word_alone_is_a_label_even_in_the_only_paragraph() -> None:
    assert leads_of("作废。医疗机构发生填写错误的，应当收回原票据。") == ["作废。"]
    assert leads_of("报批。") == [None]


@pytest.mark.parametrize("number", ["4.", "（三）", "2.3.1", "12、"])
def test_a_theme_with_a_number_is_a_lead_even_in_the_only_paragraph(number: str) -> None:
    other = "各级各部门要认真研究，切实解决突出问题。工作要抓实。"
    theme = f"{number}推进渔港改造升级。"
    assert leads_of(f"{theme}新建泊位。", other, other, other) == [theme, None, None, None]
    assert leads_of(f"{number}渔船应报废更新。新建泊位。") == [None]
    assert leads_of(f"{theme}（牵头单位：县渔业局）") == [None]


def test_a_figure_is_no_number_of_a_theme() -> None:
    assert leads_of("12艘渔船报废。新建泊位。") == [None]


def test_two_short_sentences_among_many_paragraphs_are_no_leads() -> None:
    long = "今后一个时期，各级各部门要认真研究新情况，切实解决突出问题。工作要抓实。"
    assert leads_of("优化路网结构。建设快速路。", *[long] * 6, "提升公交服务。新增线路。") == [None] * 8


def test_three_in_a_row_are_leads_among_many_paragraphs() -> None:
    long = "今后一个时期，各级各部门要认真研究新情况，切实解决突出问题。工作要抓实。"
    run = ["坚持人民至上。一切为了人民。", "坚持守正创新。推动理论发展。", "坚持问题导向。回答时代之问。"]
    found = leads_of(*[long] * 8, *run)
    assert found[8:] == ["坚持人民至上。", "坚持守正创新。", "坚持问题导向。"]
    assert found[:8] == [None] * 8


@pytest.mark.parametrize(
    "sentence",
    [
        "我们要加快发展。",
        "经济增长5%。",
        "实施沙地综合治理290万亩。",
        "新建学校12所。",
        "今年任务艰巨。",
        "这是重要举措。",
        "主要做了以下工作。",
        "必须加快改革。",
    ],
)
def test_statements_and_calls_are_no_themes(sentence: str) -> None:
    assert not is_theme(sentence)


def test_a_title_of_two_themes_leaves_its_only_paragraph_a_lead() -> None:
    found = [
        outline_of(f"第一章　主要任务\n第一节　{title}\n{_SPELT}").paragraphs[0].lead
        for title in ("健全应急机制", "健全应急机制，统筹发展和安全")
    ]
    assert found == [None, "健全标准体系。"]
