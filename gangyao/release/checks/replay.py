"""The ledger as arithmetic: corrections replayed over raw lines, and undone in the text that they give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction: the raw span `start`:`end` holds `before` and is read as `after`; `key` names it."""

    key: str
    start: int
    end: int
    before: str
    after: str


class LedgerFault(ValueError):
    """An edit that cannot be made, or undone: `key` names it."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(key, what)
        self.key = key
        self.what = what


@dataclass(frozen=True, slots=True)
class Span:
    """Where an edit's `after` stands in a text."""

    edit: Edit
    start: int
    end: int


def replay(text: str, raw_start: int, edits: Sequence[Edit]) -> tuple[str, tuple[Span, ...]]:
    """Apply the edits of one line, sorted by their raw start, to its raw text.

    Returns the text that they give and where each of them stands in it. Raises LedgerFault for an edit that
    does not find what it is to change, or that overlaps the one before it.
    """
    parts: list[str] = []
    spans: list[Span] = []
    done = 0
    length = 0
    for edit in edits:
        start, end = edit.start - raw_start, edit.end - raw_start
        if start < done or end < start or end > len(text):
            raise LedgerFault(edit.key, "overlaps another correction or leaves its line")
        if text[start:end] != edit.before:
            raise LedgerFault(edit.key, f"is to change {edit.before!r}, but the line has {text[start:end]!r}")
        parts += (text[done:start], edit.after)
        length += start - done
        spans.append(Span(edit, length, length + len(edit.after)))
        length += len(edit.after)
        done = end
    parts.append(text[done:])
    return "".join(parts), tuple(spans)


def undo(text: str, spans: Iterable[Span]) -> str:
    """Put `before` back in place of each `after`; `spans` are in the order of the text.

    Raises LedgerFault for an edit whose `after` is not where it should be.
    """
    parts: list[str] = []
    done = 0
    for span in spans:
        if span.start < done or text[span.start : span.end] != span.edit.after:
            raise LedgerFault(
                span.edit.key, f"gave {span.edit.after!r}, but the text has {text[span.start : span.end]!r}"
            )
        parts += (text[done : span.start], span.edit.before)
        done = span.end
    parts.append(text[done:])
    return "".join(parts)
