"""The grammar of headings: which line may be one, and what its label, number and title are.

The function works on one line, raw or cleaned; whether a line that looks like a heading is one in its
document (and at which level) is for the builder of the tree to say, which sees all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gangyao.chinese.dates import TIME_BEHIND_MARK
from gangyao.chinese.dot_leaders import leader_start
from gangyao.chinese.numerals import CHINESE, CIRCLED, FORMAL, read_number
from gangyao.chinese.run_in_titles import split_run_in

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

MAX_WEAK_TITLE = 60
# A title that a file marks may end in a full stop. No title is a longer line of clauses that does, nor one
# without, which is no name (关于…), from so many characters on (by hand).
_LONGEST_WITH_STOP, _SHORTEST_SENTENCE = 20, 16

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
# `## 标题`, and `== 标题 ==` as wikis mark it.
_MARKDOWN = re.compile(
    r"[\s\ufeff]*(?:(?P<hashes>#{1,6})[ \t]+|(?P<equals>={2,6})[ \t]*(?=[^=\s>][^=]*?[ \t]*(?P=equals)\s*$))"
)
_INDENT = re.compile(r"[\s\ufeff*]*")
_SEPARATOR = re.compile(r"[\s\u3000：:]*")
_RANKED_SEPARATOR = re.compile(r"[\s\u3000：:、]*")
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
_BREAK_IN_SENTENCE = re.compile("[。！？；]")
_CLAUSE = re.compile("[，；。](?!$)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that reads like a heading; offsets are code points in the line.

    `label` is the printed number as far as its mark (`第三节`, `（一）`, `1.`), empty in a Markdown heading
    without number and in a known name. `number` is None where there is none, `numbers` are all the parts of
    a dotted number. `title` is `line[title_start:title_end]`, without separators and the final mark: empty
    where the line holds only the label or the label opens a paragraph. `body_start` is where the
    run-in paragraph begins, None where nothing but the heading is on the line. `markdown_depth` counts the
    hashes, or the equals signs of a wiki (0: none). `is_weak`: the form is a heading only where its document
    says so (`1 总则`, `第一，`).
    `has_leader`: dots and a page number follow, as in a table of contents. `inserted` is the rank of an
    article that was put in later behind the one of its number (第二条之一, 第 2-1 條); 0 for all others.
    """

    family: Family
    label: str
    number: int | None
    numbers: tuple[int, ...]
    label_start: int
    label_end: int
    title: str
    title_start: int
    title_end: int
    body_start: int | None
    markdown_depth: int = 0
    is_weak: bool = False
    has_leader: bool = False
    inserted: int = 0


def parse_heading(line: str) -> Heading | None:
    """Read `line` as a heading; None where its form is not one.

    A form that also opens sentences (`第一，`, `一是`) is taken only where the whole line has no
    final mark. The title of a run-in heading (`（一）总体要求。以…`) is its first sentence, if that is
    short; the paragraph begins at `body_start`.
    """
    return _parse(line) if MAYBE_HEADING.match(line) else None


def markdown_marks(line: str) -> int:
    """Return how many code points the marks of a Markdown heading (`## `) take at the start of a line."""
    marks = _MARKDOWN.match(line) if "#" in line or "=" in line else None
    return marks.end() if marks else 0


@lru_cache(maxsize=4096)
def _parse(line: str) -> Heading | None:
    """Read a line that may be a heading; layout and outline ask of the same line several times."""
    start = 0
    depth = 0
    end = len(line)
    if ("#" in line or "=" in line) and (marks := _MARKDOWN.match(line)):
        start, depth = marks.end(), len(marks["hashes"] or marks["equals"])
        end = len(line.rstrip().rstrip("=")) if marks["equals"] else end
    indent = _INDENT.match(line, start)
    start = indent.end() if indent else start
    found = _LABEL.match(line, start)
    if found is None:
        return _markdown_title(line, start, end, depth) if depth else None
    family, numbers, is_weak = _classify(found)
    if family is None:
        return _markdown_title(line, start, end, depth) if depth else None
    label_end = found.end()
    if family == "annex" and line[label_end : label_end + 1] in ("：", ":") and line[label_end + 1 :].strip():
        if (
            line[start + 1 : label_end].strip() == "录"
            and len(line) <= MAX_WEAK_TITLE
            and line[-1] not in "。；"
        ):
            return _appendix(line, start, label_end)
        # `附件：1.…` is the list of what is attached; `附件1：` alone heads it.
        return None
    separator = (_RANKED_SEPARATOR if found["ranked"] else _SEPARATOR).match(line, label_end)
    title_start = separator.end() if separator else label_end
    text_end = len(line[:end].rstrip().rstrip("*"))
    leader = leader_start(line[title_start:text_end])
    has_leader = leader is not None
    if leader is not None:
        text_end = title_start + leader
    text_end = max(text_end, title_start)
    if family == "named" and not has_leader and line[label_end:].strip(":： \t\u3000*="):
        return None
    if is_weak and family == "ordinal" and line[text_end - 1] in "。；：，！？、,;:":
        return None
    if is_weak and text_end - title_start > MAX_WEAK_TITLE:
        return None
    if family == "named":
        label, title_start, title_end, body_start = "", start, label_end, None
    else:
        label = found.group().rstrip()
        title_end, body_start = split_run_in(line, title_start, text_end, family)
    return Heading(
        family=family,
        label=label,
        number=numbers[-1] if numbers else None,
        numbers=numbers,
        label_start=start,
        label_end=start + len(label),
        title=line[title_start:title_end],
        title_start=title_start,
        title_end=title_end,
        body_start=body_start,
        markdown_depth=depth,
        is_weak=is_weak,
        has_leader=has_leader,
        inserted=read_number(found["inserted"] or found["between"] or "") or 0,
    )


def _appendix(line: str, start: int, label_end: int) -> Heading | None:
    """Read `附录：重大项目`: what follows is its title, unless that is a number or a list of several."""
    title = line[label_end + 1 :].strip()
    if not re.match(r"[\u4e00-\u9fff]", title) or "、" in title[:3]:
        return None
    place = line.index(title, label_end)
    label = line[start:label_end]
    return Heading("annex", label, None, (), start, label_end, title, place, place + len(title), None)


def parse_ordinal_sentence(line: str) -> Heading | None:
    """Read a line that is one sentence and opens with 第一，, 第二、 …; None where it is anything else.

    Whether it heads what follows or is a paragraph of its own, only its series tells.
    """
    text = line.rstrip()
    if not text.endswith("。") or _BREAK_IN_SENTENCE.search(text, 0, len(text) - 1):
        return None
    heading = parse_heading(text[:-1])
    return (
        heading if heading is not None and heading.family == "ordinal" and heading.label[0] == "第" else None
    )


def _classify(found: re.Match[str]) -> tuple[Family | None, tuple[int, ...], bool]:
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


def _is_sentence(title: str) -> bool:
    """Tell whether a title with a stop is a sentence."""
    if _CLAUSE.search(title) is not None:
        return len(title) > _LONGEST_WITH_STOP
    return len(title) >= _SHORTEST_SENTENCE and not title.startswith("关于")


def _markdown_title(line: str, start: int, end: int, depth: int) -> Heading | None:
    """Read a line that a file marks as a heading; None where it is a sentence all the same."""
    end = len(line[:end].rstrip().rstrip("*#").rstrip())
    end = max(end, start)
    title = line[start:end]
    if title[-1:] in ("。", "；") and _is_sentence(title):
        return None
    return Heading("markdown", "", None, (), start, start, title, start, end, None, depth)
