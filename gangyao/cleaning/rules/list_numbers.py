"""Numbers of headings whose strokes or marks OCR read as something else.

`—、` stands for 一、, `（-）` for （一）, the kana `ニ、` for 二、, `l.` for 1., `一，` for 一、.
A dash, a letter or a comma proves nothing by itself. It is a number where the numbers of its form beside it
say so: the next line of the form counts 二, or the one before it counts one less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.numerals import read_number
from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds, drop_overlapping

_GROUNDS = Grounds("numeral", "list_number", "the number of a heading, as those around it count")
_CLOSING = Grounds("punctuation", "list_number", "the bracket that closes the number of a line")
# Dashes, and letters of other scripts that are one stroke: kana ー, bopomofo ㄧ, jamo ㅡ.
_DASHES = r"—–－―ーｰㄧㅡ‐−﹣\-"
_STROKES = "lI|丨"
# Katakana with the strokes of numerals.
_KANA = {"ニ": "二", "ハ": "八", "ミ": "三"}
_NUMBER = rf"[一二三四五六七八九十百{''.join(_KANA)}{_DASHES}]{{1,4}}|[0-9{_STROKES}]{{1,2}}"
# Both begin with the end of the line before, which `re` looks for much faster than for a start.
_LABEL = re.compile(
    rf"\n[ \t\u3000#*]*(?P<open>[（(〔]?)[ \u3000]?(?P<number>{_NUMBER})"
    r"[ \u3000]?(?P<close>[、．.）)〕]|(?P<comma>[，,·•。;；〉>》ヽ])(?=[^，。；：,\n]{2,20}(?:\n|$)))"
)
# Between 第 and 章 stands a number: 第—章, 第十—条.
_RANKED = re.compile(
    rf"\n[ \t\u3000#*]*第[ \u3000]?[一二三四五六七八九十百]{{0,4}}"
    rf"(?<![一二三四五六七八九])([{_DASHES}]{{1,2}})"
    r"[ \u3000]?[篇编章节条條節編]"
)
_STROKE = re.compile(f"[{_STROKES}]")
_DOUBTED = re.compile(f"[{_DASHES}{_STROKES}{''.join(_KANA)}]")
# A number in brackets at the head of a line whose closing one was read as that of another kind: （2】.
_CLOSED_WRONG = re.compile(
    r"\n[ \t\u3000#*]*[（(][ \u3000]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})([】\]］」》}])"
)
# Marks that look like those brackets, on one side or on both; a name between them goes on: 《一号文件》.
_ODD_BRACKETS = re.compile(
    r"\n[ \t\u3000#*]*(?P<open>[《「『【｛{<︵Cc（(])[ \u3000]?(?P<number>[一二三四五六七八九十]{1,3})"
    r"[ \u3000]?(?P<close>[》」』｝}>︶J〉）)])"
    r"(?<!（[一二三四五六七八九十]）)(?<!\([一二三四五六七八九十]\))(?=[\u4e00-\u9fff])"
)
# A number in a circle whose circle was read as a letter: o1, o2, o3.
_CIRCLE = re.compile(r"\n[ \t\u3000#*]*(?P<circle>[oO](?P<number>[1-9]))(?=[ \u3000]?[\u4e00-\u9fff])")
# Within a paragraph: o1更换管网；o2加装电梯。
_CIRCLE_INSIDE = re.compile(r"(?:\n|(?<=[。；：，、]))(?P<circle>[oO](?P<number>[1-9]))(?=[\u4e00-\u9fff])")
_FEWEST_CIRCLES = 2
_CIRCLED = Grounds("numeral", "list_number", "a number in a circle, as those around it count")
_MISREAD = re.compile(f"[{_DASHES}]{{1,2}}|[{''.join(_KANA)}]")


@dataclass(frozen=True, slots=True)
class _Label:
    """The number of a line at `start`, as printed, and the value that it has or would have.

    `comma` is the place of the mark behind it, where that is one that numbers do not have; else -1.
    """

    start: int
    printed: str
    value: int | None
    comma: int = -1

    @property
    def is_doubted(self) -> bool:
        return self.comma >= 0 or _DOUBTED.search(self.printed) is not None


def find_list_numbers(scan: Scan) -> Findings:
    """Read dashes and strokes as 一 or 1 in the numbers of headings and items, commas as the marks behind."""
    forms: dict[tuple[bool, bool, str], list[_Label]] = {}
    lines = "\n" + scan.text
    for found in _LABEL.finditer(lines):
        printed = found["number"]
        is_arabic = printed[0].isascii() and (printed[0].isdigit() or printed[0] in _STROKES)
        if found["comma"] and (is_arabic or found["open"]):
            continue
        close = "）" if found["close"] in "）)〕" else "." if is_arabic and found["close"] in "．." else "、"
        label = _Label(found.start("number") - 1, printed, _value(printed), found.start("comma") - 1)
        forms.setdefault((bool(found["open"]), is_arabic, close), []).append(label)
    edits = [edit for labels in forms.values() for edit in _edits(labels)]
    edits += [Edit(found.start(1) - 1, found.end(1) - 1, "一", _GROUNDS) for found in _RANKED.finditer(lines)]
    edits += [
        Edit(found.start(1) - 1, found.end(1) - 1, "）", _CLOSING) for found in _CLOSED_WRONG.finditer(lines)
    ]
    edits += _odd_brackets(lines)
    if "o" in lines or "O" in lines:
        edits += [*_circles(lines, _CIRCLE), *_circles(lines, _CIRCLE_INSIDE)]
    return Findings(drop_overlapping(edits)) if edits else NOTHING


def _odd_brackets(lines: str) -> Iterable[Edit]:
    """Yield the brackets of numbers that count from 1 on between marks of another kind: 《一》, C一）."""
    runs: list[list[re.Match[str]]] = []
    last: dict[str, list[re.Match[str]]] = {}
    for found in _ODD_BRACKETS.finditer(lines):
        marks, number = found["open"] + found["close"], read_number(found["number"])
        if number == 1:
            last[marks] = [found]
            runs.append(last[marks])
        elif marks in last and number == len(last[marks]) + 1:
            last[marks].append(found)
    for run in runs:
        for found in run if len(run) >= _FEWEST_CIRCLES else ():
            yield Edit(found.start("open") - 1, found.end("open") - 1, "（", _CLOSING)
            yield Edit(found.start("close") - 1, found.end("close") - 1, "）", _CLOSING)


def _circles(lines: str, form: re.Pattern[str]) -> Iterable[Edit]:
    """Yield numbers in circles of lists that count from 1 on."""
    run: list[re.Match[str]] = []
    for found in [*form.finditer(lines), None]:
        if found is not None and int(found["number"]) == len(run) + 1:
            run.append(found)
            continue
        if len(run) >= _FEWEST_CIRCLES:
            for item in run:
                number = chr(0x245F + int(item["number"]))
                yield Edit(item.start("circle") - 1, item.end("circle") - 1, number, _CIRCLED)
        run = [found] if found is not None and found["number"] == "1" else []


def _value(printed: str) -> int | None:
    return read_number(_STROKE.sub("1", _MISREAD.sub(_han_numeral, printed)))


def _han_numeral(misread: re.Match[str]) -> str:
    return _KANA.get(misread.group(), "一")


def _edits(labels: list[_Label]) -> Iterable[Edit]:
    if not any(label.is_doubted for label in labels):
        return
    for label in _counted(labels):
        is_stroke = label.printed[0] in _STROKES
        for found in (_STROKE if is_stroke else _MISREAD).finditer(label.printed):
            after_text = "1" if is_stroke else _han_numeral(found)
            start = label.start + found.start()
            yield Edit(start, label.start + found.end(), after_text, _GROUNDS)
        if label.comma >= 0:
            yield Edit(label.comma, label.comma + 1, "、", _GROUNDS)


def _counted(labels: list[_Label]) -> Iterable[_Label]:
    """Yield the doubted labels that count with a sure one beside them, or begin to count 1, 2."""
    sure = [not label.is_doubted for label in labels]
    steps = [a.value is not None and b.value == a.value + 1 for a, b in pairwise(labels)]
    for place, counts in enumerate(steps):
        # From here on each is proven by the one before it.
        sure[place + 1] |= counts and (sure[place] or labels[place].value == 1)
    for place in reversed(range(len(steps))):
        sure[place] |= steps[place] and sure[place + 1]
    yield from (label for label, is_sure in zip(labels, sure, strict=True) if label.is_doubted and is_sure)
