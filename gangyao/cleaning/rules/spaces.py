"""White space inside Chinese text, which prints none between its characters.

Not all of it is noise. It parts a heading's label from its title, the names of a byline, the halves of a
slogan and the cells of a table row. So white space goes in running text and inside letter-spaced words
(`目 录`), and stays where a line is made of such parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.cleaning.rules.split_numbers import BLANK, doubt_split, split_numbers
from gangyao.document.ledger import Edit, Grounds

_INSIDE = Grounds("space", "space", "white space inside Chinese text")
_BEFORE_SIGN = Grounds("space", "space", "white space between a number and its sign")
_EDGE = Grounds("space", "edge", "white space at the edge of a line")
_CHINESE = Kind.HAN | Kind.CHINESE_PUNCTUATION

# The white space after a heading's label or number parts it from the title.
_LABEL = re.compile(
    rf"(?:第{BLANK}*(?:[〇零一二三四五六七八九十百\d]{BLANK}*)+[编篇部卷章节条款项]|专栏{BLANK}*[一二三四五六七八九十\d]+|"
    rf"附[件录表]{BLANK}*[一二三四五六七八九十\d]*|[图表]{BLANK}*[\d.\-]+|[一二三四五六七八九十]{{1,3}}|[Ⅰ-Ⅻ]|\d{{1,2}}(?:[.．]\d{{1,2}}){{0,3}})"
    rf"({BLANK}+)(?=\S)"
)
# A heading or an item of Markdown.
_SHARPS = re.compile("(?:#{1,6}|[-*+])( +)")
_SENTENCE_MARK = re.compile("[，。；！？]")
# Marks that part the text themselves.
_PARTING_MARKS = frozenset("，。；：、！？")
_SIGNS = frozenset("%‰℃")
_DATE = frozenset("年月日")
# Text between quotation or title marks, with white space: a slogan of parts (`胸怀大局 自信开放`).
_SLOGAN = re.compile(rf"[“‘《〈]([^“”‘’《》〈〉\n]*{BLANK}[^“”‘’《》〈〉\n]*)[”’》〉]")
# The letters of an abbreviation, each apart: `单位G D P能耗`.
_SPELLED = re.compile(r"[A-Z](?<=[\u4e00-\u9fff].)(?: [A-Z]){1,5}(?=[\u4e00-\u9fff])")
_LONGEST_TITLE = 60
_SHORTEST_PART = 3
# Several parts of such lengths, and of no others, are the names of a signature or the cells of a row.
_SHORTEST_NAME = 2
_LONGEST_NAME = 4
# Bits by which two characters must belong together before white space between them counts as noise there.
_JOINED = 8.0


def find_spaces(scan: Scan, model: CharacterModel) -> Findings:
    """Delete white space that belongs to no structure of its line."""
    if not scan.has(Kind.SPACE):
        return Findings()
    runs = scan.runs(Kind.SPACE)
    joined = split_numbers(scan, runs)
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    spelled = {start for word in _SPELLED.finditer(scan.text) for start in range(*word.span())}
    structures = _structures(scan.text, runs, model)
    line_end = -1
    keep: frozenset[int] = frozenset()
    for start, end in runs:
        if start > line_end:
            line_start, line_end = _line_around(scan.text, start)
            keep = next(structures)
        opens, closes = start == line_start, end == line_end
        if opens and closes:
            continue
        if opens or closes:
            edits.append(Edit(start, end, "", _EDGE))
        elif start in joined:
            edits.append(joined[start])
        elif start in spelled:
            edits.append(Edit(start, end, "", _INSIDE))
        elif scan.at(start - 1) & scan.at(end) & Kind.DIGIT:
            if _SENTENCE_MARK.search(scan.text, line_start, line_end):
                doubts.append(doubt_split(scan, start, end))
        elif scan.at(start - 1) & Kind.DIGIT and scan.text[end] in _SIGNS:
            edits.append(Edit(start, end, "", _BEFORE_SIGN))
        elif _beside_mark(scan, start, end) or (
            start not in keep and (scan.at(start - 1) | scan.at(end)) & _CHINESE
        ):
            edits.append(Edit(start, end, "", _INSIDE))
    return Findings(edits, doubts)


def _beside_mark(scan: Scan, start: int, end: int) -> bool:
    """Tell whether white space stands beside a mark that parts the text, or inside a date."""
    left, right = scan.text[start - 1], scan.text[end]
    if left in _PARTING_MARKS or right in _PARTING_MARKS:
        return True
    return (bool(scan.at(start - 1) & Kind.DIGIT) and right in _DATE) or (
        left in _DATE and bool(scan.at(end) & Kind.DIGIT)
    )


@dataclass(slots=True)
class _Structure:
    """White space of a line that parts something: where it begins, and where that hangs on its two sides."""

    keep: set[int] = field(default_factory=set)
    asked: list[tuple[int, str, str]] = field(default_factory=list)


def _structures(text: str, runs: list[tuple[int, int]], model: CharacterModel) -> Iterator[frozenset[int]]:
    """Yield for each line with white space (see `runs`) where white space begins that parts something."""
    lines: list[_Structure] = []
    line_end = -1
    for start, _ in runs:
        if start > line_end:
            line_start, line_end = _line_around(text, start)
            lines.append(_structure(text, line_start, line_end))
    # One call for all: the fixed cost of a call is that of two hundred pairs.
    joined = iter(
        model.junctions([(left, right) for line in lines for _, left, right in line.asked]).tolist()
    )
    for line in lines:
        yield frozenset(line.keep.union(gap for gap, _, _ in line.asked if next(joined) < _JOINED))


def _line_around(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _structure(text: str, start: int, end: int) -> _Structure:
    """Return what white space within the line `start`:`end` parts something."""
    line = _Structure()
    first = start
    while first < end and text[first].isspace():
        first += 1
    sharps = _SHARPS.match(text, first, end)
    if sharps:
        line.keep.add(sharps.start(1))
        first = sharps.end()
    label = _LABEL.match(text, first, end)
    body = first
    if label:
        line.keep.add(label.start(1))
        body = label.end()
    for slogan in _SLOGAN.finditer(text, start, end):
        parting = _parting(text, slogan.start(1), slogan.end(1))
        line.keep |= {gap for gap in parting.keep if not _at_number(text, gap)}
        line.asked += [one for one in parting.asked if not _at_number(text, one[0])]
    if end - first <= _LONGEST_TITLE and not _SENTENCE_MARK.search(text, body, end):
        parting = _parting(text, body, end)
        line.keep |= parting.keep
        line.asked += parting.asked
    return line


def _at_number(text: str, gap: int) -> bool:
    """Tell whether white space parts a number or a Latin letter from what is Chinese."""
    after = text[gap : gap + 8].lstrip()[:1]
    return _is_ascii(text[gap - 1]) != _is_ascii(after)


def _is_ascii(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _parting(text: str, start: int, end: int) -> _Structure:
    """Return where white space parts a short text into parts that are words, not single characters.

    A name of two characters (`李 鹏`) is set with white space to be as long as the others; it stays as
    printed, since here nothing tells a name from a word.
    """
    gaps = [(gap.start() + start, gap.end() + start) for gap in re.finditer(r"\s+", text[start:end].rstrip())]
    gaps = [gap for gap in gaps if gap[0] > start]
    if not gaps:
        return _Structure()
    bounds = [start, *(offset for gap in gaps for offset in gap), end]
    parts = [bounds[index + 1] - bounds[index] for index in range(0, len(bounds), 2)]
    if len(gaps) > 1 and min(parts) >= _SHORTEST_NAME and max(parts) <= _LONGEST_NAME:
        return _Structure({gap[0] for gap in gaps})
    asked = [
        (gap[0], text[start : gap[0]], text[gap[1] : end])
        for index, gap in enumerate(gaps)
        if max(parts[index], parts[index + 1]) >= _SHORTEST_PART
    ]
    return _Structure(asked=asked)
