"""Items that a converter numbered although they print their number: `1. 一、甲`, `2. 二、乙`; `1. 1. 甲`.

The outer number is the converter's where it says what the inner one does, item after item. One such item
alone proves nothing: the first part of item 1 may begin on its line (`1.（1）甲`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from gangyao.chinese.numerals import read_number
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("markup", "double_number", "a converter's number before the one that is printed")
_FEWEST = 2
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(
    r"\n[ \u3000]*(?P<outer>(?P<number>\d{1,2})[.)、][ \t\u3000]+)"
    rf"(?:(?P<han>{_HAN_NUMBER})、|[（(](?P<bracket>{_HAN_NUMBER}|\d{{1,2}})[)）]|(?P<arabic>\d{{1,2}})[.．、)）](?!\d)"
    rf"|第(?P<ranked>{_HAN_NUMBER})[章节条])"
)


def find_double_numbers(scan: Scan) -> Findings:
    """Delete the numbers that a converter put before those of the items."""
    if not scan.has(Kind.DIGIT):
        return NOTHING
    doubled = [
        (found, form)
        for found in _ITEM.finditer("\n" + scan.text)
        if (form := found.lastgroup) is not None and read_number(found[form]) == int(found["number"])
    ]
    by_form: dict[str, list[re.Match[str]]] = defaultdict(list)
    for found, form in doubled:
        by_form[form].append(found)
    edits = [
        Edit(item.start("outer") - 1, item.end("outer") - 1, "", _GROUNDS)
        for items in by_form.values()
        if _in_a_row(items)
        for item in items
    ]
    return Findings(sorted(edits, key=lambda edit: edit.start)) if edits else NOTHING


def _in_a_row(items: Sequence[re.Match[str]]) -> bool:
    """Tell whether two items and more count on, as those of a list do."""
    numbers = [int(item["number"]) for item in items]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    return len(items) >= _FEWEST and steps >= 1
