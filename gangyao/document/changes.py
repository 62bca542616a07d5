"""What cleaning says of a text: corrections (applied) and suspects (in doubt). Offsets are code points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gangyao.document.reading_text import ReadingText
from gangyao.document.source import Evidence


class Correction(NamedTuple):
    """An applied change of one raw span.

    `raw_start`/`raw_end` (half-open, within one raw line) delimit `before`; `start`/`end` delimit `after`
    in `Cleaned.text`.
    """

    raw_start: int
    raw_end: int
    before: str
    after: str
    category: str
    evidence: Evidence
    rule: str
    reason: str
    source: str
    start: int
    end: int


class Suspect(NamedTuple):
    """A doubted span: `text` is what stands at `start`:`end` of `Cleaned.text`.

    It stands as printed, or as a correction of the same raw span wrote it that is likely, not certain; where
    that correction deleted, the span is empty. `suggestion` is what it may have been (None: no idea);
    `score` is the probability that a curator would agree that something is wrong here (0 to 1); None only
    before the stage that knows the detector's record has filled it in.
    """

    raw_start: int
    raw_end: int
    text: str
    suggestion: str | None
    reason: str
    detector: str
    score: float | None
    start: int
    end: int


@dataclass(frozen=True)
class Cleaned:
    r"""A cleaned reading text with its ledger.

    `text` has the same `\n`-separated blocks as `reading.text`. `corrections` are in reading order and do
    not overlap; `suspects` are in reading order.
    """

    reading: ReadingText
    text: str
    corrections: tuple[Correction, ...]
    suspects: tuple[Suspect, ...]

    @cached_property
    def changes(self) -> tuple[tuple[int, int, int, int], ...]:
        """Each correction's span in `text` and in `reading.text`.

        As (start, end, reading_start, reading_end).
        """
        spans = []
        shift = 0
        for correction in self.corrections:
            start = correction.start + shift
            shift += len(correction.before) - len(correction.after)
            spans.append((correction.start, correction.end, start, correction.end + shift))
        return tuple(spans)
