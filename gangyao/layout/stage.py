"""From a source to its layout: what each raw line is, and the order in which the lines are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.markdown_escapes import without_escapes
from gangyao.document.layout import Aside, Break, Layout, Line, LineKind
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable
from gangyao.layout.box_marks import set_box_marks_aside
from gangyao.layout.contents import find_contents
from gangyao.layout.data_blocks import find_text_in_data, lines_of_data
from gangyao.layout.escapes import find_line_ends, set_margins_aside
from gangyao.layout.furniture.doubled_lines import find_doubled_lines
from gangyao.layout.furniture.find import ends_page, find_furniture
from gangyao.layout.furniture.inline import find_asides
from gangyao.layout.furniture.line_numbers import set_line_numbers_aside
from gangyao.layout.furniture.lone_numbers import find_lone_numbers
from gangyao.layout.furniture.numbered_heads import find_numbered_heads
from gangyao.layout.furniture.page_numbers import find_page_numbers
from gangyao.layout.furniture.running_heads import find_running_heads
from gangyao.layout.furniture.upright import find_upright_heads
from gangyao.layout.joins.cut_sentences import find_cut_sentences
from gangyao.layout.joins.line_joins import ReadLine, find_joins
from gangyao.layout.joins.link_lines import find_link_joins
from gangyao.layout.joins.odd_joins import find_doubtful_joins, find_open_gaps
from gangyao.layout.joins.page_notes import behind_paragraphs, breaks_around, find_page_notes
from gangyao.layout.joins.paragraphs import (
    Paragraph,
    early_ends,
    make_paragraphs,
    make_units,
    part_paragraphs,
    with_rows,
)
from gangyao.layout.joins.tables_inside import behind_sentences, breaks_around_tables, find_tables_inside
from gangyao.layout.known import (
    Known,
    has_known_joins,
    has_known_order,
    heading_level,
    is_note,
    known_joins,
    known_kinds,
    without_known_furniture,
)
from gangyao.layout.quote_marks import set_quote_marks_aside
from gangyao.layout.read_lines import by_line, read_lines, without
from gangyao.layout.reading_order.restore import Break as UnitBreak
from gangyao.layout.reading_order.restore import ReadingOrder, restore_order
from gangyao.layout.reading_order.topics import Topics, load_topics
from gangyao.layout.side_by_side import (
    CONFIDENCE,
    EVIDENCE,
    Columns,
    breaks_between,
    cuts_of,
    find_side_by_side,
    unfold,
)
from gangyao.layout.split import RawLine, split_lines
from gangyao.layout.tables.escaped import with_table_tags
from gangyao.layout.tables.find import (
    find_grids,
    keeps_printed_order,
    lines_of_tables,
    numbers_between,
    row_starts,
)
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
    source = with_table_tags(source)
    marked_tables = text_tables(find_grids(source.text, model), source)
    data = find_text_in_data(source.text)
    stretches = find_side_by_side(source, marked_tables, model)
    cuts = [
        *cuts_of(stretches),
        *row_starts(marked_tables, source.text),
        *find_line_ends(source.text, marked_tables),
        *(chain.from_iterable(data) if data else find_lost_line_ends(source, marked_tables)),
    ]
    raw, beside = _set_marks_aside(split_lines(source, in_text_files(cuts, source)))
    known = source.printed([line.source_file for line in raw])
    tables = with_known_tables(marked_tables, raw, known)
    of_tables = lines_of_tables(tables, raw)
    rows = frozenset[int]().union(*of_tables.rows)
    bare = of_tables.bare | lines_of_data(raw, data)
    marked = bare | rows
    texts = ["" if n in marked else without_escapes(line.text) for n, line in enumerate(raw)]
    printed = unfold([line.start for line in raw], stretches)
    kinds, page_ends = _set_aside(without_known_furniture(texts, known), printed, model)
    kinds = known_kinds(kinds, [line.text for line in raw], known)
    for index in marked:
        kinds[index] = "furniture" if index in bare else "table"
    for index in numbers_between(marked, [line.text for line in raw]):
        kinds[index], page_ends[index] = "furniture", True
    read = [index for index, kind in enumerate(kinds) if kind is None]
    glued = by_line(raw, read, find_asides([raw[index] for index in read], model))
    for index in [index for index, asides in glued.items() if not without(raw[index], asides)]:
        # Nothing but marks glued to each other: the line is set aside, and they with it.
        kinds[index], page_ends[index] = "furniture", True
        del glued[index]
    lines = read_lines(source, raw, page_ends, printed, kinds, glued)
    notes = [] if has_known_order(known) else find_page_notes(lines, model)
    as_printed = [index for index in printed if kinds[index] is None]
    inside = [] if notes or has_known_order(known) else find_tables_inside(lines, as_printed, rows, model)
    if notes or inside:
        printed = behind_sentences(behind_paragraphs(printed, notes, as_printed), inside)
        lines = read_lines(source, raw, page_ends, printed, kinds, glued)
    read = [index for index in printed if kinds[index] is None]
    texts = [line.text for line in lines]
    wrapping = None if has_known_joins(read, known) else find_wrapping(texts)
    joins = known_joins(_joins(lines, wrapping, model), read, known)
    for table in inside:
        joins[read.index(table.rest)] = True
    paragraphs = make_paragraphs(texts, read, joins, known)
    if of_tables.rows:
        paragraphs = with_rows(paragraphs, of_tables.rows, raw, printed)
    order = ReadingOrder(tuple(range(len(paragraphs))))
    rivals: tuple[Break, ...] = ()
    if not has_known_order(known) and not keeps_printed_order(marked_tables, source.text):
        doubts = joins if not has_known_joins(read, known) else [False] * len(joins)
        parts, found = _restored(lines, read, paragraphs, doubts, wrapping, model, topics or load_topics())
        rivals = _numbered(_line_breaks(found.rivals, parts))
        if found.breaks:
            paragraphs, order = parts, found
    of_lines = chain.from_iterable(beside.get(index, ()) for index in read)
    asides = _in_order([*chain.from_iterable(glued.values()), *of_lines])
    layout = _layout(raw, known, kinds, paragraphs, order, asides, tables, stretches)
    breaks = [
        *layout.breaks,
        *breaks_around(notes, as_printed, layout.lines),
        *breaks_around_tables(inside, layout.lines),
    ]
    return replace(layout, breaks=_in_reading_order(breaks, layout.lines), rivals=rivals)


def _restored(
    lines: Sequence[ReadLine],
    read: Sequence[int],
    paragraphs: Sequence[Paragraph],
    joins: Sequence[bool],
    wrapping: Wrapping | None,
    model: CharacterModel,
    topics: Topics,
) -> tuple[list[Paragraph], ReadingOrder]:
    """Return the paragraphs, parted where `joins` are doubtful, and the order in which they are read."""
    texts = [line.text for line in lines]
    gaps = find_open_gaps(lines)
    doubtful = find_doubtful_joins(lines, joins, wrapping, gaps, model, topics)
    parts = part_paragraphs(paragraphs, texts, read, doubtful)
    early = early_ends(texts, read, wrapping)
    units = make_units(parts, {read[place] for place in gaps}, early, is_wrapped=wrapping is not None)
    return parts, restore_order(units, model, topics)


def _set_marks_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without what programs and margins put at their edges, and that by their indices."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for set_aside in (
        set_margins_aside,
        set_quote_marks_aside,
        set_box_marks_aside,
        set_line_numbers_aside,
    ):
        lines, asides = set_aside(lines)
        for index, marks in asides.items():
            found.setdefault(index, []).extend(marks)
    return lines, found


def _in_order(asides: Sequence[Aside]) -> tuple[Aside, ...]:
    return tuple(sorted(asides, key=lambda aside: aside.raw_start))


def _set_aside(
    texts: Sequence[str], printed: Sequence[int], model: CharacterModel
) -> tuple[list[LineKind | None], list[bool]]:
    """Return the kind of each line that is set aside, None for those that are read, and which end a page.

    `printed` are the lines, by index, as columns that stand side by side are read.
    """
    ordered = [texts[index] for index in printed]
    doubled = find_doubled_lines(ordered)
    ordered = ["" if again else text for text, again in zip(ordered, doubled, strict=True)]
    contents = find_contents(ordered)
    formed = [a or b for a, b in zip(find_furniture(ordered), find_upright_heads(ordered), strict=True)]
    numbers = find_page_numbers(ordered)
    furniture = [a or b for a, b in zip(formed, numbers, strict=True)]
    repeated = find_running_heads(ordered, furniture, model)
    heads = [a or b for a, b in zip(repeated, find_numbered_heads(ordered, furniture), strict=True)]
    lone = find_lone_numbers(
        ordered, [a or b or c for a, b, c in zip(furniture, heads, contents, strict=True)]
    )
    kinds: list[LineKind | None] = [None] * len(texts)
    page_ends = [False] * len(texts)
    for place, (index, text) in enumerate(zip(printed, ordered, strict=True)):
        if doubled[place]:
            kinds[index] = "furniture"
        elif not text:
            kinds[index] = "blank"
        elif contents[place]:
            kinds[index] = "contents"
        elif furniture[place] or heads[place] or lone[place]:
            kinds[index] = "furniture"
            page_ends[index] = formed[place] and (len(text) == 1 or ends_page(text))
        page_ends[index] = page_ends[index] or numbers[place] or lone[place] or heads[place]
    return kinds, page_ends


def _joins(lines: Sequence[ReadLine], wrapping: Wrapping | None, model: CharacterModel) -> list[bool]:
    """Tell which lines go on the line before them.

    Where lines are wrapped, a long cell is a cell only as a whole, so tables are looked for after joining. In
    a text that is not, the end of a page cuts paragraphs, but what stands before and after it in a table are
    two cells.
    """
    joins = find_joins(lines, wrapping, model)
    if wrapping is None:
        links = find_link_joins(lines, model)
        joins = [a or b for a, b in zip(joins, links, strict=True)]
        if not any(links):
            joins = [a or b for a, b in zip(joins, find_cut_sentences(lines, model), strict=True)]
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
    stretches: Sequence[Columns],
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
                is_note(known[number]),
            )
    lines = tuple(
        placed[number]
        if number in placed
        else Line(number + 1, line.source_file, line.start, line.end, kinds[number] or "paragraph")
        for number, line in enumerate(raw)
    )
    breaks = _line_breaks(order.breaks, paragraphs)
    breaks += [
        Break(0, after.number, before.number, EVIDENCE, CONFIDENCE)
        for after, before in breaks_between(stretches, lines)
    ]
    return Layout(lines, _in_reading_order(breaks, lines), asides, tables)


def _line_breaks(cuts: Sequence[UnitBreak], paragraphs: Sequence[Paragraph]) -> list[Break]:
    """Return breaks between paragraphs as breaks between their lines."""
    return [
        Break(
            0,
            paragraphs[cut.after].lines[-1] + 1,
            paragraphs[cut.before].lines[0] + 1,
            cut.evidence,
            cut.confidence,
        )
        for cut in cuts
    ]


def _in_reading_order(breaks: Sequence[Break], lines: Sequence[Line]) -> tuple[Break, ...]:
    return _numbered(sorted(breaks, key=lambda cut: lines[cut.before_line - 1].reading_position or 0))


def _numbered(breaks: Sequence[Break]) -> tuple[Break, ...]:
    return tuple(replace(cut, position=position) for position, cut in enumerate(breaks, 1))


def _cut_before(index: int, order: ReadingOrder) -> bool:
    """Tell whether the unit printed before `index` is not read right before it."""
    return any(cut.after == index - 1 for cut in order.breaks)
