"""The head of a site above the breadcrumb of its page. All texts are invented."""

from __future__ import annotations

from gangyao.layout.furniture.breadcrumbs import find_above_breadcrumb, find_stacked_breadcrumb
from gangyao.layout.furniture.find import find_furniture

TITLE = "关于印发临川县供热条例的通知"


def test_the_head_of_a_site_stands_above_a_breadcrumb_that_ends_in_the_title() -> None:
    texts = ["最新消息", "统一身份认证平台", "", f"当前位置:网站首页 > 通知 > {TITLE}", "", TITLE, "各科室："]
    assert find_above_breadcrumb(texts) == [True, True, False, False, False, False, False]
    assert find_furniture(texts) == [True, True, False, True, False, False, False]


def test_a_crumb_may_be_cut_off() -> None:
    texts = ["最新消息", f"您的位置：首页 > 通知 > {TITLE[:10]}...", TITLE]
    assert find_above_breadcrumb(texts)[0]


def test_nothing_is_taken_where_the_title_may_stand_above() -> None:
    assert not any(find_above_breadcrumb([TITLE, "当前位置：首页 > 政务公开 > 正文", "各科室："]))
    long = ["县人民政府负责供热工作的领导，并将供热纳入规划。", f"首页 > {TITLE}", TITLE]
    assert not any(find_above_breadcrumb(long))


def test_what_a_site_offers_below_its_text_is_furniture() -> None:
    assert find_furniture(["最近搜索", "热门搜索", "关注 |"]) == [True, True, True]


def test_a_breadcrumb_a_line_a_crumb() -> None:
    texts = ["关于供水的通知", "首页", ">", "政策", ">", "通知", "各县人民政府：", "为加强供水，现通知如下。"]
    assert find_stacked_breadcrumb(texts) == [False, True, True, True, True, True, False, False]
    assert not any(find_stacked_breadcrumb(["甲", ">", "乙", "丙", "丁", ">"]))


def test_what_the_browser_showed_is_no_line_of_the_text() -> None:
    texts = ["【关于供水的通知（某发1号）】-某市水利局", "关于供水的通知（某发1号）", "各县人民政府："]
    assert find_stacked_breadcrumb(texts) == [True, False, False]
    assert not any(find_stacked_breadcrumb(["【关于供水的通知】-某市水利局", "各县人民政府："]))
