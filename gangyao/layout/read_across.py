"""Columns whose lines were read row by row: the first line of each column, then the second of each, ….

So does recognition that sorts the lines of a page by their height, and whoever copies it. In a text that is
read in order a wrapped line goes on the one before it; here it goes on one some lines above, as many as there
are columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.line_width import FULL_LINE_SLACK, line_width
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable
from gangyao.layout.bottom_up import find_bottom_up
from gangyao.layout.column_paths import MOST_COLUMNS, REACH, Bits, columns_of, find_course
from gangyao.layout.glued_columns import Placed, parted_at_blanks, parted_at_width
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.side_by_side import Columns
from gangyao.layout.wrapping import find_wrapping

#: What a break from one column to the next is said to rest on, and how sure it is: of 251 such breaks on
#: generated pages of documents that had not been looked at, 185 were right (74 %).
EVIDENCE = "lines of columns read row by row"
CONFIDENCE = 0.7

# Lines that hold one line of each column have no more characters; where each line is a paragraph, more than
# this share of them have.
_LONG, _LONG_SHARE = 90, 0.1
# So many lines are looked at together for whether they go on each other or others above (by hand).
_WINDOW = 16
# Of 40 generated pages, lines go on by 7.4 bits on the average, others by -4.4: in between.
_GOES_ON_ABOVE, _GOES_ON_NOT = 2.0, 1.5
# A page has so many lines, and so many have at least two of its columns (by hand).
_FEWEST, _FEWEST_EACH = 10, 3
# What an indent says for a line that ends a sentence, and against others; the least and most that may be said
# behind such a line, if it is short, and if it fills the width (by hand, on generated pages).
_INDENTED = 4.0
_AFTER_END = -1.0, 2.0, 5.0
# By so many bits lines go on their column on the average, and on it rather than the line before: on generated
# pages by 4.3 and more, on the one text that was taken for a page and is none by 2.4.
_LEAST_DOWN, _LEAST_GAIN = 3.5, 3.0


def find_read_across(
    source: Source, tables: Sequence[PrintedTable], beside: Sequence[Columns], model: CharacterModel
) -> tuple[Columns, ...]:
    """Return the stretches of the raw text whose columns were read row by row.

    `beside` are columns that stand side by side on their lines, which these are not.
    """
    taken = [(table.raw_start, table.raw_end) for table in tables]
    taken += [(min(map(min, one.columns)), max(map(max, one.columns)) + 1) for one in beside]
    return tuple(
        columns
        for file in source.files
        if not file.lines
        for lines in _runs(source.text, file.raw_start, file.raw_end, taken)
        for columns in _first_found(lines, model)
    )


def _runs(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[list[Placed]]:
    """Yield the lines that are not blank, with the offsets where they begin, between what is taken."""
    run: list[Placed] = []
    place = start
    for line in text[start:end].split("\n"):
        if any(a < place + len(line) and place < b for a, b in taken):
            yield run
            run = []
        elif line.strip():
            run.append((place, line))
        place += len(line) + 1
    yield run


def _first_found(lines: Sequence[Placed], model: CharacterModel) -> list[Columns]:
    """Return the columns whose lines are those of the text, or else pieces of them; or lines from below."""
    if sum(len(text) > _LONG for _, text in lines) > _LONG_SHARE * len(lines):
        return []
    wrapped = lines if find_wrapping([text.strip() for _, text in lines]) is not None else []
    if backwards := list(find_bottom_up(wrapped, model)):
        return backwards
    tried = (list(_in_run(pieces, model)) for pieces in _readings(lines, wrapped, model))
    return next(filter(None, tried), [])


def _readings(
    lines: Sequence[Placed], wrapped: Sequence[Placed], model: CharacterModel
) -> Iterator[Sequence[Placed]]:
    """Yield what may be the lines of columns; lines are parted only where they are none as they stand."""
    yield wrapped
    yield parted_at_blanks(lines)
    yield parted_at_width(lines, model)


def _in_run(run: Sequence[Placed], model: CharacterModel) -> Iterator[Columns]:
    if len(run) < _FEWEST:
        return
    texts = [text.strip() for _, text in run]
    for first, last in _doubtful(texts, model):
        bits = _bits([text for _, text in run[first:last]], model)
        for columns in columns_of(find_course(last - first, bits)):
            if _is_page(columns, bits):
                starts = tuple(tuple(run[first + line][0] for line in column) for column in columns)
                yield Columns(starts, evidence=EVIDENCE, confidence=CONFIDENCE)


def _bits(lines: Sequence[str], model: CharacterModel) -> Bits:
    """Return how well each of the lines goes on those above it.

    Behind the end of a paragraph, which the model tells little of, an indent is what goes on, or nothing is
    known.
    """
    texts = [line.strip() for line in lines]
    pairs = [(above, line) for line in range(len(lines)) for above in range(max(0, line - REACH), line)]
    scores = join_scores([(texts[a], texts[b]) for a, b in pairs], model).tolist()
    widest = max(map(line_width, texts))
    ends = [ends_sentence(text) for text in texts]
    is_short = [line_width(text) < widest - FULL_LINE_SLACK for text in texts]
    is_indented = [line[:1].isspace() for line in lines]
    by_pair: dict[tuple[int, int], float] = {}
    for (above, line), score in zip(pairs, scores, strict=True):
        if is_indented[line]:
            score = _INDENTED if ends[above] or is_short[above] else -_INDENTED
        elif ends[above]:
            score = min(max(score, _AFTER_END[0]), _AFTER_END[1 if is_short[above] else 2])
        by_pair[above, line] = score
    return Bits(by_pair)


def _doubtful(texts: Sequence[str], model: CharacterModel) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which lines go on others above rather than the line before, and what is near."""
    places = np.flatnonzero(_means(texts, 1, model) < _GOES_ON_NOT)
    if not len(places):
        return
    stretches: list[tuple[int, int]] = []
    for place in places.tolist():
        start, end = max(0, place - _WINDOW), min(len(texts), place + _WINDOW)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = stretches[-1][0], end
        else:
            stretches.append((start, end))
    for start, end in stretches:
        if _go_on_above(texts[start:end], model):
            yield start, end


def _go_on_above(texts: Sequence[str], model: CharacterModel) -> bool:
    """Tell whether lines go on those that stand some constant number of lines above them."""
    steps = range(2, min(MOST_COLUMNS + 1, len(texts)))
    return any(_means(texts, step, model).max() > _GOES_ON_ABOVE for step in steps)


def _means(texts: Sequence[str], step: int, model: CharacterModel) -> npt.NDArray[np.float64]:
    """Return how well lines go on those `step` lines above them, on the average of some lines around each."""
    scores = join_scores(list(zip(texts, texts[step:], strict=False)), model)
    window = np.ones(min(_WINDOW, len(scores)))
    return np.convolve(scores, window / len(window), mode="same")


def _is_page(columns: Sequence[Sequence[int]], bits: Bits) -> bool:
    """Tell whether columns are those of a page: their lines go on downwards, not across."""
    lines = sorted(line for column in columns for line in column)
    if len(lines) < _FEWEST or sum(len(column) >= _FEWEST_EACH for column in columns) < 2:
        return False
    down = [bits.of(*pair) for column in columns for pair in pairwise(column)]
    across = [bits.of(*pair) for pair in pairwise(lines)]
    return fmean(down) >= max(_LEAST_DOWN, fmean(across) + _LEAST_GAIN)
