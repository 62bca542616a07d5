"""The day from which a document holds; the texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from gangyao.profile.effect import effective_day

ISSUED = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("第三十条　本办法自2024年5月1日起施行。", "2024-05-01"),
        ("本办法自2024年5月1日起施行，有效期五年。", "2024-05-01"),
        ("《某市供水条例》已经市人民政府第3次常务会议通过，现予公布，自2024年6月1日起施行。", "2024-06-01"),
        ("本通知自印发之日起执行。", "2024-03-05"),
        ("本规定自发布之日起30日后施行。", "2024-04-04"),
        ("自二〇二四年七月一日起实施。", "2024-07-01"),
        ("本自治条例自公布日施行。", "2024-03-05"),
        ("本办法自发布日实施。", "2024-03-05"),
        ("本规定自公布翌日生效。", "2024-03-06"),
        ("本行政法规自公布翌日起生效。", "2024-03-06"),
        ("五、本意见自2024年4月1日起施行，《某市旧办法》同时废止。", "2024-04-01"),
        ("（2019年12月1日某省人民代表大会常务委员会通过，自2020年1月1日起施行）", "2020-01-01"),
        ("《某市供水条例》自2020年1月1日起施行以来，供水工作有了改善。", None),
        ("《某市供水条例》自2020年1月1日起施行。", None),
        ("新标准自2025年1月1日起实施。", None),
        ("补贴自发放之日起计算。", None),
    ],
)
def test_the_day_from_which_it_holds(text: str, day: str | None) -> None:
    found = effective_day(["第一条　为了规范供水，制定本办法。", text], ISSUED)
    assert (found.value if found else None) == day


def test_the_last_says_it() -> None:
    texts = ["本通知自2024年3月10日起施行。", "第九条　本办法自2024年5月1日起施行。", "附件：申请表"]
    found = effective_day(texts, None)
    assert found is not None
    assert found.value == "2024-05-01"


def test_from_its_issue_needs_the_day_of_issue() -> None:
    assert effective_day(["本办法自公布之日起施行。"], None) is None
