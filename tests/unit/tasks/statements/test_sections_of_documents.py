"""What the title of a document says of sections that say nothing themselves."""

from __future__ import annotations

import pytest

from gangyao.document.outline import Outline, Paragraph, Section
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.read import read_tasks
from gangyao.tasks.statements.sections import read_contexts, stance_of_document, stance_of_titles


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("2024年市政府民生实事项目", "aims"),
        ("某市城市更新实施方案", "plan"),
        ("2024年工作要点（征求意见稿）", "plan"),
        ("重点任务分工方案的通知", "plan"),
        ("政府工作报告", "open"),
        ("关于坚持实事求是原则的讲话", "open"),
        ("", "open"),
    ],
)
def test_documents_of_tasks_alone(title: str, stance: str) -> None:
    assert stance_of_document(title) == stance


def test_a_section_of_aims_sets_all_of_its_figures(grammar: Grammar) -> None:
    texts = ["森林覆盖率提高到24.1%。", "能耗和碳排放分别降低13.5%、18%。", "失业率控制在5.5%以内。"]
    paragraphs = tuple(
        Paragraph("1", number, 0, len(text), text, ((0, len(text)),), None, False)
        for number, text in enumerate(texts, 1)
    )
    section = Section("1", None, "chapter", 1, 1, "第一章", "主要目标", 1, False, None, None)
    outline = Outline((section,), paragraphs)
    contexts = read_contexts("某市发展规划", outline, grammar.statements)
    assert [len(read_tasks(p, c, grammar)) for p, c in zip(paragraphs, contexts, strict=True)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("titles", "stance"),
    [
        (("三、2024年主要任务", "着力扩大有效投资"), "tasks"),
        (("保障措施",), "tasks"),
        (("2023年主要任务完成情况",), "review"),
        (("主要目标任务", "总体目标"), "aims"),
        (("推动高质量发展",), "plan"),
    ],
)
def test_what_titles_say(titles: tuple[str, ...], stance: str) -> None:
    assert stance_of_titles(titles) == stance
