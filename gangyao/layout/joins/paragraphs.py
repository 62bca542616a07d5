"""Paragraphs: blocks of text that printed lines make, and what reading order sees of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.detect_script import is_mostly_latin
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import INNER_MARK
from gangyao.document.layout import LineKind
from gangyao.layout.known import Known, known_kind
from gangyao.layout.reading_order.dispatch import stay_together
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.split import RawLine, without_tags
from gangyao.layout.tables.loose import find_tables
from gangyao.layout.wrapping import Wrapping, ends_early

_LONGEST_CELL = 24


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Raw lines (by index) that are one block of text, wrapped over several lines or not.

    `goes_on`: the block before it in print is a part of the same paragraph, unless a column ended there.
    `is_row`: the row of a table whose cells are known.
    """

    lines: tuple[int, ...]
    text: str
    kind: LineKind
    goes_on: bool = False
    is_row: bool = False


def make_paragraphs(
    texts: Sequence[str], read: Sequence[int], joins: Sequence[bool], known: Known
) -> list[Paragraph]:
    """Join lines to paragraphs, and tell cells of tables from them."""
    groups: list[list[int]] = []
    for place, joined in enumerate(joins):
        if joined:
            groups[-1].append(place)
        else:
            groups.append([place])
    whole = ["".join(texts[place] for place in group) for group in groups]
    paragraphs: list[Paragraph] = []
    for group, text, is_cell in zip(groups, whole, find_tables(whole), strict=True):
        lines = tuple(read[place] for place in group)
        kind = known_kind(lines, known) or ("table" if is_cell else "paragraph")
        if kind == "paragraph" and _is_heading(text):
            kind = "heading"
        paragraphs.append(Paragraph(lines, text, kind))
    return paragraphs


def with_rows(
    paragraphs: Sequence[Paragraph],
    rows: Sequence[tuple[int, ...]],
    raw: Sequence[RawLine],
    printed: Sequence[int],
) -> list[Paragraph]:
    """Put the rows of tables, each by the indices of its lines, among the paragraphs, as is `printed`."""
    if not rows:
        return [*paragraphs]
    place = {index: at for at, index in enumerate(printed)}
    found = [
        Paragraph(row, " ".join(without_tags(raw[n].text) for n in row), "table", is_row=True) for row in rows
    ]
    return sorted([*paragraphs, *found], key=lambda paragraph: place[paragraph.lines[0]])


def part_paragraphs(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], read: Sequence[int], odd: Sequence[int]
) -> list[Paragraph]:
    """Part paragraphs before the lines `odd`, so that reading order may; cells of tables stay whole."""
    text_of = dict(zip(read, texts, strict=True))
    cuts = {read[place] for place in odd}
    parts: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.kind == "table" or cuts.isdisjoint(paragraph.lines):
            parts.append(paragraph)
            continue
        edges = [0, *(i for i, number in enumerate(paragraph.lines) if number in cuts), len(paragraph.lines)]
        for start, end in pairwise(edges):
            numbers = paragraph.lines[start:end]
            text = "".join(text_of[number] for number in numbers)
            parts.append(Paragraph(numbers, text, "paragraph", start > 0))
    return parts


def _is_heading(text: str) -> bool:
    heading = parse_heading(text)
    return heading is not None and heading.body_start is None


def early_ends(texts: Sequence[str], read: Sequence[int], wrapping: Wrapping | None) -> frozenset[int]:
    """Return the lines of a wrapped text on which nothing goes on, as they do not fill the width."""
    if wrapping is None:
        return frozenset()
    return frozenset(n for n, text in zip(read, texts, strict=True) if ends_early(text, wrapping))


def make_units(
    paragraphs: Sequence[Paragraph], gaps: Collection[int], early: Collection[int], *, is_wrapped: bool
) -> list[Unit]:
    """Return the paragraphs as reading order sees them: cells and lines in English stay where they are.

    A column may have ended before the lines `gaps`; nothing goes on the lines `early`. Where lines are not
    wrapped, one that may go on the line before it is a line of its own until the order is known.
    """
    units: list[Unit] = []
    was_latin = False
    for index, paragraph in enumerate(paragraphs):
        is_cell = _is_short_cell(paragraph)
        is_latin = is_mostly_latin(paragraph.text)
        # The language model knows no English: such lines stay where they are printed, and what follows them,
        # but the title of a document does not.
        glued = index > 0 and (
            is_latin
            or (was_latin and not Unit(paragraph.text, None, is_heading=False).opens_surely)
            or (is_cell and paragraphs[index - 1].kind == "table")
            or stay_together(paragraphs[index - 1].text, paragraph.text)
        )
        was_latin = is_latin
        goes_on = paragraph.goes_on and is_wrapped
        mark = None if is_cell or goes_on else read_mark(paragraph.text)
        is_heading = is_cell or paragraph.kind == "heading"
        is_early = paragraph.lines[-1] in early
        after_gap = paragraph.lines[0] in gaps
        units.append(
            Unit(
                paragraph.text,
                mark,
                is_heading,
                glued,
                goes_on=goes_on,
                after_gap=after_gap,
                ends_early=is_early,
            )
        )
    return units


def _is_short_cell(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a cell that stays with its neighbours; a long one may have been cut."""
    text = paragraph.text
    return paragraph.is_row or (
        paragraph.kind == "table" and len(text) <= _LONGEST_CELL and INNER_MARK.search(text) is None
    )
