"""What only shows that a page ends: bare page numbers, running heads, page numbers glued to a line.

A bare number may as well be a cell of a table, a repeated line a salutation. So page numbers are known
by their sequence (each one more than the last, a page of text apart), running heads by standing next to
other page furniture, and a number glued to a line by the line reading better without it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from gangyao.layout.furniture import CONTINUATION
from gangyao.layout.lines import Aside
from gangyao.layout.reading_order.continuity import ends_sentence, join_scores
from gangyao.layout.split import RawLine
from gangyao.outline.numbering import parse_heading
from gangyao.text.statistics.model import CharacterModel

_BARE = re.compile(r"[-—–－·\s]*([0-9]{1,4})[-—–－·\s]*")
_DIGITS = re.compile(r"[0-9０-９]+")
# Code points on a page at least (the median over the pages), and pages in a sequence.
_PAGE = 250
_FEWEST_PAGES = 3
_MOST_SKIPPED = 2
_LONGEST_HEAD = 40
_FEWEST_HEADS = 3
_BESIDE_FURNITURE = 0.6
# A number of up to three digits before Han that is no measure word, so that no quantity is meant.
_GLUED_BEFORE = re.compile(
    r"([0-9]{1,3})(?=[\u4e00-\u9fff])(?![年月日号时分秒个项条款章节类种家所座处名人位岁户次批届期级省市县区乡村镇万亿千百十余多倍度"
    r"元吨克米公平亩里升字部门大小件台套辆间层楼栋株头只篇册页版线路段点强一二三四五六七八九]|周年|世纪|毫|厘|微|兆|立方)"
)
_GLUED_AFTER = re.compile(r"(?<=[\u4e00-\u9fff，。；、])([0-9]{1,3})$")
_READS_BETTER = 4.0


def find_page_numbers(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is a page number that stands alone."""
    found = [(index, int(m[1])) for index, text in enumerate(texts) if (m := _BARE.fullmatch(text))]
    offsets = [0]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    flags = [False] * len(texts)
    for chain in _chains(found):
        gaps = [offsets[b[0]] - offsets[a[0]] for a, b in pairwise(chain)]
        if len(chain) >= _FEWEST_PAGES and median(gaps) >= _PAGE:
            for index, _ in chain:
                flags[index] = True
    return flags


def _chains(found: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Split numbers, in the order of their lines, into runs that count up page by page."""
    open_chains: list[list[tuple[int, int]]] = []
    for item in found:
        best = next((c for c in reversed(open_chains) if 1 <= item[1] - c[-1][1] <= 1 + _MOST_SKIPPED), None)
        if best is None:
            open_chains.append([item])
        else:
            best.append(item)
    return open_chains


def find_running_heads(texts: Sequence[str], furniture: Sequence[bool]) -> list[bool]:
    """Tell for each line whether it is a head or foot that every page repeats, beside other furniture."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if text and len(text) <= _LONGEST_HEAD and not furniture[index]:
            places[_DIGITS.sub("0", text)].append(index)
    flags = [False] * len(texts)
    for text, indexes in places.items():
        if len(indexes) < _FEWEST_HEADS or ends_sentence(text) or parse_heading(text) is not None:
            continue
        beside = sum(_is_beside(index, texts, furniture) for index in indexes)
        if beside >= _BESIDE_FURNITURE * len(indexes):
            for index in indexes:
                flags[index] = True
    return flags


def _is_beside(index: int, texts: Sequence[str], furniture: Sequence[bool]) -> bool:
    for step in (-1, 1):
        near = index + step
        while 0 <= near < len(texts) and not texts[near]:
            near += step
        if 0 <= near < len(texts) and furniture[near]:
            return True
    return False


def find_asides(lines: Sequence[RawLine], model: CharacterModel) -> tuple[Aside, ...]:
    """Find page furniture glued to lines that are read: marks of continuation, page numbers.

    `lines` are those that are read, in printed order.
    """
    asides = [aside for line in lines for aside in _marks(line)]
    candidates: list[tuple[tuple[int, int], tuple[str, str], tuple[str, str]]] = []
    for left, right in pairwise(lines):
        if ends_sentence(left.text):
            continue
        if before := _GLUED_BEFORE.match(right.text):
            span = _span(right, before.start(1), before.end(1))
            candidates.append((span, (left.text, right.text[before.end(1) :]), (left.text, right.text)))
        if after := _GLUED_AFTER.search(left.text):
            span = _span(left, after.start(1), after.end(1))
            candidates.append((span, (left.text[: after.start(1)], right.text), (left.text, right.text)))
    if candidates:
        without = join_scores([pair for _, pair, _ in candidates], model)
        printed = join_scores([pair for _, _, pair in candidates], model)
        asides += [
            Aside(*span, "page-number", "a page number between the two parts of a sentence")
            for (span, _, _), better, worse in zip(candidates, without, printed, strict=True)
            if better > worse + _READS_BETTER and better > 0
        ]
    return tuple(sorted(asides, key=lambda aside: aside.raw_start))


def _marks(line: RawLine) -> list[Aside]:
    if "版" not in line.text and "页" not in line.text:
        return []
    return [
        Aside(*_span(line, found.start(), found.end()), "page-mark", "the text goes on on another page")
        for found in CONTINUATION.finditer(line.text)
        if found.start() == 0 or found.end() == len(line.text)
    ]


def _span(line: RawLine, start: int, end: int) -> tuple[int, int]:
    """Map offsets in the line's text, which has no margins, to raw offsets."""
    return line.text_start + start, line.text_start + end
