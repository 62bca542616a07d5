"""Lines of a wrapped text that look like what a site prints around it, but stand in the midst of a sentence.

`众下载使用移动客户端等或点赞、转发信息。` is a line of a notice on the accounts of governments, and no button
of one: it fills the width, as does the line before it, which breaks off. What a site prints does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.line_width import FULL_LINE_SLACK, line_width
from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.furniture.find import is_of_site
from gangyao.layout.wrapping import find_wrapping


def find_in_sentences(texts: Sequence[str], formed: Sequence[bool]) -> list[int]:
    """Return those of the lines that are furniture by their form (`formed`) which a sentence goes through."""
    inside = [
        place
        for place in range(1, len(texts) - 1)
        if formed[place]
        and not (formed[place - 1] or formed[place + 1])
        and texts[place - 1]
        and texts[place + 1]
        and not ends_sentence(texts[place - 1])
        and is_of_site(texts[place])
    ]
    if not inside:
        return []
    read = [text for text, is_formed in zip(texts, formed, strict=True) if text and not is_formed]
    wrapping = find_wrapping(read)
    if wrapping is None:
        return []
    least = wrapping.width - FULL_LINE_SLACK
    return [n for n in inside if min(line_width(texts[n - 1]), line_width(texts[n])) >= least]
