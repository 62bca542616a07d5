"""Parties: who is to act, and who is supported, allowed or asked to act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.document.tasks import Party
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.search import find_predicate, read_group
from gangyao.tasks.predicates.verb_group import VerbGroup

_AS = re.compile("作为")
_AGENT = re.compile("由")
# 支持…, 鼓励… are said of parties; 推动… mostly of things.
_OF_PARTIES = frozenset(
    {"支持", "鼓励", "允许", "引导", "授权", "委托", "督促", "指导", "动员", "号召", "组织"}
)
# What may stand between a subject and its verb.
_BEHIND_SUBJECT = re.compile(
    "会同|商有关|就|联合|牵头|对|向|在|按|根据|依|通过|于|以(?![上下内外前后及])|为|从|将|把|每年|每季|今年|今后|定期|共同"
)
# A phrase behind the name of who is supported: 引导担保机构|对企业…; not in 县级以上政府, 协会以及个人.
_PHRASE_BEHIND = re.compile("[向从到与按为]|在(?!校|职|岗)|以(?![上下内外前后及来])|对(?![外口接])|通过|会同")
# Endings that name a party only for verbs that are said of parties.
_PLACES = (
    "城市",
    "乡村",
    "城乡",
    "农村",
    "小区",
    "全国",
    "社区",
    "力量",
    "队伍",
    "平台",
    "行业",
    "港口",
    "站",
    "室",
    "所",
    "处",
    "厂",
    "店",
    "局",
)
# Names of parties that even 推动 and 促进 are said of.
_STRONG = re.compile(
    "企业|机构|国家|政府|部门|院校|高校|学校|医院|银行|地区|单位|群众|干部|人员|各地|各方|[省市县]"
)
# A level alone is no body: 省、自治区、直辖市人民政府.
_LEVELS = frozenset(
    {"省", "自治区", "直辖市", "市", "县", "区", "乡", "镇", "旗", "自治州", "自治县", "设区的市"}
)
# What a list of adjectives or levels shares as its head.
_SHARED_HEADS = ("部门", "政府", "机关", "机构", "委员会")
_TRAILING = re.compile("(?:全部|均|都|也|全面|共同|依法|每年|今年)$")
# Said of what comes about.
_OF_RESULTS = frozenset({"促进", "推进", "确保", "吸引", "促使"})
# 某局是主管部门，负责…: what the body is.
_IS = re.compile("是(?!否)")
_LONGEST_PARTY = 45
_NOT_A_PARTY = re.compile("[，。；：]|或者|不得|^(?:其中|这|那|此|一是|各项|所有$)")


def _parties(text: str, start: int, end: int) -> Iterator[Party]:
    last = start
    depth = 0
    for at in range(start, end):
        c = text[at]
        if c in "(（“《":
            depth += 1
        elif c in ")）”》":
            depth -= 1
        elif depth == 0 and at >= last and c in "、及和与":
            if text.startswith("以及", at - 1):
                yield from _party(text, last, at - 1)
            elif c in "和与" and at - last < 2:
                continue
            else:
                yield from _party(text, last, at)
            last = at + 1
    yield from _party(text, last, end)


def _party(text: str, start: int, end: int) -> Iterator[Party]:
    if text.startswith("以及", start):
        start += 2
    if end > start:
        yield Party(text[start:end], start, end)


def clause_actors(text: str, start: int, group: VerbGroup, grammar: Grammar) -> tuple[Party, ...]:
    """Return the parties that stand as subject before the verb group of a clause that begins at `start`.

    In a 由 phrase (由市发展改革委负责) they are what 由 names.
    """
    end = group.start
    if end <= start:
        return ()
    aside = _BEHIND_SUBJECT.search(text, start + 1, end)
    while aside is not None:
        if grammar.party_ends.closes(text, start, aside.start()):
            end = aside.start()
            break
        aside = _BEHIND_SUBJECT.search(text, aside.start() + 1, end)
    agent = _AGENT.search(text, start, end)
    if agent is not None and not (agent.start() > 0 and text[agent.start() - 1] in "自理"):
        start = agent.end()
    return _as_parties(text, start, end, grammar)


def _as_parties(text: str, start: int, end: int, grammar: Grammar) -> tuple[Party, ...]:
    if text.startswith("请", start):
        start += 1
    tail = _TRAILING.search(text, start, end)
    if tail is not None:
        end = tail.start()
    if end - start > _LONGEST_PARTY or end - start < 1 or text[start] in "因在对为按以向从由将把":
        return ()
    if not grammar.party_ends.closes(text, start, end) or _NOT_A_PARTY.search(text[start:end]):
        return ()
    first = grammar.lexicon.at(text, start)
    if first is not None and (first.preposition or first.verb in ("transitive", "taker")):
        return ()
    return _with_shared_heads(tuple(_parties(text, start, end)), text, grammar)


def _with_shared_heads(parties: tuple[Party, ...], text: str, grammar: Grammar) -> tuple[Party, ...]:
    """Put a list together that shares its head: 国务院文化、旅游主管部门 is one party.

    A piece that ends in no body, or is a bare level, is none alone: it goes with those up to the head.
    """
    together: list[Party] = []
    waiting: Party | None = None
    for number, party in enumerate(parties):
        start = party.start if waiting is None else waiting.start
        whole = Party(text[start : party.end], start, party.end)
        is_alone = party.text not in _LEVELS and grammar.party_ends.closes(text, party.start, party.end)
        if is_alone or number == len(parties) - 1 or not _shares_head(parties[number + 1 :]):
            together.append(whole)
            waiting = None
        else:
            waiting = whole
    return tuple(together)


def _shares_head(following: tuple[Party, ...]) -> bool:
    return any(party.text.endswith(_SHARED_HEADS) for party in following)


def holds_role(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether the clause only names parties and their role: 甲省、乙市作为责任主体."""
    if text[start] == "以":
        # 以平原区域作为重点，…: a ground.
        return False
    role = _AS.search(text, start, min(end, start + _LONGEST_PARTY))
    return role is not None and grammar.party_ends.closes(text, start, role.start())


def announced_actors(text: str, start: int, end: int, grammar: Grammar) -> tuple[Party, ...]:
    """Return the actors of a clause without predicate that only names them: 甲省作为…主体, or 甲省、乙省."""
    role = _AS.search(text, start, end) or _IS.search(text, start + 1, end)
    return _as_parties(text, start, role.start() if role else end, grammar)


def _name_end(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Return where the first party name ends that a verb or an adverb follows, `end` where there is none."""
    for at in range(start + 2, end):
        if grammar.party_ends.closes(text, start, at):
            word = grammar.lexicon.at(text, at)
            if word is not None and (word.verb in PREDICATES or word.adverb) and not word.noun:
                return at
    return end


def clause_beneficiaries(text: str, group: VerbGroup, end: int, grammar: Grammar) -> tuple[Party, ...]:
    """Return the parties that a verb group, whose last verb is a sponsor, supports or asks to act."""
    if group.last.text in _OF_RESULTS or group.end >= end:
        return ()
    follows = grammar.lexicon.at(text, group.end)
    if follows is not None and follows.preposition and not follows.noun:
        return ()
    if follows is not None and follows.adverb and read_group(text, group.end, end, grammar) is not None:
        return ()
    if group.last.text not in _OF_PARTIES and not _STRONG.search(text, group.end, group.end + _LONGEST_PARTY):
        return ()
    # A party's name is short: what acts stands within the first characters of the object.
    end = min(end, group.end + 2 * _LONGEST_PARTY)
    inner = find_predicate(text, group.end, end, grammar, after_preposition=False)
    stop = inner.start if inner is not None else _name_end(text, group.end, end, grammar)
    nested = _PHRASE_BEHIND.search(text[group.end : stop])
    if nested is not None and nested.start() >= 2:
        stop = group.end + nested.start()
        if text.endswith("等", group.end + 2, stop):
            # 企业、行业协会等|对创新给予奖励.
            stop -= 1
    if inner is None and group.last.text not in _OF_PARTIES:
        return ()
    name = text[group.end : stop]
    if name in _PLACES or (group.last.text not in _OF_PARTIES and name.endswith(_PLACES)):
        return ()
    if grammar.party_ends.closes(text, group.end, stop) and "的" not in text[stop - 1 : stop + 1]:
        if "等" in name:
            # 能源、电信等行业: one class of parties, named by examples.
            return (Party(name, group.end, stop),) if stop == group.end + len(name) else ()
        named = tuple(_parties(text, group.end, stop))
        if all(
            party.end - party.start <= 4 or grammar.party_ends.closes(text, party.start, party.end)
            for party in named
        ):
            return named
    return ()
