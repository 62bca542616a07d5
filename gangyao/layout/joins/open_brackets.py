"""Lines cut within a bracket or before the article that they refer to, whatever the width of the text.

`（市商务局牵头，市市场监` over `管局配合）` is one note; `违反本办法` over `第三条第一款规定，…` is one
sentence: an article of the text is not followed by its own paragraph or by 规定.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.joins.read_line import ReadLine, opens_block

_OPENERS, _CLOSERS = "（(〔【［", "）)〕】］"
_BRACKET = re.compile(f"[{re.escape(_OPENERS + _CLOSERS)}]")
# A bracket goes on over so many characters (by hand): one that is never closed is a misprint.
_LONGEST = 120
_NUMERAL = "[〇零一二三四五六七八九十百千0-9]{1,7}"
_REFERENCE = re.compile(
    rf"第{_NUMERAL}条(?:之[一二三四五六七八九十])?"
    rf"(?:第{_NUMERAL}款|第[（(]?{_NUMERAL}[）)]?项|[、和及至或]第{_NUMERAL}条|的?规定[，、的处给予]|(?:所|中)规定|所列|的[，、])"
)
_LEADS_ON = re.compile(
    r"(?:违反|依照|按照|根据|依据|适用|符合|本(?:法|条例|办法|规定|细则|规则|章程)|《[^《》]{2,40}》|[和及或、至与])$"
)


def find_bracket_joins(lines: Sequence[ReadLine]) -> list[bool]:
    """Tell for each line whether it goes on the line before it, within a bracket or at a reference."""
    joins = [False] * len(lines)
    for index in range(1, len(lines)):
        if lines[index].gap != "blank":
            before, text = lines[index - 1].text, lines[index].text
            joins[index] = _closes(before, text) or _goes_on_to_article(before, text)
    return joins


def _closes(before: str, text: str) -> bool:
    """Tell whether a line closes the bracket that the line before it leaves open in mid-sentence."""
    if ends_sentence(before) or opens_block(text):
        return False
    first = _BRACKET.search(text)
    if first is None or first[0] not in _CLOSERS:
        return False
    opening = _open_at_end(before)
    return opening is not None and first.end() + len(before) - opening <= _LONGEST


def _open_at_end(text: str) -> int | None:
    """Return where the bracket stands that is open at the end of a line."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] in _OPENERS:
            opened.append(found.start())
        elif opened:
            opened.pop()
    return opened[-1] if opened else None


def _goes_on_to_article(before: str, text: str) -> bool:
    """Tell whether a line goes on with the article that the line before it refers to."""
    if text[:1] != "第" or ends_sentence(before) or _REFERENCE.match(text) is None:
        return False
    return _LEADS_ON.search(before) is not None
