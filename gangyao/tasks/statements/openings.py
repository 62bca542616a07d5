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
# 农产品品牌工程：建设基地60个: the theme of what is to be done. 会议指出：, 主要包括： are none.
_THEME = re.compile(
    "[\u4e00-\u9fff“”、]{2,16}(?<!如下)(?<!包括)(?<!以下)(?<!下列)(?<!例如)(?<!分别)(?<!主要有)"
    "(?<![是为即问答志们说出调求定确认])：(?=[\u4e00-\u9fff])"
)
_COLON = ord("：")
_THEME_SPAN = 20
# Where, of whom, by what, for whom something is done.
_PHRASE_STARTS = CharacterSet("在对以按为通把将围根针")
_BREAK = ord("\n")
_NEITHER, _VERB, _ADVERB = map(OPENERS.index, ("", "verb", "adverb"))
BODIES = (
    *("部门", "政府", "机构", "单位", "委员会", "机关", "企业", "组织", "法院", "检察院", "银行", "学校"),
    *("医院", "局", "厅", "办公室", "小组", "会议", "中心", "机制", "乡镇", "街道", "层面"),
)
_BODY_SPAN = 26
# A name that ends with a body, no mark inside; the set of what bodies end with keeps `re` from trying each.
_BODY = re.compile(
    rf"(?s:.)[^，。；：]{{0,{_BODY_SPAN - 2}}}?[{''.join(sorted({body[-1] for body in BODIES}))}]"
    rf"(?:{'|'.join(f'(?<={body})' for body in BODIES)})"
)
_WITH_BODY = ("及其有关部门", "和有关部门", "和个人")
# 各相关部门、单位明确分管领导: the last of a list.
_LISTED_BODIES = re.compile(rf"(?:[、和及][^，。；：、]{{0,8}}?(?:{'|'.join(BODIES)}))+")


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
    """Return where in `lines.joined` each sentence begins, behind 同时 and the like and behind a theme."""
    first = first_words(lines)
    for index in places_of(_CONNECTIVE_STARTS.holds(lines.codes[first])):
        at = int(first[index])
        first[index] += next((len(word) for word in _CONNECTIVES if lines.joined.startswith(word, at)), 0)
    colons = np.flatnonzero(lines.codes == _COLON)
    behind = np.searchsorted(lines.starts, colons, side="right") - 1
    for index in np.unique(behind[colons - first[behind] <= _THEME_SPAN]).tolist():
        theme = _THEME.match(lines.joined, int(first[index]), int(lines.breaks[index]))
        first[index] = first[index] if theme is None else theme.end()
    return first


def names_body(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether the sentence opens with a body and what it does: 水行政主管部门会同…, 国家建立…."""
    body = _BODY.match(sentence)
    if body is not None:
        at = body.end()
        at += next((len(more) for more in _WITH_BODY if sentence.startswith(more, at)), 0)
        if (others := _LISTED_BODIES.match(sentence, at)) is not None:
            at = others.end()
    elif sentence.startswith("国家"):
        at = 2
    else:
        return False
    word = lexicon.at(sentence, at)
    if word is None or word.noun:
        return False
    return bool(word.verb) or word.adverb or word.preposition is not None
