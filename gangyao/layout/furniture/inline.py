"""Page furniture glued to a line that is read: marks of continuation, page numbers.

A number glued to a line is that of a page where such numbers count pages, or where the sentence that it
interrupts reads better without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.layout import Aside
from gangyao.layout.furniture.described import DESCRIPTION
from gangyao.layout.furniture.find import CONTINUATION
from gangyao.layout.furniture.inline_page_numbers import find_inline_page_numbers
from gangyao.layout.furniture.page_numbers import Numbered, page_chains
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.split import RawLine

# What makes a quantity or a date of the number before it.
_MEASURE = (
    r"(?:[年月日号时分秒个项条款章节类种家所座处名人位岁户次批届期级省市县区乡村镇万亿千百十余多倍度"
    r"元吨克米公平亩里升成宗字部门大小件台套辆间层楼栋株头只篇册页版线路段点强一二三四五六七八九]|周年|世纪|毫|厘|微|兆|立方)"
)
_GLUED_BEFORE = re.compile(rf"([0-9]{{1,3}})(?=[\u4e00-\u9fff])(?!{_MEASURE})")
_QUANTITY = re.compile(rf"[0-9]{{1,4}}{_MEASURE}")
_GLUED_AFTER = re.compile(r"(?<=[\u4e00-\u9fff，。；、])([0-9]{1,3})$")
_READS_BETTER = 4.0
# Chapters and items are not counted further than this.
_MOST_CHAPTERS = 60
_MOST_ITEMS = 400
_STARTS = re.compile(r"(?P<mark>(?P<page>[0-9]{1,4}))(?=[^0-9.．、,%％:：/\-—–~～\s)）])")
# A page number right before another: `729.1.1` is page 72 and heading 9.1.1, or page 7 and heading 29.1.1.
_BEFORE_NUMBER = re.compile(
    r"([0-9]{2,5})(?=(?:[.．][0-9]{1,2}){1,3}[ \u3000]*[^0-9.．%％]|[、.．][ \u3000]*[^0-9\s])"
)
_ENDS = re.compile(r"(?<=[^\W\d_a-zA-Z]|[，。；、：！？）》”])(?P<mark>(?P<page>[0-9]{1,4}))$")
# -12-, as pages of offices are numbered.
_DASHED = re.compile(
    r"(?<=[^\W\d_a-zA-Z]|[，。；、：！？）》”])(?P<mark>[-—–·] ?(?P<page>[0-9]{1,4}) ?[-—–·])$"
)
_DIGITS, _DASHES = "0123456789", "-—–·"
_LAST = _DIGITS + _DASHES
# This share of the numbers of a sequence stands where a sentence is cut.
_CUT = 0.4
# A word alone in brackets may be one of the text: 【图1】, [表格].
_SAID = re.compile("[：:].{2}")
# At most this share of them could be read as quantities.
_QUANTITIES = 0.3


@dataclass(frozen=True, slots=True)
class _Interrupting:
    """A number between two lines: the lines as printed and without it, and it with its own line."""

    span: tuple[int, int]
    printed: tuple[str, str]
    without: tuple[str, str]
    own: tuple[str, str]


def find_marks(lines: Sequence[RawLine]) -> list[Aside]:
    """Find marks of pages glued to lines that are read: of continuation, of what a picture shows."""
    return [aside for line in lines for aside in _marks(line)]


def find_glued_numbers(lines: Sequence[RawLine], model: CharacterModel) -> list[Aside]:
    """Find numbers of pages glued to lines. `lines` are those that are read, in printed order."""
    asides = list(find_inline_page_numbers(lines))
    if any("0" <= line.text[0] <= "9" or line.text[-1] in _LAST for line in lines if line.text):
        taken = {place for aside in asides for place in range(aside.raw_start, aside.raw_end)}
        numbers = [
            aside for aside in _counted(lines) if taken.isdisjoint((aside.raw_start, aside.raw_end - 1))
        ]
        known = {aside.raw_start for aside in numbers}
        asides += numbers
        asides += [aside for aside in _interrupting(lines, model) if aside.raw_start not in known]
    return asides


def _counted(lines: Sequence[RawLine]) -> list[Aside]:
    """Find numbers at the beginnings (or the ends) of lines that count pages."""
    asides: list[Aside] = []
    for pattern, at_end in ((_STARTS, False), (_ENDS, True), (_DASHED, True)):
        marks = _DASHES if pattern is _DASHED else _DIGITS
        found: list[Numbered] = []
        spans: dict[Numbered, tuple[int, int]] = {}
        for index, line in enumerate(lines):
            edge = line.text[-1:] if at_end else line.text[:1]
            if not edge or edge not in marks or _is_part_of_number(lines, index, at_end):
                continue
            number = pattern.search(line.text) if at_end else pattern.match(line.text)
            if number is not None:
                found.append(Numbered(index, line.text_start, int(number["page"])))
                spans[found[-1]] = _span(line, *number.span("mark"))
            elif not at_end and (before := _before_number(line.text)):
                for size in range(max(len(before[1]) - 2, 1), len(before[1])):
                    found.append(Numbered(index, line.text_start, int(before[1][:size])))
                    spans[found[-1]] = _span(line, 0, size)
        for chain in page_chains(found):
            cuts = sum(_is_cut(lines, number.index, at_end) for number in chain)
            quantities = sum(_is_quantity(lines, number.index, at_end) for number in chain)
            if cuts >= max(2, _CUT * len(chain)) and quantities <= _QUANTITIES * len(chain):
                asides += [
                    Aside(*spans[number], "page-number", "a page number, one of a sequence")
                    for number in chain
                ]
    return asides


def _is_part_of_number(lines: Sequence[RawLine], index: int, at_end: bool) -> bool:
    """Tell whether the number on a line goes on in its neighbour: lines that are full cut numbers, too."""
    neighbour = index + 1 if at_end else index - 1
    if not 0 <= neighbour < len(lines):
        return False
    text = lines[neighbour].text
    return "0" <= (text[:1] if at_end else text[-1:]) <= "9"


def _is_quantity(lines: Sequence[RawLine], index: int, at_end: bool) -> bool:
    """Tell whether the number on a line could be a quantity, whose measure may stand on the next line."""
    text = lines[index].text
    if at_end and index + 1 < len(lines):
        number = _ENDS.search(text)
        text = (number[1] if number else "") + lines[index + 1].text
    return _QUANTITY.match(text) is not None


def _before_number(text: str) -> re.Match[str] | None:
    """Match a page number right before a heading's or item's, which together are more than those count to."""
    found = _BEFORE_NUMBER.match(text)
    if found is None:
        return None
    is_dotted = text[found.end() + 1].isdecimal()
    return found if int(found[1]) > (_MOST_CHAPTERS if is_dotted else _MOST_ITEMS) else None


def _is_cut(lines: Sequence[RawLine], index: int, at_end: bool) -> bool:
    """Tell whether the line with a number is cut from its neighbour in mid-sentence."""
    if at_end:
        return not ends_sentence(lines[index].text.rstrip(_LAST).rstrip()) and index + 1 < len(lines)
    return index > 0 and not ends_sentence(lines[index - 1].text)


def _interrupting(lines: Sequence[RawLine], model: CharacterModel) -> list[Aside]:
    """Find numbers without which the sentence that they interrupt reads better."""
    candidates: list[_Interrupting] = []
    for left, right in pairwise(lines):
        if not ("0" <= right.text[:1] <= "9" or "0" <= left.text[-1:] <= "9") or ends_sentence(left.text):
            continue
        printed = (left.text, right.text)
        if before := _GLUED_BEFORE.match(right.text):
            number, rest = before[1], right.text[before.end(1) :]
            span = _span(right, before.start(1), before.end(1))
            candidates.append(_Interrupting(span, printed, (left.text, rest), (number, rest)))
        after = _GLUED_AFTER.search(left.text)
        if after is not None and _QUANTITY.match(after[1] + right.text) is None:
            number, rest = after[1], left.text[: after.start(1)]
            span = _span(left, after.start(1), after.end(1))
            candidates.append(_Interrupting(span, printed, (rest, right.text), (rest, number)))
    if not candidates:
        return []
    without = join_scores([candidate.without for candidate in candidates], model)
    as_printed = join_scores([candidate.printed for candidate in candidates], model)
    # A line that was cut in a quantity begins or ends with a number, too, whatever is printed next to it.
    own = join_scores([candidate.own for candidate in candidates], model)
    return [
        Aside(*candidate.span, "page-number", "a page number between the two parts of a sentence")
        for candidate, better, worse, held in zip(candidates, without, as_printed, own, strict=True)
        if better > worse + _READS_BETTER and better > 0 >= held
    ]


def _marks(line: RawLine) -> list[Aside]:
    return [*_continued(line), *_described(line)]


def _described(line: RawLine) -> list[Aside]:
    """Find what a program says in square brackets of a picture or a seal beside the text."""
    if "[" not in line.text and "【" not in line.text:
        return []
    return [
        Aside(*_span(line, found.start(), found.end()), "page-mark", "what a program says of a page")
        for found in DESCRIPTION.finditer(line.text)
        if found[0][0] in "[【" and _SAID.search(found[0])
    ]


def _continued(line: RawLine) -> list[Aside]:
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
