"""Menus of a site are no text; a heading of the same words is."""

from __future__ import annotations

from gangyao.layout.furniture.menus import find_menus


def test_menus_on_lines_and_in_rows() -> None:
    page = [
        "首页",
        "政务公开",
        "",
        "办事服务",
        "某县农业方案",
        "一、任务",
        "首页 | 走进某县 | 政民互动",
        "返回顶部",
    ]
    assert [text for text, flag in zip(page, find_menus(page), strict=True) if flag] == [
        *("首页", "政务公开", "办事服务", "首页 | 走进某县 | 政民互动"),
    ]


def test_one_or_two_names_are_headings() -> None:
    assert not any(
        find_menus(["政策解读", "加强宣传。", "互动交流", "政务服务", "优化流程。", "政务公开，办事服务"])
    )
