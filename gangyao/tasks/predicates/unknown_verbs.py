"""Predicates that no table knows, told by their place: behind a modal word, or at the start of a clause."""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.predicates.verb_group import VerbGroup, led_by
from gangyao.tasks.predicates.verb_groups import read_chain

_OPENS = "“《(（‘"
_HANZI = re.compile("[\u4e00-\u9fff]{2}")
# Verbs of one character that an unknown object may follow: 稳面积, 提单产.
_SHORT_VERBS = frozenset("稳提增促保扩抓强优防控惠降去补建育守护调做")
# Verbs that an unknown word before them leads.
_LED = frozenset({"transitive", "taker", "catenative", "dual"})
_NO_VERB_BEGINS = frozenset("每各其本该这那一二三四五六七八九十")
# Function words, numbers and parts of names open no guess: 是…的方针, 比上年, 市人民政府, 第十条.
_NO_GUESS = frozenset(
    "的地得是这那此本其该每所我你他她它有无没未不比又还也都已曾仍正只就才若如虽但而且与和同跟于例另早之们者"
    "几占两一二三四五六七八九十百千万亿第个条章款项年月日时前中上下内外小新老全总省市县区镇乡村"
)
_NO_OPENINGS = ("因为", "因此")
_PENALTY = re.compile("罚款|罚金|徒刑|拘留|拘役")
_IDIOM = 4
# What a body asks another one for, whose name follows.
_PLEASE = "请"
_VERB, _SHORTEST_WITH_OBJECT = 2, 3
_IDIOMS = re.compile("[\u4e00-\u9fff]{4}(?:、[\u4e00-\u9fff]{4})+$")
_DENIALS = ("不", "未", "无", "没有")
# 按照规定, 依据各自职责: phrases.
_GROUNDS = frozenset("依按根在以从结")
_IDIOM_BEGINS = frozenset("各一不有")
_NOUN_SIZES = (2, 3, 4)
# Odds in nats: what two characters need to be taken for a verb, by themselves and behind an adverb.
_BARE_ODDS, _LED_ODDS, _CLEARLY_VERB = 0.5, -0.5, 1.5


def closes_duty(word: Word, words: list[str], modals: list[Word]) -> bool:
    """Tell whether a noun or an idiom that closes a clause is what the duty binds: 应当保密, 要艰苦奋斗."""
    if word.noun:
        return words[-1] == modals[-1].text
    is_idiom = word.adverb and not word.verb and len(word.text) >= _IDIOM
    return is_idiom and word.text[0] not in _GROUNDS


def noun_after_modal(start: int, end: int, noun: Word, words: list[str], modals: list[Word]) -> VerbGroup:
    """Take the noun that closes a clause behind a modal word for the verb: 应当保密."""
    act = coined(noun.text, "nominal")
    return VerbGroup(start, end, (*words, act.text), act, act, tuple(modals))


def unknown_after_modal(
    text: str, start: int, at: int, end: int, words: list[str], modals: list[Word]
) -> VerbGroup | None:
    """Take the unknown word behind a modal word for the verb: one character before a quotation, else two."""
    if not modals or words[-1] != modals[-1].text or text[at] == "的":
        return None
    if end - at < _SHORTEST_WITH_OBJECT:
        return _closing(text, start, at, end, words, modals)
    if end - at == _IDIOM and text[at] in _IDIOM_BEGINS:
        # 要各负其责.
        idiom = coined(text[at:end], "nominal")
        return VerbGroup(start, end, (*words, idiom.text), idiom, idiom, tuple(modals))
    if _IDIOMS.match(text, at, end) is not None:
        # 要简明扼要、通俗易懂.
        idiom = coined(text[at:end], "nominal")
        return VerbGroup(start, end, (*words, idiom.text), idiom, idiom, tuple(modals))
    if text[at] in _NO_VERB_BEGINS:
        return None
    if words[-1] == _PLEASE:
        # 请|你省继续保护好厂址资源.
        asks = coined(_PLEASE, "sponsor")
        return VerbGroup(start, at, tuple(words), asks, asks, tuple(modals))
    if text[at] == "处" and _PENALTY.search(text, at + 1, end):
        # 可以处一千元罚款.
        penalty = coined("处", "transitive")
        return VerbGroup(start, at + 1, (*words, penalty.text), penalty, penalty, tuple(modals))
    if text[at + 1] == "的":
        # 应负的责任.
        return None
    stop = at + 1 if text[at] == "是" or text[at + 1] in _OPENS or text[at] in _SHORT_VERBS else at + 2
    if text[stop - 1] in _OPENS or text[stop] in "的、":
        return None
    verb = coined(text[at:stop], "transitive")
    return VerbGroup(start, stop, (*words, verb.text), verb, verb, tuple(modals))


def _closing(
    text: str, start: int, at: int, end: int, words: list[str], modals: list[Word]
) -> VerbGroup | None:
    """Take the two characters that close a clause behind a modal word for the verb: 确认安全方可|作业."""
    if end - at != _VERB or not _HANZI.match(text, at, end) or text[at] in _NO_GUESS:
        return None
    verb = coined(text[at:end], "nominal")
    return VerbGroup(start, end, (*words, verb.text), verb, verb, tuple(modals))


def _opens_phrase(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether one of the words is a preposition: 应当依据各自|职责."""
    return any((known := lexicon.at(word, 0)) is not None and known.preposition for word in words)


def unknown_after_adverb(
    text: str, start: int, at: int, end: int, words: tuple[str, ...], modals: list[Word], lexicon: Lexicon
) -> VerbGroup | None:
    """Take the unknown word at `at` behind a modal word and an adverb for the verb: 可以依法|辞退|船员."""
    if end - at == _VERB and lexicon.at(text, at) is None and not _opens_phrase(words, lexicon):
        return _closing(text, start, at, end, list(words), modals)
    if (
        end - at < _IDIOM
        or lexicon.at(text, at) is not None
        or not _may_open(text, at, end, lexicon, is_led=True)
    ):
        return None
    size = 0 if words[-1] in _DENIALS else _verb_size(text, at, end, lexicon, is_led=True)
    if size not in (1, 2):
        return None
    verb = coined(text[at : at + size], "transitive")
    return VerbGroup(start, at + size, (*words, verb.text), verb, verb, tuple(modals), has_adverb=True)


def guess_verb(text: str, start: int, end: int, word: Word | None, grammar: Grammar) -> VerbGroup | None:
    """Take the first two characters, or those after an adverb, for a verb where no table knows them.

    They must look like a verb by their characters; an adverb before them is half a proof. A clause of four
    characters is taken whole (各负其责, 大干快上).
    """
    lexicon = grammar.lexicon
    if text[start] == "处" and _PENALTY.search(text, start + 1, end):
        # 处10万元以下的罚款.
        penalty = coined("处", "transitive")
        return VerbGroup(start, start + 1, (penalty.text,), penalty, penalty)
    if word is not None and word.adverb and len(word.text) == end - start == _IDIOM:
        # 因势利导: an idiom is a clause by itself.
        return VerbGroup(start, end, (word.text,), word, word, has_adverb=True)
    at = start
    words: list[str] = []
    while word is not None and word.adverb and not word.verb and not word.noun:
        words.append(word.text)
        at += len(word.text)
        word = lexicon.at(text, at)
    if word is not None and not (word.verb and len(word.text) == 1):
        return None
    if not _may_open(text, at, end, lexicon, is_led=bool(words)):
        return None
    following = lexicon.at(text, at + 2)
    if following is not None and (
        following.preposition or following.modal is not None or following.verb == "stative"
    ):
        return None
    if following is not None and following.verb in _LED and not following.noun:
        # 裂变发展专精特新企业: what no table knows says how.
        chain = read_chain(text, at + 2, end, following, lexicon)
        if chain.end < end and text[chain.end] not in "的、和":
            return led_by(chain, start, (*words, text[at : at + 2]), ())
    size = _verb_size(text, at, end, lexicon, is_led=bool(words))
    if not size:
        return None
    verb = coined(text[at : at + size], "nominal" if size == _IDIOM else "transitive")
    return VerbGroup(start, at + size, (*words, verb.text), verb, verb, has_adverb=bool(words))


def _may_open(text: str, at: int, end: int, lexicon: Lexicon, *, is_led: bool) -> bool:
    """Tell whether a verb can stand at `at` at all: no noun, function word or number does."""
    if end - at < _IDIOM or not _HANZI.match(text, at) or text[at + 2] in "的、—市县区省镇乡村州盟旗":
        return False
    if text[at] in _NO_GUESS or text.startswith(_NO_OPENINGS, at):
        return False
    if not is_led and re.search("的|、|和", text[at : at + 4]):
        return False
    return not _opens_noun(text, at, lexicon)


def _verb_size(text: str, at: int, end: int, lexicon: Lexicon, *, is_led: bool) -> int:
    """Return how many characters at `at` are the verb; 0 where they do not look like one."""
    if text[at] == "处" and _PENALTY.search(text, at + 1, end):
        return 1
    odds = lexicon.verb_odds.of(text[at : at + 2])
    if (
        end - at == _IDIOM
        and odds < _CLEARLY_VERB
        and _HANZI.match(text, at + 2)
        and text[at + 2 : end] not in lexicon.nouns
    ):
        return _IDIOM
    if text[at] in _SHORT_VERBS:
        return 1
    if odds < _CLEARLY_VERB and text[at + 1 : at + 3] in lexicon.nouns:
        # 坚定不移走中国道路: a noun begins behind one character.
        single = lexicon.singles.get(text[at])
        return 1 if is_led or (single is not None and single.verb) else 0
    if is_led and text[at + 2] in _OPENS:
        # 深刻领会“…”: an adverb before and a quotation behind.
        return 2
    return 2 if odds >= (_LED_ODDS if is_led else _BARE_ODDS) else 0


def _opens_noun(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a known noun stands at `at`: 矿山井下作业, 物业管理区域."""
    return any(text[at : at + size] in lexicon.nouns for size in _NOUN_SIZES)
