"""Offset maps between the printed and the clean text, and the proof that the ledger holds.

Offsets are code points; spans are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gangyao.document.changes import Cleaned

Span = tuple[int, int, int, int]


def project(start: int, end: int, spans: Sequence[Span]) -> tuple[int, int]:
    """Map a span through changes `(from_start, from_end, to_start, to_end)`, widening it to whole changes.

    A change that is empty on the side mapped from is left out where the span only begins or ends there.
    """
    low = bisect_right(spans, start, key=_from_end)
    if low < len(spans) and spans[low][0] < start:
        first = spans[low][2]
        if start == end:
            return first, spans[low][3]
    else:
        first = start + _shift(spans, low)
        if start == end:
            return first, first
    high = bisect_right(spans, end, low, key=_from_end)
    if high < len(spans) and spans[high][0] < end:
        return first, spans[high][3]
    while high > low and spans[high - 1][0] == end:
        high -= 1
    return first, end + _shift(spans, high)


def _from_end(span: Span) -> int:
    return span[1]


def _shift(spans: Sequence[Span], count: int) -> int:
    """Distance from one side to the other behind the first `count` changes."""
    return spans[count - 1][3] - spans[count - 1][1] if count else 0


def raw_span(cleaned: Cleaned, start: int, end: int) -> tuple[int, int]:
    """Return where the clean text `start`:`end` was printed, as a span of the raw text.

    A span that cuts a correction takes the whole printed span of it. A span over several raw lines is
    clipped at the end of the first one. Raises ValueError when the span is not within the text.

    Take the raw line `共建统一的市場规则 。`, read as `共建统一的市场规则。`: two corrections, 場 → 场 and
    the deletion of the space. Then

    >>> raw_span(cleaned, 0, 2)    # 共建
    (0, 2)
    >>> raw_span(cleaned, 5, 7)    # 市场, printed 市場
    (5, 7)
    >>> raw_span(cleaned, 9, 10)   # 。, printed one place further on
    (10, 11)
    """
    if not 0 <= start <= end <= len(cleaned.text):
        raise ValueError(f"span {start}:{end} is not within the text of {len(cleaned.text)} code points")
    if not cleaned.reading.pieces:
        raise ValueError("no line of this document is read: it has no printed place")
    first, last = project(start, end, cleaned.changes)
    piece = cleaned.reading.piece_at(first)
    return cleaned.reading.to_raw(first, max(first, min(last, piece.end)))


def clean_span(cleaned: Cleaned, raw_start: int, raw_end: int) -> tuple[int, int]:
    """Return where the raw text `raw_start`:`raw_end` stands in the clean text.

    The inverse of `raw_span`, for a span within one line that is read: a span that cuts a correction takes
    all that the correction wrote. Raises
    ValueError when the span is on no line that is read, or on more than one. With the line of `raw_span`:

    >>> clean_span(cleaned, 10, 11)   # the printed 。
    (9, 10)
    >>> clean_span(cleaned, 9, 10)    # the printed space: deleted, so an empty span
    (9, 9)
    """
    for piece in cleaned.reading.pieces:
        length = piece.end - piece.start
        if piece.raw_start <= raw_start <= raw_end <= piece.raw_start + length:
            shift = piece.start - piece.raw_start
            spans = [(old[2], old[3], old[0], old[1]) for old in cleaned.changes]
            return project(raw_start + shift, raw_end + shift, spans)
    raise ValueError(f"raw span {raw_start}:{raw_end} is not within one line that is read")


def replay(cleaned: Cleaned) -> str:
    """Rebuild the clean text from the reading text and the corrections alone."""
    parts: list[str] = []
    position = 0
    for correction, (_, _, start, end) in zip(cleaned.corrections, cleaned.changes, strict=True):
        parts += (cleaned.reading.text[position:start], correction.after)
        position = end
    parts.append(cleaned.reading.text[position:])
    return "".join(parts)


def undo(cleaned: Cleaned) -> str:
    """Rebuild the reading text from the clean text and the corrections alone."""
    parts: list[str] = []
    position = 0
    for correction in cleaned.corrections:
        parts += (cleaned.text[position : correction.start], correction.before)
        position = correction.end
    parts.append(cleaned.text[position:])
    return "".join(parts)
