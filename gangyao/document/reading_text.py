"""The reading text: the raw lines that are read, in reading order, as one string.

It maps to raw offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from gangyao.document.layout import SET_ASIDE, Aside, Layout
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable


@dataclass(frozen=True, slots=True)
class Piece:
    """One raw line inside the reading text: `text[start:end]` is `source.text[raw_start:...]`."""

    start: int
    end: int
    raw_start: int
    line: int


@dataclass(frozen=True, slots=True)
class ReadingText:
    r"""The lines that are read, in reading order.

    A line that begins a new block of text is preceded by one `\n`, a line that joins the previous one by
    nothing; no other `\n` occurs. Every other code point is the raw code point that `to_raw` names.
    `asides` are marks within read lines that are no part of the text (a page number); `tables` are the tables
    whose cells are known.
    """

    text: str
    pieces: tuple[Piece, ...]
    asides: tuple[Aside, ...] = ()
    tables: tuple[PrintedTable, ...] = ()

    def piece_at(self, offset: int) -> Piece:
        """Return the piece of the code point at `offset`: the last one that starts there or before."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        # Empty pieces share their start with the next one; only the last of them can hold code points.
        return self.pieces[max(index, 0)]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a half-open span that lies within one line to raw offsets.

        Raises ValueError when the span crosses a line boundary.
        """
        piece = self.piece_at(start)
        if start > piece.end or end > piece.end:
            raise ValueError(f"span {start}:{end} crosses the end of line {piece.line}")
        shift = piece.raw_start - piece.start
        return start + shift, end + shift


def reading_text(source: Source, layout: Layout) -> ReadingText:
    """Join the lines that are read into one text, in reading order."""
    read = sorted(
        (line for line in layout.lines if line.kind not in SET_ASIDE),
        key=lambda line: line.reading_position or 0,
    )
    parts: list[str] = []
    pieces: list[Piece] = []
    position = 0
    for line in read:
        if pieces and not line.joins_previous:
            parts.append("\n")
            position += 1
        length = line.raw_end - line.raw_start
        parts.append(source.text[line.raw_start : line.raw_end])
        pieces.append(Piece(position, position + length, line.raw_start, line.number))
        position += length
    return ReadingText("".join(parts), tuple(pieces), layout.asides, layout.tables)
