"""What accounts and sites print between a headline and a text. All texts are invented."""

from __future__ import annotations

import pytest

from gangyao.layout.furniture.page_bylines import find_page_bylines

HEADLINE = "重磅！临川陶瓷新政来了"
TEXT = "为推动陶瓷产业发展，制定以下措施。"


@pytest.mark.parametrize(
    "line",
    [
        "原创 临川发布 临川发布",
        "临川农业 临川农业农村 2026-03-05 08:12 浙江",
        "2026年3月18日 17:30 河北",
        "云州网 2026-03-27 10:15 订阅",
        "2026-03-27 10:15 发表于浙江",
        "2026-03-27 10:15·临川日报",
        "2026-03-27 10:15发布于北京",
        "临川日报 昨天",
        "临川日报官方账号 关注",
        "以下文章来源于临川发布 ，作者小李",
        "临川融媒5月6日讯",
        "云州网 > 云州新闻 > 正文",
        "政务公开 / 政策文件 / 正文",
        "云州人大网 >> 法规 >> 省本级",
        "新闻中心->公示公告->详情",
    ],
)
def test_who_and_when(line: str) -> None:
    assert find_page_bylines([HEADLINE, line, TEXT]) == [False, True, False]


def test_an_account_above_the_hour() -> None:
    lines = [HEADLINE, "临川发布", "2026年3月18日 17:30", TEXT]
    assert find_page_bylines(lines) == [False, True, True, False]
    title = ["临川县人民政府关于陶瓷产业的", "实施意见", "2026年3月18日 17:30", TEXT]
    assert find_page_bylines(title) == [False, False, True, False]


def test_an_account_below_a_headline_and_its_place() -> None:
    lines = [HEADLINE, "警民直通车临川", "2026年3月18日 17:30", "北京", TEXT]
    assert find_page_bylines(lines) == [False, True, True, True, False]
    assert find_page_bylines([HEADLINE, "临川日报社/观海新闻", "2026-03-18 17:30", "目录", TEXT]) == [
        *(False, True, True, False, False)
    ]
    assert find_page_bylines(["临川县供水", "管理若干规定", "2026-03-18 17:30", TEXT])[:2] == [False, False]


@pytest.mark.parametrize(
    "line",
    [
        "时间：2025年11月12日 10:00",
        "临川县人民政府办公室 2026年3月18日",
        "会议定于2026年3月18日 17:30召开",
        "原创作品展",
        "省 > 市 > 县",
        "粮食/油料/正文",
        "临川县人民政府关于2026年3月18日 17:30停水的通告",
    ],
)
def test_what_the_text_says_stays(line: str) -> None:
    assert not any(find_page_bylines([HEADLINE, line, TEXT]))


def test_only_above_the_text() -> None:
    assert not any(find_page_bylines([HEADLINE, TEXT, "临川水文站 2026-03-27 10:15 超警戒"]))


def test_a_timetable_is_text() -> None:
    parts = ["代表报到", "开幕式", "分组讨论", "闭幕式"]
    assert not any(
        find_page_bylines(["会议日程", *(f"2026年3月18日 {n}:00 {part}" for n, part in enumerate(parts, 8))])
    )
    assert not any(
        find_page_bylines(["值班表", *(f"{part} 2026-07-1{n} 8:30" for n, part in enumerate(parts))])
    )


def test_above_no_text_there_is_no_byline() -> None:
    assert not any(
        find_page_bylines(["水情公告", "临川站 2026-07-10 08:00 超警戒", "临川站 2026-07-11 08:00 正常"])
    )
