"""Numbers and Latin words on lines of their own: 到 over 2028 over 年，新建 over 5G over 基站.

Some recognition programs take what is not Chinese for a box of its own. A text in which such lines interrupt
sentences again and again is joined again up to the ends of its sentences; cells of a table interrupt none.
The lowered or raised figure of a symbol is such a line, too: CO over 2 over 排放量, 万m over 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.cut_figures import ASKS, MEASURE
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.lowered_figures import figure_of_symbol
from gangyao.chinese.punctuation import NEVER_FIRST, ends_sentence
from gangyao.layout.joins.read_line import ReadLine

_PIECE = re.compile(r"[A-Za-z0-9０-９.,%％&+\-—–~～/×:≥≤<>]{1,24}")
_NUMBER = re.compile(r"[0-9０-９]")
_CUT_NUMBER = re.compile(r"[\u4e00-\u9fff][0-9]{1,3}[.,]$")
_CUT_NAME = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]{1,12}-$")
# So many lines interrupt sentences before a text is taken for one, and such a share of all such lines.
_FEWEST, _SHARE = 3, 0.6
_LONGEST = 40


def find_piece_joins(lines: Sequence[ReadLine]) -> list[bool]:
    """Tell for each line whether it goes on the line before it, from which a number or a word parts it."""
    texts = [line.text for line in lines]
    joins = [n > 0 and lines[n].gap == "none" and _is_cut(texts[n - 1], texts[n]) for n in range(len(lines))]
    for index in range(1, len(lines)):
        if lines[index].gap == "none" and (figure := figure_of_symbol(texts[index - 1], texts[index])):
            joins[index] = True
            is_alone = figure == len(texts[index])
            if is_alone and index + 1 < len(lines) and lines[index + 1].gap == "none":
                joins[index + 1] = parse_heading(texts[index + 1]) is None
    pieces = [n for n, text in enumerate(texts) if _PIECE.fullmatch(text) is not None]
    inside = [n for n in pieces if _interrupts(texts, n)]
    if len(inside) < _FEWEST or len(inside) < _SHARE * len(pieces):
        return joins
    for index in pieces:
        for place in (index, index + 1):
            if 0 < place < len(lines) and _may_go_on(texts[place - 1], texts[place]):
                joins[place] = lines[place].gap != "page" or place == index
    return joins


def _is_cut(before: str, text: str) -> bool:
    """Tell whether the end of a line cuts a number behind its point or comma, or a name behind its hyphen."""
    # The last character is asked first: a pattern is sought at every character of the line.
    if before.endswith((".", ",")):
        if _CUT_NUMBER.search(before) is None:
            return False
        return text[:1].isdecimal() and parse_heading(text) is None
    is_cut_name = before.endswith("-") and _CUT_NAME.search(before) is not None
    return is_cut_name and text[:1].isascii() and text[:1].isalnum()


def _interrupts(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line stands in the midst of a sentence."""
    if not 0 < index < len(texts) - 1:
        return False
    before, after = texts[index - 1], texts[index + 1]
    if ends_sentence(before) or not _may_go_on(texts[index], after):
        return False
    is_number = _NUMBER.search(texts[index]) is not None
    return (is_number and MEASURE.match(after) is not None) or ASKS.search(before) is not None


def _may_go_on(before: str, text: str) -> bool:
    if ends_sentence(before) or len(before) > _LONGEST or parse_heading(before) is not None:
        return False
    return text[:1] in NEVER_FIRST or _PIECE.fullmatch(text) is not None or parse_heading(text) is None
