"""Unquoted names of schemes and meetings, known by the verb before them: 实施[湿地生态补水行动]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.openers import MARKS, name_start

# A longer one is a phrase.
_LONGEST = 24
# The shortest that says what the scheme is for, without its head: 湿地补水|行动.
_SHORTEST = 3
_HEADS = re.compile("(?:行动|行动计划|计划|工程|攻坚战|大会|战略|指引|规划纲要|条例)$")
# Counted, pointed at or of a kind: no single scheme.
_NO_NAME = re.compile(
    "[等该本此其各某每的了及]|一批|一系列|若干|相关|有关|上述|重大|重点|多[项个]|[0-9一二三四五六七八九十两几]+[大项个批]|"
    "人民代表$|以及|通过|作为|进行|年度|规划建设|我[省市县区国]|国家级|不少于|以上|投资"
)
# What only says of which kind a scheme is.
_KIND = re.compile(
    "(?:骨干|水源|国家|人民|职工|党员|代表|民生|水利|生态|基础|安全|专项|整治|实施|工作|建设|发展|年度|投资|培训|教学|生产|采购|招聘|招生|系统|"
    "信息化|土建|主体|配套|示范|试点|科技|支持|保障|攻坚|治理|提升|改造|修复|保护|帮扶|惠民|扩建|改扩建|加固|三年|五年|推进|执法|联合|集中|防控|宣传|救援|应急|党员|党建|志愿|公益|集体|自觉)+$"
)
# The types of the heads that name schemes (name_heads.csv); the others need not be looked at.
_TYPES = ("programme", "policy", "event")
_LONGEST_OPENING = 4
_NEXT_ITEM = re.compile("[和与及]|工程|行动|计划")
# The most that stands before and behind the cue of a transfer or a plan.
_FRONT = 16
_TRANSFER = re.compile(
    "(?:引[一-鿿]{1,2}[济入补][一-鿿]{1,2}?(?=工程|供水|引水|调水|二期|一期|[、，。；等”和])|[一-鿿]水[东南西北]调|[一-鿿][电气](?:外送|入[一-鿿](?![户]))|西[电气]东[送输]|西煤东运|北粮南运)"
    "(?:工程)?"
)
_FIVE_YEARS = re.compile(
    "(?:“[一二三四五六七八九十]{1,2}五”|[一二三四五六七八九十]{1,2}五)(?:计划|规划)(?:纲要)?"
    "|(?:国民经济和社会发展)?第[一二三四五六七八九十]+个五年(?:计划|规划)(?:纲要)?"
)
_ENDS = re.compile(f"[{MARKS}]")
# A strategy that is carried out is one, what is only spoken of is none.
_CARRIED_OUT = re.compile("(?:实施好?|落实|贯彻|执行)$")
_JOINED = re.compile("[和与]")
# What joins a scheme to what stands before it.
_OPENING_JOIN = re.compile("以及|[和与及并]")
_JOINS = re.compile("以及|(?<=行动|计划|工程|战略)[和与及]|(?<=攻坚战)[和与及]")


def scheme_names(text: str, heads: Sequence[tuple[int, int, Head]], gazetteer: Gazetteer) -> list[Candidate]:
    """Schemes and meetings that end with one of `heads` (start, end, head; by start) and that a verb governs.

    A list goes on: behind 实施甲工程、 the next scheme needs no verb.
    """
    found: list[Candidate] = []
    ends: set[int] = set()
    last_end = -1
    for start, end, head in heads:
        last = _scheme_word(head.form) if head.type in _TYPES else None
        if last is None or not gazetteer.limits.holds(last, text, end - len(last), end):
            continue
        floor = max(0, start - _LONGEST)
        begin = name_start(text, floor, start, gazetteer.openers)
        if begin is None:
            begin = _listed_start(text, floor, start, ends)
        elif last_end >= floor:
            listed = _listed_start(text, floor, start, ends)
            if listed is not None and _is_inside_item(text, listed, begin):
                begin = listed
        if begin is None:
            continue
        if opening := _OPENING_JOIN.match(text, begin, start):
            begin = opening.end()
        for joined in _JOINS.finditer(text, begin, start):
            begin = joined.end()
        middle = text[begin:start]
        if len(middle) < _SHORTEST or _NO_NAME.search(middle) or _KIND.match(middle):
            continue
        is_told = last == "战略" and not _CARRIED_OUT.search(text, max(0, begin - 3), begin)
        if is_told or (head.type == "policy" and _JOINED.search(middle)):
            continue
        ends.add(end)
        last_end = end
        kind: EntityType = "programme" if head.form.endswith("行动计划") else head.type
        found.append(Candidate(begin, end, kind, text[begin:end], "grammar"))
    return found


def transfers(text: str, cues: Iterable[tuple[int, int]]) -> list[Candidate]:
    """Transfers of water, power and gas at `cues`, named by where they lead: 引江济淮, 疆电入渝."""
    return _beside(text, cues, _TRANSFER, "programme")


def five_year_plans(text: str, cues: Iterable[tuple[int, int]]) -> list[Candidate]:
    """Five-year plans at `cues`, by their number: “七五”计划, 第二个五年计划."""
    return _beside(text, cues, _FIVE_YEARS, "policy")


def _beside(
    text: str, cues: Iterable[tuple[int, int]], pattern: re.Pattern[str], kind: EntityType
) -> list[Candidate]:
    found: list[Candidate] = []
    for start, end in cues:
        for name in pattern.finditer(text, max(0, start - _FRONT), end + _FRONT):
            if name.start() <= start and name.end() >= end:
                found.append(Candidate(name.start(), name.end(), kind, name[0], "grammar"))
    return found


@cache
def _scheme_word(head: str) -> str | None:
    """The word that says what a head names, None where it is no scheme: 三年行动 → 行动."""
    last = _HEADS.search(head)
    return last[0] if last else None


def _is_inside_item(text: str, listed: int, begin: int) -> bool:
    """Tell whether the verb before `begin` stands inside the item of a list: 、循环经济助力|降碳行动.

    A verb that opens the item is two or four characters long at most: 、率先启动|提升工程.
    """
    return begin - listed > _LONGEST_OPENING and not _NEXT_ITEM.search(text, listed, begin)


def _listed_start(text: str, floor: int, end: int, ends: set[int]) -> int | None:
    """The start of a scheme that follows another one in a list, or a quoted one: “三支一扶”、[特岗计划]."""
    for mark in re.finditer("[、和及与，]|以及", text[floor:end]):
        at = floor + mark.start()
        follows = at in ends or (mark[0] != "，" and text[at - 1 : at] == "”")
        if follows and not _ENDS.search(text, floor + mark.end(), end):
            return floor + mark.end()
    return None
