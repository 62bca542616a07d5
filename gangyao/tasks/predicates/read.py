"""The predicate of a clause: at its start, after a subject or a phrase, or what its indicator is to reach."""

from __future__ import annotations

import re
from dataclasses import replace

from gangyao.tasks.clauses.signs import (
    AGENT,
    AROUND,
    BEHIND_TIME,
    CLOSING_VERB,
    DIGIT,
    DUTY,
    EVERY_SIGN,
    FIGURE,
    IS,
    LIST,
    PAST,
)
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Word
from gangyao.tasks.places import BY_PARTS
from gangyao.tasks.predicates.agents import read_agent
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.closings import closing_predicate, opening_noun
from gangyao.tasks.predicates.indicator_clauses import (
    has_figures,
    is_indicator_alone,
    names_rate,
    read_indicator,
)
from gangyao.tasks.predicates.leading_verbs import behind_word
from gangyao.tasks.predicates.modality import DUTIES, tells_duty
from gangyao.tasks.predicates.mottoes import read_motto
from gangyao.tasks.predicates.openings import opening_verb
from gangyao.tasks.predicates.search import behind_phrase, find_predicate, read_group
from gangyao.tasks.predicates.subjects import behind_charged, behind_subject, is_subject_of_is
from gangyao.tasks.predicates.times import (
    act_behind_time,
    behind_time,
    is_time_alone,
    led_by_time,
    opens_time,
    tells_of_past,
    tells_when,
)
from gangyao.tasks.predicates.unknown_adverbs import with_adverbial, with_prefix, without_object
from gangyao.tasks.predicates.unknown_verbs import guess_verb
from gangyao.tasks.predicates.verb_group import VerbGroup, led_by

# A state that something is not in is a case rather than an aim: 没有设计文件的项目.
# One character of these may begin a noun: 可回收物, 会展.
_LOOSE = ("可", "能", "会")
_CLOSED = re.compile("[^，]{2,12}(?:对[^，]{2,40}负责|于[^，]{0,12}[年月日][底末]?[前内][\u4e00-\u9fff]{2})$")
_DUTY_BEHIND = re.compile("[还也均都]?(?P<duty>应当|必须|不得)")
# What bounds a figure and is no verb begins so: 不少于, ≥.
_BOUNDS = frozenset("不≥≤≧≦＞＜><")
# Verbs of these kinds are no nouns.
_ACTS = frozenset({"transitive", "sponsor", "taker"})
_FINDS = "发现"
_AT_ONCE = re.compile("(?<=[\u4e00-\u9fff]{2})(?:及时|立即|立刻|第一时间|一律|依法|应当|必须|要(?!求|素|点))")
_MOVES = re.compile("[把将]")
_LEADS_STATE = frozenset({"专项", "全部", "主要", "统一"})
_DENIES = "没无未不有"
_UNDERGOES = "得到"


def read_predicate(
    text: str, start: int, end: int, grammar: Grammar, signs: int = EVERY_SIGN
) -> VerbGroup | None:
    """Return the verb group of the clause `text[start:end]`, None where it has no predicate.

    A clause that is only a phrase of ground, means or scope (依托…, 以…为…) gives a group with `is_basis`.
    `signs` tell what may stand in the clause (see `gangyao.tasks.clauses.signs`).
    """
    if text[end - 1] == "的" or is_time_alone(text, start, end):
        # 正在开展试点工作的，…: a clause that names its subject.
        return None
    if signs & (LIST | CLOSING_VERB):
        whole = _read_whole(text, start, end, grammar)
        if whole is not None:
            return whole
    word = grammar.lexicon.at(text, start)
    if word is not None and word.preposition is not None and not word.noun:
        found = _behind_preposition(text, start, end, word, grammar)
        if found is not None:
            return found
        if not word.verb or word.verb == "stative":
            return _led_by_preposition(text, start, end, word, grammar, signs)
    if word is not None and (behind := behind_word(text, start, end, word, grammar)) is not None:
        return behind
    is_plain = word is not None and word.verb in PREDICATES and not (word.adverb or word.noun)
    if word is not None and is_plain and len(word.text) > 1:
        group = opening_verb(text, start, end, word, grammar.lexicon)
    elif word is not None or text[start] == BY_PARTS:
        group = read_group(text, start, end, grammar, opening=word)
    else:
        group = None
    if signs & FIGURE and has_figures(text, start, end):
        reached = read_indicator(text, start, end, group, grammar)
        if reached is not None:
            return _act_before_bound(text, start, end, reached, grammar) or reached
        if group is not None and is_indicator_alone(text, start, end, group):
            return None
    found = (
        _at_start(text, start, end, group, grammar, signs)
        if group is not None
        else _after_start(text, start, end, word, grammar, signs)
    )
    if found is None or (signs & PAST and tells_of_past(text, found)):
        return None
    if not found.modals and text.endswith(_UNDERGOES, start, found.start):
        # 风险|得到有效管控: what its subject is to undergo.
        found = led_by(found, found.start - len(_UNDERGOES), (_UNDERGOES,), ())
    return None if signs & IS and is_subject_of_is(text, start, end, found) else found


def _act_before_bound(
    text: str, start: int, end: int, bound: VerbGroup, grammar: Grammar
) -> VerbGroup | None:
    """Return the act whose object is bounded: 县财政局每年|安排|专项资金不少于500万元.

    None where what stands before the bound is only named: 优良天数比率不低于90%.
    """
    if bound.words[0][0] not in _BOUNDS or names_rate(text, start, bound.start):
        return None
    act = find_predicate(text, start, end, grammar, after_preposition=False)
    if act is None:
        act = led_by_time(text, start, end, grammar)
        return act if act is not None and act.end <= bound.start else None
    is_act = act.end <= bound.start and act.last.verb in _ACTS and not act.last.noun
    return act if is_act else None


def _behind_preposition(text: str, start: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate of a clause that the preposition `word` opens, alone or as a verb of a group."""
    if word.verb:
        group = read_group(text, start, end, grammar, opening=word)
        if group is not None and group.first is not group.last:
            return group
    return behind_phrase(text, start, end, word, grammar)


def _led_by_preposition(
    text: str, start: int, end: int, word: Word, grammar: Grammar, signs: int
) -> VerbGroup | None:
    """Return the predicate of a clause whose preposition `word` opens a phrase without one behind it."""
    group = read_group(text, start, end, grammar, opening=word) if word.adverb else None
    if group is None and signs & FIGURE and has_figures(text, start, end):
        group = read_indicator(text, start, end, None, grammar)
    return group


def _at_start(
    text: str, start: int, end: int, group: VerbGroup, grammar: Grammar, signs: int
) -> VerbGroup | None:
    """Return `group`, which the clause opens with, or the predicate where it is part of the subject."""
    if text[group.end : group.end + 1] == "的" and not group.is_basis:
        # 需要监测的隐患点将增加, 借用的渔具: what looks like a predicate tells of the subject.
        if group.first is not group.last and group.first.verb in PREDICATES:
            # 规范|监管的程序: the second verb tells of the object.
            return _first_alone(group)
        return find_predicate(text, group.end, end, grammar, after_preposition=False)
    if (
        group.last.text == _FINDS
        and not group.modals
        and (then := _once_found(text, group.end, end, grammar))
    ):
        return then
    is_loose = bool(group.modals) and group.modals[0].text in _LOOSE and not group.is_basis
    may_bind = signs & DUTY != 0
    if may_bind and is_loose and tells_duty(text, group.end, end, grammar):
        # 可回收物经营者应当…: part of a noun.
        return find_predicate(text, group.end, end, grammar, after_preposition=False)
    if signs & BEHIND_TIME and tells_when(text, group.end, end):
        return behind_time(text, group.end + 1, end, grammar)
    if signs & AROUND and (acted := act_behind_time(text, group.end, end, grammar)) is not None:
        return acted
    if signs & AROUND and not group.modals and opens_time(text, group.end, end, grammar):
        # 转制前人员的补贴资金, 转制后补贴继续拨付: a time.
        return find_predicate(text, group.end + 1, end, grammar, after_preposition=False)
    is_bare = not (group.modals or group.has_adverb)
    if signs & AGENT and group.first.verb in ("nominal", "dual") and is_bare:
        agent = read_agent(text, start, end, grammar)
        if agent is not None:
            return agent
    if is_bare and (charged := behind_charged(text, start, end, grammar)) is not None:
        return charged
    if is_bare and (led := behind_subject(text, end, group, grammar)) is not None:
        return led
    if (
        may_bind
        and not group.modals
        and group.last.verb != "sponsor"
        and tells_duty(text, group.end, end, grammar)
    ):
        # 分管领导要…: what looks like a verb opens the subject.
        bound = find_predicate(text, start, end, grammar, after_preposition=False)
        if bound is not None and bound.modals and bound.modals[0].text in DUTIES:
            return bound
    return group


def _once_found(text: str, at: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return what is to be done at once, or by law, when something is found: 发现线索|及时移交|执法局."""
    then = _AT_ONCE.search(text, at, end)
    return read_group(text, then.start(), end, grammar) if then is not None else None


def _read_whole(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return what the form of the whole clause tells: a motto, or a verb that closes it."""
    if text.find("、", start, end) > 0:
        motto = read_motto(text, start, end, grammar.lexicon)
        if motto is not None:
            return motto
    return _closes_subject(text, start, end, grammar)


def _closes_subject(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the verb that closes a clause behind a phrase of its subject: 甲对乙|负责, 工作于年底前|完成."""
    if text.find("于", start, end) < 0 and not text.endswith("负责", start, end):
        return None
    found = _CLOSED.match(text, start, end)
    if found is None or tells_duty(text, start, end, grammar):
        return None
    word = grammar.lexicon.at(text, end - 2)
    if word is None or not word.verb or word.noun or len(word.text) != 2:
        return None
    return VerbGroup(end - 2, end, (word.text,), word, word)


def _first_alone(group: VerbGroup) -> VerbGroup:
    """Return `group` as far as its first verb."""
    words = group.words[: group.words.index(group.first.text) + 1]
    end = group.start + sum(map(len, words))
    return replace(group, end=end, words=words, last=group.first)


def _after_start(
    text: str, start: int, end: int, word: Word | None, grammar: Grammar, signs: int
) -> VerbGroup | None:
    """Return the predicate of a clause that no verb group opens; `word` stands at its start."""
    agent = read_agent(text, start, end, grammar) if signs & AGENT else None
    agent = agent or with_prefix(text, start, end, grammar)
    if agent is not None:
        return agent
    if text[start] == "处" and text.endswith("罚款", start, end):
        # 处合同约定的规划编制费一倍以上的罚款: what is named in the sum is no predicate.
        return guess_verb(text, start, end, word, grammar)
    found = find_predicate(text, start, end, grammar, after_preposition=False)
    if (
        found is not None
        and signs & DIGIT
        and not found.modals
        and is_indicator_alone(text, start, end, found)
    ):
        return None
    if found is not None and signs & DUTY and not found.modals:
        found = _bound_behind(text, found.end, end, grammar) or found
    if found is None:
        found = (
            led_by_time(text, start, end, grammar)
            or guess_verb(text, start, end, word, grammar)
            or closing_predicate(text, start, end, grammar)
            or opening_noun(text, start, end, word, grammar.lexicon)
            or without_object(text, start, end, word, grammar.lexicon)
        )
    return found if found is None else with_adverbial(text, start, end, found, grammar)


def _bound_behind(text: str, at: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return what a duty right behind what looked like a predicate binds: 乡规划|还应当包括…."""
    duty = _DUTY_BEHIND.match(text, at, end)
    if duty is None:
        return None
    bound = read_group(text, duty.start("duty"), end, grammar)
    return bound if bound is not None and bound.modals else None


def read_state(
    text: str, start: int, end: int, grammar: Grammar, before: str, inside: VerbGroup | None
) -> VerbGroup | None:
    """Return the verb of state that opens a clause behind an action: 用于补助农户, 并符合公共安全的需要.

    `before` is the verb of the action: what 把 or 将 moves becomes something, 把教育摆在首位，|作为|基础.
    `inside` is the predicate that else is read in the clause, maybe in what describes that.
    """
    word = grammar.lexicon.at(text, start)
    if word is not None and word.adverb and word.text in _LEADS_STATE:
        # 专项用于安置职工.
        led = read_state(text, start + len(word.text), end, grammar, before, inside)
        return None if led is None else led_by(led, start, (word.text,), ())
    if word is None or word.verb != "stative" or start + len(word.text) >= end:
        return None
    if word.preposition:
        is_role = inside is None or text.find("的", inside.end, end) >= 0
        if not is_role or word.text != "作为" or _MOVES.search(before) is None:
            return None
    if len(word.text) < 2 or word.text[0] in _DENIES or text[end - 1] == "的":
        return None
    return VerbGroup(start, start + len(word.text), (word.text,), word, word)
