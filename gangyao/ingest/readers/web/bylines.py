"""What sites print between a title and its text: `2025-02-03 08:00 来源：辛市日报 字号：小 大`."""

from __future__ import annotations

import re

from gangyao.document.fact_labels import read_facts
from gangyao.document.metadata import Finding

_LONGEST = 120
_LONGEST_VALUE = 24
_LONGEST_PART = 40
_DAY = re.compile(r"(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_SOURCES = "信息来源|文章来源|文件来源|新闻来源|稿件来源|来源|稿源"
# Names of what sites print of a text beside the day; a notice may say 时间 of its own.
_LABELS = (
    f"{_SOURCES}|文章作者|作者|记者|通讯员|摄影|撰稿|供稿|编辑|责任编辑|责编|编校|审核|校对|初审|复审|终审|监制|发布人|信息员|"
    "浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击次数|点击数|点击量|点击|访问次数|访问量|人气|字体大小|字体|字号|"
    "发布时间|发布日期|发表时间|更新时间|时间|日期"
)
_LABEL = re.compile(rf"(?P<label>{_LABELS})\s*[：:丨|｜]\s*")
_OF_NO_SITE = frozenset({"时间", "日期"})
_OF_NO_SITE_WORD = re.compile("时间|日期|地点|会议")
# What sites put beside it to be pressed, and what parts all this.
_CONTROL = re.compile(r"默认|超大|特大|大|中|小|打印|本页|关闭|窗口|分享到?|收藏|微信|微博|纠错|次")
_PARTS = re.compile(r"[\s|｜丨·/【】\[\]（）()：:]+")
_SENTENCE = re.compile(r"[，。；！？：:]")


def byline_facts(text: str) -> list[Finding] | None:
    """Return what such a line states, the day of publication and the source; None for any other line."""
    if len(text) > _LONGEST:
        return None
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    values = [text[label.end() : end] for label, end in zip(labels, ends, strict=False)]
    before = text[: labels[0].start()] if labels else text
    day, time = _DAY.search(text), _TIME.search(_DAY.sub(" ", text))
    if not labels and day and time:
        # Names of people, of an account: 原创 政策法规科 滨江工信 2026年2月9日 17:05.
        before = "" if _is_value(before) and _OF_NO_SITE_WORD.search(before) is None else before
    if not _is_bare(before) or not all(map(_is_value, values)):
        return None
    names = {label["label"] for label in labels} - _OF_NO_SITE
    if not (len(names) > 1 or (names and day) or (day and time)):
        return None
    found = [*read_facts("published_on", day.group(), "page: byline")] if day else []
    for label, value in zip(labels, values, strict=True):
        if label["label"] in _SOURCES.split("|") and (source := _without_marks(value)):
            found += read_facts("source", source, "page: byline")
    return found


def begins_byline(text: str) -> bool:
    """Tell whether a short text begins with the name of what a byline states."""
    return len(text) <= _LONGEST_PART and _LABEL.match(text) is not None


def _without_marks(value: str) -> str:
    return value.strip(" 　|｜丨[]【】（）()")


def _is_bare(text: str) -> bool:
    """Tell whether a text is a day, a time and things to press, and nothing else."""
    return not _PARTS.sub("", _CONTROL.sub("", _TIME.sub("", _DAY.sub("", text))))


def _is_value(text: str) -> bool:
    bare = _TIME.sub("", _DAY.sub("", text))
    return len(bare) <= _LONGEST_VALUE and _SENTENCE.search(bare.rstrip("】])） ：")) is None
