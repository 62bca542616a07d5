"""The kind of a document, by the word that its title ends in, else by what its text calls itself.

《党政机关公文处理工作条例》 (2012) lists the forms of dispatches.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_ASIDE = re.compile(
    r"[（(](?:试行|暂行|草案|征求意见稿|修订|修正|送审稿|摘要|全文|第.{1,3}[稿版]|(?:19|20)\d\d.{0,14}|1[0-4]\d[至年].{0,16}|[一二三四五六七八九十]{4}.{0,8})[^）)]{0,8}[）)]$"
    r"|(?:草案|摘要|全文)$|[《》\s]"
)
# What part of it a page shows: 省“十三五”规划（改革创新）, 行动方案（省）.
_PART = re.compile(r"[（(][^（()）]{1,12}[）)]$")
# The first that the title ends in counts; 通知 of a notice that hands on a plan comes before the plan.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("report", re.compile("(?:统计|状况|质量|资源|环境|普查|监测|情况)公报$")),
    ("notice", re.compile("(?:通知|通报|通告|公告|公报)$")),
    ("reply", re.compile("(?:批复|复函|函|答复)$")),
    ("decision", re.compile("(?:决定|决议)$")),
    (
        "plan",
        re.compile(
            r"(?:规划|计划|纲要|方案|预案|要点|安排|清单|蓝图|路线图|(?:规划|计划)的建议|行动|分工"
            r"|(?:分工|分解|任务|安排|计划|进度|时间|清单|推进|配档)表|任务书|民生实事(?:项目)?)$"
        ),
    ),
    ("opinion", re.compile("(?:意见|建议)$")),
    ("report", re.compile("(?:报告|报告书|工作总结)$")),
    ("measures", re.compile("(?:办法|细则|规定|规则|准则|规程|规范|标准|导则|措施|指南|指引)$")),
    ("law", re.compile("(?:(?<![办方做看想说书用语])法|法典|条例|宪法|章程)$")),
)
# 基本法, 根本办法, 日本法 and 成本计划 are of others.
_ITSELF = re.compile(
    "(?<![基根日样版成资文剧脚课股标])本(法|条例|办法|规定|细则|规则|章程|规划|纲要|方案|预案|计划|意见|通知|通告|公告|决定|决议|指南|指引|导则|规程)"
    "(?![人官院庭律令宝案]|规(?!定))"
)
# A dispatch with what it hands on calls itself by two names; one that does so once may quote another.
_FEWEST, _SHARE = 2, 0.8


def kind_of_title(title: str) -> str | None:
    """Return the kind that a title names, None where it names none."""
    bare = title.strip()
    while (shorter := _ASIDE.sub("", bare)) != bare:
        bare = shorter
    return _ending(bare) or _ending(_PART.sub("", bare))


def _ending(title: str) -> str | None:
    return next((kind for kind, ending in _KINDS if ending.search(title)), None)


def kind_of_text(texts: Iterable[str]) -> str | None:
    """Return the kind that a text calls itself (本法, 本办法), None where it does not or by several names."""
    said = Counter(name for text in texts for name in _ITSELF.findall(text))
    if said.total() < _FEWEST:
        return None
    (name, count), *_ = said.most_common(1)
    return _ending(f"某{name}") if count >= _SHARE * said.total() else None
