from dataclasses import replace

import pytest

from gangyao.document.outline import Paragraph
from gangyao.outline.sentences import split_sentences
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.read import Context, read_all_tasks, read_tasks
from gangyao.tasks.targets.once import TargetsOnce

TEXT = "完善渔港体系。各县要建设避风码头，提升停泊能力。到2030年，码头覆盖率达到80%以上。"
CONTEXT = Context("某省渔港建设规划", ("主要任务",))


def paragraph(text: str = TEXT, lead: str | None = "完善渔港体系。") -> Paragraph:
    return Paragraph("1.1", 1, 0, len(text), text, split_sentences(text), lead, False)


def test_the_lead_is_the_theme_and_no_task(grammar: Grammar) -> None:
    tasks = read_tasks(paragraph(), CONTEXT, grammar)
    assert [task.theme for task in tasks] == ["完善渔港体系。"] * 2
    assert tasks[0].text == "各县要建设避风码头，提升停泊能力。"
    assert [task.position for task in tasks] == [1, 2]


def test_without_lead_every_sentence_may_be_a_task(grammar: Grammar) -> None:
    tasks = read_tasks(paragraph(lead=None), CONTEXT, grammar)
    assert len(tasks) == 3
    assert tasks[0].theme is None


def test_modality_is_that_of_the_first_action(grammar: Grammar) -> None:
    task = read_tasks(paragraph("依托海湾，要改造码头，支持渔民转产。", None), CONTEXT, grammar)[0]
    assert [action.role for action in task.actions] == ["basis", "action", "action"]
    assert task.modality == "require"


def test_targets_belong_to_their_task(grammar: Grammar) -> None:
    tasks = read_tasks(paragraph(), CONTEXT, grammar)
    assert tasks[0].targets == ()
    assert {target.text for target in tasks[1].targets} >= {"到2030年"}
    for target in tasks[1].targets:
        assert TEXT[target.start : target.end] == target.text


def test_preamble_tables_and_formal_parts(grammar: Grammar) -> None:
    plain = paragraph()
    assert {task.kind for task in read_tasks(plain, CONTEXT, grammar)} == {"measure"}
    assert {task.kind for task in read_tasks(replace(plain, is_preamble=True), CONTEXT, grammar)} == {
        "preamble"
    }
    assert read_tasks(replace(plain, is_table=True), CONTEXT, grammar) == ()
    assert read_tasks(replace(plain, is_formal=True), CONTEXT, grammar) == ()


def test_a_sentence_that_reports_sets_no_task(grammar: Grammar) -> None:
    text = "过去五年，全省新建码头120座，水产品产量同比增长5.3%。"
    assert read_tasks(paragraph(text, None), Context("政府工作报告", ("工作回顾",)), grammar) == ()


def test_a_sentence_of_an_indicator_and_a_number_is_a_task_without_actions(grammar: Grammar) -> None:
    text = "今年主要预期目标是：居民消费价格涨幅2%左右；"
    (task,) = read_tasks(paragraph(text, None), CONTEXT, grammar)
    assert [target.value for target in task.targets] == [2.0]


def test_the_verb_of_the_clause_is_no_part_of_the_indicator(grammar: Grammar) -> None:
    (task,) = read_tasks(paragraph("压减煤炭消费80万吨。", None), CONTEXT, grammar)
    (target,) = task.targets
    assert (target.indicator, target.direction) == ("煤炭消费", "decrease")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("要在种源、医疗等方面突破关键技术125项。", "关键技术"),
        ("面向民间资本推介重大项目总投资2000亿元。", "重大项目总投资"),
        ("城镇新增就业32万人以上。", "城镇新增就业"),
    ],
)
def test_in_what_and_for_whom_is_no_part_of_the_indicator(
    text: str, indicator: str, grammar: Grammar
) -> None:
    (task,) = read_tasks(paragraph(text, None), CONTEXT, grammar)
    assert [target.indicator for target in task.targets] == [indicator]


def test_where_the_verb_is_all_that_stands_before_a_number_what_follows_is_measured(grammar: Grammar) -> None:
    (task,) = read_tasks(paragraph("使用1000亿元失业保险基金，支持企业稳岗。", None), CONTEXT, grammar)
    assert [target.indicator for target in task.targets] == ["失业保险基金"]


def test_who_asks_for_what_follows_does_nothing_itself(grammar: Grammar) -> None:
    text = "会议强调，要进一步理顺防汛体制机制，健全应急指挥体系。"
    (task,) = read_tasks(paragraph(text, None), CONTEXT, grammar)
    assert [action.verb for action in task.actions] == ["要进一步理顺", "健全"]
    assert task.modality == "require"


def test_what_is_given_is_measured_though_it_is_the_verb(grammar: Grammar) -> None:
    (task,) = read_tasks(paragraph("对举报有功的，一次性奖励人民币5000元。", None), CONTEXT, grammar)
    assert [target.indicator for target in task.targets] == ["一次性奖励"]


def test_an_action_ends_with_its_sentence_where_a_note_closes_the_paragraph(grammar: Grammar) -> None:
    text = "改造渔港码头。完善避风设施。（省渔业厅负责）"
    tasks = read_tasks(paragraph(text, None), CONTEXT, grammar)
    assert [action.object for task in tasks for action in task.actions] == ["渔港码头", "避风设施"]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("国务院文化、旅游主管部门应当加强河流保护。", ["国务院文化、旅游主管部门"]),
        ("国务院水行政、生态环境等主管部门应当制定规划。", ["国务院水行政、生态环境等主管部门"]),
        ("省、自治区人民政府应当建立补偿机制。", ["省、自治区人民政府"]),
        ("水务局、财政局应当建立补偿机制。", ["水务局", "财政局"]),
    ],
)
def test_a_list_that_shares_its_head_is_one_actor(sentence: str, actors: list[str], grammar: Grammar) -> None:
    (task,) = read_tasks(paragraph(sentence, None), CONTEXT, grammar)
    assert [party.text for party in task.actors] == actors


def test_paragraphs_together_give_what_each_gives_alone(grammar: Grammar) -> None:
    report = paragraph("去年，绿地面积增加了两成。", None)
    several = [
        paragraph(),
        report,
        replace(paragraph(), is_table=True),
        paragraph("压减煤炭消费80万吨。", None),
    ]
    # Places tell the paragraphs of a document apart.
    several = [replace(one, start=number * 1000) for number, one in enumerate(several)]
    together = read_all_tasks(several, [CONTEXT] * len(several), grammar, TargetsOnce(grammar.targets))
    assert together == [read_tasks(one, CONTEXT, grammar) for one in several]
    assert together[0]
    assert not together[2]
