"""Lines of a Word paragraph that end with a break each, as they were copied from print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gangyao.document.printed import PrintedLine
from gangyao.ingest.wrapped_lines import KeptLine, wrapped_lines

# What begins a paragraph is indented by so many half characters, by white space or by its format.
_INDENT = 4
# So many lines of a document must go on the one before: a title may be broken in two by hand.
_FEWEST = 2


def join_wrapped(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Tell of lines behind a break, whose `joins_previous` is None, whether they go on the one before."""
    known = list(lines)
    behind = {number for number, line in enumerate(known) if line.joins_previous is None}
    broken = sorted(behind | {number - 1 for number in behind})
    kept = [KeptLine(known[number].text, 0 if number in behind else _INDENT) for number in broken]
    goes_on = {broken[place] for place in wrapped_lines(kept, _FEWEST)}
    return [
        replace(line, joins_previous=number in goes_on) if number in behind else line
        for number, line in enumerate(known)
    ]
