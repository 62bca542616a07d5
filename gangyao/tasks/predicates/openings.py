"""Whether a known verb that opens a place is a predicate there, or part of a noun, a name or a list."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.noun_compounds import opens_compound
from gangyao.tasks.predicates.candidates import (
    BEHIND_PERSON,
    BODIES,
    BODY_STARTS,
    BOUND_BODIES,
    HEADS,
    PREDICATES,
)
from gangyao.tasks.predicates.complements import COMPLEMENT_STARTS
from gangyao.tasks.predicates.phrases import CLOSERS
from gangyao.tasks.predicates.verb_group import VerbGroup
from gangyao.tasks.predicates.verb_groups import read_chain
from gangyao.tasks.predicates.verb_words import GOES_ON, NOUN_MAKERS

_BODY_ENDS = ("部门", "机关", "机构", "政府", "委员会", "单位", "法院", "检察院")
_LIST_JOINTS = ("、", "和", "或")
_LISTED = re.compile("、|或者|或|和")
# What joins the last of several verbs, and what a place ends with.
_JOINED = re.compile("(?:、|和|或者?|及)$")
_INSIDE = frozenset("内中外间")
_HANZI = re.compile("[\u4e00-\u9fff]{2}")
_COURSE = ("过程中", "期间", "过程的")
_COURSE_STARTS = frozenset("过期")
# With one of these behind it a verb may be part of a time, a subject or a list of nouns.
_TURNS = _COURSE_STARTS | frozenset("是、和及")
# Behind one of these more has to be looked at than the words; 执行 may open a name of persons.
_WATCHED = NOUN_MAKERS | BODY_STARTS | COMPLEMENT_STARTS | GOES_ON | _TURNS
_MAY_NAME = "执行"
_NOUN_LIKE = frozenset({"nominal", "dual"})
# 发展|改革、公安、应急等部门: the first of a list of offices.
_REFORM_OFFICE = re.compile("(?:和|与)?改革(?:、[^，。；]{2,40}(?:部门|机关|单位)|(?:主管)?部门|委|局)")
# A verb and its noun.
_SHORTEST_ACT = 4
# Rather nouns where a phrase ends with them: 按照发展规划, 按照任务分工.
_MORE_NOUN = CLOSERS | frozenset(
    {
        *("规划", "计划", "工作", "建设", "发展", "管理", "服务", "组织", "领导", "设计"),
        *("需求", "需要", "报告", "决定", "部署", "安排", "分工", "改革", "教育", "生产"),
        *("经营", "约定", "承诺", "指导", "指示", "批示", "规定", "要求", "试点", "示范"),
    }
)
# Adverbs first, verbs only before a noun: 深入分析, but 深入基层.
_ADVERBS_FIRST = frozenset({"深入", "严格", "继续", "优先", "抓紧", "集中", "提前"})


def opening_verb(text: str, at: int, end: int, word: Word, lexicon: Lexicon) -> VerbGroup | None:
    """Return the chain that the verb `word` opens, None where it is part of a noun or of a list of nouns."""
    if word.verb in PREDICATES and _has_object(text, at, end, word, lexicon):
        return VerbGroup(at, at + len(word.text), (word.text,), word, word)
    stop = at + len(word.text)
    if stop < end and text[stop] in NOUN_MAKERS and not lexicon.heads.get(text[stop : stop + 2]):
        return None
    is_noun_like = word.verb in _NOUN_LIKE
    if stop < end and text[stop] in BODY_STARTS:
        names_body = BODIES if is_noun_like or word.text == "牵头" else BOUND_BODIES
        if names_body.match(text, stop, end):
            return None
    if is_noun_like and text.startswith("行政", stop) and HEADS.match(text, stop, end):
        # 规划|行政主管部门: who acts.
        return None
    if word.text == "发展" and _REFORM_OFFICE.match(text, stop, end):
        return None
    group = read_chain(text, at, end, word, lexicon)
    stop = group.end
    if (is_noun_like or group.last.text == "执行") and _names_person(text, stop, end, lexicon):
        return None
    following = text[stop : stop + 1]
    if following not in _TURNS:
        return group
    if following in _COURSE_STARTS:
        # 实施过程中的管理: a time.
        return None if text.startswith(_COURSE, stop) else group
    if stop >= end:
        return group
    if following == "是":
        # 就业是最大的民生: a subject.
        return None if is_noun_like else group
    # 管理和服务水平: the first of a list of nouns, unless 和 begins a word (推进和美乡村).
    return group if text[stop : stop + 2] in lexicon.nouns else None


def _has_object(text: str, at: int, end: int, word: Word, lexicon: Lexicon) -> bool:
    """Tell whether nothing but an object follows the predicate `word`, as in most clauses: 加强|能力建设.

    All else that may follow it is looked at more closely.
    """
    stop = at + len(word.text)
    if stop >= end or len(word.text) != 2 or word.text == _MAY_NAME:
        return False
    first = text[stop]
    if first in _WATCHED or first == word.text[0]:
        return False
    if word.verb == "taker":
        joined = lexicon.pair_heads.get(word.text)
        return joined is None or text[stop : stop + 2] not in joined
    following = lexicon.at(text, stop)
    return following is None or following.noun


def bound_verb(
    text: str, at: int, end: int, word: Word, lexicon: Lexicon, *, is_bound: bool
) -> VerbGroup | None:
    """Return what a duty binds where the verb looks like a noun: 不得侵占、私分或者挪用, 可以指定|部门."""
    stop = at + len(word.text)
    if not is_bound or (word.verb == "stative" and _LISTED.match(text, stop, end) is None):
        return None
    if BODIES.match(text, stop, end):
        return VerbGroup(at, stop, (word.text,), word, word)
    last = word
    words = [word.text]
    listed = _LISTED.match(text, stop, end)
    while listed is not None:
        known = lexicon.at(text, listed.end())
        if known is not None and known.adverb and not known.verb:
            # 强制或者变相强制: an adverb leads the next one.
            led = lexicon.at(text, listed.end() + len(known.text))
            if led is None or not led.verb or led.noun:
                break
            last, stop = led, listed.end() + len(known.text) + len(led.text)
            words.extend((known.text, led.text))
        elif known is not None and known.verb and not known.noun and listed.end() + len(known.text) <= end:
            last, stop = known, listed.end() + len(known.text)
            words.append(known.text)
        elif listed.end() + 2 < end and text[listed.end() + 2] in "、或和":
            # No table knows 私分: it stands between verbs.
            stop = listed.end() + 2
            words.append(text[listed.end() : stop])
        elif listed[0] == "或者" and known is None and listed.end() + _SHORTEST_ACT <= end:
            # 不得伪造、转移或者毁损|证据, 只能购买或者租用|泊位: it closes the list.
            stop = listed.end() + 2
            words.append(text[listed.end() : stop])
        else:
            break
        listed = _LISTED.match(text, stop, end)
    is_list = len(words) > 1 and (stop >= end or text[stop] not in "的等")
    return VerbGroup(at, stop, tuple(words), word, last) if is_list else None


def opened_by(
    text: str, at: int, end: int, word: Word, lexicon: Lexicon, *, is_bound: bool
) -> VerbGroup | None:
    """Return the group that the verb `word` opens; all of a list of bound verbs: 不得收购和销售."""
    group = opening_verb(text, at, end, word, lexicon)
    if group is not None and not (is_bound and text[group.end : group.end + 1] in _LIST_JOINTS):
        return group
    listed = bound_verb(text, at, end, word, lexicon, is_bound=is_bound)
    if group is None or (listed is not None and (listed.end == end or text.startswith("或者", group.end))):
        return listed
    return group


def _names_person(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether 人 or 者 stands at `at`, or behind a verb there: 出卖|人, 申请|执行人."""
    if text[at : at + 1] in ("人", "者"):
        return at + 1 >= end or text[at + 1] in BEHIND_PERSON
    word = lexicon.at(text, at) if at < end else None
    if word is None or not word.verb or word.noun:
        return False
    stop = at + len(word.text)
    return text[stop : stop + 1] in ("人", "者") and text[stop : stop + 2] not in lexicon.nouns


def is_object(text: str, end: int, word: Word, rest: VerbGroup, lexicon: Lexicon) -> bool:
    """Tell whether what follows an adverb that is a verb too is its object: 统一|管控尺度, 规范|管理流程."""
    if (
        word.text == "严格"
        and rest.end >= end
        and rest.first is not rest.last
        and rest.first.verb == "nominal"
    ):
        # 严格|排污许可: two nouns.
        return True
    if rest.has_adverb or word.text in _ADVERBS_FIRST or rest.first.verb not in ("nominal", "dual"):
        return False
    return rest.first.verb == "nominal" or (
        rest.end < end and opens_compound(text, rest.end, rest.last.text, lexicon)
    )


def stands_alone(
    text: str, at: int, end: int, word: Word, lexicon: Lexicon, *, is_bound: bool = False
) -> bool:
    """Tell whether a verb of one character (促改革, 使企业…) is a word of its own: a known word follows.

    `is_bound`: a modal word stands before it.
    """
    if word.text == "走" and text.endswith("路", at, end):
        return True
    if word.text in "使让报供" or (is_bound and word.text == "有"):
        return end - at > 3
    if text[at : at + 2] in lexicon.nouns or text[at : at + 1] in ("“", "《"):
        return True
    following = lexicon.at(text, at)
    return following is not None and len(following.text) > 1 and at + len(following.text) <= end


def is_compound(text: str, end: int, group: VerbGroup, lexicon: Lexicon) -> bool:
    """Tell whether the group is the beginning of a noun: 动态监测网络, 发展水平."""
    return (
        group.first.verb in ("nominal", "dual")
        and group.end < end
        and opens_compound(text, group.end, group.last.text, lexicon)
    )


def act_behind(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the first verb of any kind that takes a known noun, behind a phrase that an adverb leads.

    优先向就业密集地区|供应|住宅用地, 可根据特点|选用|指标: what leads the phrase wants a predicate.
    """
    at = start + 1
    while at < end - _SHORTEST_ACT:
        word = lexicon.at(text, at) if text[at : at + 2] in lexicon.known else None
        if word is None:
            at += 1
            continue
        stop = at + len(word.text)
        if text.find("的", stop, end) >= 0 or word.text in _MORE_NOUN:
            at = stop
            continue
        if HEADS.match(text, stop, end):
            # 市水路运输|行政管理部门: who acts.
            at = stop
            continue
        is_act = word.verb in ("nominal", "dual") and not word.noun and text[at - 1] not in "的、和与及或"
        if is_act and any(text[stop : stop + size] in lexicon.nouns for size in (2, 3)):
            return VerbGroup(at, stop, (word.text,), word, word)
        at = stop
    return closing_act(text, start, end, lexicon)


def act_of_body(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the one verb that closes the clause right behind the name of a body: 由退役军人部门|规定."""
    at = end - 2
    if at - start < _SHORTEST_ACT or not text.endswith(_BODY_ENDS, start, at):
        return None
    word = lexicon.at(text, at)
    if word is None or not word.verb or word.noun or len(word.text) != 2:
        return None
    return VerbGroup(at, end, (word.text,), word, word)


def closing_act(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return the verb without an object that closes the clause behind a phrase: 按照标准定额|扣除."""
    at = end - 2
    if at - start < _SHORTEST_ACT or text[at - 1] in "的、和与及或":
        return None
    word = lexicon.at(text, at)
    if word is None or not word.verb or word.noun or len(word.text) != 2 or word.text in _MORE_NOUN:
        return None
    if text[at - 2 : at + 2] in lexicon.nouns or text[at - 1 : at + 1] in lexicon.nouns:
        return None
    return VerbGroup(at, end, (word.text,), word, word)


def closing_acts(text: str, start: int, end: int, lexicon: Lexicon) -> VerbGroup | None:
    """Return what a duty binds behind a phrase: 可以向部门|投诉、举报, 应当在作业区内|作业."""
    at = end
    words: list[Word] = []
    while (verb := _two(text, at - 2, lexicon)) is not None and at - 2 - start >= 2:
        words.insert(0, verb)
        at -= 2
        joint = _JOINED.search(text, start, at)
        if joint is None:
            break
        at = joint.start()
    if len(words) > 1:
        first = at if at + 2 <= end and lexicon.at(text, at) is words[0] else None
        return (
            None
            if first is None or text[first - 1] in "的、"
            else VerbGroup(first, end, tuple(one.text for one in words), words[0], words[-1])
        )
    if end - start > _SHORTEST_ACT and text[end - 3] in _INSIDE and _HANZI.fullmatch(text, end - 2, end):
        act = coined(text[end - 2 : end], "nominal")
        return VerbGroup(end - 2, end, (act.text,), act, act)
    return None


def _two(text: str, at: int, lexicon: Lexicon) -> Word | None:
    """Return the verb of two characters that stands at `at`."""
    word = lexicon.at(text, at) if at >= 0 else None
    return word if word is not None and word.verb and not word.noun and len(word.text) == 2 else None
