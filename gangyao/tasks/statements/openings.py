"""What opens sentences and their clauses: a verb, an adverb, or a body and what it does."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.signs import CharacterSet, Lines, Places, Told, places_of
from gangyao.tasks.lexicon import OPENERS, Lexicon
from gangyao.tasks.statements.cues import first_words

# What may stand before the verb or the adverb that opens a sentence.
_CONNECTIVES = ("同时，", "此外，", "其中，", "同时", "并")
_CONNECTIVE_STARTS = CharacterSet("同此其并")
_CLAUSE_MARKS = CharacterSet("，：；")
# Where, of whom, by what, for whom something is done.
_PHRASE_STARTS = CharacterSet("在对以按为通把将围根针")
_BREAK = ord("\n")
_NEITHER, _VERB, _ADVERB = map(OPENERS.index, ("", "verb", "adverb"))
BODIES = (
    *("部门", "政府", "机构", "单位", "委员会", "机关", "企业", "组织", "法院", "检察院", "银行", "学校"),
    *("医院", "局", "厅", "办公室", "小组", "会议", "中心", "机制"),
)
_BODY_SPAN = 26
# A name that ends with a body, no mark inside; the set of what bodies end with keeps `re` from trying each.
_BODY = re.compile(
    rf"(?s:.)[^，。；：]{{0,{_BODY_SPAN - 2}}}?[{''.join(sorted({body[-1] for body in BODIES}))}]"
    rf"(?:{'|'.join(f'(?<={body})' for body in BODIES)})"
)
_WITH_BODY = ("及其有关部门", "和有关部门", "和个人")


class Openings(NamedTuple):
    """Of sentences: whether a verb, an adverb or a phrase opens each.

    `share` is that of its other clauses that a verb or an adverb opens.
    """

    with_verb: Told
    with_adverb: Told
    with_phrase: Told
    share: npt.NDArray[np.float64]


def read_openings(lines: Lines, lexicon: Lexicon) -> Openings:
    """Return what opens the sentences of `lines`."""
    count, codes = len(lines.starts), lines.codes
    places = _behind_connectives(lines)
    first = lexicon.openers_at(lines.joined, codes, places)
    # A mark that closes its sentence opens no clause.
    marks = np.flatnonzero(_CLAUSE_MARKS.holds(codes[:-1]) & (codes[1:] != _BREAK))
    sentence = np.searchsorted(lines.starts, marks, side="right") - 1
    is_opened = lexicon.openers_at(lines.joined, codes, marks + 1) != _NEITHER
    clauses = np.bincount(sentence, minlength=count)
    opened = np.bincount(sentence[is_opened], minlength=count)
    return Openings(
        first == _VERB,
        first == _ADVERB,
        (first == _NEITHER) & _PHRASE_STARTS.holds(codes[places]),
        opened / np.maximum(clauses, 1),
    )


def _behind_connectives(lines: Lines) -> Places:
    """Return where in `lines.joined` the first word of each sentence begins, behind 同时 and the like."""
    first = first_words(lines)
    for index in places_of(_CONNECTIVE_STARTS.holds(lines.codes[first])):
        at = int(first[index])
        first[index] += next((len(word) for word in _CONNECTIVES if lines.joined.startswith(word, at)), 0)
    return first


def names_body(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether the sentence opens with a body and what it does: 水行政主管部门会同…, 国家建立…."""
    body = _BODY.match(sentence)
    if body is not None:
        at = body.end()
        at += next((len(more) for more in _WITH_BODY if sentence.startswith(more, at)), 0)
    elif sentence.startswith("国家"):
        at = 2
    else:
        return False
    word = lexicon.at(sentence, at)
    if word is None or word.noun:
        return False
    return bool(word.verb) or word.adverb or word.preposition is not None
