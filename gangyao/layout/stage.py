"""From a source to its layout: what each raw line is, and the order in which the lines are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from itertools import chain

from gangyao.chinese.character_model import CharacterModel, load_official_model
from gangyao.document.layout import Aside, Break, Layout, LineKind
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable
from gangyao.layout.data_blocks import Span, find_text_in_data, find_text_in_rows, lines_of_data
from gangyao.layout.escapes import find_line_ends
from gangyao.layout.furniture.embedded import lines_of_embedded, with_embedded
from gangyao.layout.furniture.inline import find_glued_numbers, find_marks
from gangyao.layout.glued_heads import find_glued_heads
from gangyao.layout.joins.find_all import find_all_joins
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
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.joins.tables_inside import (
    behind_sentences,
    breaks_around_tables,
    find_tables_inside,
    with_rests,
)
from gangyao.layout.joins.upright_text import is_upright
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
from gangyao.layout.overlay.find import lift_overlays
from gangyao.layout.overlay.placing import (
    overlays_by_line,
    set_bare_overlays_aside,
    with_left_over,
    with_overlays,
)
from gangyao.layout.placing import in_reading_order, line_breaks, numbered, place_lines
from gangyao.layout.quoted_printable import lines_below
from gangyao.layout.rare_line_ends import find_rare_line_ends
from gangyao.layout.read_across import find_read_across
from gangyao.layout.read_lines import by_line, read_lines, without
from gangyao.layout.reading_order.restore import (
    Judges,
    ReadingOrder,
    find_weighed,
    restore_order,
    restore_order_between,
)
from gangyao.layout.reading_order.topics import Topics, load_topics
from gangyao.layout.set_aside import SetAside, nothing_aside, set_lines_aside, set_marks_aside
from gangyao.layout.side_by_side import (
    Columns,
    blank_between,
    cuts_of,
    find_side_by_side,
    unfold,
    with_columns,
    without_columns,
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
    source, overlays = (source, ()) if data else lift_overlays(source, model)
    marked_tables = _tables(source, data, model)
    stretches = _columns(source, marked_tables, model)
    raw, beside = set_marks_aside(_split(source, marked_tables, stretches, data))
    over = overlays_by_line(overlays, raw)
    known = source.printed([line.source_file for line in raw])
    tables = within_lines(with_known_tables(marked_tables, raw, known), raw)
    of_tables = lines_of_tables(tables, raw)
    rows = frozenset[int]().union(*of_tables.rows)
    embedded = find_embedded([line.text for line in raw])
    bare = of_tables.bare | lines_of_data(raw, data) | lines_of_embedded(raw, embedded)
    texts = [
        "" if n in bare or n in rows else without_escapes(without_latex_marks(without_attributes(line.text)))
        for n, line in enumerate(raw)
    ]
    printed = unfold([line.start for line in raw], stretches)
    aside = _aside(raw, texts, printed, known, model)
    aside = replace(aside, goes_on=aside.goes_on | lines_below(beside, len(raw)))
    kinds = aside.kinds
    set_bare_overlays_aside(aside, over)
    for index in blank_between(stretches, [line.start for line in raw], kinds):
        aside.page_ends[index] = True
    _set_tables_aside(aside, bare | rows, bare, raw)
    glued = with_overlays(_glued_to(raw, kinds, embedded, known, model), over, raw, kinds)
    _set_bare_aside(aside, glued, raw)
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
    joins = with_columns(find_all_joins(lines, wrapping, model), raw, read, stretches)
    joins = with_rests(known_joins(joins, read, known), read, inside)
    paragraphs = with_rows(make_paragraphs(texts, read, joins, known), of_tables.rows, raw, printed)
    order = ReadingOrder(tuple(range(len(paragraphs))))
    rivals: list[Break] = []
    if not has_known_order(known) and not keeps_printed_order(marked_tables, source.text):
        doubts = joins if not has_known_joins(read, known) else [False] * len(joins)
        judges = Judges(model, topics or load_topics(), official)
        parts, found = _restored(lines, read, paragraphs, doubts, wrapping, judges)
        rivals = line_breaks(found.rivals, parts)
        paragraphs, order = (parts, found) if found.breaks else (paragraphs, order)
    asides = chain(*glued.values(), *(beside.get(index, ()) for index in read))
    left_out = with_left_over(asides, over, [*read, *rows])
    layout = place_lines(raw, known, kinds, paragraphs, order, left_out, tables, stretches)
    breaks = chain(
        layout.breaks,
        breaks_around(notes, as_printed, layout.lines),
        breaks_around_tables(inside, layout.lines),
    )
    return replace(layout, breaks=in_reading_order([*breaks], layout.lines), rivals=numbered(rivals))


def _split(
    source: Source, tables: Sequence[PrintedTable], stretches: Sequence[Columns], data: Sequence[Span]
) -> list[RawLine]:
    """Return the raw lines, cut where the text shows that one begins within another."""
    cuts = [
        *cuts_of(stretches),
        *row_starts(tables, source.text),
        *find_line_ends(source.text, tables),
        *find_rare_line_ends(source),
        *find_glued_heads(source, tables),
        *(chain.from_iterable(data) if data else find_lost_line_ends(source, tables)),
    ]
    return split_lines(source, in_text_files(cuts, source))


def _aside(
    raw: Sequence[RawLine], texts: Sequence[str], printed: Sequence[int], known: Known, model: CharacterModel
) -> SetAside:
    """Return which lines are set aside, by what they print and by what their file says of them."""
    if is_upright(texts):
        aside = nothing_aside(texts)
    else:
        inner = without_known_furniture(texts, known)
        aside = set_lines_aside(inner, printed, model, are_joined=has_known_joins(printed, known))
    return replace(aside, kinds=known_kinds(aside.kinds, [line.text for line in raw], known))


def _tables(source: Source, data: Sequence[Span], model: CharacterModel) -> tuple[PrintedTable, ...]:
    """Return the tables that the text prints; rows of numbers round the words of a page are none."""
    # Nor are characters that stand a line each.
    if (data and find_text_in_rows(source.text)) or is_upright(source.text.split()):
        return ()
    return text_tables(without_columns(find_grids(source.text, model), source.text, model), source)


def _set_tables_aside(aside: SetAside, marked: Set[int], bare: Set[int], raw: Sequence[RawLine]) -> None:
    """Say of the lines of tables what they are, and of the numbers of pages between them."""
    for index in marked:
        aside.kinds[index] = "furniture" if index in bare else "table"
    for index in numbers_between(marked, [line.text for line in raw]):
        aside.kinds[index], aside.page_ends[index] = "furniture", True


def _set_bare_aside(aside: SetAside, glued: dict[int, list[Aside]], raw: Sequence[RawLine]) -> None:
    """Set lines aside that are nothing but marks glued to each other, and these with them."""
    for index in [index for index, asides in glued.items() if not without(raw[index], asides)]:
        aside.kinds[index] = "furniture"
        aside.page_ends[index] = glued.pop(index)[0].rule != "written-out"


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
    units = make_units(parts, places, early, is_wrapped=wrapping is not None)
    if wrapping is None:
        return parts, restore_order(units, judges)
    weighed = find_weighed(units, judges)
    if not weighed:
        return parts, ReadingOrder(tuple(range(len(units))))
    # The last line of all may be the end of a column as well, the first one a beginning.
    ends, beginnings = [units[n - 1] for n in (*weighed, 0)], [units[n] for n in (0, *weighed)]
    welded = find_welded_joins(texts, joins, doubtful, ends, beginnings, judges)
    cuts = {*(parts[n].lines[0] for n in weighed), *(read[place] for place in welded)}
    odd = [place for place in sorted([*doubtful, *welded]) if read[place] in cuts]
    parts = part_paragraphs(paragraphs, texts, read, odd)
    edges = [n for n, part in enumerate(parts) if part.lines[0] in cuts]
    units = make_units(parts, places, early, is_wrapped=True)
    return parts, restore_order_between(units, edges, judges)
