"""Sentences that were broken round their links: text cut out of a web page with a line end beside every link.

`…生态文明建设、` / `“十四五”规划` / `、全面从严治党…` is one line. Only a document that shows such breaks is
looked at: by lines that begin as no line does or end in an opening mark, a short line beside each of them
(a column that was cut has long ones), and by names of documents alone on their lines (`《就业促进法》`).
There a line below the first numbered heading that ends no sentence goes on, unless it is a heading, a
signature or a date; above that, in the head, the language model decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.dates import DATE
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.reading_order.continuity import join_scores

_NEVER_FIRST = frozenset("，。、；：！？）》”’」』】")
_NEVER_LAST = frozenset("《“‘〈（「『【")
_ITEM_MARKS = frozenset("—–-·•●■◆▲★○◇□*#")
_NAME = re.compile("《[^《》]{2,30}》")
# A link is no longer than this, nor is what stands between two of them to be judged by its neighbours.
_LONGEST_LINK = 40
# So many breaks are the custom of a document.
_FEWEST_BREAKS = 2
# Bits that must speak for it in the head of a document.
_GOES_ON = 3.0
_GOES_ON_NAME = 0.0


def find_link_joins(lines: Sequence[ReadLine], model: CharacterModel) -> list[bool]:
    """Tell for each line whether it goes on the line before it, from which a link parts it."""
    joins = [index > 0 and _is_broken(lines[index - 1], line) for index, line in enumerate(lines)]
    broken = [index for index, joined in enumerate(joins) if joined]
    if not all(_has_short(lines, index) for index in broken):
        return [False] * len(lines)
    named = sum(_NAME.fullmatch(line.text) is not None for line in lines) if broken else 0
    if len(broken) + named < _FEWEST_BREAKS:
        return joins
    head = next((index for index, line in enumerate(lines) if _is_heading(line.text)), 0)
    unsure: list[int] = []
    for index in range(1, len(lines)):
        if not joins[index] and _may_go_on(lines[index - 1], lines[index]):
            if index > head:
                joins[index] = True
            else:
                unsure.append(index)
    if unsure:
        scores = join_scores([(lines[i - 1].text, lines[i].text) for i in unsure], model)
        for index, score in zip(unsure, scores.tolist(), strict=True):
            is_beside_name = any(_NAME.fullmatch(lines[n].text) for n in (index - 1, index))
            joins[index] = score > (_GOES_ON_NAME if is_beside_name else _GOES_ON)
    return joins


def _has_short(lines: Sequence[ReadLine], index: int) -> bool:
    return min(len(lines[index - 1].text), len(lines[index].text)) <= _LONGEST_LINK


def _is_broken(before: ReadLine, line: ReadLine) -> bool:
    """Tell whether two lines are parts of one for certain."""
    if line.gap != "none" or not before.text or not line.text:
        return False
    if line.text[0] in _NEVER_FIRST:
        return not ends_sentence(before.text) or line.text[0] in "》”’」』】）"
    return before.text[-1] in _NEVER_LAST and not _is_heading(before.text)


def _may_go_on(before: ReadLine, line: ReadLine) -> bool:
    """Tell whether a line may go on the one before it: one of the two is short enough for a link."""
    if line.gap != "none" or not before.text or not line.text or ends_sentence(before.text):
        return False
    if min(len(before.text), len(line.text)) > _LONGEST_LINK or line.text[0] in _ITEM_MARKS:
        return False
    return not any(_is_heading(one.text) or DATE.fullmatch(one.text) for one in (before, line))


def _is_heading(text: str) -> bool:
    return parse_heading(text) is not None
