"""What a duty or 由 sets to be done where no table knows the verb: 承租人|应当恢复|原状, 由银行|裁决.

The last resort of a sentence in which nothing else was read: what binds somebody is not lost.
"""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Lexicon, coined
from gangyao.tasks.predicates.verb_group import VerbGroup

_DUTY = re.compile("(?:一般)?应予|应当|必须|不得|应(?=[在按对将依向与从])|负责(?![人的]|制(?!定))")
# 自由, 理由, 以…为由; 由于, 由此.
_AGENT = re.compile("由(?<![自理事缘经为]由)(?![于此来])(?=[^，。；：]{4})")
# Words before the verb that open a phrase, and are no preposition of the tables.
_PHRASES = frozenset("向与对在自从经由将把凭按依用于为以同")
# No verb stands behind these, nor is one followed by those.
_NO_VERB_BEHIND = frozenset("的、和与及或")
_NO_OBJECT = frozenset("的者人")
_NUMBERS = frozenset("每各其本该这那一二三四五六七八九十0123456789有是")
_VERB = 2
# 应当于每年3月31日前，
_BOUND_BEFORE = re.compile("(?:应当|必须)[^，。；]*，$")
_LONGEST_TIME = 30


def read_bound_act(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the duty of the clause `text[start:end]` with the two characters that it most likely binds.

    None for a case (…的), for what only opens a list (不得有下列行为：) and without a duty or 由.
    """
    if text[end - 1] == "的":
        return None
    lexicon = grammar.lexicon
    duty = _DUTY.search(text, start, end)
    if duty is not None and text.startswith("：", end):
        return None
    if duty is None:
        agent = _AGENT.search(text, start, end)
        verb = None if agent is None else _last_verb(text, agent.end() + _VERB, end, lexicon)
        if verb is None:
            return None
        act = coined(text[verb : verb + _VERB], "transitive")
        return VerbGroup(verb, verb + _VERB, (act.text,), act, act)
    modal = lexicon.at(text, duty.start())
    at = duty.end()
    while (word := lexicon.at(text, at)) is not None and word.adverb and not word.verb:
        at += len(word.text)
    is_phrase = text[at : at + 1] in _PHRASES or (word is not None and word.preposition is not None)
    verb = _last_verb(text, at + 1, end, lexicon) if is_phrase else at
    if verb is None or end - verb < _VERB or text[verb] in _NUMBERS:
        return None
    act = coined(text[verb : verb + _VERB], "transitive")
    modals = (modal,) if modal is not None and modal.modal is not None else ()
    return VerbGroup(duty.start(), verb + _VERB, (duty[0], act.text), act, act, modals)


def read_led_act(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the act behind a phrase whose duty closes the clause before: 应当于年底前，|向市政府|报告."""
    if (
        _BOUND_BEFORE.search(text, max(0, start - _LONGEST_TIME), start) is None
        or text[start] not in _PHRASES
    ):
        return None
    at = _last_verb(text, start + 1, end, grammar.lexicon)
    if at is None:
        return None
    act = coined(text[at : at + _VERB], "transitive")
    return VerbGroup(at, at + _VERB, (act.text,), act, act)


def _last_verb(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Return where the last word of `text[start:end]` that may be a verb stands, else its last two."""
    for at in range(end - _VERB, start, -1):
        word = lexicon.at(text, at)
        if word is None or not word.verb or word.noun or len(word.text) != _VERB:
            continue
        if text[at - 1] not in _NO_VERB_BEHIND and text[at + _VERB : at + _VERB + 1] not in _NO_OBJECT:
            return at
    return end - _VERB if end - start >= _VERB else None
