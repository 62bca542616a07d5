"""Adverbials that no table knows, told by their place: between the start of a clause and its verb.

整装推进连片改造, 高标准举办, 依纪依法处理. A party that acts, a noun that is a subject and a phrase that a
preposition opens are none.
"""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Lexicon, Word
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.search import read_group
from gangyao.tasks.predicates.verb_group import VerbGroup, led_by

# An adverbial of other characters than these is none: function words, places, numbers and pronouns.
_PLAIN = re.compile(
    "[^\\W\\da-zA-Z的地得和与及或之其各该本此这那某每在对从向以由将把被为给于上下内外后前中时等者们是有无未不没已也都"
    "一二三四五六七八九十百千万亿两、，：；“”《》（）()]{2,4}$"
)
# 高标准, 全链条, 多渠道: these make an adverbial of a noun; so does saying one character twice (依纪依法).
_HEADS = frozenset("高全多大深新强精零跨双")
# Who acts ends so, and no adverbial: 镇长主持.
_ACTORS = frozenset("长员者人民家会委局厅部院校厂站所司社队组")
_ALLOWS = ("可以", "需要")
_LONGEST = 4
_DENIES = "不无未"
# 新布设, 拟新增: one character before the verb.
_SINGLES = frozenset("新拟续增")


def with_adverbial(text: str, start: int, end: int, group: VerbGroup, grammar: Grammar) -> VerbGroup:
    """Return `group` with what stands between `start` and it, where that is an adverbial of its verb."""
    if group.start == start:
        return group
    if not group.modals and text.endswith(_ALLOWS, start, group.start):
        # 渔民可以提出异议: what allows belongs to the verb.
        allowing = grammar.lexicon.at(text, group.start - 2)
        if allowing is not None and allowing.modal is not None:
            return led_by(group, group.start - 2, (allowing.text,), (allowing,))
    if group.start - start > _LONGEST or group.end >= end:
        return group
    if group.start == start + 1 and text[start] in _SINGLES:
        return led_by(group, start, (text[start],), ())
    if group.first.verb not in PREDICATES or group.is_basis or group.modals or text[group.end] == "的":
        return group
    if text[group.start] == "将":
        # 毛线将增加: what foretells has a subject.
        return group
    adverbial = text[start : group.start]
    if not is_adverbial(adverbial, grammar):
        return group
    return led_by(group, start, (adverbial,), ())


def with_prefix(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the group of 新引进顶尖人才: one character that says it is new, and a verb of any kind."""
    if text[start] not in _SINGLES:
        return None
    group = read_group(text, start + 1, end, grammar)
    if group is None or group.end >= end or text[group.end] in "的、" or group.modals:
        return None
    return led_by(group, start, (text[start],), ())


def without_object(text: str, start: int, end: int, word: Word | None, lexicon: Lexicon) -> VerbGroup | None:
    """Return the verb that an adverb begins with which has no verb behind it: 突出|重点区域."""
    if word is None or not word.adverb or word.verb or len(word.text) != _LONGEST:
        return None
    if text[start + 2] in _DENIES or text[start + _LONGEST : end][:1] == "、":
        return None
    verb = next((one for one in lexicon.heads.get(text[start : start + 2], ()) if len(one.text) == 2), None)
    if verb is None or verb.verb not in PREDICATES or verb.noun or start + _LONGEST >= end:
        return None
    return VerbGroup(start, start + 2, (verb.text,), verb, verb)


def is_adverbial(text: str, grammar: Grammar) -> bool:
    """Tell whether `text`, which no table knows, can only say how something is done."""
    if not _PLAIN.match(text) or grammar.party_ends.closes(text, 0, len(text)):
        return False
    if len(text) == _LONGEST and text[0] == text[2]:
        return True
    if len(text) == _LONGEST - 1 and text[0] in _HEADS:
        return True
    if text[-1] in "化式":
        # 片区化推进, 清单式管理.
        return True
    if text[-1] in _ACTORS:
        return False
    known = grammar.lexicon.at(text, 0)
    if known is not None and known.verb and not known.adverb and len(known.text) == len(text):
        return False
    nouns = grammar.lexicon.nouns
    return text not in nouns and text[:2] not in nouns and text[-2:] not in nouns
