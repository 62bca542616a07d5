"""Short lines in the midst of a sentence that is not theirs: labels of a chart, a caption, a watermark.

```text
到2030年，工业增加值年均增长7%，战略性新兴产业加快壮大，产
单位：亿元
图1 规模以上工业增加值
业结构持续优化。
```

Nothing says what such lines are but where they stand: the sentence above breaks off, the line below them goes
on with it, and they do neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import INNER_MARK, ends_sentence
from gangyao.layout.joins.read_line import opens_block
from gangyao.layout.joins.signatures import is_signature
from gangyao.layout.reading_order.continuity import join_scores

# So many lines may stand between, each no longer (by hand).
_MOST, _LONGEST = 14, 24
# A line that breaks off is running text: so long, with a mark inside. What goes on with it is no label.
_SHORTEST, _SHORTEST_REST = 12, 6
# Bits that must speak for the sentence, and by how many more than for what stands between; for a line that
# no mark shows to be running text, more (by hand).
_GOES_ON, _MORE = 5.0, 6.0
_UNMARKED = 2.0


def find_interruptions(texts: Sequence[str], model: CharacterModel) -> list[int]:
    """Return which of the lines stand in the midst of a sentence and are no part of it."""
    runs = list(_runs(texts))
    if not runs:
        return []
    count = len(runs)
    pairs = [(texts[first - 1], texts[last]) for first, last in runs]
    pairs += [(texts[first - 1], texts[first]) for first, _ in runs]
    pairs += [(texts[last - 1], texts[last]) for _, last in runs]
    scores = join_scores(pairs, model).tolist()
    found: list[int] = []
    for place, (first, last) in enumerate(runs):
        whole, above, below = scores[place], scores[count + place], scores[2 * count + place]
        least = _GOES_ON if INNER_MARK.search(texts[first - 1]) else _GOES_ON + _UNMARKED
        if whole >= least and whole >= max(above, below) + _MORE:
            found += range(first, last)
    return found


def _runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of short lines between a line that breaks off and one that may go on with it."""
    in_text = False
    for index in range(len(texts) - 2):
        in_text = in_text or ends_sentence(texts[index])
        if not _breaks_off(texts[index], in_text) or not _is_label(texts, index + 1):
            continue
        last = index + 2
        while last < len(texts) and last - index - 1 < _MOST and _is_label(texts, last):
            last += 1
        for end in (last, last - 1):
            if index + 1 < end < len(texts) and _may_go_on(texts[end]):
                yield index + 1, end
                break


def _breaks_off(text: str, in_text: bool) -> bool:
    if not text or ends_sentence(text) or text[-1] in "，、":
        return False
    return in_text if INNER_MARK.search(text) is None else len(text) >= _SHORTEST


def _is_label(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line is short, and neither a sentence nor a numbered heading."""
    text = texts[index]
    heading = parse_heading(text)
    return (
        len(text) <= _LONGEST
        and INNER_MARK.search(text) is None
        and not ends_sentence(text)
        and (heading is None or heading.number is None or heading.is_weak)
        and not is_signature(texts, index)
    )


def _may_go_on(text: str) -> bool:
    return len(text) >= _SHORTEST_REST and INNER_MARK.search(text) is not None and not opens_block(text)
