"""From a source to its layout: what each raw line is, and the order in which the lines are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from itertools import chain

from gangyao.chinese.character_model import CharacterModel, load_official_model
from gangyao.document.layout import Aside, Break, Layout, LineKind
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable
from gangyao.layout.data_blocks import find_text_in_data, find_text_in_rows, lines_of_data
from gangyao.layout.escapes import find_line_ends
from gangyao.layout.furniture.embedded import lines_of_embedded, with_embedded
from gangyao.layout.furniture.inline import find_glued_numbers, find_marks
from gangyao.layout.glued_heads import find_glued_heads
from gangyao.layout.joins.cut_sentences import breaks_off_in_print, find_cut_sentences
from gangyao.layout.joins.line_joins import find_joins
from gangyao.layout.joins.link_lines import find_link_joins
from gangyao.layout.joins.number_pieces import find_piece_joins
from gangyao.layout.joins.odd_joins import find_doubtful_joins, find_open_gaps
from gangyao.layout.joins.open_brackets import find_bracket_joins
from gangyao.layout.joins.page_notes import behind_paragraphs, breaks_around, find_page_notes
from gangyao.layout.joins.paragraphs import (
    Paragraph,
    early_ends,
    make_paragraphs,
    make_units,
    part_paragraphs,
    with_rows,
)
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.joins.tables_inside import behind_sentences, breaks_around_tables, find_tables_inside
from gangyao.layout.joins.upright_text import is_upright, join_upright
from gangyao.layout.joins.upright_titles import find_upright_joins
from gangyao.layout.joins.welded_joins import find_welded_joins
from gangyao.layout.known import (
    Known,
    has_known_joins,
    has_known_order,
    is_placed,
    known_joins,
    known_kinds,
    without_known_furniture,
)
from gangyao.layout.letter_bullets import BULLET
from gangyao.layout.placing import in_reading_order, line_breaks, numbered, place_lines
from gangyao.layout.quoted_printable import lines_below
from gangyao.layout.rare_line_ends import find_rare_line_ends
from gangyao.layout.read_across import find_read_across
from gangyao.layout.read_lines import by_line, read_lines, without
from gangyao.layout.reading_order.restore import Judges, ReadingOrder, restore_order
from gangyao.layout.reading_order.topics import Topics, load_topics
from gangyao.layout.set_aside import SetAside, nothing_aside, set_lines_aside, set_marks_aside
from gangyao.layout.side_by_side import (
    Columns,
    cuts_of,
    find_side_by_side,
    unfold,
    with_columns,
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
from gangyao.layout.tables.within_lines import within_lines
from gangyao.layout.unbroken import find_lost_line_ends
from gangyao.layout.wrapping import Wrapping, find_wrapping
from gangyao.markup.embedded_data import Embedded, find_embedded
from gangyao.markup.latex_heads import without_latex_marks
from gangyao.markup.markdown_escapes import without_escapes
from gangyao.markup.span_attributes import without_attributes


def lay_out(
    source: Source,
    model: CharacterModel,
    topics: Topics | None = None,
    official: Callable[[], CharacterModel] = load_official_model,
) -> Layout:
    """Find out what each raw line of the source is and in which order the lines are read.

    `topics` tell what texts are about; where none are given, those that ship with the package do. `official`
    gives the model of official texts, which is asked where lines may be out of order. Linear in the length of
    the text but for the search of the reading order, which starts only where the text shows that lines were
    printed out of order.
    """
    source = with_table_tags(source)
    data = find_text_in_data(source.text)
    marked_tables = _tables(source, data, model)
    stretches = _columns(source, marked_tables, model)
    cuts = [
        *cuts_of(stretches),
        *row_starts(marked_tables, source.text),
        *find_line_ends(source.text, marked_tables),
        *find_rare_line_ends(source),
        *find_glued_heads(source, marked_tables),
        *(chain.from_iterable(data) if data else find_lost_line_ends(source, marked_tables)),
    ]
    raw, beside = set_marks_aside(split_lines(source, in_text_files(cuts, source)))
    known = source.printed([line.source_file for line in raw])
    tables = within_lines(with_known_tables(marked_tables, raw, known), raw)
    of_tables = lines_of_tables(tables, raw)
    rows = frozenset[int]().union(*of_tables.rows)
    embedded = find_embedded([line.text for line in raw])
    bare = of_tables.bare | lines_of_data(raw, data) | lines_of_embedded(raw, embedded)
    marked = bare | rows
    texts = [
        "" if n in marked else without_escapes(without_latex_marks(without_attributes(line.text)))
        for n, line in enumerate(raw)
    ]
    printed = unfold([line.start for line in raw], stretches)
    aside = (
        nothing_aside(texts)
        if is_upright(texts)
        else set_lines_aside(
            without_known_furniture(texts, known), printed, model, are_joined=has_known_joins(printed, known)
        )
    )
    aside = replace(
        aside,
        kinds=known_kinds(aside.kinds, [line.text for line in raw], known),
        goes_on=aside.goes_on | lines_below(beside, len(raw)),
    )
    kinds = aside.kinds
    _set_tables_aside(aside, marked, bare, raw)
    glued = _glued_to(raw, kinds, embedded, known, model)
    for index in [index for index, asides in glued.items() if not without(raw[index], asides)]:
        # Nothing but marks glued to each other: the line is set aside, and they with it.
        kinds[index], aside.page_ends[index] = "furniture", glued.pop(index)[0].rule != "written-out"
    items = [index for index, marks in beside.items() if marks[-1].rule == BULLET]
    lines = read_lines(source, raw, aside, printed, glued, items)
    notes = [] if has_known_order(known) else find_page_notes(lines, model)
    read = as_printed = [index for index in printed if kinds[index] is None]
    inside = [] if notes or has_known_order(known) else find_tables_inside(lines, as_printed, rows, model)
    if notes or inside:
        printed = behind_sentences(behind_paragraphs(printed, notes, as_printed), inside)
        lines = read_lines(source, raw, aside, printed, glued, items)
        read = [index for index in printed if kinds[index] is None]
    texts = [line.text for line in lines]
    wrapping = None if has_known_joins(read, known) else find_wrapping(texts)
    joins = known_joins(with_columns(_joins(lines, wrapping, model), raw, read, stretches), read, known)
    for table in inside:
        joins[read.index(table.rest)] = True
    paragraphs = make_paragraphs(texts, read, joins, known)
    if of_tables.rows:
        paragraphs = with_rows(paragraphs, of_tables.rows, raw, printed)
    order = ReadingOrder(tuple(range(len(paragraphs))))
    rivals: tuple[Break, ...] = ()
    if not has_known_order(known) and not keeps_printed_order(marked_tables, source.text):
        doubts = joins if not has_known_joins(read, known) else [False] * len(joins)
        judges = Judges(model, topics or load_topics(), official)
        parts, found = _restored(lines, read, paragraphs, doubts, wrapping, judges)
        rivals = numbered(line_breaks(found.rivals, parts))
        if found.breaks:
            paragraphs, order = parts, found
    left_out = chain.from_iterable([*glued.values(), *(beside.get(index, ()) for index in read)])
    layout = place_lines(raw, known, kinds, paragraphs, order, left_out, tables, stretches)
    breaks = [
        *layout.breaks,
        *breaks_around(notes, as_printed, layout.lines),
        *breaks_around_tables(inside, layout.lines),
    ]
    return replace(layout, breaks=in_reading_order(breaks, layout.lines), rivals=rivals)


def _tables(
    source: Source, data: Sequence[tuple[int, int]], model: CharacterModel
) -> tuple[PrintedTable, ...]:
    """Return the tables that the text prints; rows of numbers round the words of a page are none."""
    # Nor are characters that stand a line each.
    if (data and find_text_in_rows(source.text)) or is_upright(source.text.split()):
        return ()
    return text_tables(find_grids(source.text, model), source)


def _set_tables_aside(aside: SetAside, marked: Set[int], bare: Set[int], raw: Sequence[RawLine]) -> None:
    """Say of the lines of tables what they are, and of the numbers of pages between them."""
    for index in marked:
        aside.kinds[index] = "furniture" if index in bare else "table"
    for index in numbers_between(marked, [line.text for line in raw]):
        aside.kinds[index], aside.page_ends[index] = "furniture", True


def _columns(source: Source, tables: Sequence[PrintedTable], model: CharacterModel) -> tuple[Columns, ...]:
    """Return the stretches of the text that are columns: side by side on its lines, or read row by row."""
    beside = find_side_by_side(source, tables, model)
    across = find_read_across(source, tables, beside, model)
    return tuple(sorted([*beside, *across], key=lambda stretch: stretch.columns[0]))


def _glued_to(
    raw: Sequence[RawLine],
    kinds: Sequence[LineKind | None],
    embedded: Sequence[Embedded],
    known: Known,
    model: CharacterModel,
) -> dict[int, list[Aside]]:
    """Return what stands in lines that are read and is no text of theirs."""
    read = [index for index, kind in enumerate(kinds) if kind is None]
    lines = [raw[index] for index in read]
    # Where lines tell their places, a number of a page stands at one of its own.
    numbers = (
        [] if all(map(is_placed, (known[index] for index in read))) else find_glued_numbers(lines, model)
    )
    asides = by_line(raw, read, sorted([*find_marks(lines), *numbers], key=lambda aside: aside.raw_start))
    return with_embedded(asides, raw, kinds, embedded)


def _restored(
    lines: Sequence[ReadLine],
    read: Sequence[int],
    paragraphs: Sequence[Paragraph],
    joins: Sequence[bool],
    wrapping: Wrapping | None,
    judges: Judges,
) -> tuple[list[Paragraph], ReadingOrder]:
    """Return the paragraphs, parted where `joins` are doubtful, and the order in which they are read."""
    texts = [line.text for line in lines]
    gaps = find_open_gaps(lines)
    doubtful = find_doubtful_joins(lines, joins, wrapping, gaps, judges.model, judges.topics)
    parts = part_paragraphs(paragraphs, texts, read, doubtful)
    early = early_ends(texts, read, wrapping)
    places = {read[place] for place in gaps}
    found = restore_order(make_units(parts, places, early, is_wrapped=wrapping is not None), judges)
    if wrapping is None or not found.breaks:
        return parts, found
    welded = find_welded_joins(texts, joins, doubtful, judges)
    if welded:
        parts = part_paragraphs(paragraphs, texts, read, sorted([*doubtful, *welded]))
        found = restore_order(make_units(parts, places, early, is_wrapped=True), judges)
    return parts, found


def _joins(lines: Sequence[ReadLine], wrapping: Wrapping | None, model: CharacterModel) -> list[bool]:
    """Tell which lines go on the line before them.

    Where lines are wrapped, a long cell is a cell only as a whole, so tables are looked for after joining. In
    a text that is not, the end of a page cuts paragraphs, but what stands before and after it in a table are
    two cells.
    """
    if is_upright([line.text for line in lines]):
        return join_upright(lines)
    joins = find_joins(lines, wrapping, model)
    joins = [joined or line.is_interrupted for joined, line in zip(joins, lines, strict=True)]
    if wrapping is None:
        links = find_link_joins(lines, model)
        joins = [a or b for a, b in zip(joins, links, strict=True)]
        # One alone is a sentence that was cut, as others may be.
        if sum(links) <= 1:
            joins = [a or b for a, b in zip(joins, find_cut_sentences(lines, model), strict=True)]
    if wrapping is None and any(joins):
        texts = [line.text for line in lines]
        joins = [
            joined and not (cell and not breaks_off_in_print(texts[index - 1]))
            for index, (joined, cell) in enumerate(zip(joins, find_tables(texts), strict=True))
        ]
    upright = find_upright_joins([line.text for line in lines], model)
    # A title that was printed downward ends where its characters do.
    joins = [
        joined and not (index and upright[index - 1] and not upright[index])
        for index, joined in enumerate(joins)
    ]
    return [
        any(joined)
        for joined in zip(joins, upright, find_bracket_joins(lines), find_piece_joins(lines), strict=True)
    ]
