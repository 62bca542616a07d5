"""Numbers of headings whose dots recognition lost: 1, 11, 12, 2, 21, 22 are 1, 1.1, 1.2, 2, 2.1, 2.2.

No other series counts so. Only where every numbered title of the text has its place in it, each digit one
step further than the one before, the dots are put back.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds(
    "numeral", "lost_dots", "the dots in the number of a heading, as the numbers beside it count"
)
# The end of the line before is looked for much faster than a start.
_TITLE = re.compile(
    r"\n[ \u3000#*]*(?P<number>\d{1,4})[ \u3000]+(?=[\u4e00-\u9fff][^\n。；：]{1,28}(?:\n|$))"
)
_FEWEST_CHAPTERS = 2
_FEWEST_BELOW = 3


def find_lost_dots(scan: Scan) -> Findings:
    """Put dots between the digits of numbers that count as those of headings do."""
    if not scan.has(Kind.DIGIT):
        return NOTHING
    found = list(_TITLE.finditer("\n" + scan.text))
    numbers = [match["number"] for match in found]
    below = [number for number in numbers if len(number) > 1]
    if len(below) < _FEWEST_BELOW or not _counts(numbers):
        return NOTHING
    return Findings(
        [
            Edit(match.start("number") - 1, match.end("number") - 1, ".".join(match["number"]), _GROUNDS)
            for match in found
            if len(match["number"]) > 1
        ]
    )


def _counts(numbers: list[str]) -> bool:
    """Tell whether digits count like the parts of dotted numbers, from 1 on, over two chapters and more."""
    last = ""
    for number in numbers:
        digits = len(number)
        stem = number[:-1]
        before = last[digits - 1 : digits] or "0"
        if not last.startswith(stem) or "0" in number or int(number[-1]) != int(before) + 1:
            return False
        last = number
    return sum(len(number) == 1 for number in numbers) >= _FEWEST_CHAPTERS
