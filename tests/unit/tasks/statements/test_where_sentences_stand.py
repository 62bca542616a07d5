"""Sentences told from tasks by where they stand: under a bid, in a schedule, above a list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.signs import Lines
from gangyao.document.outline import Outline, Paragraph, Section
from gangyao.outline.sentences import split_sentences
from gangyao.tasks.context import Context
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.statements.aims import AIM, MAY_AIM, is_aim
from gangyao.tasks.statements.forms import told_by_form
from gangyao.tasks.statements.judge import judge_sentences
from gangyao.tasks.statements.runs import KINDS, runs_of
from gangyao.tasks.statements.sections import read_contexts
from gangyao.tasks.statements.stances import bids, read_stances, stance_of_titles, titles_of_sections


def _outline(title: str, *texts: str, level: str = "chapter") -> Outline:
    section = Section("1", None, level, 1, 1, "一", title, 1, False, None, None)
    paragraphs = tuple(
        Paragraph("1", number, 0, len(text), text, split_sentences(text), None, False)
        for number, text in enumerate(texts, 1)
    )
    return Outline((section,), paragraphs)


def _judged(outline: Outline, grammar: Grammar) -> list[tuple[bool, ...]]:
    contexts = read_contexts("", outline, grammar.statements)
    return [
        judge_sentences(paragraph.text, paragraph.sentences, context, grammar.statements)
        for paragraph, context in zip(outline.paragraphs, contexts, strict=True)
    ]


@pytest.mark.parametrize(
    ("title", "is_bid"),
    [
        ("统筹渔港资源配置", True),
        ("持续改善渔港作业条件", True),
        ("加大巡查力度，严格渔港管理", True),
        ("推广的做法（共三项）", False),
        ("渔港岁修", False),
        ("监督管理", False),
        ("渔业经济实力显著增强", False),
        ("", False),
    ],
)
def test_a_title_bids_where_each_clause_opens_with_a_verb(title: str, is_bid: bool, grammar: Grammar) -> None:
    assert bids(("渔业", title), grammar.statements.lexicon) == is_bid


def test_a_title_that_bids_speaks_for_tasks_where_nothing_else_does(grammar: Grammar) -> None:
    outline = _outline("统筹渔港资源配置", "原有泊位仍归渔港，所需经费列入预算。")
    titles = titles_of_sections(outline)
    lexicon = grammar.statements.lexicon
    assert read_stances(outline, titles, lexicon) == ["bid"]
    assert read_stances(outline, titles, lexicon, "关于巡察整改进展情况的通报") == ["review"]
    other = _outline("渔港泊位情形", "原有泊位仍归渔港，所需经费列入预算。")
    leanings = [read_contexts("", one, grammar.statements)[0].leaning for one in (outline, other)]
    assert leanings[0] is not None
    assert leanings[1] is not None
    assert leanings[0] < leanings[1]


@pytest.mark.parametrize(
    ("titles", "stance"),
    [
        (("发展基础", "“十四五”规划执行情况", "增强渔港管理"), "review"),
        (("规划背景和面临形势",), "review"),
        (("“十三五”发展现状与问题",), "review"),
        (("夯实发展基础",), "plan"),
        (("发展目标和主要指标", "主要指标"), "aims"),
        (("发展目标", "约束性指标"), "aims"),
        (("主要指标完成情况",), "review"),
        (("实施步骤",), "tasks"),
        (("计划安排", "实施阶段"), "tasks"),
        (("工作安排", "动员部署阶段（2023年3月）"), "tasks"),
        (("工作回顾", "实施阶段"), "review"),
    ],
)
def test_situations_indicators_and_steps_are_told_by_their_titles(
    titles: tuple[str, ...], stance: str
) -> None:
    assert stance_of_titles(titles) == stance


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("1.2025年6月底前，新增泊位30个；特色码头10座。", True),
        ("2.2025年7月至2025年12月，新增泊位30个，总计达60个；", True),
        ("2025年7月至12月，渔业局领导赴各县考察。", False),
        ("2.2025年7月至12月，新增了泊位30个。", False),
        ("到2030年，水质明显改善；", True),
    ],
)
def test_an_item_of_a_schedule_opens_an_aim(text: str, opens: bool) -> None:
    assert is_aim(text, 0, len(text)) == opens


@given(st.text(alphabet="一2（(.、:年月日底前至到，标目指是—x", max_size=16))
def test_what_may_be_an_aim_is_found_by_its_first_character_or_its_name(text: str) -> None:
    if AIM.match(text) is not None:
        assert text[:1] in MAY_AIM.characters or "标" in text
        assert is_aim(text, 0, len(text))


def test_figures_behind_an_item_of_a_schedule_are_tasks(grammar: Grammar) -> None:
    text = "2.2025年7月至12月，新增泊位30个，总计达60个；特色码头10座，总计达20座。"
    spans = split_sentences(text)
    assert judge_sentences(text, spans, Context("", leaning=0.2), grammar.statements) == (False, False)


@pytest.mark.parametrize(
    ("sentence", "is_statement"),
    [
        ("原有泊位不得改变用途。", False),
        ("对现有泊位数不足10个的渔港，可将渔船安置到毗邻渔港。", None),
        ("提出这些目标，是综合考虑各方面因素、着眼长远确定的，经过努力是可以实现的。", True),
        ("第二类，主要是室外作业的捕捞企业。", True),
        ("第四类，主要是水产市场，在休渔期间不得营业。", False),
        ("经踏勘现已形成渔港名录。", True),
        ("围网捕捞是指以网具包围鱼群，不得破坏海床的捕捞。", True),
        ("本办法适用于本县渔港的管理。", True),
        ("应当指出，休渔制度的执行还有不少困难。", True),
        ("为切实落实“符合条件的渔民可申请补贴”的要求，现就有关问题通知如下：", True),
        ("为规范休渔管理，近日县渔业局和县公安局联合印发《休渔办法》。", True),
        ("我们深知，建成现代渔港并非易事，需要全县上下共同努力。", True),
        ("我们要深知责任重大，抓好休渔管理。", False),
        ("县政府编制了《渔港规划（草案）》，提请本次大会审查。", True),
        ("休渔范围为近海禁渔线以内的水域，具体以公告为准。", True),
        ("休渔范围应当包括近海水域。", None),
        ("对休渔范围为近海的渔船发放补贴。", None),
        ("补贴资金用于渔船更新，有利于提高渔民安全生产能力。", True),
    ],
)
def test_forms_of_local_notices(sentence: str, is_statement: bool | None) -> None:
    told = told_by_form(sentence)
    assert (None if told is None else told > 0) == is_statement


def test_cases_say_nothing_of_the_sentence_above_them(grammar: Grammar) -> None:
    lead = "符合下列情形的，采用竞争方式采购渔船："
    cases = ("（一）技术复杂不能确定要求的；", "（二）招标后没有渔民投标的。")
    with_cases = _outline("采购", lead, *cases, level="article")
    alone = _outline("采购", lead, level="article")
    leanings = [read_contexts("", one, grammar.statements)[0].leaning for one in (with_cases, alone)]
    assert leanings[0] == leanings[1]
    assert _judged(with_cases, grammar)[1:] == [(True,), (True,)]


def test_sections_of_one_paragraph_are_judged_in_the_light_of_the_document(grammar: Grammar) -> None:
    bare = "打造示范渔港10个，覆盖全部乡镇。"
    reports = (
        "渔港岸线修复了12公里，水质达标率提高到95.6%。",
        "累计改造渔船320艘，事故同比下降12.5%。",
        "渔民收入达到2.3万元，同比增长8.1%。",
    )
    tasks = (
        "要加快修复渔港岸线，着力改善水质。",
        "力争改造渔船320艘，坚决遏制事故。",
        "各镇要促进渔民增收。",
    )

    def judged(around: tuple[str, ...]) -> bool:
        outlines = [_outline("渔港", text) for text in (bare, *around)]
        sections = tuple(replace(one.sections[0], path=str(number)) for number, one in enumerate(outlines, 1))
        paragraphs = tuple(
            replace(one.paragraphs[0], section_path=str(number)) for number, one in enumerate(outlines, 1)
        )
        return _judged(Outline(sections, paragraphs), grammar)[0][0]

    assert judged(4 * reports)
    assert not judged(4 * tasks)


@pytest.mark.parametrize(
    ("sentence", "is_statement"),
    [("渔港是维护海洋安全的最后一道防线。", True), ("渔港是重点，要加快渔港建设。", False)],
)
def test_what_something_is_stays_a_statement_among_tasks(
    grammar: Grammar, sentence: str, is_statement: bool
) -> None:
    tasks = "要加快渔港建设，确保渔船安全。"
    judged = _judged(_outline("加强渔港建设", f"{sentence}{tasks}{tasks}", tasks, tasks), grammar)
    assert judged[0] == (is_statement, False, False)


def test_what_counts_an_item_opens_no_sentence() -> None:
    bare, counted = (
        "培训渔民2000名。",
        ("（二）培训渔民2000名。", "(二)培训渔民2000名。", "3.培训渔民2000名。"),
    )
    opening = KINDS.index("opens the sentence, three")
    told = [runs_of(Lines([one]))[opening].bits.tolist() for one in (bare, *counted)]
    assert all(one == told[0] for one in told)
