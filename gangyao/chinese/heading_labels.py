"""The grammar of the labels of headings: 第三章, （一）, 1.2, 附件1 and their families and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from gangyao.chinese.dates import TIME_BEHIND_MARK
from gangyao.chinese.numerals import CHINESE, CIRCLED, FORMAL, read_number

Family = Literal[
    "part",  # 第一篇, 第一编, 第一部分
    "chapter",  # 第一章
    "section",  # 第一节
    "article",  # 第一条
    "chinese",  # 一、
    "formal",  # 壹、
    "chinese_bracket",  # （一）
    "arabic",  # 1.  1、 ⒈
    "arabic_bracket",  # （1）  1）  ⑴
    "circled",  # ①
    "dotted",  # 1.1  1.1.1 (and 1 with a space, where 1.1 follows)
    "roman",  # I.  Ⅱ.
    "letter",  # A.
    "roman_bracket",  # (i)
    "letter_bracket",  # (a)
    "stem",  # 甲、
    "stem_bracket",  # （甲）
    "ordinal",  # 第一，  一是  on a line of its own
    "named",  # 前言, 结语, 附则 and the like
    "annex",  # 附件1
    "markdown",  # a Markdown heading without a number
    "plain",  # a heading that has neither number nor known name; never found by this module
]

_S = r"[ \t\u3000\xa0]*"
_CN = rf"[{CHINESE}](?:{_S}[{CHINESE}]){{0,6}}"
_AR = r"[0-9０-９]{1,3}"
_NUM = rf"(?:{_CN}|[0-9０-９](?:{_S}[0-9０-９]){{0,2}})"
# 第一千零五十二条 of a code.
_THOUSANDS = rf"[一二三]千(?:[{CHINESE}]{{1,6}})?(?=[条條])"
# What follows 第三章 or 第五条 where the words only refer to it.
_REFERENCE = (
    rf"(?![的之中内和与或及，,；;。）)至到]|、(?!{_S}[^第，。；、]{{2,30}}$)|所[列称述]|规定|以[上下外]|第[0-9０-９一二三四五六七八九十]"
    r"|[各]?款|课|车厢|能?力)"
)
_NAMES = (
    "前言|序言|引言|导言|导论|绪论|序|总则|附则|结语|结束语|结论|后记|编制说明"
    "|名词解释|名词注释|术语解释|注释|附录|附注"
)
_NAME_SPACED = "|".join(_S.join(name) for name in _NAMES.split("|"))
_NAME_STARTS = "".join(sorted({name[0] for name in _NAMES.split("|")}))

#: One look at the beginning of a line: most paragraphs fail it.
MAYBE_HEADING = re.compile(
    rf"[\s\ufeff*]*[#=第附{_NAME_STARTS}0-9０-９①-⑳⑴-⒛㈠-㈩（(〔［〈\[{CHINESE}{FORMAL}]"
)

_LABEL = re.compile(
    rf"""
    (?P<ranked>第{_S}(?P<ranked_number>{_THOUSANDS}|{_NUM})(?:{_S}[-－—]{_S}(?P<between>[0-9]{{1,2}}))?{_S}
        (?P<rank>部{_S}分|[篇编編章节節条條])(?:之(?P<inserted>[一二三四五六七八九十]{{1,3}}))?{_REFERENCE})
  | (?P<chinese>(?P<chinese_number>{_CN}){_S}[、．.]
        (?!{_S}[{CHINESE}]+(?:[、，,]|产业|产品|线|级|类|等|次|季度|是))
     |(?P<bare_number>{_CN})(?=\s*$|[ \u3000\t]+[\u4e00-\u9fff]{{2}}))
  | (?P<formal>(?P<formal_number>[{FORMAL}]{{1,3}}){_S}[、．.])
  | (?P<bracket>[（(〔［\[〈]{_S}(?P<bracket_number>{_CN}){_S}[）)〕］\]〉]
     |[㈠-㈩]|(?P<half_bracket_number>{_CN}){_S}[）)])
  | (?P<arabic_bracket>[（(〔［\[]{_S}(?P<arabic_bracket_number>{_AR}){_S}[）)〕］\]]
     |[⑴-⒇]|(?P<arabic_half_number>{_AR}){_S}[）)])
  | (?P<circled>[{CIRCLED}])
  | (?P<dotted>(?P<dotted_number>{_AR}(?:[.．]{_AR}){{1,4}})[.．、]?
        (?=[\s\u3000]+[^\s0-9%％]|[^\W\d_]|[“《（「【])
        (?![万亿千百倍吨元%％月年日天]|个百|个?月|个工作日|平方|公里|[a-zA-Z]{{1,3}}\b))
  | (?P<arabic>(?P<arabic_number>{_AR}){_S}(?:[、．]|\.(?![0-9０-９])|\.(?={TIME_BEHIND_MARK})))
        (?!{_S}(?!{TIME_BEHIND_MARK})[0-9０-９]{{1,3}}(?![0-9０-９]))
  | (?P<stopped>[⒈-⒛])
  | (?P<spaced>(?P<spaced_number>[0-9]{{1,2}})(?=[ \u3000\t]+[\u4e00-\u9fff]{{2}}))
  | (?P<ordinal>第{_S}(?P<ordinal_number>{_CN})[，,、]
     |(?P<point_number>[一二三四五六七八九十]{{1,3}})是)
  | (?P<annex>附{_S}[件录錄表图圖]{_S}(?P<annex_number>{_NUM}|[A-ZＡ-Ｚ])?(?=[\s\u3000：:.．、]|$)[.．、]?)
  | (?P<named>(?:{_NAME_SPACED})(?={_S}(?:[：:]?$|[.．·•…]{{3}})))
    """,
    re.VERBOSE,
)
_RANKS: dict[str, Family] = {
    "篇": "part",
    "编": "part",
    "編": "part",
    "部": "part",
    "章": "chapter",
    "节": "section",
    "節": "section",
    "条": "article",
    "條": "article",
}


@dataclass(frozen=True, slots=True)
class HeadingLabel:
    """A label as it is printed, `text`, as far as `end` in its line.

    `numbers` are all the parts of a dotted number, else one or none. `is_weak`: the form labels a heading
    only where its document says so. `is_ranked`: it says 章, 条 and the like. `inserted` is the rank of an
    article put in later (第二条之一), 0 for all others.
    """

    family: Family
    text: str
    end: int
    numbers: tuple[int, ...]
    is_weak: bool
    is_ranked: bool
    inserted: int


def read_label(line: str, start: int) -> HeadingLabel | None:
    """Read the label that begins at `start`; None where there is none."""
    found = _LABEL.match(line, start)
    if found is None:
        return None
    family, numbers, is_weak = _classify(found)
    return HeadingLabel(
        family,
        found.group().rstrip(),
        found.end(),
        numbers,
        is_weak,
        found["ranked"] is not None,
        read_number(found["inserted"] or found["between"] or "") or 0,
    )


def _classify(found: re.Match[str]) -> tuple[Family, tuple[int, ...], bool]:
    kind = found.lastgroup
    if found["ranked"]:
        return _RANKS[found["rank"][0]], _one(found["ranked_number"]), False
    if found["chinese"]:
        bare = found["bare_number"]
        return "chinese", _one(bare or found["chinese_number"]), bare is not None
    if found["formal"]:
        return "formal", _one(found["formal_number"]), False
    if found["bracket"]:
        text = found["bracket_number"] or found["half_bracket_number"] or found["bracket"]
        return "chinese_bracket", _one(text), False
    if found["arabic_bracket"]:
        text = found["arabic_bracket_number"] or found["arabic_half_number"] or found["arabic_bracket"]
        return "arabic_bracket", _one(text), False
    if found["circled"]:
        return "circled", _one(found["circled"]), False
    if found["dotted"]:
        parts = re.split("[.．]", found["dotted_number"])
        return "dotted", tuple(n for p in parts if (n := read_number(p)) is not None), False
    if found["arabic"] or found["stopped"]:
        return "arabic", _one(found["arabic_number"] or found["stopped"]), False
    if found["spaced"]:
        return "dotted", _one(found["spaced_number"]), True
    if found["ordinal"]:
        return "ordinal", _one(found["ordinal_number"] or found["point_number"]), True
    if found["annex"]:
        number = found["annex_number"]
        if number and number in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return "annex", (ord(number) - 64,), False
        return "annex", _one(number) if number else (), False
    if found["named"]:
        return "named", (), False
    raise AssertionError(f"label without a family: {kind}")


def _one(text: str) -> tuple[int, ...]:
    number = read_number(text)
    return () if number is None else (number,)
