"""Where the predicate of a clause stands: at its start, or after a subject, a phrase, a 把/将 or a 由 phrase."""

from __future__ import annotations

import re

from gangyao.measures.grammar import Grammar
from gangyao.measures.lexicon import Word
from gangyao.measures.verb_groups import VerbGroup, disposal_verb, led_by, read_chain

_PREDICATES = frozenset({"transitive", "taker", "catenative", "sponsor"})
_OPENS = "“《(（‘"
_CLOSES = "”》)）’"
# Modal words of one character that mostly are part of another word inside a noun phrase.
_LOOSE_MODALS = frozenset("能会可需敢请想肯愿")
_DUTIES = frozenset({"应当", "必须", "不得", "应该", "务必"})
_MODAL = re.compile("[要应须]|不得")
# 减量化, 创新型: with these behind it a verb is part of a noun.
_NOUN_MAKERS = "化性型率者式"
_HANZI = re.compile("[\u4e00-\u9fff]{2}")
# A clause that ends so is only the phrase that its preposition opens.
_ANY_GROUND = ("前提下", "基础上", "条件下", "框架下", "情况下", "背景下", "原则", "要求", "规定", "等地")
_PHRASE_ONLY = {
    "在": (*_ANY_GROUND[:6], "等地", "中", "上", "下", "内", "时", "方面", "领域", "前", "后", "间", "同时")
}
# Verbs that close a phrase with 对, 为, 向: 对…进行, 为…提供.
# 为…作出贡献, 为…奠定基础.
_GIFTS = frozenset(
    {"作出", "做出", "提供", "奠定", "创造", "贡献", "注入", "增添", "打下", "营造", "赢得", "凝聚"}
)
_SHORT_VERBS = frozenset("稳提增促保扩抓强优防控惠降去补建育守护调")
_MEANS = frozenset({"通过", "利用", "运用", "以", "用", "借助", "对", "对于"})
_TOWARDS = frozenset({"对", "向", "与", "同", "为"})
_LIGHT = frozenset(
    {"进行", "给予", "实施", "实行", "开展", "予以", "加以", "采取", "提供", "作出", "加强", "强化", "负责"}
)


def read_predicate(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the verb group of the clause `text[start:end]`, None where it has no predicate.

    A clause that is only a phrase of ground, means or scope (依托…, 以…为…) gives a group with `is_basis`.
    """
    if text[end - 1] == "的":
        # 正在开展试点工作的，…: a clause that names its subject.
        return None
    word = grammar.lexicon.at(text, start)
    if word is not None and word.preposition is not None and not word.noun:
        if word.verb:
            group = read_group(text, start, end, grammar)
            if group is not None and group.first is not group.last:
                return group
        found = _after_preposition(text, start, end, word, grammar)
        if found is not None:
            return found
        if not word.verb:
            return None if not word.adverb else read_group(text, start, end, grammar)
    group = read_group(text, start, end, grammar)
    if group is not None:
        if not group.modals and group.last.verb != "sponsor" and _MODAL.search(text, group.end, end):
            # 分管领导要…: what looks like a verb opens the subject.
            bound = find_predicate(text, start, end, grammar, after_preposition=False)
            if bound is not None and bound.modals:
                if bound.modals[0].text in _DUTIES or text.endswith(grammar.party_ends, start, bound.start):
                    return bound
        return group
    found = find_predicate(text, start, end, grammar, after_preposition=False)
    return found if found is not None else _guess(text, start, end, word, grammar)


def _after_preposition(text: str, start: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    stop = start + len(word.text)
    if word.preposition == "disposal":
        verb = disposal_verb(text, stop, end, grammar.lexicon)
        if verb is None:
            return None
        at, main = verb
        following = grammar.lexicon.at(text, stop)
        # 将 before a verb or an adverb, with no complement after it, tells the future.
        if (
            word.text == "将"
            and following is not None
            and (following.verb or following.adverb)
            and not following.noun
        ):
            future = read_group(text, stop, end, grammar)
            if future is not None and text[at - 1] not in "为成到在入至于给作":
                return led_by(future, start, (word.text,), ())
        return VerbGroup(start, at, (main.text,), main, main)
    if word.text == "以":
        frame = text.rfind("为", stop, end)
        found = find_predicate(
            text, max(stop, frame), end, grammar, after_preposition=True, preposition=word.text
        )
    elif word.preposition == "basis" and text.endswith(_PHRASE_ONLY.get(word.text, _ANY_GROUND), stop, end):
        found = None
    else:
        found = find_predicate(text, stop, end, grammar, after_preposition=True, preposition=word.text)
    if found is not None:
        return found
    if word.preposition == "basis":
        return VerbGroup(start, stop, (word.text,), word, word, is_basis=True)
    return None


def read_group(
    text: str, start: int, end: int, grammar: Grammar, *, after_modal: bool = False, is_led: bool = False
) -> VerbGroup | None:
    """Read a verb group that begins at `start` with an adverb, a modal word or a verb; None where none does."""
    lexicon = grammar.lexicon
    at = start
    words: list[str] = []
    modals: list[Word] = []
    while at < end:
        word = lexicon.at(text, at)
        if word is None or word.noun:
            return _after_modal(text, start, at, end, words, modals, word)
        stop = at + len(word.text)
        if stop > end:
            return None
        if word.modal is not None:
            words.append(word.text)
            modals.append(word)
            at = stop
            continue
        if word.preposition is not None and (at > start or is_led) and not word.adverb:
            phrase = _after_preposition(text, at, end, word, grammar)
            if phrase is not None and not (phrase.is_basis and word.verb):
                return led_by(phrase, start, tuple(words), tuple(modals))
            if not word.verb:
                return None
        if word.adverb:
            bound = after_modal or bool(modals)
            rest = read_group(text, stop, end, grammar, after_modal=bound, is_led=True)
            if rest is None and text.startswith("地", stop):
                rest = read_group(text, stop + 1, end, grammar, after_modal=bound, is_led=True)
            if rest is not None and not (word.verb and rest.first.verb == "nominal" and not rest.has_adverb):
                return led_by(rest, start, (*words, word.text), tuple(modals))
        if word.verb:
            if word.verb == "stative" and not (modals or after_modal):
                return None
            if stop < end and text[stop] in _NOUN_MAKERS and not lexicon.heads.get(text[stop : stop + 2]):
                return None
            if len(word.text) == 1 and (at > start or not _stands_alone(text, stop, end, word, lexicon)):
                return None
            group = read_chain(text, at, end, word, lexicon)
            if group.end < end and text[group.end] in "、和及":
                return None
            return led_by(group, start, tuple(words), tuple(modals)) if at > start else group
        return None
    return None


def _after_modal(
    text: str, start: int, at: int, end: int, words: list[str], modals: list[Word], word: Word | None
) -> VerbGroup | None:
    """Take the unknown word behind a modal word for the verb: one character before a quotation, else two."""
    if not modals or words[-1] != modals[-1].text or (word is not None and word.noun):
        return None
    if end - at < 3 or text[at] in "每各其本该这那一二三四五六七八九十":
        return None
    stop = at + 1 if text[at + 1] in _OPENS else at + 2
    if text[stop - 1] in _OPENS or text[stop] in "的、":
        return None
    verb = Word(text[at:stop], verb="transitive")
    return VerbGroup(start, stop, (*words, verb.text), verb, verb, tuple(modals))


def _stands_alone(text: str, at: int, end: int, word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a verb of one character (促改革, 使企业…) is a word of its own: a known word follows."""
    if word.text in "使让":
        return end - at > 3
    following = lexicon.at(text, at)
    return following is not None and len(following.text) > 1 and at + len(following.text) <= end


def find_predicate(
    text: str, start: int, end: int, grammar: Grammar, *, after_preposition: bool, preposition: str = ""
) -> VerbGroup | None:
    """Find the predicate behind a subject or a phrase that begins at `start`.

    Each place where a verb group can begin is weighed: a modal word, 把/将 and the end of a phrase (…前提下,
    以…为重点) speak most for it, then an adverb, then a verb that mostly opens predicates; a verb that modifies a
    noun (从事…的企业) or stands in a list does not count.
    """
    lexicon = grammar.lexicon
    candidates: list[tuple[int, VerbGroup]] = []
    at = start
    depth = 0
    while at < end:
        c = text[at]
        if c in _OPENS:
            depth += 1
        elif c in _CLOSES:
            depth -= 1
        word = lexicon.at(text, at) if depth <= 0 else None
        if word is None:
            at += 1
            continue
        stop = at + len(word.text)
        if at == start or word.noun or text[at - 1] in "的、和与及或之":
            at = stop
            continue
        group: VerbGroup | None = None
        weight = 0
        if word.modal is not None and word.text not in _LOOSE_MODALS:
            group, weight = read_group(text, at, end, grammar), 6
        elif word.preposition == "disposal":
            group, weight = _after_preposition(text, at, end, word, grammar), 5
        elif word.adverb and not word.verb:
            group, weight = read_group(text, at, end, grammar), 4
            if group is not None and group.first.verb in ("nominal", "dual"):
                weight = 1 if word.text[-1] == "化" else 2
        elif word.verb and word.verb != "stative" and len(word.text) > 1:
            led = text.endswith(grammar.phrase_ends if after_preposition else grammar.party_ends, start, at)
            gift = preposition == "为" and word.text in _GIFTS
            if word.verb == "nominal" and not word.adverb and not gift and not (led and after_preposition):
                at = stop
                continue
            group = read_group(text, at, end, grammar)
            if group is not None:
                weight = (
                    3
                    if group.first.verb in _PREDICATES
                    else 2
                    if after_preposition and word.verb == "dual"
                    else 1
                )
                weight += group.has_adverb
                if gift:
                    weight = 7
        elif (
            word.preposition is not None
            and not word.verb
            and not after_preposition
            and len(word.text) + at < end
            and text.endswith(grammar.party_ends, start, at)
        ):
            group, weight = _after_preposition(text, at, end, word, grammar), 4
        if group is not None and group.end <= end:
            if text.endswith(grammar.phrase_ends if after_preposition else grammar.party_ends, start, at):
                weight += 2
            if preposition in ("对", "对于", "为", "向", "与", "由") and group.first.text in _LIGHT:
                weight += 1
            if group.end >= end and weight < 4 and preposition not in _TOWARDS:
                weight = 0 if group.first.verb in ("nominal", "dual") else weight - 2
            if group.end < end and text[group.end] in "的等":
                weight = 0
            if weight > 0:
                candidates.append((weight, group))
        at = stop
    least = 2
    if after_preposition and preposition not in _MEANS:
        opening = lexicon.at(text, start)
        if opening is not None and opening.verb in _PREDICATES:
            # 围绕打造…: the verb belongs to the phrase, and what follows is its object.
            least = 4
    modified = preposition in ("对", "对于")
    return _choose(text, end, candidates, least, modified)


def _choose(
    text: str, end: int, candidates: list[tuple[int, VerbGroup]], least: int, modified: bool
) -> VerbGroup | None:
    """Return the weightiest group, the first of equals; `modified`: a verb before 的 is part of the phrase."""
    best: tuple[int, VerbGroup] | None = None
    for index, (weight, group) in enumerate(candidates):
        later = [g.start for w, g in candidates[index + 1 :] if w >= 3]
        if later and "的" in text[group.end : later[0]] and weight < 6:
            continue
        if weight < least or (modified and weight < 5 and "的" in text[group.end : end]):
            continue
        # A sponsor takes what follows as its object: 推动各方共同参与.
        gap = 2 if best is not None and best[1].last.verb == "sponsor" and best[0] >= 3 else 0
        if best is None or weight > best[0] + gap:
            best = (weight, group)
    return best[1] if best else None


def _guess(text: str, start: int, end: int, word: Word | None, grammar: Grammar) -> VerbGroup | None:
    """Take the first two characters, or those after an adverb, for a verb where no table knows them."""
    at = start
    words: list[str] = []
    while word is not None and word.adverb and not word.verb and not word.noun:
        words.append(word.text)
        at += len(word.text)
        word = grammar.lexicon.at(text, at)
    if word is not None and not (word.verb and len(word.text) == 1):
        return None
    if end - at < 4 or not _HANZI.match(text, at) or text[at + 2] in "的、":
        return None
    if not words and re.search("的|、|和", text[at : at + 4]):
        return None
    following = grammar.lexicon.at(text, at + 2)
    if following is not None and (following.preposition or following.modal is not None):
        return None
    # 稳面积, 提单产: one character and its object.
    stop = at + 1 if text[at] in _SHORT_VERBS else at + 2
    verb = Word(text[at:stop], verb="transitive")
    return VerbGroup(start, stop, (*words, verb.text), verb, verb, has_adverb=bool(words))
