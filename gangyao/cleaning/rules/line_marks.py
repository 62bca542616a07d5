"""What pages and line breaks left inside the text: marks of the page, and words run together."""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.lowered_figures import figure_of_symbol
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds
from gangyao.document.reading_text import ReadingText

_JOIN = Grounds("layout", "line_join", "a line break between two Latin words stood for a space")
# No symbol with its figure is longer.
_REACH = 8


def find_line_marks(reading: ReadingText, joints: Sequence[int]) -> Findings:
    """Delete the marks that layout set aside, and part Latin words that a joined line break ran together.

    `joints` are the offsets in the reading text at which a line joins the one before it.
    """
    text = reading.text
    edits = [
        Edit(joint, joint, " ", _JOIN)
        for joint in joints
        if _is_letter(text[joint - 1 : joint])
        and _is_letter(text[joint : joint + 1])
        and not figure_of_symbol(text[max(joint - _REACH, 0) : joint], text[joint : joint + _REACH])
    ]
    pieces = sorted(reading.pieces, key=lambda piece: piece.raw_start)
    index = 0
    for aside in reading.asides:
        while aside.raw_end > pieces[index].raw_start + pieces[index].end - pieces[index].start:
            index += 1
        shift = pieces[index].start - pieces[index].raw_start
        grounds = Grounds("layout", aside.rule.replace("-", "_"), aside.reason)
        edits.append(Edit(aside.raw_start + shift, aside.raw_end + shift, "", grounds))
    return Findings(sorted(edits, key=lambda edit: (edit.start, edit.end)))


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
