"""What a browser prints above and below each page: day and clock beside the page's title, address, count.

Chrome and Edge print `2026/1/14 09:27   某通知_某局` above and `https://…   1/2` below, Safari and Firefox
the title first and the day last. A line with an hour may be text (a log, a roll of floods): it is a head
where the text prints that title too, or where the line returns on the next page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gangyao.chinese.page_lines import DAY_AND_CLOCK

# Titles of pages end in the name of the site; addresses with their parameters are longer.
_LONGEST_HEAD, _LONGEST_FOOT = 200, 400
_FIRST = re.compile(rf"(?:{DAY_AND_CLOCK})\s+(?P<title>\S.*)")
_LAST = re.compile(rf"(?P<title>\S.{{5,150}}?)\s{{2,}}(?:{DAY_AND_CLOCK})")
_COUNT = (
    r"(?:\d{1,4}\s?/\s?\d{1,4}|\d{1,4} of \d{1,4}"
    r"|第\s?\d{1,4}\s?页(?:\s?[（(，,]?\s?共\s?\d{1,4}\s?页[）)]?)?)"
)
_FOOT = re.compile(rf"(?:https?|file)://\S+\s+{_COUNT}|{_COUNT}\s+(?:{DAY_AND_CLOCK})")
_NO_LETTER = re.compile(r"[^\w\u4e00-\u9fff]+")
# Half of a title of two lines; shorter lines recur in any text.
_SHORTEST = 8
# The text's own title stands near the top of its page.
_REACH = 12
_OPENINGS = frozenset("hf0123456789第")


def find_browser_prints(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether a browser printed it around the text of a page."""
    flags = [False] * len(texts)
    heads: dict[int, str] = {}
    for index, text in enumerate(texts):
        if ":" not in text or len(text) > _LONGEST_FOOT or not (text[0] in _OPENINGS or "  " in text):
            continue
        if _FOOT.fullmatch(text):
            flags[index] = True
        elif len(text) <= _LONGEST_HEAD and (head := _FIRST.fullmatch(text) or _LAST.fullmatch(text)):
            heads[index] = _NO_LETTER.sub("", head["title"])
    returning = Counter(texts[index] for index in heads)
    for index, title in heads.items():
        flags[index] = returning[texts[index]] > 1 or _is_printed(title, texts[index + 1 : index + _REACH])
    return flags


def _is_printed(title: str, below: Sequence[str]) -> bool:
    """Tell whether a line below is the title of the page, or a part of it."""
    lines = (_NO_LETTER.sub("", text) for text in below)
    return any(len(line) >= _SHORTEST and line in title for line in lines)
