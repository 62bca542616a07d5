"""Lines that hold one line of every column, with a blank between them or nothing at all.

The pieces of a column do not stand below one another, as in `side_by_side`, since short lines are not filled
up. With blanks between, they end there; without any, where columns of one width would be cut, and what stands
there goes on what stands above and below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.line_width import WIDEST_LINE, line_width
from gangyao.layout.reading_order.continuity import join_scores

#: A line or a piece of one: the offset at which it begins, and its text with the blanks around it.
Placed = tuple[int, str]

_BLANK = re.compile(r"(?<=[^ \u3000\x00-\x7f])[ \u3000]+(?=[^ \u3000])")
# So many lines hold as many blanks as most do; so many are as wide as most are.
_SAME = 0.5
_FEWEST = 10
_MOST_GLUED = 3
# A column is no narrower, in half characters; so far from its width it may be cut.
_NARROWEST, _SLACK = 12, 2
# What it says for a cut, in bits, that one of the columns is just as wide there (by hand).
_AT_WIDTH = 3.0
# Pieces go on those below by so many bits on the average, and less across (by hand).
_DOWN, _ACROSS = 2.0, 0.0


def parted_at_blanks(lines: Sequence[Placed]) -> list[Placed]:
    """Return the pieces of lines that are columns with blanks between; nothing where they are none."""
    texts = [text.strip() for _, text in lines]
    if sum(" " in text or "\u3000" in text for text in texts) < max(_SAME * len(lines), _FEWEST):
        return []
    blanks = [len(_BLANK.findall(text)) for text in texts]
    ((_, count),) = Counter(filter(None, blanks)).most_common(1) or [(0, 0)]
    if count < _SAME * len(lines):
        return []
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: Placed) -> Iterator[Placed]:
    start, text = line
    first = 0
    for blank in _BLANK.finditer(text, len(text) - len(text.lstrip())):
        # 第一章 总则, 一、 总则: the blank of a heading.
        if not text[blank.end() :].strip() or parse_heading(text[first : blank.end()] + "总则"):
            continue
        yield start + first, text[first : blank.start()]
        first = blank.end()
    yield start + first, text[first:]


def parted_at_width(lines: Sequence[Placed], model: CharacterModel) -> list[Placed]:
    """Return the pieces of lines that are columns with nothing between; nothing where they are none."""
    if len(lines) < _FEWEST:
        return []
    texts = [text.strip() for _, text in lines]
    widths = [line_width(text) for text in texts]
    width, _ = Counter(widths).most_common(1)[0]
    full = [abs(own - width) <= _SLACK for own in widths]
    if sum(full) < _SAME * len(lines) or width > WIDEST_LINE:
        return []
    for count in range(2, _MOST_GLUED + 1):
        if width / count >= _NARROWEST and (cuts := _cuts(texts, full, width / count, count, model)):
            return [piece for line, own in zip(lines, cuts, strict=True) for piece in _cut(line, own)]
    return []


def _cut(line: Placed, cuts: Sequence[int]) -> Iterator[Placed]:
    start, text = line
    margin = len(text) - len(text.lstrip())
    for first, last in pairwise([0, *(margin + cut for cut in cuts), len(text)]):
        yield start + first, text[first:last]


def _cuts(
    texts: Sequence[str], full: Sequence[bool], width: float, count: int, model: CharacterModel
) -> list[tuple[int, ...]]:
    """Return where each line is cut into `count` columns of one width; nothing where they are no columns."""
    cuts = [tuple(_at_width(text, width * n) for n in range(1, count)) for text in texts]
    down, across = [], []
    for n in range(len(texts) - 1):
        if full[n] and full[n + 1]:
            above, below = ([0, *cuts[m], len(texts[m])] for m in (n, n + 1))
            for column in range(count):
                first = texts[n][above[column] : above[column + 1]]
                down.append((first, texts[n + 1][below[column] : below[column + 1]]))
                across.append((first, texts[n][above[column + 1] :] or texts[n + 1]))
    if len(down) < _FEWEST:
        return []
    scores = join_scores([*down, *across], model).tolist()
    if fmean(scores[: len(down)]) < _DOWN or fmean(scores[len(down) :]) > _ACROSS:
        return []
    return [_best(texts, n, own, width, model) for n, own in enumerate(cuts)]


def _at_width(text: str, width: float) -> int:
    """Return how many characters of a text fill a width."""
    total = 0
    for at, char in enumerate(text):
        total += line_width(char)
        if total > width:
            return at
    return len(text)


def _best(
    texts: Sequence[str], n: int, cuts: tuple[int, ...], width: float, model: CharacterModel
) -> tuple[int, ...]:
    """Return where a line is cut: near the width of its columns, where its pieces go on above and below.

    Where it is shorter than its columns, one of them has ended there.
    """
    text = texts[n]
    above, below = texts[n - 1] if n else "", texts[n + 1] if n + 1 < len(texts) else ""
    if line_width(text) <= width:
        return ()
    if len(cuts) > 1:
        # Of three columns the one in the midst goes on neither the line above nor the one below.
        return tuple(cut for cut in cuts if cut < len(text))
    places = {cuts[0], len(text) - _at_width(text[::-1], width)}
    tried = sorted({at for place in places for at in range(place - 1, place + 2) if 0 < at < len(text)})
    pairs = [(above, text[at:]) for at in tried] + [(text[:at], below) for at in tried]
    scores = join_scores(pairs, model).tolist()
    gains = [
        up + down + (_AT_WIDTH if at in places else 0.0)
        for at, up, down in zip(tried, scores, scores[len(tried) :], strict=False)
    ]
    return (tried[gains.index(max(gains))],)
