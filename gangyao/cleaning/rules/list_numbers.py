"""Numbers of headings whose strokes OCR read as something else.

`—、` stands for 一、, `（-）` for （一）, `l.` for 1. A dash or a letter proves nothing by itself. It is
a number where the numbers of its form around it say so: the next line of the form counts 二, or the
one before it and the one after leave room for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.numerals import read_number
from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("numeral", "list_number", "the number of a heading, as those around it count")
_DASHES = r"—–－―ー‐−﹣\-"
_STROKES = "lI|丨"
_NUMBER = rf"[一二三四五六七八九十百{_DASHES}]{{1,4}}|[0-9{_STROKES}]{{1,2}}"
# Both begin with the end of the line before, which `re` looks for much faster than for a start.
_LABEL = re.compile(
    rf"\n[ \t\u3000#*]*(?P<open>[（(〔]?)[ \u3000]?(?P<number>{_NUMBER})"
    r"[ \u3000]?(?P<close>[、．.）)〕])"
)
# Between 第 and 章 stands a number: 第—章, 第十—条.
_RANKED = re.compile(
    rf"\n[ \t\u3000#*]*第[ \u3000]?[一二三四五六七八九十百]{{0,4}}"
    rf"(?<![一二三四五六七八九])([{_DASHES}]{{1,2}})"
    r"[ \u3000]?[篇编章节条條節編]"
)
_DASH = re.compile(f"[{_DASHES}]{{1,2}}")
_STROKE = re.compile(f"[{_STROKES}]")
_DOUBTED = re.compile(f"[{_DASHES}{_STROKES}]")


@dataclass(frozen=True, slots=True)
class _Label:
    """The number of a line at `start`, as printed, and the value that it has or would have."""

    start: int
    printed: str
    value: int | None

    @property
    def is_doubted(self) -> bool:
        return _DOUBTED.search(self.printed) is not None


def find_list_numbers(scan: Scan) -> Findings:
    """Read dashes and strokes as 一 or 1 in the numbers of headings and items."""
    forms: dict[tuple[bool, bool, str], list[_Label]] = {}
    lines = "\n" + scan.text
    for found in _LABEL.finditer(lines):
        printed = found["number"]
        is_arabic = printed[0].isascii() and (printed[0].isdigit() or printed[0] in _STROKES)
        close = "）" if found["close"] in "）)〕" else "." if found["close"] in "．." else "、"
        label = _Label(found.start("number") - 1, printed, _value(printed))
        forms.setdefault((bool(found["open"]), is_arabic, close), []).append(label)
    edits = [edit for labels in forms.values() for edit in _edits(labels)]
    edits += [Edit(found.start(1) - 1, found.end(1) - 1, "一", _GROUNDS) for found in _RANKED.finditer(lines)]
    return Findings(sorted(edits, key=lambda edit: edit.start)) if edits else NOTHING


def _value(printed: str) -> int | None:
    return read_number(_STROKE.sub("1", _DASH.sub("一", printed)))


def _edits(labels: list[_Label]) -> Iterable[Edit]:
    if not any(label.is_doubted for label in labels):
        return
    around = [None, *labels, None]
    for (before, label), (_, after) in zip(pairwise(around), pairwise(around[1:]), strict=False):
        if label is None or not label.is_doubted or label.value is None:
            continue
        follows = before is not None and not before.is_doubted and before.value == label.value - 1
        precedes = after is not None and not after.is_doubted and after.value == label.value + 1
        if precedes or (follows and label.value > 1):
            for found in (_DASH if label.printed[0] not in _STROKES else _STROKE).finditer(label.printed):
                after_text = "一" if found.group()[0] in _DASHES else "1"
                start = label.start + found.start()
                yield Edit(start, label.start + found.end(), after_text, _GROUNDS)
