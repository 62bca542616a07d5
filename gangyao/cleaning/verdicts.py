"""What a curator says of a suspect, as a row of a document's curated tables."""

from __future__ import annotations

from gangyao.document.changes import Suspect
from gangyao.document.contexts import in_unique_context
from gangyao.document.source import Evidence

Row = tuple[str, ...]


def erratum_row(
    raw: str, suspect: Suspect, reading: str, evidence: Evidence, source: str, note: str
) -> Row | None:
    """Return the row of `errata.csv` that reads `reading` for a suspect; None where no context is unique."""
    placed = in_unique_context(raw, suspect.raw_start, suspect.raw_end, reading)
    return None if placed is None else (*placed, evidence, source, note)


def rejection_row(raw: str, suspect: Suspect, note: str) -> Row | None:
    """Return the row of `rejected.csv` that keeps a suspect out; None where no context is unique."""
    # Any other reading gives the same place.
    placed = in_unique_context(raw, suspect.raw_start, suspect.raw_end, "\0")
    return None if placed is None else (placed[0], placed[1], suspect.detector, note)


def printed_line(raw: str, suspect: Suspect, around: int = 40) -> tuple[str, str, str]:
    """Return the raw line before a suspect, in it and after it; at most `around` characters a side."""
    start, end = suspect.raw_start, suspect.raw_end
    first = max(raw.rfind("\n", 0, start) + 1, start - around)
    line_end = raw.find("\n", end)
    last = min(line_end if line_end >= 0 else len(raw), end + around)
    return raw[first:start], raw[start:end], raw[end:last]
