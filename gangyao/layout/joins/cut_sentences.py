"""Sentences cut by the ends of lines in a text too short or too uneven to show that it is wrapped.

`建设物流园2个，完善县乡村三级` over `配送体系。` is one sentence. A line of running text that ends no
sentence and is no heading is rare where each line is a paragraph: of 27 in the development corpus the
language model joins one with the next line, a number that was truly cut, and of lines cut at random 96 of
100.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import INNER_MARK, ends_sentence
from gangyao.layout.joins.read_line import ReadLine, opens_block
from gangyao.layout.joins.signatures import is_signature
from gangyao.layout.reading_order.continuity import join_scores

# Bits that must speak for it.
_GOES_ON = 1.0
_GOES_ON_PHRASE = 6.0
# No title of an article is so long, and no article ends without a mark (by hand).
_ARTICLE_OF_TEXT, _GOES_ON_ARTICLE = 18, -8.0
# Beside lines that were joined less has to.
_BESIDE = 1.0
_HAN = re.compile("[\u4e00-\u9fff]")
# A paragraph is longer than this.
_LONGEST_REST = 8
# A line of print has no more characters; a longer one is a paragraph, which the end of a page cuts.
_LONGEST = 60
# What an article says begins on the line of its number; a title of one has no marks inside.
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,7}[条條][ \u3000]")
_SHORTEST_ARTICLE = 14
# What ends so is no sentence, and is not cut within a word.
_PAUSES = "，、：；,:;"
# Texts that print a clause a line, as subtitles and copies for speakers do, end so many and such a share of
# their lines with a comma; of the texts of the corpus two that print a sentence a line end 15 % so, others 7.
_COMMAS = ("，", "、", ",")
_FEWEST_CLAUSES, _CLAUSES = 6, 0.2


def find_cut_sentences(lines: Sequence[ReadLine], model: CharacterModel) -> list[bool]:
    """Tell for each line whether it goes on the line before it, in a text that is not known to be wrapped.

    Where nearly each line has a blank one before it, blank lines part no paragraphs.
    """
    texts = [line.text for line in lines]
    is_double_spaced = 2 * sum(line.gap == "blank" for line in lines) > len(lines)
    may_go_on = [
        index > 0
        and (line.gap == "none" or (line.gap == "blank" and is_double_spaced))
        and not ends_sentence(texts[index - 1])
        for index, line in enumerate(lines)
    ]
    joins = _clauses_of_one_sentence(texts, may_go_on)
    unsure = [
        n
        for n, may in enumerate(may_go_on)
        if may and (breaks_off_in_print(texts[n - 1]) or _is_rest(texts[n - 1], texts[n]))
    ]
    less = 0.0
    while unsure := [n for n in unsure if not opens_block(texts[n]) and not is_signature(texts, n)]:
        scores = _scores([(texts[n - 1], texts[n]) for n in unsure], model)
        found = [n for n, score in zip(unsure, scores, strict=True) if score > _least(texts[n - 1]) - less]
        tried = {*unsure} if less else set()
        less = _BESIDE
        for index in found:
            joins[index] = True
        # What was joined is running text: so may be what stands before and behind it.
        beside = {near for n in found for near in (n - 1, n + 1) if 0 < near < len(lines)} - tried
        unsure = [n for n in sorted(beside) if may_go_on[n] and not joins[n] and _is_phrase(texts[n - 1])]
    return joins


def _clauses_of_one_sentence(texts: Sequence[str], may_go_on: Sequence[bool]) -> list[bool]:
    """Tell for each line of a text that prints a clause a line whether it goes on the line before it."""
    open_ended = sum(text.endswith(_COMMAS) for text in texts)
    if open_ended < max(_FEWEST_CLAUSES, _CLAUSES * len(texts)):
        return [False] * len(texts)
    goes_on = (may and texts[n - 1].endswith(_COMMAS) for n, may in enumerate(may_go_on))
    return [on and not opens_block(texts[n]) for n, on in enumerate(goes_on)]


def _scores(pairs: Sequence[tuple[str, str]], model: CharacterModel) -> list[float]:
    """Return by how many bits lines go on; a character that was read at both edges, or twice, counts once."""
    places = [
        n
        for n, (before, text) in enumerate(pairs)
        if len(before) > 1 and before[-1] in (before[-2], text[0]) and _HAN.match(before[-1])
    ]
    once = [(pairs[n][0][:-1], pairs[n][1]) for n in places]
    scores: list[float] = join_scores([*pairs, *once], model).tolist()
    for place, score in zip(places, scores[len(pairs) :], strict=True):
        scores[place] = max(scores[place], score)
    return scores[: len(pairs)]


def _least(before: str) -> float:
    """Return the bits that must speak for a line that goes on `before`: more if that could be a title."""
    if len(before) >= _ARTICLE_OF_TEXT and _ARTICLE.match(before) is not None:
        return _GOES_ON_ARTICLE
    return _GOES_ON if INNER_MARK.search(before) is not None else _GOES_ON_PHRASE


def _is_rest(before: str, text: str) -> bool:
    """Tell whether a line is the end of a sentence and too short for one: `以上。` below `稳定在95%`."""
    is_short = len(text) <= _LONGEST_REST and INNER_MARK.search(text[:-1]) is None and ends_sentence(text)
    return is_short and len(before) >= _LONGEST_REST and _is_phrase(before)


def _is_phrase(text: str) -> bool:
    return len(text) <= _LONGEST and text[-1] not in _PAUSES and not opens_block(text)


def breaks_off_in_print(text: str) -> bool:
    """Tell whether a line of running text, no longer than print makes it, ends in mid-sentence."""
    is_article = _ARTICLE.match(text) is not None
    return (
        len(text) <= _LONGEST
        and text[-1] not in _PAUSES
        and not ends_sentence(text)
        and (INNER_MARK.search(text) is not None or (is_article and len(text) >= _SHORTEST_ARTICLE))
        and (not opens_block(text) or is_article)
    )
