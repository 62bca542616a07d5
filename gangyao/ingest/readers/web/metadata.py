"""What a page says of its document: `meta` elements, and the table of facts above the text.

The names of the `meta` elements are those of the Chinese government's rules for its web sites
(国办发〔2019〕19号, annex: 政府网站 网页标签规范).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.document.fact_labels import (
    LABEL_ALONE,
    LABELS,
    labelled_values,
    lone_label,
    read_facts,
    stated_facts,
)
from gangyao.document.metadata import Field, Finding
from gangyao.document.printed import PrintedLine
from gangyao.ingest.readers.web.bylines import begins_byline, byline_facts

_META: dict[str, Field] = {
    "articletitle": "title",
    "pubdate": "published_on",
    "publishdate": "published_on",
    "contentsource": "source",
    "author": "author",
    "indexnumber": "index_number",
}
_LONGEST_TITLE = 120
# Facts stand before the first block of the text, which is longer than this; a line of several is no longer.
_SHORTEST_TEXT = 60
_LONGEST_FACTS = 200
# So many parts a byline has at most: day, source, author, readers, size of type.
_LONGEST_BYLINE = 6
_MARKS = ("：", ":", "】", "]")
# What parts the title from the site's name in a page's `title`, and what names a document.
_TITLE_BREAK = re.compile(r"\s*[_|｜>»]+\s*|\s+[-–—]+\s+|\s*[-–—]+\s*(?=[^-–—]*$)")
_DOCUMENT = re.compile(
    r"关于|规划|纲要|方案|意见|办法|条例|报告|通知|计划|规定|措施|决定|批复|公告|通告|细则|要点|清单|目录|标准"
)
_SHORTEST_TITLE = 8
_TITLE = re.compile(
    r"[^，。；：]{0,40}关于[^。；：]{4,80}的(?:通知|意见|决定|通告|公告|批复|函|报告|方案|规定|决议|通报|复函)(?:[（(][^（）()]{1,12}[）)])?"
)
_NUMBERED = re.compile(rf"{OPENS_YEAR}\s*(?:19|20)\d\d\s*{CLOSES_YEAR}\s*\d{{1,5}}\s*号")
# So many blocks above the text at most: number, day and source stand between.
_TITLE_ABOVE = 5


def find_metadata(
    tree: LexborHTMLParser, blocks: Sequence[PrintedLine]
) -> tuple[list[PrintedLine], tuple[Finding, ...]]:
    """Return the blocks, facts about the document among them set aside, and the facts.

    Where a field is found twice, both are returned, the better source first: the table of facts, then `meta`.
    """
    lines = list(blocks)
    findings = _facts(lines)
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or "").strip().lower()
        value = " ".join((node.attributes.get("content") or "").split())
        if name in _META and value:
            findings += read_facts(_META[name], value, f"meta {node.attributes.get('name')}")
    titles = [finding.value for finding in findings if finding.field == "title"]
    _restore_title(lines, [*titles, *_page_titles(tree)])
    return lines, tuple(findings)


def _facts(lines: list[PrintedLine]) -> list[Finding]:
    """Read `label：value` before the text, in one block or two, and set these blocks aside."""
    findings: list[Finding] = []
    tables: set[int] = set()
    first = next(
        (i for i, line in enumerate(lines) if line.role == "text" and len(line.text) > _SHORTEST_TEXT),
        len(lines),
    )
    index = 0
    while index < first:
        found, taken = _fact(lines, index, first)
        if taken < 2 and (byline := _byline(lines, index, first)) is not None:
            stated, length = byline
            known = {one.field for one in found}
            found, taken = [*found, *(one for one in stated if one.field not in known)], max(taken, length)
        findings += found
        for place in range(index, index + taken):
            cell = lines[place].cell
            tables |= {cell.table} if cell is not None else set()
            lines[place] = _aside(lines[place])
        index += max(1, taken)
    for index, line in enumerate(lines[:first]):
        if line.cell is not None and line.cell.table in tables:
            lines[index] = _aside(line)
    return findings


def _byline(lines: Sequence[PrintedLine], index: int, end: int) -> tuple[list[Finding], int] | None:
    """Return what a byline states and how many blocks it takes: each part may stand in one of its own."""
    last = index
    while last < min(end, index + _LONGEST_BYLINE) and begins_byline(lines[last].text):
        last += 1
    for stop in range(last, index + 1, -1):
        if (facts := byline_facts(" ".join(line.text for line in lines[index:stop]))) is not None:
            return facts, stop - index
    facts = byline_facts(lines[index].text)
    return None if facts is None else (facts, 1)


def _fact(lines: Sequence[PrintedLine], index: int, end: int) -> tuple[list[Finding], int]:
    """Return the facts that a block states, alone or with the next, and how many blocks they take."""
    text = lines[index].text
    stated = labelled_values(text) if len(text) <= _LONGEST_FACTS else []
    if stated and stated[-1][1]:
        found = [fact for label, value in stated for fact in _stated(label, value)]
        # A source alone on its line may be the text's own.
        is_aside = len(stated) > 1 or {one.field for one in found} != {"source"}
        return found, int(is_aside)
    label = lone_label(text)
    if label is None or index + 1 >= end:
        return [], 0
    value = lines[index + 1].text
    if LABELS[label] != "title" and _is_label(lines, index + 1, end):
        return [], 0
    return _stated(label, value), 2


def _is_label(lines: Sequence[PrintedLine], index: int, end: int) -> bool:
    """Tell whether a block below a label is another one, and not its value: 水利局 looks like one.

    Where the label above has a colon, so has any other; else a value stands above another label.
    """
    text = lines[index].text
    if LABEL_ALONE.fullmatch("".join(text.split())) is None:
        return False
    if lone_label(text) is not None or text.rstrip().endswith(_MARKS):
        return True
    has_marks = lines[index - 1].text.rstrip().endswith(_MARKS)
    return not has_marks and index + 1 < end and lone_label(lines[index + 1].text) is None


def _stated(label: str, value: str) -> list[Finding]:
    return list(stated_facts(label, value, f"page: {label}"))


def _aside(line: PrintedLine) -> PrintedLine:
    return replace(line, role="furniture", level=0, cell=None)


def _page_titles(tree: LexborHTMLParser) -> list[str]:
    """Return what the page's `title` may say is the document's: all of it, or its longest part."""
    node = tree.css_first("head title")
    text = " ".join((node.text() if node is not None else "").split())
    longest = max((part for part in _TITLE_BREAK.split(text) if part), key=len, default="")
    return [one for one in (text, longest) if len(one) >= _SHORTEST_TITLE and _DOCUMENT.search(one)]


def _restore_title(lines: list[PrintedLine], titles: Sequence[str]) -> None:
    """Make the title above the article a heading again: an `h1`, or what repeats the known title."""
    known = {_plain(title) for title in titles}
    start = next((i for i, line in enumerate(lines) if line.role != "furniture"), len(lines))
    if any(_plain(line.text) in known for line in lines[start : start + 3]):
        return
    above = [
        index
        for index, line in enumerate(lines[:start])
        if len(line.text) <= _LONGEST_TITLE
        and (_plain(line.text) in known or line.level == 1)
        and not line.cell
    ]
    if not above:
        # The title of an old page stands in a row or block of its own, right above that with the text.
        near = range(max(0, start - _TITLE_ABOVE), start)
        above = [i for i in near if _is_title(lines[i])]
        for index in near:
            if above and index > above[-1] and _NUMBERED.search(lines[index].text):
                lines[index] = replace(lines[index], role="text")
    if above:
        lines[above[-1]] = replace(lines[above[-1]], role="heading", level=1)


def _is_title(line: PrintedLine) -> bool:
    """Tell whether a line has the form of a title, or is a heading and names a document."""
    if line.cell is not None:
        return False
    is_named = (
        line.level > 0 and len(line.text) >= _SHORTEST_TITLE and _DOCUMENT.search(line.text) is not None
    )
    return is_named or _TITLE.fullmatch(line.text) is not None


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000《》]", "", text)
