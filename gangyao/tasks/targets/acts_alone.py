"""Words before a figure that name nothing: an act alone (优化|12类45件实事) or a manner (先|增加5亿元)."""

from __future__ import annotations

from enum import Enum
from typing import Final

from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.noun_compounds import opens_compound

_PREDICATES: Final = frozenset({"transitive", "taker", "catenative", "sponsor"})
# These have something done; 试点, 计划 and 参保 are nouns as well.
_ACTS: Final = frozenset({"taker", "sponsor"})
# No noun is shorter, and 和 joins a noun to what looked like a verb: 租赁|和商务服务业.
_SHORTEST: Final = 2
_JOINED: Final = frozenset("的和与及或、")


class Naming(Enum):
    """What words name: something, an act, or nothing at all."""

    THING = "thing"
    ACT = "act"
    NOTHING = "nothing"


def naming_of(words: str, lexicon: Lexicon) -> Naming:
    """Tell what `words` name as far as all of them are known: 优化安排 an act, 先 nothing; else a thing."""
    at = 0
    naming = Naming.NOTHING
    while at < len(words):
        word = lexicon.at(words, at)
        if word is None or word.noun or word.verb in ("dual", "nominal"):
            return Naming.THING
        if word.verb in _PREDICATES:
            naming = Naming.ACT
        at += len(word.text)
    return naming


def is_verb_alone(words: str, lexicon: Lexicon) -> bool:
    """Tell whether `words` are one verb that is no noun: 3.6%以上|安排."""
    word = lexicon.at(words, 0)
    return word is not None and word.text == words and word.verb in _ACTS and not word.noun


def opens_act(words: str, lexicon: Lexicon) -> bool:
    """Tell whether `words` begin with a verb and go on behind it: 办好民生实事."""
    word = lexicon.at(words, 0)
    return word is not None and len(word.text) < len(words) and word.verb in _ACTS and not word.noun


def is_act_told(words: str, lexicon: Lexicon) -> bool:
    """Tell whether `words` are an adverb and a verb: 提案831件|全部办复."""
    manner = lexicon.at(words, 0)
    if manner is None or not manner.adverb or manner.verb:
        return False
    act = lexicon.at(words, len(manner.text))
    return act is not None and act.verb is not None and len(manner.text) + len(act.text) == len(words)


def acted_on(words: str, lexicon: Lexicon) -> str:
    """Return what an act is done to, without the act and its adverbs: 逐步降低|农业税税率; else all words.

    For the clause before a figure, which tells what becomes of its object.
    """
    at = 0
    while (word := lexicon.at(words, at)) is not None and word.adverb and not word.verb:
        at += len(word.text)
    if word is None or word.verb not in _PREDICATES or word.noun or len(word.text) < _SHORTEST:
        return words
    end = at + len(word.text)
    if (
        len(words) - end < _SHORTEST
        or words[end] in _JOINED
        or opens_compound(words, end, word.text, lexicon)
    ):
        return words
    return words[end:]
