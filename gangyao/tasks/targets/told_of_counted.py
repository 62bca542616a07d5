"""What is told of things that are counted: 3个县|建成医院 counts counties, 支持20家企业|开拓市场 firms.

A number that no verb before it governs is the subject of its clause, and the predicate stands behind what
is counted; behind 为, 对 or 支持 what is counted has a verb of its own. The object of any other verb has
none, so that a verb behind its number belongs to the name: 打造30个人才效能|提升|重点平台.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from gangyao.tasks.lexicon import Lexicon, Word
from gangyao.tasks.noun_compounds import is_attested, opens_compound
from gangyao.tasks.targets.shared_names import is_grade

# Verbs that open a predicate (see `Word.verb`).
_PREDICATES: Final = frozenset({"transitive", "taker", "catenative", "sponsor"})
# What quotes or brackets is read over: “高效|办成|一件事”.
_CLOSING: Final = {"“": "”", "（": "）", "《": "》", "(": ")", "‘": "’"}
# What follows a verb inside a name (建设|的, 改造|和…), and what stands before one (承包或|委托).
_NO_OBJECT: Final = frozenset("的和与及或、，")
_JOINED: Final = frozenset("和与及或、")
# 全国百|强县, 个人|被|评为模范.
_NO_WORD_END: Final = frozenset("一二三四五六七八九十百千万亿第")
_PASSIVE: Final = frozenset("被均已都也")
# No known verb or adverb is longer.
_LONGEST_WORD: Final = 4
# A noun and an object have two characters or more; only of 县, 省 and 市 is told with one.
_SHORTEST: Final = 2
_AREAS: Final = frozenset("省市县区州旗乡镇村")
# 为, 对, 向, 由 …: words of one character are prepositions here, though a few are verbs too.
_CASES: Final = frozenset("为对向让使由被同与")
# Where something is done, between who does it and the verb: 企业|在京|新设机构.
_AT: Final = "在"
# A name is part of a phrase behind its number or behind one of these: 10个副省级以上|的|实验室.
_BEFORE_NAME: Final = ("的", "）", ")")
_CLAUSE_END: Final = re.compile("[，。；：！？,;:\n]|$")
# An object that a name of a counted thing is followed by is shorter.
_LONGEST_OBJECT: Final = 40
# What governs a number stands no farther before it.
_LONGEST_LEAD: Final = 100


class Place(NamedTuple):
    """Where a number stands: the start of its clause, its own start and its end."""

    clause: int
    start: int
    end: int


def without_predicate(name: str, text: str, place: Place, lexicon: Lexicon) -> str | None:
    """Return what a number counts, of the words `name` behind it, without what is told of it.

    None where they only tell: 为1万人|提供互助服务.
    """
    # 县（市、区）: what is in brackets is left out of names.
    begins = place.end
    if not text.startswith(name[0], begins):
        begins = text.find(name[:_SHORTEST], begins, begins + _LONGEST_OBJECT)
        if begins < 0 or not text.endswith(_BEFORE_NAME, place.end, begins):
            return name
    whole = name
    if text.startswith(name, begins):
        # 12座泵站|完成改造升级: the object may stand behind what was taken for the name.
        told = _CLAUSE_END.search(text, begins + len(name), begins + len(name) + _LONGEST_OBJECT)
        whole = text[begins : told.start() if told is not None else begins + len(name)]
    cut = 0 if _only_tells(whole, len(name), lexicon) else _predicate_start(whole, len(name), lexicon)
    if cut is None or _is_object(text, place.clause, place.start, lexicon):
        return name
    if cut == 0:
        return None
    noun = lexicon.at(name, 0)
    # 整体|提升: no noun is left.
    return name if noun is not None and noun.adverb and len(noun.text) == cut else name[:cut]


def _is_object(text: str, clause: int, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of the clause governs the number at `start`, of which nothing is told then."""
    last: Word | None = None
    at = max(clause, start - _LONGEST_LEAD)
    # 对监测发现问题的|40家单位: what tells of the number governs nothing.
    is_described = text.endswith("的", clause, start)
    while at < start:
        word = lexicon.at(text, at)
        end = at + (1 if word is None else len(word.text))
        if word is not None and end <= start:
            if _governs(word):
                last = word
                if is_described:
                    break
            elif end == start and word.verb in ("dual", "nominal"):
                # 改造|20个小区
                return True
        at = end
    return last is not None and last.verb in ("transitive", "taker") and last.text not in _CASES


def _governs(word: Word) -> bool:
    if len(word.text) == 1:
        return word.text in _CASES
    return (word.verb in _PREDICATES and not word.noun) or (word.preposition is not None and not word.verb)


def _predicate_start(name: str, stop: int, lexicon: Lexicon) -> int | None:
    """Return where what is told begins in `name` before `stop`; None where nothing is.

    An adverb before a verb shows where, or the first verb that takes acts for its object (完成, 开展);
    another verb may belong to the name where one stands at the end: 川渝|共建|重点实验室投运.
    """
    first: int | None = None
    behind_first = 0
    for at, word in _words(name, stop, lexicon):
        if is_grade(name[:at]):
            # 省级|指导园区
            continue
        if name[at - 1] in _JOINED or name[at - 1] in _NO_WORD_END or "的" in name[at:stop]:
            continue
        if word.adverb and not word.verb:
            led = lexicon.at(name, at + len(word.text))
            # 配备了|远程教育设施: an adverb inside an object.
            is_inside = (
                first is not None
                and at - behind_first >= _SHORTEST
                and at + len(word.text) + _SHORTEST < len(name)
            )
            if led is not None and led.verb is not None and not led.noun and not is_inside:
                return _with_adverbs(name, at, lexicon)
        elif _opens_predicate(name, at, stop, word, lexicon, is_first=first is None):
            if word.verb == "taker":
                return _with_adverbs(name, at, lexicon)
            if first is None and not _ends_with_verb(name, at + len(word.text), lexicon):
                first, behind_first = at, at + len(word.text)
                # 配备|了|远程教育设施
                behind_first -= _SHORTEST if name.startswith("了", behind_first) else 0
    return None if first is None else _with_adverbs(name, first, lexicon)


def _only_tells(name: str, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether `name` opens with a verb and its object, so that it names nothing."""
    word = lexicon.at(name, 0)
    return (
        word is not None
        and len(word.text) >= _SHORTEST
        and "的" not in name[:stop]
        and (word.verb == "taker" or name.startswith("了", len(word.text)))
        and _opens_predicate(name, 0, stop, word, lexicon, is_first=False)
    )


def _words(name: str, stop: int, lexicon: Lexicon) -> Iterator[tuple[int, Word]]:
    """Yield the words of two characters or more behind the first noun, before `stop`, with their places."""
    at = 0
    while at < stop:
        closing = _CLOSING.get(name[at])
        if closing is not None:
            at = name.find(closing, at) + 1
            if at == 0:
                return
            continue
        word = lexicon.at(name, at)
        if word is not None and len(word.text) >= _SHORTEST:
            if at >= _SHORTEST or (at == 1 and name[0] in _AREAS):
                yield at, word
            at += len(word.text)
        else:
            at += 1


def _opens_predicate(name: str, at: int, stop: int, word: Word, lexicon: Lexicon, *, is_first: bool) -> bool:
    """Tell whether the verb `word` at `at` of `name` has an object there, and is no part of a noun."""
    end = at + len(word.text)
    if word.verb not in _PREDICATES or word.noun or _is_inside_word(name, at, lexicon):
        return False
    if word.verb == "catenative":
        # 高铁|加快|建设; 培养计划 and 改革试点 are nouns.
        led = lexicon.at(name, end)
        return led is not None and led.verb in ("dual", "nominal")
    least = 1 if end >= stop else _SHORTEST
    is_cut = word.verb != "taker" and end < stop < end + least
    if is_cut or len(name) - end < least or name[end] in _NO_OBJECT:
        return False
    is_noun = is_attested if word.verb == "taker" and is_first else opens_compound
    return not is_noun(name, end, word.text, lexicon)


def _ends_with_verb(name: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether `name` ends with a verb of its own behind `at`: 重点实验室|投运."""
    last = lexicon.at(name, len(name) - _SHORTEST) if len(name) - _SHORTEST > at else None
    return last is not None and last.verb in _PREDICATES and not last.noun and len(last.text) == _SHORTEST


def _is_inside_word(name: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a known word begins before `at` and goes on behind it."""
    for size in range(1, min(at, _LONGEST_WORD - 1) + 1):
        word = lexicon.at(name, at - size)
        if word is not None and len(word.text) > size:
            return True
    return False


def _with_adverbs(name: str, at: int, lexicon: Lexicon) -> int:
    """Return where the adverbs, verbs and the place before the verb at `at` begin: 老年人|免费|实施手术."""
    size = _LONGEST_WORD
    while size:
        word = lexicon.at(name, at - size) if at - size >= 1 else None
        leads = word is not None and (word.adverb or (word.verb in _PREDICATES and size > 1))
        if word is not None and leads and len(word.text) == size:
            at -= size
            size = _LONGEST_WORD
        else:
            size -= 1
    place = name.find(_AT, _SHORTEST, at)
    if place > 0 and lexicon.at(name, place) is not None and not _is_inside_word(name, place, lexicon):
        word = lexicon.at(name, place)
        at = place if word is not None and word.text == _AT else at
    # 村|被|评为示范村
    least = 1 if name[0] in _AREAS else _SHORTEST
    return at - 1 if at > least and name[at - 1] in _PASSIVE else at
