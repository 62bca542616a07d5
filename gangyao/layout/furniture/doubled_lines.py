"""Lines that a program printed twice: one right below the other, nearly all of a document or headings, or the
whole document behind itself, as pages have it that hold a copy to be printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence

# This share of the lines with text belongs to such a pair, in a document of so many pairs at least (by hand:
# in texts that are printed once, pairs are single cells of tables).
_DOUBLED = 0.8
_FEWEST = 4
# Headings with a shadow are printed twice and the text below them once: so many of them at least, and most of
# all headings. No heading says the same with the same number right below itself.
_FEWEST_HEADINGS = 2
_MOST_HEADINGS = 0.5
# A document has so many lines, and a copy all of them, but for this share of others, which are no copies (by
# hand: no text of the corpus repeats a tenth of its lines in their order).
_FEWEST_LINES, _COPIED = 8, 0.95
# A number alone comes again in a column of a table.
_SHORTEST = 2


def find_doubled_lines(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is the second of two that are the same.

    That is so where nearly all lines of the document are printed twice, or where headings are: then also of
    other short lines that are no sentences, such as the title; and where the document comes again as a whole.
    """
    if (copy := _copy(texts)) is not None:
        return copy
    flags = [False] * len(texts)
    read = [index for index, text in enumerate(texts) if text]
    place = 0
    while place + 1 < len(read):
        first, second = read[place], read[place + 1]
        if texts[first] == texts[second] and len(texts[first]) >= _SHORTEST:
            flags[second] = True
            place += 1
        place += 1
    pairs = sum(flags)
    if pairs >= _FEWEST and 2 * pairs >= _DOUBLED * len(read):
        return flags
    return _of_headings(texts, flags) if pairs >= _FEWEST_HEADINGS else [False] * len(texts)


def _copy(texts: Sequence[str]) -> list[bool] | None:
    """Return which lines are those of a second copy of the whole document; None where it comes once."""
    read = [index for index, text in enumerate(texts) if text]
    count = len(read)
    if count < 2 * _FEWEST_LINES:
        return None
    # A line or a few stand before, between or behind the copies.
    others = max(1, int((1 - _COPIED) * count))
    for start in range(count // 2 - others, count // 2 + others + 1):
        if texts[read[start]] != texts[read[0]]:
            continue
        pairs = list(zip(read[:start], read[start:], strict=False))
        same = [again for first, again in pairs if texts[first] == texts[again]]
        if len(same) >= _COPIED * min(start, count - start):
            flags = [False] * len(texts)
            for again in same:
                flags[again] = True
            return flags
    return None


def _of_headings(texts: Sequence[str], again: Sequence[bool]) -> list[bool]:
    """Return which of the lines that come `again` are headings, or title-like, where most headings do."""
    doubled = [flag and _is_heading(text) for flag, text in zip(again, texts, strict=True)]
    count = sum(doubled)
    once = sum(map(_is_heading, texts)) - count
    if count < _FEWEST_HEADINGS or count <= _MOST_HEADINGS * once:
        return [False] * len(texts)
    return [
        is_heading or (flag and not ends_sentence(text) and _is_title_like(text))
        for is_heading, flag, text in zip(doubled, again, texts, strict=True)
    ]


def _is_heading(text: str) -> bool:
    """Tell whether a line is a heading with a number and a title, and no more."""
    heading = parse_heading(text)
    return (
        heading is not None
        and heading.number is not None
        and not heading.is_weak
        and bool(heading.title)
        and heading.body_start is None
    )


def _is_title_like(text: str) -> bool:
    """Tell whether a line holds words, as no value in a table does."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text) > len(text) / 2 >= _SHORTEST
