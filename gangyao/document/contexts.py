"""Contexts that name a place of a raw text: a piece of it that occurs once (rows of `errata.csv`)."""

from __future__ import annotations

# Shorter contexts are unique by chance only.
_SHORTEST_CONTEXT = 6


def in_unique_context(raw: str, start: int, end: int, reading: str) -> tuple[str, str, str] | None:
    """Return context, before and after of a row; None where the line holds no unique context.

    An insertion goes to the end of its context. At the start of a line, where nothing precedes it, the
    next character is taken into the row instead.
    """
    line_start = max(raw.rfind("\n", 0, start), raw.rfind("\r", 0, start)) + 1
    line_end = min(at for at in (raw.find("\n", end), raw.find("\r", end), len(raw)) if at >= 0)
    if start == end:
        for begin in range(start - _SHORTEST_CONTEXT, line_start - 1, -1):
            if begin >= line_start and raw.count(raw[begin:start]) == 1:
                return raw[begin:start], "", reading
        if end == line_end:
            return None
        end, reading = end + 1, reading + raw[end]
    if raw[start:end] == reading:
        return None
    while True:
        context = _unique_context(raw, start, end, line_start, line_end)
        if context is not None:
            return context, raw[start:end], reading
        # The characters come again nearby: with a neighbour they may be unique.
        if start > line_start:
            start, reading = start - 1, raw[start - 1] + reading
        elif end < line_end:
            end, reading = end + 1, reading + raw[end]
        else:
            return None


def _unique_context(raw: str, start: int, end: int, line_start: int, line_end: int) -> str | None:
    """Return the shortest context in the line that the text holds once and that holds `start`:`end` once."""
    before = raw[start:end]
    begin, stop = start, end
    while raw[begin:stop].count(before) == 1:
        if stop - begin >= _SHORTEST_CONTEXT and raw.count(raw[begin:stop]) == 1:
            return raw[begin:stop]
        if begin == line_start and stop == line_end:
            return None
        begin, stop = max(line_start, begin - 1), min(line_end, stop + 1)
    return None
