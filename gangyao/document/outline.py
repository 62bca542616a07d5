"""The section tree and its paragraphs, as spans of the cleaned text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gangyao.chinese.heading_levels import Level

#: The path of what stands before the first heading of a document.
PREAMBLE = "0"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading.

    `path` is unique in its document (`8.2`); `position` counts sections in reading order from 1.
    `start`/`end` delimit the printed heading (label, separators, title) in the cleaned text, possibly over
    two blocks; both are None for an implied section. `number` is the heading's own number, None if it has
    none. `label` is the printed number (`第三节`), empty where there is none. `depth` counts from 1.
    `opens_line`: its first paragraph stands on its line.
    """

    path: str
    parent_path: str | None
    level: Level
    depth: int
    number: int | None
    label: str
    title: str
    position: int
    is_implied: bool
    start: int | None
    end: int | None
    opens_line: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph: `text` is `cleaned.text[start:end]`; `position` counts from 1 within its section.

    `sentences` are half-open spans in `text`; `lead` is the first sentence where that only announces the
    theme; `is_preamble` marks a paragraph directly under a chapter that has sections. `is_table` marks a
    row or cell of a table or a line of a box, `is_boxed` of these the sentences of a box (专栏). `is_formal`
    marks a line of a document's head or foot (title, number, addressees, salutation, signature, date).
    """

    section_path: str
    position: int
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...]
    lead: str | None
    is_preamble: bool
    is_table: bool = False
    is_formal: bool = False
    is_boxed: bool = False

    @property
    def is_running_text(self) -> bool:
        """Tell whether its sentences may set tasks: neither a row, nor a line of the head or foot."""
        return not self.is_formal and (self.is_boxed or not self.is_table)


@dataclass(frozen=True, slots=True)
class DispatchHead:
    """What the head and foot of an official dispatch say: title, issuers, number, addressees, date."""

    issuers: tuple[str, ...] = ()
    document_number: str | None = None
    addressees: tuple[str, ...] = ()
    issued_on: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class OutlineDoubt:
    """A gap or repeat in the numbering: the label at `start`:`end` of the text, and what was expected."""

    start: int
    end: int
    reason: str
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections and paragraphs in reading order."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    head: DispatchHead = DispatchHead()
    doubts: tuple[OutlineDoubt, ...] = ()
