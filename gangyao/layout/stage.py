"""From a source to its layout: what each raw line is, and the order in which the lines are read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.document.layout import Aside, Break, Layout, Line, LineKind
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable
from gangyao.layout.contents import find_contents
from gangyao.layout.escapes import find_line_ends, set_margins_aside
from gangyao.layout.furniture import ends_page, find_furniture
from gangyao.layout.inline_furniture import find_asides
from gangyao.layout.known import (
    Known,
    has_known_joins,
    has_known_order,
    heading_level,
    known_joins,
    known_kinds,
    without_known_furniture,
)
from gangyao.layout.line_joins import Gap, ReadLine, find_joins
from gangyao.layout.link_lines import find_link_joins
from gangyao.layout.lone_numbers import find_lone_numbers
from gangyao.layout.numbered_heads import find_numbered_heads
from gangyao.layout.odd_joins import find_doubtful_joins, find_open_gaps
from gangyao.layout.page_numbers import find_page_numbers
from gangyao.layout.paragraphs import (
    Paragraph,
    early_ends,
    make_paragraphs,
    make_units,
    part_paragraphs,
    with_rows,
)
from gangyao.layout.reading_order.restore import ReadingOrder, restore_order
from gangyao.layout.reading_order.topics import Topics, load_topics
from gangyao.layout.running_heads import find_running_heads
from gangyao.layout.split import INVISIBLE, ZERO_WIDTH, RawLine, split_lines, without_tags
from gangyao.layout.tables.find import find_grids, keeps_printed_order, lines_of_tables, row_starts
from gangyao.layout.tables.known import in_text_files, text_tables, with_known_tables
from gangyao.layout.tables.loose import find_tables
from gangyao.layout.unbroken import find_lost_line_ends
from gangyao.layout.wrapping import Wrapping, find_wrapping


def lay_out(source: Source, model: CharacterModel, topics: Topics | None = None) -> Layout:
    """Find out what each raw line of the source is and in which order the lines are read.

    `topics` tell what texts are about; where none are given, those that ship with the package do. Linear in
    the length of the text but for the search of the reading order, which starts only where the text shows
    that lines were printed out of order.
    """
    marked_tables = text_tables(find_grids(source.text, model), source)
    cuts = [
        *row_starts(marked_tables, source.text),
        *find_line_ends(source.text, marked_tables),
        *find_lost_line_ends(source, marked_tables),
    ]
    raw, written = set_margins_aside(split_lines(source, in_text_files(cuts, source)))
    known = source.printed([line.source_file for line in raw])
    tables = with_known_tables(marked_tables, raw, known)
    of_tables = lines_of_tables(tables, raw)
    marked = of_tables.bare.union(*of_tables.rows)
    texts = ["" if n in marked else line.text for n, line in enumerate(raw)]
    kinds, page_ends = _set_aside(without_known_furniture(texts, known), model)
    kinds = known_kinds(kinds, [line.text for line in raw], known)
    for index in marked:
        kinds[index] = "furniture" if index in of_tables.bare else "table"
    read = [index for index, kind in enumerate(kinds) if kind is None]
    glued = _by_line(raw, read, find_asides([raw[index] for index in read], model))
    for index in [index for index, asides in glued.items() if not _without(raw[index], asides)]:
        # Nothing but marks glued to each other: the line is set aside, and they with it.
        kinds[index], page_ends[index] = "furniture", True
        del glued[index]
    read = [index for index in read if kinds[index] is None]
    lines = _read_lines(source, raw, page_ends, read, glued)
    texts = [line.text for line in lines]
    wrapping = None if has_known_joins(read, known) else find_wrapping(texts)
    joins = known_joins(_joins(lines, wrapping, model), read, known)
    paragraphs = make_paragraphs(texts, read, joins, known)
    if of_tables.rows:
        paragraphs = with_rows(paragraphs, of_tables.rows, raw)
    order = ReadingOrder(tuple(range(len(paragraphs))))
    if not has_known_order(known) and not keeps_printed_order(marked_tables, source.text):
        gaps = find_open_gaps(lines)
        topics = topics or load_topics()
        are_known = has_known_joins(read, known)
        doubtful = () if are_known else find_doubtful_joins(lines, joins, wrapping, gaps, model, topics)
        parts = part_paragraphs(paragraphs, texts, read, doubtful)
        early = early_ends(texts, read, wrapping)
        units = make_units(parts, {read[place] for place in gaps}, early, is_wrapped=wrapping is not None)
        found = restore_order(units, model, topics)
        if found.breaks:
            paragraphs, order = parts, found
    asides = [*chain.from_iterable(glued.values())]
    asides += [aside for index in read for aside in written.get(index, ())]
    return _layout(raw, known, kinds, paragraphs, order, _in_order(asides), tables)


def _in_order(asides: Sequence[Aside]) -> tuple[Aside, ...]:
    return tuple(sorted(asides, key=lambda aside: aside.raw_start))


def _set_aside(texts: Sequence[str], model: CharacterModel) -> tuple[list[LineKind | None], list[bool]]:
    """Return the kind of each line that is set aside, None for those that are read, and which end a page."""
    contents = find_contents(texts)
    formed = find_furniture(texts)
    numbers = find_page_numbers(texts)
    furniture = [a or b for a, b in zip(formed, numbers, strict=True)]
    repeated = find_running_heads(texts, furniture, model)
    heads = [a or b for a, b in zip(repeated, find_numbered_heads(texts, furniture), strict=True)]
    lone = find_lone_numbers(texts, [a or b or c for a, b, c in zip(furniture, heads, contents, strict=True)])
    kinds: list[LineKind | None] = []
    numbers = [a or b for a, b in zip(numbers, lone, strict=True)]
    page_ends = [a or b for a, b in zip(numbers, heads, strict=True)]
    for index, text in enumerate(texts):
        if not text:
            kinds.append("blank")
        elif contents[index]:
            kinds.append("contents")
        else:
            is_aside = furniture[index] or heads[index] or lone[index]
            kinds.append("furniture" if is_aside else None)
            page_ends[index] = page_ends[index] or (formed[index] and ends_page(text))
    return kinds, page_ends


def _by_line(raw: Sequence[RawLine], read: Sequence[int], asides: Sequence[Aside]) -> dict[int, list[Aside]]:
    """Group asides, which are in order, by the raw line that each is glued to."""
    starts = [raw[index].start for index in read] if asides else []
    glued: dict[int, list[Aside]] = {}
    for aside in asides:
        glued.setdefault(read[bisect_right(starts, aside.raw_start) - 1], []).append(aside)
    return glued


def _without(line: RawLine, asides: Sequence[Aside]) -> str:
    """Return the text of a line without the asides in it, which are in order."""
    text = line.text
    for aside in reversed(asides):
        text = text[: aside.raw_start - line.text_start] + text[aside.raw_end - line.text_start :]
    return text.strip(INVISIBLE)


def _read_lines(
    source: Source,
    raw: Sequence[RawLine],
    page_ends: Sequence[bool],
    read: Sequence[int],
    glued: Mapping[int, Sequence[Aside]],
) -> list[ReadLine]:
    """Return the lines that are read as their reader sees them: no tags, no furniture glued to them."""
    lines: list[ReadLine] = []
    last = -1
    ends_page = False
    for index in read:
        line = raw[index]
        asides = glued.get(index, ())
        is_first = any(aside.raw_start == line.text_start for aside in asides)
        gap: Gap = "page" if ends_page or is_first else _gap(source, raw, page_ends, last, index)
        ends_page = any(aside.raw_start != line.text_start for aside in asides)
        text = _without(line, asides)
        margin = source.text[line.start : line.text_start]
        lines.append(ReadLine(without_tags(text), _indent(margin), gap))
        last = index
    return lines


def _indent(margin: str) -> int:
    """Return the width of a margin in half characters."""
    return sum(2 if c == "\u3000" else 4 if c == "\t" else c in " \u00a0" for c in margin)


def _gap(source: Source, raw: Sequence[RawLine], page_ends: Sequence[bool], last: int, index: int) -> Gap:
    """Tell what stands between two lines that are read one after the other."""
    if last < 0:
        return "none"
    if any(page_ends[last + 1 : index]) or "\f" in source.text[raw[last].end : raw[index].text_start]:
        return "page"
    if any(_is_invisible(line, source) for line in raw[last + 1 : index]):
        return "page"
    return "blank" if index > last + 1 else "none"


def _is_invisible(line: RawLine, source: Source) -> bool:
    """Tell whether a line holds nothing but characters without width, as some pages end."""
    return not line.text and not ZERO_WIDTH.isdisjoint(source.text[line.start : line.end])


def _joins(lines: Sequence[ReadLine], wrapping: Wrapping | None, model: CharacterModel) -> list[bool]:
    """Tell which lines go on the line before them.

    Where lines are wrapped, a long cell is a cell only as a whole, so tables are looked for after joining. In
    a text that is not, the end of a page cuts paragraphs, but what stands before and after it in a table are
    two cells.
    """
    joins = find_joins(lines, wrapping, model)
    if wrapping is None:
        joins = [a or b for a, b in zip(joins, find_link_joins(lines, model), strict=True)]
    if wrapping is None and any(joins):
        cells = find_tables([line.text for line in lines])
        joins = [joined and not cell for joined, cell in zip(joins, cells, strict=True)]
    return joins


def _layout(
    raw: Sequence[RawLine],
    known: Known,
    kinds: Sequence[LineKind | None],
    paragraphs: Sequence[Paragraph],
    order: ReadingOrder,
    asides: tuple[Aside, ...],
    tables: tuple[PrintedTable, ...],
) -> Layout:
    """Put the lines together: blocks in printed order, positions in reading order, breaks."""
    joined = {cut.before for cut in order.breaks if cut.joins}
    joined |= {b for a, b in pairwise(order.order) if b == a + 1 and paragraphs[b].goes_on}
    firsts = {cut.before for cut in order.breaks} | {order.order[0]} if order.order else set()
    block_of: dict[int, int] = {}
    block = 0
    for index in range(len(paragraphs)):
        if index == 0 or index in firsts or _cut_before(index, order):
            block += 1
        block_of[index] = block
    placed: dict[int, Line] = {}
    position = 0
    for index in order.order:
        paragraph = paragraphs[index]
        for place, number in enumerate(paragraph.lines):
            position += 1
            line = raw[number]
            placed[number] = Line(
                number + 1,
                line.source_file,
                line.start,
                line.end,
                paragraph.kind,
                block_of[index],
                position,
                place > 0 or index in joined,
                heading_level(known[number]),
            )
    lines = tuple(
        placed[number]
        if number in placed
        else Line(number + 1, line.source_file, line.start, line.end, kinds[number] or "paragraph")
        for number, line in enumerate(raw)
    )
    breaks = tuple(
        Break(
            position,
            paragraphs[found.after].lines[-1] + 1,
            paragraphs[found.before].lines[0] + 1,
            found.evidence,
            found.confidence,
        )
        for position, found in enumerate(order.breaks, 1)
    )
    return Layout(lines, breaks, asides, tables)


def _cut_before(index: int, order: ReadingOrder) -> bool:
    """Tell whether the unit printed before `index` is not read right before it."""
    return any(cut.after == index - 1 for cut in order.breaks)
