"""The head of a document that templates set in a table of one column: issuer, number, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import PrintedLine

# GB/T 9704: the name of the issuer with 文件 behind it, the number of the document.
_HEAD = re.compile(rf"文\s*件$|{OPENS_YEAR}\s*(?:19|20)\d\d\s*{CLOSES_YEAR}\s*\d{{1,5}}\s*号")


def without_box_on_top(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines; those of a box on top with an issuer or a number, and no sentence, are text."""
    head = list(takewhile(lambda line: line.role == "box", lines))
    if not any(_HEAD.search(line.text) for line in head) or any(ends_sentence(line.text) for line in head):
        return list(lines)
    return [*(replace(line, role="text") for line in head), *lines[len(head) :]]
