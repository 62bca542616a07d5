"""Notes and captions that a page prints inside a sentence, which goes on overleaf or below them.

Notes stand at the foot of the page, captions where a figure stood. Where the line before them breaks off and
the line after them goes on it, they are read behind the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.line_width import FULL_LINE_SLACK, line_width
from gangyao.chinese.note_marks import marks_inside, note_mark, says_what_a_word_means
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.layout import Break, Line
from gangyao.layout.joins.read_line import ReadLine, opens_block
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.wrapping import Wrapping, find_wrapping, is_title

# What the breaks around notes are said to rest on. How sure they are is set by hand: too few pages with notes
# are at hand to count.
_EVIDENCE = "note inside a sentence"
_CONFIDENCE = 0.9

_CAPTION = re.compile(
    r"[图圖]\s*[0-9０-９一二三四五六七八九十]{1,3}(?:\s*[-—–.．－]\s*[0-9０-９]{1,3})?"
    r"[\s　:：]*[^。；！？，]{2,40}"
)
# A shorter line that ends no sentence may be a title.
_SHORTEST_BROKEN = 12
# Lines that notes take at most, and a paragraph behind them.
_MOST_LINES = 30
# A line goes on another over notes if so many bits speak for it, as over the end of a page.
_GOES_ON = 3.0


@dataclass(frozen=True, slots=True)
class Notes:
    """Lines, by place, from `first` to `last`, that are read behind the line `after`."""

    first: int
    last: int
    after: int


def find_page_notes(lines: Sequence[ReadLine], model: CharacterModel) -> list[Notes]:
    """Return the notes inside sentences, in printed order; `lines` are those that are read."""
    runs = list(_runs(lines))
    if not runs:
        return []
    wrapping = find_wrapping([line.text for line in lines])
    scores = join_scores([(lines[first - 1].text, lines[last + 1].text) for first, last in runs], model)
    notes = []
    for (first, last), score in zip(runs, scores.tolist(), strict=True):
        if score > _GOES_ON and (after := end_of_paragraph(lines, last + 1, wrapping)) is not None:
            notes.append(Notes(first, last, after))
    return notes


def behind_paragraphs(printed: Sequence[int], notes: Sequence[Notes], read: Sequence[int]) -> list[int]:
    """Return the lines `printed`, by index, with the notes behind the paragraphs; `read` are those read."""
    place = {index: at for at, index in enumerate(printed)}
    order = list(printed)
    for found in reversed(notes):
        start, end, after = (
            place[read[found.first]],
            place[read[found.last]] + 1,
            place[read[found.after]] + 1,
        )
        order[start:after] = [*order[end:after], *order[start:end]]
    return order


def breaks_around(notes: Sequence[Notes], read: Sequence[int], lines: Sequence[Line]) -> Iterator[Break]:
    """Yield the breaks where notes make lines neighbours; `read` are the lines that are read, as printed."""
    for found in notes:
        pairs = [(found.first - 1, found.last + 1), (found.after, found.first), (found.last, found.after + 1)]
        for before, after in pairs:
            if after < len(read):
                left, right = lines[read[before]], lines[read[after]]
                if left.reading_position is not None and right.reading_position == left.reading_position + 1:
                    yield Break(0, left.number, right.number, _EVIDENCE, _CONFIDENCE)


def _runs(lines: Sequence[ReadLine]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of what may be notes between two parts of a sentence."""
    marks: set[str] = set()
    read = 0
    end = -1
    for index in range(1, len(lines) - 1):
        text = lines[index].text
        is_caption = text.startswith(("图", "圖")) and _CAPTION.fullmatch(text) is not None
        mark = "" if is_caption else note_mark(text)
        if index <= end or not (is_caption or mark):
            continue
        before = lines[index - 1].text
        if ends_sentence(before) or len(before) < _SHORTEST_BROKEN or is_title(before):
            continue
        while read < index:
            marks.update(marks_inside(lines[read].text))
            read += 1
        if mark and mark not in marks and not says_what_a_word_means(text):
            continue
        end = index if is_caption else _end_of_notes(lines, index)
        if end >= 0 and end + 1 < len(lines) and not opens_block(lines[end + 1].text):
            yield index, end


def _end_of_notes(lines: Sequence[ReadLine], first: int) -> int:
    """Return the last line of notes at the foot of a page; -1 where nothing ends the page below them."""
    for index in range(first + 1, min(first + _MOST_LINES, len(lines))):
        if lines[index].gap == "page":
            return index - 1
    return -1


def end_of_paragraph(lines: Sequence[ReadLine], first: int, wrapping: Wrapping | None) -> int | None:
    """Return the last line of the paragraph that goes on at `first`; None where that cannot be told."""
    if wrapping is None:
        return first
    for index in range(first, min(first + _MOST_LINES, len(lines))):
        is_full = line_width(lines[index].text) >= wrapping.width - FULL_LINE_SLACK
        is_last = index + 1 == len(lines) or opens_block(lines[index + 1].text)
        if ends_sentence(lines[index].text) and (is_last or not is_full):
            return index
    return None
