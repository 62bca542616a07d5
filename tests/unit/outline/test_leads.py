"""Leads: the first sentence where it only announces the theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.outline.lead_traits import TRAITS, is_theme, read_openings
from gangyao.outline.leads import leads
from gangyao.outline.sentences import split_sentences
from tests.unit.outline.outline_texts import outline_of


def leads_of(*paragraphs: str) -> list[str | None]:
    return list(leads([(text, split_sentences(text)) for text in paragraphs]))


_ROADS = "新建三条快速路，改造两座桥梁，打通城区断头路，提高主干路通行能力。"
_BUSES = "新增二十条公交线路，开通夜间班车，更新纯电动公交车辆，方便群众出行。"
_LONG = "今后一个时期，各级各部门要认真研究新情况，切实解决突出问题。工作要抓实。"


def test_paragraphs_that_open_the_same_way_have_leads() -> None:
    found = leads_of(f"优化路网结构。{_ROADS}", f"提升公交服务。{_BUSES}")
    assert found == ["优化路网结构。", "提升公交服务。"]


_SPELT = "健全标准体系。制定三项标准。加强监督检查，开展标准化培训，做好宣传贯彻工作。"


def test_the_only_paragraph_has_none_where_the_title_names_its_theme() -> None:
    spans = split_sentences(_SPELT)
    assert leads([(_SPELT, spans)]) == ("健全标准体系。",)
    assert leads([(_SPELT, spans)], has_theme=True) == (None,)


def test_a_theme_that_is_spelt_out_is_a_lead_among_paragraphs_that_open_otherwise() -> None:
    spelt = f"优化路网结构。{_ROADS}完善城区路网规划，有序推进道路养护。加强道路照明，规范交通标志标线。"
    assert leads_of(spelt, _LONG, _LONG, _LONG)[0] == "优化路网结构。"


def test_one_phrase_behind_another_is_a_second_task() -> None:
    assert leads_of("加强路网建设。推进公交优先。", "完善养护制度。发展慢行系统。") == [None, None]


@pytest.mark.parametrize(
    "sentence",
    ["各县要推动落实消防安全约谈、责任签约、集中培训等制度。", "国家对长江流域国土空间实施用途管制。"],
)
def test_a_long_sentence_of_who_does_what_is_no_lead(sentence: str) -> None:
    assert leads_of(f"{sentence}加大人防投入，提升消防能力。", _LONG, _LONG) == [None] * 3


def test_a_first_sentence_with_a_clause_or_alone_is_no_lead() -> None:
    found = leads_of(
        f"优化路网结构。{_ROADS}",
        f"提升公交服务。{_BUSES}",
        "完善慢行系统，建设绿道。改造人行道。",
        "加强停车管理。",
    )
    assert found == ["优化路网结构。", "提升公交服务。", None, None]


def test_a_sentence_before_a_note_of_who_answers_for_it_is_no_lead() -> None:
    assert leads_of("建设环城南路。（牵头单位：县交通局）", "改造管网。（牵头单位：县住建局）") == [
        None,
        None,
    ]


def test_a_theme_on_a_line_of_its_own_is_a_lead_where_the_next_paragraph_spells_it_out() -> None:
    behind = f"{_ROADS}{_BUSES}"
    found = leads_of("优化路网结构。", behind, "激发市场活力。", behind)
    assert found == ["优化路网结构。", None, "激发市场活力。", None]
    # A list of short tasks, each on its line.
    assert leads_of("优化路网结构。", "激发市场活力。", "改造人行道。") == [None] * 3


def test_a_word_alone_is_a_label_even_in_the_only_paragraph() -> None:
    assert leads_of("作废。医疗机构发生填写错误的，应当收回原票据。") == ["作废。"]
    assert leads_of("报批。") == [None]
    assert leads_of("报批。（牵头单位：县财政局）") == [None]


_COUNTS = ["4.", "（三）", "2.3.1", "12、", "三是", "十一是", "第二，"]


@pytest.mark.parametrize("count", _COUNTS)
def test_a_theme_that_is_counted_is_a_lead_even_in_the_only_paragraph(count: str) -> None:
    theme = f"{count}推进渔港改造升级。"
    assert leads_of(f"{theme}新建泊位。", _LONG, _LONG, _LONG) == [theme, None, None, None]
    spans = split_sentences(f"{theme}新建泊位。")
    assert leads([(f"{theme}新建泊位。", spans)], has_theme=True) == (theme,)
    assert leads_of(f"{count}渔船应报废更新。新建泊位。", _LONG) == [None, None]
    assert leads_of(f"{theme}（牵头单位：县渔业局）") == [None]


def test_a_figure_is_no_number_of_a_theme() -> None:
    assert leads_of("12艘渔船报废。新建泊位。") == [None]
    assert leads_of("1.5万套住房交付。新建泊位。", _LONG, _LONG) == [None] * 3
    assert leads_of("2.1平台建设提速。新建泊位。", _LONG, _LONG) == ["2.1平台建设提速。", None, None]


def test_short_sentences_with_little_behind_among_many_paragraphs_are_no_leads() -> None:
    long = "推动旅游与生态文明建设深度融合发展。加强村镇规划。"
    assert leads_of(long, *[_LONG] * 6, long) == [None] * 8


def test_three_in_a_row_are_leads_among_many_paragraphs() -> None:
    run = [
        "坚持人民至上。一切工作为了人民，一切成果由人民共享。",
        "坚持守正创新。以科学的态度对待科学，不断拓展认识的广度。",
        "坚持问题导向。聚焦实践遇到的新问题，提出解决问题的新办法。",
    ]
    found = leads_of(*[_LONG] * 8, *run)
    assert found == [None] * 8 + ["坚持人民至上。", "坚持守正创新。", "坚持问题导向。"]


_PARTS = [
    "优化路网结构。",
    "三是优化路网结构。",
    _ROADS,
    _LONG,
    "作废。",
    "（牵头单位：县财政局）",
    "新建泊位。",
]


@given(
    st.lists(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=5).map("".join), max_size=6),
    st.booleans(),
)
def test_a_lead_is_the_first_sentence_of_a_paragraph_or_the_line_before_it(
    paragraphs: list[str], has_theme: bool
) -> None:
    found = leads([(text, split_sentences(text)) for text in paragraphs], has_theme=has_theme)
    assert len(found) == len(paragraphs)
    for at, (lead, text) in enumerate(zip(found, paragraphs, strict=True)):
        if lead is not None:
            assert text.startswith(lead)
            assert len(lead) < len(text) or at + 1 < len(paragraphs)


def test_every_trait_is_told_and_weighed() -> None:
    texts = [f"优化路网结构。{_ROADS}", f"提升公交服务。{_BUSES}"]
    read = read_openings([(text, split_sentences(text)) for text in texts], has_theme=False)
    assert [len(read.traits(at)) for at in range(2)] == [len(TRAITS)] * 2


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
