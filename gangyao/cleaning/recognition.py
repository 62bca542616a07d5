"""What a reader of files was not sure of: characters recognised with doubt, glyphs without a character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.layout import SET_ASIDE, Layout
from gangyao.document.offsets import clean_span, raw_span
from gangyao.document.source import Source

# Of 14,652 characters of 13 scanned pages, 17 were recognised with less, 4 of them and 6 in all wrongly.
_UNSURE = 0.8
# What stands for a glyph that its font gives no character.
_UNMAPPED = re.compile("\ufffd\ufffd*")


def certainties(source: Source, layout: Layout) -> dict[int, float]:
    """Return how sure the recogniser was of each character that it read, by raw offset."""
    found: dict[int, float] = {}
    printed = source.printed([line.source_file for line in layout.lines])
    for line, known in zip(layout.lines, printed, strict=True):
        if known is not None and known.scores and line.kind not in SET_ASIDE:
            found.update(zip(range(line.raw_start, line.raw_end), known.scores, strict=False))
    return found


def recognition_doubts(
    source: Source, cleaned: Cleaned, sure: Mapping[int, float], scores: Mapping[str, float]
) -> list[Suspect]:
    """Return the spans that the recogniser doubts, and those that no character was found for.

    `sure` are the certainties by raw offset, `scores` the shares of a detector's doubts that are right.
    """
    suspects = [
        Suspect(
            start,
            end,
            source.text[start:end],
            None,
            f"recognised with a certainty of {min(sure[place] for place in range(start, end)):.2f}",
            "recognition",
            scores["recognition"],
            *clean_span(cleaned, start, end),
        )
        for start, end in _unsure_spans(source, sure)
    ]
    for found in _UNMAPPED.finditer(cleaned.text):
        suspects.append(
            Suspect(
                *raw_span(cleaned, *found.span()),
                found.group(),
                None,
                "the file draws a glyph here and does not say which character it is",
                "unmapped",
                scores["unmapped"],
                *found.span(),
            )
        )
    return sorted(suspects, key=lambda suspect: suspect.start)


def _unsure_spans(source: Source, sure: Mapping[int, float]) -> Iterator[tuple[int, int]]:
    """Yield runs of letters, digits and Han that the recogniser was not sure of."""
    start = end = -1
    for place, certainty in sorted(sure.items()):
        if certainty >= _UNSURE or not source.text[place].isalnum():
            continue
        if place != end:
            if end > start:
                yield start, end
            start = place
        end = place + 1
    if end > start:
        yield start, end
