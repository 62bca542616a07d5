"""Which lines go on a paragraph that the end of a page cut, or furniture, in a text that is not wrapped."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import NEVER_FIRST, ends_sentence
from gangyao.layout.joins.read_line import ReadLine, opens_block
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.wrapping import is_title

_BREAK_INSIDE = re.compile("[，。；]")
# The end of a page: a line of this length is no title, whatever the next one says; a shorter one goes on
# if this many bits speak for it, a numbered title if more do. Of the corpus' sentences cut in their first 24
# characters 94 of 100 do, and 8 of 100 titles over their first paragraph, which pages seldom part; above the
# text and over furniture that no end of a page shows by itself, more have to.
_LONGEST_TITLE = 24
_GOES_ON = 2.0
_TITLE_GOES_ON = 2.5
_GOES_ON_OVER_BLANK = 3.0
_GOES_ON_ABOVE_TEXT = 4.0
_GOES_ON_OVER_FURNITURE = 2.0


def join_pages(lines: Sequence[ReadLine], model: CharacterModel) -> list[bool]:
    """Tell for each line whether it goes on the line before it."""
    joins = [False] * len(lines)
    # Lines that may be titles or items, with the bits that must speak against that.
    doubtful: dict[int, float] = {}
    in_text = False
    for index in range(1, len(lines)):
        line, before, text = lines[index], lines[index - 1].text, lines[index].text
        in_text = in_text or ends_sentence(before)
        if line.gap == "blank" and breaks_off(before) and not opens_block(text):
            doubtful[index] = _GOES_ON_OVER_BLANK
        if line.gap != "page" and not (line.is_over_furniture and in_text):
            continue
        if text[:1] in NEVER_FIRST:
            joins[index] = True
        elif ends_sentence(before) or opens_block(text):
            continue
        else:
            doubtful[index] = _least_bits(before, line.gap == "page", in_text)
    if doubtful:
        scores = join_scores([(lines[i - 1].text, lines[i].text) for i in doubtful], model)
        for (index, least), score in zip(doubtful.items(), scores.tolist(), strict=True):
            joins[index] = score > least
    return joins


def _least_bits(before: str, ends_page: bool, in_text: bool) -> float:
    """Return the bits that must speak for a line that goes on `before`, with furniture between them."""
    more = 0.0 if ends_page else _GOES_ON_OVER_FURNITURE
    if is_title(before):
        return _TITLE_GOES_ON + more
    if len(before) > _LONGEST_TITLE or _BREAK_INSIDE.search(before):
        return -math.inf if ends_page else more
    return (_GOES_ON if in_text else _GOES_ON_ABOVE_TEXT) + more


def breaks_off(text: str) -> bool:
    """Tell whether a line of running text ends in mid-sentence."""
    return len(text) > _LONGEST_TITLE and not ends_sentence(text) and _BREAK_INSIDE.search(text) is not None
