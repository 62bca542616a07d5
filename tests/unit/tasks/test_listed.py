"""Items of lists that a sentence opens: bans, cases, duties; the texts are invented."""

from __future__ import annotations

import pytest

from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Task
from gangyao.outline.sentences import split_sentences
from gangyao.tasks.context import Context
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.listed import opening_of_list, settle_lists
from gangyao.tasks.read import read_tasks


def tasks_of(grammar: Grammar, *texts: str, section: str = "1") -> list[tuple[Task, ...]]:
    paragraphs = [
        Paragraph(section, number, 0, len(text), text, split_sentences(text), None, False)
        for number, text in enumerate(texts, 1)
    ]
    read = [read_tasks(one, Context(""), grammar) for one in paragraphs]
    return list(settle_lists(paragraphs, read))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("燃气用户不得有下列行为：", "ban"),
        ("禁止在保护区内从事下列活动：", "ban"),
        ("有下列情形之一的，由主管部门责令改正：", "case"),
        ("加强管理。有下列行为之一的，处一万元罚款：", "case"),
        ("不得有下列情形之一的，应当报告：", "case"),
        ("有下列行为之一的，责令改正，处一万元罚款；拒不改正的，责令停产：", "case"),
        ("有下列行为，由主管部门责令改正，处一万元罚款：", "case"),
        ("对下列情形免征费用：", "case"),
        ("用户应当遵守规定，不得有下列行为，影响安全：", "ban"),
        ("经营企业应当履行下列义务：", "duty"),
        ("实施方案应当包括下列内容：", "contents"),
        ("下列单位应当取得许可证：", "contents"),
        ("对具备下列条件的申请人，颁发许可证：", "contents"),
        ("优先安排具有下列情形之一的渔业生产者：", "case"),
        ("禁止移植古树，但有下列情形之一的除外：", "case"),
        ("全面清理有关规定，重点清理和纠正以下问题：", "case"),
        ("重点治理下列不文明行为：", "case"),
        ("禁止在依法划定的渔港范围内和渔港水域保护区域内从事下列妨碍通航的活动：", "ban"),
        ("渔港经营人应当及时公布下列事项，接受渔民的监督：", "contents"),
        ("采购文件应当明确以下内容：", "contents"),
        ("许可证应当记载下列信息：", "contents"),
        ("评审小组应当编写评审报告，其主要内容包括：", "contents"),
        ("授权运营协议内容应包括：", "contents"),
        ("行动方案的重点任务包括：", None),
        ("整治工作的主要内容包括：", None),
        ("重点解决以下问题：", None),
        ("主管部门有权采取以下措施：", None),
        ("重点做好以下工作：", None),
        ("不得有下列行为。", None),
    ],
)
def test_what_opens_a_list(text: str, opening: str | None) -> None:
    assert opening_of_list(text) == opening


def test_items_of_a_ban_forbid(grammar: Grammar) -> None:
    opening, item, after = tasks_of(
        grammar, "用户不得有下列行为：", "（一）擅自改装燃气设施；", "应当定期检查。"
    )
    assert [task.modality for task in item] == ["prohibit"]
    assert [action.modality for task in item for action in task.actions] == ["prohibit"]
    assert [task.modality for task in after] == ["require"]
    assert opening == ()


def test_items_of_cases_set_no_task(grammar: Grammar) -> None:
    alone = tasks_of(grammar, "（一）开展渔港收费；")
    assert len(alone[0]) == 1
    assert tasks_of(grammar, "有下列情形之一的，责令改正：", "（一）开展渔港收费；", "（二）干预渔民经营；")[
        1:
    ] == [(), ()]


def test_items_of_duties_require(grammar: Grammar) -> None:
    assert [
        task.modality
        for own in tasks_of(
            grammar, "企业应当履行下列义务：", "（一）建立健全责任制；", "（二）公布抢险电话。"
        )[1:]
        for task in own
    ] == ["require", "require"]


def test_an_item_that_tells_what_follows_from_its_case_stays_a_task(grammar: Grammar) -> None:
    _, item = tasks_of(
        grammar, "有下列行为之一的，由主管部门处理：", "（一）未登记养犬的，责令限期改正，处二百元罚款；"
    )
    assert [action.verb for task in item for action in task.actions] == ["责令", "处"]


def test_items_of_contents_set_no_task_but_duties(grammar: Grammar) -> None:
    items = tasks_of(
        grammar, "申请人应当具备下列条件：", "（一）采用达标的治理设施；", "（二）负责人应当参加培训。"
    )
    assert [len(one) for one in items[1:]] == [0, 1]
