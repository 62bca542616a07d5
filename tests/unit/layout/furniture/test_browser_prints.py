"""What a browser prints above and below each page. All texts are invented."""

from __future__ import annotations

from gangyao.layout.furniture.browser_prints import find_browser_prints

TITLE = "关于印发《临川县陶瓷行业清洁生产管理办法》的通知"
FOOT = "https://www.example.gov.cn/zwgk/2025/1215/content_10042.html" + " " * 40


def test_a_day_and_a_clock_before_the_title_of_the_page() -> None:
    head = f"2026/1/14 09:27{' ' * 20}{TITLE}_临川县人民政府"
    assert find_browser_prints([head, TITLE, "各有关企业：", FOOT + "1/2"]) == [True, False, False, True]


def test_they_may_stand_behind_it() -> None:
    head = f"{TITLE} - 临川县人民政府{' ' * 20}2026/1/14 下午3:41"
    assert find_browser_prints([head, TITLE, "各有关企业："]) == [True, False, False]


def test_a_head_that_returns_needs_no_title_below() -> None:
    head = "2026/1/14 09:27      清洁生产管理办法-临川县人民政府"
    assert find_browser_prints([head, "第一条 为规范生产，制定本办法。", head]) == [True, False, True]


def test_the_title_may_be_broken_below() -> None:
    head = f"2026/1/14 09:27      {TITLE}"
    lines = [head, "关于印发《临川县陶瓷行业", "清洁生产管理办法》的通知"]
    assert find_browser_prints(lines) == [True, False, False]


def test_feet_in_words() -> None:
    local = "file:///C:/Users/admin/Desktop/1.html" + " " * 30
    assert find_browser_prints([local + "第 1 页（共 2 页）", local + "2 of 2"]) == [True, True]


def test_what_happened_at_an_hour_is_text() -> None:
    lines = ["2026/1/14 09:27 清河水文站水位超过警戒水位", "2026/1/14 11:40 清河水文站水位回落"]
    assert not any(find_browser_prints(lines))
    assert not any(
        find_browser_prints(["详见 https://www.example.gov.cn/a.html", "会议于 2026/1/14 09:27 召开"])
    )
