"""Headlines of accounts over dispatches. All texts are invented."""

from __future__ import annotations

from gangyao.layout.furniture.find import find_furniture

HEADLINE = "重磅！临川陶瓷新政来了，最高补助500万元"
BYLINE = "临川发布 2026年3月18日 17:30 云州"
TITLE = "临川县人民政府关于支持陶瓷产业高质量发展的若干措施"
TEXT = "为推动陶瓷产业发展，制定以下措施。"


def test_a_headline_over_the_title_of_a_dispatch() -> None:
    lines = [HEADLINE, BYLINE, "", "近日，县政府印发文件，全文如下：", TITLE, TEXT]
    assert find_furniture(lines) == [True, True, False, True, False, False]
    broken = [HEADLINE, BYLINE, TITLE[:16], TITLE[16:], TEXT]
    assert find_furniture(broken) == [True, True, False, False, False]


def test_the_number_may_stand_over_the_title() -> None:
    lines = [HEADLINE, BYLINE, "临政规〔2026〕2号", "临川县人民政府", "关于供水的通知", TEXT]
    assert find_furniture(lines) == [True, True, False, False, False, False]


def test_it_is_the_title_where_there_is_no_other() -> None:
    assert find_furniture([HEADLINE, BYLINE, TEXT]) == [False, True, False]


def test_it_stays_where_no_page_is_seen() -> None:
    assert find_furniture([HEADLINE, TITLE, TEXT]) == [False, False, False]
