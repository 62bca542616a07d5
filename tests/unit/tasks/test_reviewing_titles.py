"""Titles that tell what was reached, or how things went; all are invented."""

from __future__ import annotations

import pytest

from gangyao.tasks.reviewing_titles import tells_how_things_went


@pytest.mark.parametrize("title", ["基本情况", "政府投资项目审计情况", "体检结果", "治理历程", "主要做法"])
def test_what_tells_how_things_went(title: str) -> None:
    assert tells_how_things_went(title)


@pytest.mark.parametrize(
    "title",
    [
        "及时报送进展情况",
        "充分运用考核结果",
        "关于上半年经济运行情况",
        "主要任务",
        "摸清底数情况",
        "健全评价结果",
    ],
)
def test_what_is_work_or_a_topic(title: str) -> None:
    assert not tells_how_things_went(title)
