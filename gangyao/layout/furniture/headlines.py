"""The headline of an account over a dispatch that has its own title below: 重磅！某县新政来了.

Left in the text it would be the beginning of the document, and the order of the lines is sought from there.
"""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.document_numbers import NUMBER_LINE
from gangyao.chinese.headlines import is_headline, leads_over
from gangyao.chinese.title_issuers import title_issuers

# Headline, byline, an appeal to follow the account, words that lead over, and then a title of so many lines.
_REACH, _TITLE_LINES = 10, 3


def find_headlines(texts: Sequence[str], is_furniture: Sequence[bool]) -> list[int]:
    """Return the lines that are the headline of a page or lead over from it to the title of a dispatch.

    Nothing stands over that title but such lines and furniture, of which there is some: a page has put the
    dispatch out.
    """
    printed = [index for index, text in enumerate(texts[: 4 * _REACH]) if text][:_REACH]
    found: list[int] = []
    for place, index in enumerate(printed):
        if is_furniture[index]:
            continue
        text = texts[index]
        if is_headline(text) or leads_over(text):
            found.append(index)
            continue
        if NUMBER_LINE.fullmatch(text):
            return found if any(is_furniture[above] for above in printed[:place]) else []
        title = "".join(texts[below] for below in printed[place : place + _TITLE_LINES])
        has_byline = any(is_furniture[above] for above in printed[:place])
        return found if has_byline and title_issuers(title) else []
    return []
