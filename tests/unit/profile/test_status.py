"""Whether a text is a draft, holds, or holds no more; the texts are invented."""

from __future__ import annotations

import pytest

from gangyao.document.fact_labels import stated_facts
from gangyao.profile.status import draft_status


@pytest.mark.parametrize(
    "title",
    [
        "云州市供水条例（草案）",
        "《云州市供水条例（草案修改二稿征求意见稿）》",
        "云州市供水管理办法（征求意见稿）",
        "云州市国土空间总体规划（2021—2035年）（公示稿）",
        "2026年道路交通（修订）条例草案",
    ],
)
def test_a_title_says_that_it_is_a_draft(title: str) -> None:
    found = draft_status(title, ())
    assert found is not None
    assert (found.field, found.value) == ("status", "draft")


@pytest.mark.parametrize(
    "title",
    [
        "云州市供水条例（试行）",
        "关于《云州市供水条例（草案）》的说明",
        "关于公开征求《云州市供水管理办法（征求意见稿）》意见的公告",
        "关于云州市2025年预算执行情况和2026年预算草案的报告",
    ],
)
def test_what_speaks_of_a_draft_is_none(title: str) -> None:
    assert draft_status(title, ("各有关单位：",)) is None


def test_the_line_below_the_title() -> None:
    found = draft_status("云州市供水管理办法", ("云州市供水管理办法", "（征求意见稿）"))
    assert found is not None
    assert found.origin == "line below the title"


@pytest.mark.parametrize(
    ("label", "value", "status"),
    [
        ("有效性", "有效", ["in_force"]),
        ("时效性", "现行有效", ["in_force"]),
        ("效力状态", "已废止", ["repealed"]),
        ("有效性", "失效", ["repealed"]),
        ("是否有效", "是", ["in_force"]),
        ("有效性", "尚未生效", []),
    ],
)
def test_what_a_page_says(label: str, value: str, status: list[str]) -> None:
    assert [one.value for one in stated_facts(label, value, "here")] == status
