"""What readers say below a text is none of it."""

from gangyao.layout.furniture.comments import find_comments
from gangyao.layout.furniture.site_lines import SITE_LINE

TEXT = ["一、更新范围", "更换座椅800处。"]
SAID = ["小城故事 2025-05-02 09:14", "希望尽快增加20处。", "回复 赞(12)"]


def test_comments_go_on_to_the_end() -> None:
    lines = [*TEXT, "网友评论（3条）", *SAID, "", *SAID]
    assert find_comments(lines) == [False, False, True, True, True, True, False, True, True, True]


def test_other_heads_and_texts_stay() -> None:
    assert not any(find_comments([*TEXT, "网友评论", "建立网友评论收集机制。"]))
    assert not any(find_comments(["网友评论", *SAID]))
    assert not any(find_comments([*TEXT, "网友评论（3条）", *SAID, "二、组织实施", "每年评估1次。"]))


def test_notices_of_browsers_are_no_text() -> None:
    for line in (
        "请开启JavaScript以获得完整体验",
        "加载中…",
        "暂无数据",
        "请输入验证码",
        "提交 重置",
        "查看更多评论",
    ):
        assert SITE_LINE.fullmatch(line), line
    for line in (
        "请输入材料清单并提交。",
        "提交报告",
        "查看现场",
        "没有数据支撑",
        "打印材料",
        "暂无条件的地区",
    ):
        assert not SITE_LINE.fullmatch(line), line


def test_heads_of_comments_over_and_over_are_read_soon() -> None:
    heads = ["网友评论"] * 20_000
    assert not any(find_comments([*TEXT, *heads]))
    assert find_comments([*TEXT, *heads[:2], *SAID]) == [False, False, *[True] * 5]
