"""A change over joined lines is one correction for each line that it changes, and none for the others."""

from __future__ import annotations

from gangyao.document.ledger import Edit, Grounds, open_ledger
from gangyao.document.reading_text import Piece, ReadingText

GROUNDS = Grounds("punctuation", "repeat", "printed twice")


def test_a_line_that_stays_as_printed_has_no_correction():
    reading = ReadingText("好，,", (Piece(0, 2, 0, 1), Piece(2, 3, 3, 2)))
    ledger = open_ledger(reading).apply([Edit(1, 3, "，", GROUNDS)])
    assert ledger.text == "好，"
    assert [(change.before, change.after) for change in ledger.corrections()] == [(",", "")]
