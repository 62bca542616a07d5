from __future__ import annotations

from gangyao.cleaning.rules.table_cells import find_cell_marks
from gangyao.document.reading_text import Piece, ReadingText
from gangyao.document.tables import Cell, PrintedTable


def test_words_and_numbers_on_two_lines_of_a_cell_are_parted():
    lines = ("1.1", "2027年", "", "新建泵站12", "座，用水", "GDP", "PM2.5")
    pieces, text, raw = [], "", 0
    for number, line in enumerate(lines, 1):
        pieces.append(Piece(len(text), len(text) + len(line), raw, number))
        text += line
        raw += len(line) + 1
    cell = Cell(1, 1, is_header=False, raw_start=0, raw_end=raw - 1)
    reading = ReadingText(text, tuple(pieces), tables=(PrintedTable(((cell,),), 0, raw),))
    places = [(edit.start, edit.end, edit.after) for edit in find_cell_marks(reading).edits]
    assert places == [(3, 3, " "), (len(text) - 5, len(text) - 5, " ")]


def test_copies_of_a_cell_that_spans_its_row_are_set_aside():
    text = "| 一、教育 | 一、教育 | 一、教育 |"
    cell = Cell(1, 1, is_header=False, raw_start=2, raw_end=6, column_span=3)
    reading = ReadingText(text, (Piece(0, len(text), 0, 1),), tables=(PrintedTable(((cell,),), 0, 29),))
    places = [(edit.start, edit.end, edit.after) for edit in find_cell_marks(reading).edits]
    assert places == [(0, 2, ""), (6, len(text), "")]


def test_a_quoted_cell_between_commas_keeps_one_mark_of_two():
    text = '"推进""双碳""工程，种树","市林业局"'
    cells = (Cell(1, 1, False, 1, 14), Cell(1, 2, False, 17, 21))
    reading = ReadingText(text, (Piece(0, len(text), 0, 1),), tables=(PrintedTable((cells,), 0, len(text)),))
    cleaned = text
    for edit in reversed(find_cell_marks(reading).edits):
        cleaned = cleaned[: edit.start] + edit.after + cleaned[edit.end :]
    assert cleaned == "推进“双碳”工程，种树\t市林业局"
