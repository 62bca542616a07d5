"""Raw lines, each with its kind and its place in the reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gangyao.document.tables import PrintedTable

LineKind = Literal["heading", "paragraph", "furniture", "contents", "table", "blank"]
#: The rule of an aside that stands anywhere in a line, and ends no page there.
WATERMARK = "watermark"
SET_ASIDE: frozenset[LineKind] = frozenset({"furniture", "contents", "blank"})


@dataclass(frozen=True, slots=True)
class Line:
    """One raw line, without its terminator: `source.text[raw_start:raw_end]`.

    `number` counts from 1 over the document's files joined in their order. `block` numbers the runs of
    lines (columns, page fragments) that layout kept together, from 1 in printed order; it and
    `reading_position` (from 1, over the lines that are read) are None for lines that are set aside.
    `joins_previous`: this line goes on the text of the line before it in reading order, with no break.
    `heading_level` is the rank (1: the title) that the file itself gives a heading, 0 where it gives none;
    `is_note`: the file shows that it is a note at the foot of a page or of the text.
    """

    number: int
    source_file: str
    raw_start: int
    raw_end: int
    kind: LineKind
    block: int | None = None
    reading_position: int | None = None
    joins_previous: bool = False
    heading_level: int = 0
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A place between two lines where the printed order was cut, and what followed it in reading order.

    `after_line` is read before `before_line`; `evidence` names what decided it (heading numbers,
    continuity, statistics, printed order); `confidence` is between 0 and 1.
    """

    position: int
    after_line: int
    before_line: int
    evidence: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Aside:
    """Page furniture glued to a line that is read: the raw span to take out of that line.

    `rule` is `page-number`, `page-mark`, `watermark` or `written-out` (a line end or margin in letters:
    `\\n`, `<br>`); `reason` says in words what the span is.
    """

    raw_start: int
    raw_end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """All raw lines in raw order, and the breaks in reading order (none for a document in order).

    `asides` are in raw order; each lies within one line that is read. `tables` are those whose cells are
    known, in raw order; each of their rows is one block of text. `rivals` are the breaks of another order,
    where the printed order was kept although that comes close.
    """

    lines: tuple[Line, ...]
    breaks: tuple[Break, ...] = ()
    asides: tuple[Aside, ...] = ()
    tables: tuple[PrintedTable, ...] = ()
    rivals: tuple[Break, ...] = ()
