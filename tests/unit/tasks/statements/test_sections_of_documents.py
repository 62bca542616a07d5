"""What the title of a document says of sections that say nothing themselves."""

from __future__ import annotations

import pytest

from gangyao.tasks.statements.sections import stance_of_document


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
