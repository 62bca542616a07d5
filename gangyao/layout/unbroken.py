"""Lines in which line ends were lost: `…如下：一、…。（一）…。二、…` all on one line, as pages are copied.

What is numbered 一、二、三、 behind ends of sentences had lines of its own; so had what is numbered
（一）（二） and 1. 2. within it. A file that has its other line ends has these, too: what it prints on one
line is a paragraph that counts. In a file that is little else than such a line, white space between sentences
and names stands for line ends, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import read_number
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.source import Source
from gangyao.document.tables import PrintedTable

# A paragraph of fewer characters is read as it is printed, with what it counts.
_SHORTEST = 200
# A line that holds less of its file has not lost its ends: the one of the corpus that counts 一、 to 四、 in
# its midst is a paragraph, and holds a tenth of a page of that report at most.
_MUCH = 0.33
# Where a numbered part may begin: behind an end of a sentence, a bracket, white space; what semicolons part
# is one sentence.
_BEHIND = r"(?<=[。：:！？”》）)〕\] \t\u3000])"
_TITLED = "(?<=意见|方案|规划|通知|办法|计划|措施|要点|纲要|报告|决定|通告|公告)"
_ITEM = re.compile(
    rf"(?:{_BEHIND}|{_TITLED}(?=一、))(?P<number>[一二三四五六七八九十]{{1,3}})[、．](?![一二三四五六七八九十])"
)
# The first of the next rank stands behind the title of its part as well (一、总体要求（一）指导思想).
_BRACKETED = re.compile(r"[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]")
_POINT = re.compile(rf"{_BEHIND}(?P<number>\d{{1,2}})[.．、](?![\d\s])")
_AFTER_END = re.compile(_BEHIND)
_LONGEST_TITLE = 40
_FEWEST = 2
_FEWEST_POINTS = 3
# What stands for the ends of lines, and where; so many parts, of which so many are sentences or headings.
_BETWEEN = r"(?<=[\u4e00-\u9fff。；：:！？”》）)]){}(?=[\u4e00-\u9fff“《（(\d])"
_SIGNS = tuple(
    re.compile(_BETWEEN.format(sign))
    for sign in (
        r"[ \u3000]*[↵⏎¶][ \u3000]*",
        r"[ \u3000]*[|｜·][ \u3000]*",
        r"\t+",
        r"\u3000+",
        r"[ \xa0]{2,}",
        r"(?<![章节条])[ \xa0]",
    )
)
_EDGES = " \t\u3000\xa0↵⏎¶|｜·"
_FEWEST_PARTS, _LIKE_LINES = 3, 0.8
# 第一章 总则第一条 …; what is referred to goes on (第三条规定的).
_RANKED = re.compile(
    r"第(?P<number>[一二三四五六七八九十百零〇]{1,6})(?P<rank>[章节条])(?![的第、和至或规之款项约])"
)
# White space ends lines in a file of which so much is one line, and where it is rare: one in so many.
_WHOLE = 0.8
_RARE = 30
# A short file on one line whose parts follow each other without a blank; its title stands before 一、.
_COUNTED = re.compile(rf"{_TITLED}一[、．](?!二)[^\n]{{4,}}[。；）)]二[、．][^\n]{{4,}}。$")
# A short file on one line, whose parts white space parts.
_PARTED = re.compile(r"[ \t\u3000]一[、．][^\n]{4,}[ \t\u3000]二[、．]")
_RARE_IN_SHORT = 5
_BLANK = re.compile(
    r"(?<![章节条])(?<=[\u4e00-\u9fff。；：:！？”》）)])[ \t\u3000]+(?=[\u4e00-\u9fff“《（(])"
)


def find_lost_line_ends(source: Source, tables: Sequence[PrintedTable]) -> list[int]:
    """Return the raw offsets, in order, at which lost lines begin; none inside tables."""
    cuts: list[int] = []
    for file in source.files:
        for start, end in _long_lines(source.text, file.raw_start, file.raw_end):
            if any(table.raw_start < end and start < table.raw_end for table in tables):
                continue
            if end - start < _MUCH * (file.raw_end - file.raw_start):
                continue
            heads = _articles(source.text, start, end) or _heads(source.text, start, end)
            if end - start >= _WHOLE * (file.raw_end - file.raw_start):
                heads = [*heads, *_parts(source.text, start, end)] or _points(source.text, start, end)
            if heads and end - start >= _WHOLE * (file.raw_end - file.raw_start):
                heads += _blanks(source.text, start, end)
            cuts += sorted(set(heads))
    return cuts


def _long_lines(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    while start < last:
        end = text.find("\n", start, last)
        end = last if end < 0 else end
        if end - start >= _SHORTEST or (
            end - start >= _WHOLE * (last - first)
            and (
                _PARTED.search(text, start, end)
                or _COUNTED.search(text[start:end].strip())
                or _RANKED.search(text, start, end)
                or _parts(text, start, end)
            )
        ):
            yield start, end
        start = end + 1


def _articles(text: str, start: int, end: int) -> list[int]:
    """Return where the chapters and articles of a law begin, and what they count in brackets.

    An article follows the end of a sentence, or the title of its chapter; each has the next number.
    """
    heads: list[int] = []
    due = {"章": 1, "节": 1, "条": 1}
    for found in _RANKED.finditer(text, start, end):
        rank, number = found["rank"], read_number(found["number"])
        if rank == "节" and number == 1:
            due["节"] = 1
        is_below_title = bool(heads) and rank != "章" and found.start() - heads[-1] <= _LONGEST_TITLE
        is_first = number == 1 and rank != "节" and not heads
        opens = _AFTER_END.match(text, found.start()) or is_below_title or is_first
        if opens and number == due[rank]:
            heads.append(found.start())
            due[rank] += 1
    if due["条"] <= _FEWEST:
        return []
    items: list[int] = []
    for first, last in zip(heads, [*heads[1:], end], strict=True):
        counted = _counting(_BRACKETED.finditer(text, first, last))
        counted = [place for place in counted if _AFTER_END.match(text, place) or text[place - 1] == "；"]
        items += counted if len(counted) >= _FEWEST else []
    return sorted([*heads, *items])


def _parts(text: str, start: int, end: int) -> list[int]:
    """Return where the parts begin that white space or a sign parts, if these are sentences and headings."""
    for form in _SIGNS if "<" not in text[start:end] else ():
        places = [found.end() for found in form.finditer(text, start, end)]
        if len(places) < _FEWEST_PARTS - 1:
            continue
        bounds = [start, *places, end]
        parts = [text[a:b].strip(_EDGES) for a, b in pairwise(bounds)]
        sentences = sum(ends_sentence(part) or part.endswith("：") for part in parts)
        headings = sum(map(_is_label, parts))
        if sentences >= _FEWEST and sentences + headings >= _LIKE_LINES * (len(parts) - 1):
            return places
    return []


def _is_label(part: str) -> bool:
    """Tell whether a part is a heading with a number and nothing else."""
    heading = parse_heading(part) if len(part) <= _LONGEST_TITLE and not ends_sentence(part) else None
    return heading is not None and heading.number is not None


def _points(text: str, start: int, end: int) -> list[int]:
    """Return where points begin that count 1. 2. 3., in a file that is one line and counts nothing else."""
    points = _counting(_POINT.finditer(text, start, end))
    return points if len(points) >= _FEWEST_POINTS else []


def _heads(text: str, start: int, end: int) -> list[int]:
    """Return where numbered parts begin: those that count from 一、, and what counts within them."""
    items = _counting(_ITEM.finditer(text, start, end))
    if len(items) < _FEWEST:
        return []
    heads = list(items)
    for first, last in zip(items, [*items[1:], end], strict=True):
        bracketed = [
            place for place in _counting(_BRACKETED.finditer(text, first, last)) if _opens(text, first, place)
        ]
        bracketed = bracketed if len(bracketed) >= _FEWEST else []
        heads += bracketed
        for inner, until in zip([first, *bracketed], [*bracketed, last], strict=True):
            points = _counting(_POINT.finditer(text, inner, until))
            heads += points if len(points) >= _FEWEST else []
    return heads


def _counting(found: Iterator[re.Match[str]]) -> list[int]:
    """Return where the numbers stand that count 1, 2, 3, each the next that is due."""
    places: list[int] = []
    for match in found:
        if read_number(match["number"]) == len(places) + 1:
            places.append(match.start())
    return places


def _opens(text: str, part: int, place: int) -> bool:
    """Tell whether a number in brackets opens a sentence, or follows the title of its part at once."""
    return _AFTER_END.match(text, place) is not None or place - part <= _LONGEST_TITLE


def _blanks(text: str, start: int, end: int) -> list[int]:
    places = [match.end() for match in _BLANK.finditer(text, start, end)]
    rare = _RARE if end - start >= _SHORTEST else _RARE_IN_SHORT
    return places if len(places) * rare <= end - start else []
