"""Remnants of Markdown: `**重点**`, `` `代码` ``, `[标题](http…)`, `> ` and `- ` before a paragraph.

The `#`s of a heading stay: the outline reads them. A `**` without a partner may stand for hidden characters
(`王**`): a suspect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.punctuation import BULLETS
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds, drop_overlapping
from gangyao.document.spans import Spans

_GROUNDS = Grounds("markup", "markdown", "a remnant of Markdown")
_HAN = "\u4e00-\u9fff"
_STAR, _SCORE = r"\\?\*", r"\\?_"
# Where none of the characters stands that all of these begin with, nothing else is tried.
_MARKED = re.compile(
    rf"""
    (?=[!\[*\\_+\#=`^])(?:
    !\[[^\]\n]{{0,80}}\]\([^()\s]{{1,300}}\)
    |(?<!\!)\[(?P<link>[^\[\]\n]{{1,600}})\]\(
        (?:(?:https?:|/|\.|\#|mailto:)[^()\s]{{0,300}}|[\w./-]{{1,80}}\.(?:s?html?|pdf|docx?|aspx?|jsp|php))
        (?:\s"[^"\n]{{0,80}}")?\)
    |(?<![\]\w])\[(?P<referred>(?=[^\[\]\n]{{0,400}}[{_HAN}])[^\[\]\n]{{2,400}})\]\[(?:\d{{1,3}}|[A-Za-z][\w-]{{0,30}})\]
    |(?P<inline_note>\[\^[^\[\]\s]{{1,20}}\](?![:：])|(?<=[{_HAN}])\^\[[^\[\]\n]{{1,300}}\])
    |(?P<strong>(?:{_STAR}){{2,3}})(?!\*)(?P<bold>(?![、，。；：])[^*\n]{{1,200}}?)(?P=strong)(?!\*)
    |(?<![_\w])(?P<under>(?:{_SCORE}){{2,3}})(?![_\s])(?P<score>[^_\n]{{1,200}}?)(?P=under)(?!_)
    |(?<=[{_HAN}，；、：])(?P<under2>__)(?=[{_HAN}\d“])(?P<score2>[^_\n]{{1,80}}?)__
        (?=[ ]?(?:[{_HAN}，。；、：）]|\n|$))
    |(?<![\w=])_(?P<leaning>(?=[{_HAN}“《（\d])[^_\n]{{0,200}}[{_HAN}%）”。；])_(?![\w=])
    |(?<![A-Za-z0-9+])\+\+(?P<inserted>(?=[^\s+])[^+\n]{{0,300}}[{_HAN}][^+\n]{{0,300}}?)\+\+(?!\+)
    |\#(?:strong|emph|text|underline|highlight|strike)(?:\([^()\n]{{0,80}}\))?\[(?P<typst>[^\[\]\n]{{1,300}})\]
    |\[(?P<bb>[a-z]{{1,8}}\d?)(?:=[^\[\]\n]{{1,100}})?\](?P<board>[^\[\]\n]{{1,600}})\[/(?P=bb)\]
    |(?<!`)``(?P<literal>[^`\n]{{1,300}})``(?!`)
    |(?<!=)==(?=[^=\s])(?P<lit>[^=\n]{{0,100}}[{_HAN}][^=\n]{{0,100}}?)(?<!\s)==(?!=)
    |(?<![`])`(?P<code>[^`\n]{{1,80}})`(?!`)
    |(?<![*带标注加打有\d])\*(?P<slant>[{_HAN}\d]{{1,12}}|(?=[{_HAN}“])[{_HAN}\d.%、“”]{{1,60}})\*(?![*\d])
    |(?:^|(?<=\n))\*(?P<opening>(?=[^*\n]{{0,40}}[{_HAN}])[^*\n\s][^*\n]{{1,40}}[。：:])\*(?=[{_HAN}“《\d])
    |(?:^|(?<=\n))\*(?P<line>[{_HAN}（][^*\n]{{1,200}})\*(?=\n|$)
    )
    """,
    re.VERBOSE,
)
_QUOTED = re.compile(rf"(?:^|(?<=\n))(?:>[^\S\n]?)+(?=[{_HAN}“《（])")
# Bullets of lists. One alone may be a printed dash, unless headings show that a document is in Markdown.
_HEADING = re.compile(r"(?:^|(?<=\n))#{1,6}[ \t]")
# A converter may put its own before one that was printed.
_BOXES = "☐☑☒✅"
_BULLET = re.compile(
    rf"(?:^|(?<=\n))[ \t\u3000]*[-*+][ \t]+(?:[{BULLETS}{_BOXES}][ \t]*)?(?=[{_HAN}“《（(\d*])"
)
# A list whose line ends were lost: - 备足农资。- 检修农机。
_NEXT_BULLET = re.compile(rf"(?<=[。；！？])[ \t]*(?P<mark>[-*+])[ \t]+(?=[{_HAN}“《（])")
# Inside a line, one `#` marks nothing: a topic has two, and a building its number before it.
_STRAY = re.compile(
    rf"(?<=[{_HAN}])`(?=[{_HAN}])|^[^#\n]*[{_HAN}](?P<sharp>#)(?=[{_HAN}][^#\n]*$)", re.MULTILINE
)
_LONE = re.compile(rf"(?<=[{_HAN}])(?:\\?\*){{1,3}}(?=[{_HAN}])|(?<=[{_HAN}])__(?=[{_HAN}])")
# Whether a `#` or a backtick stands so at all: looking for the start of each line costs more.
_INNER = re.compile(rf"[`#](?<=[{_HAN}].)(?=[{_HAN}])")
# Before stars that hide the rest of a name: one character after a mark or a conjunction.
_SURNAME = re.compile(rf"(?:^|[^{_HAN}]|[和与及同])[{_HAN}]$")
_CONTENT = (
    "link", "referred", "bold", "score", "score2", "leaning", "inserted", "typst", "board", "literal", "lit",
    "code", "slant", "opening", "line",
)  # fmt: skip
# `## 标题 ##` closes its marks.
_CLOSING = re.compile(r"(?:^|(?<=\n))#{1,6}[ \t][^\n]*?[^\s#](?P<close>[ \t]+#{1,6}[ \t]*)(?=\n|$)")


def find_markdown(scan: Scan) -> Findings:
    """Delete the marks of emphasis, links and quotations; doubt marks that stand alone."""
    text = scan.text
    if not scan.has(Kind.MARKDOWN) and "- " not in text and "+ " not in text:
        return Findings()
    edits = [Edit(match.start(), match.end(), "", _GROUNDS) for match in _bullets(text)]
    edits += _next_bullets(text, edits)
    if "# " in text or "#\n" in text:
        edits += [Edit(*match.span("close"), "", _GROUNDS) for match in _CLOSING.finditer(text)]
    if ">" in text:
        edits += [Edit(match.start(), match.end(), "", _GROUNDS) for match in _QUOTED.finditer(text)]
    if ("#" in text or "`" in text) and _INNER.search(text) is not None:
        edits += [Edit(match.end() - 1, match.end(), "", _GROUNDS) for match in _STRAY.finditer(text)]
    if not any(mark in text for mark in "*_`[=+"):
        return Findings(drop_overlapping(edits))
    found: list[tuple[int, int]] = []
    for match in _MARKED.finditer(text):
        name = next((name for name in _CONTENT if match.group(name)), None)
        if name == "bold" and _hidden(text, match.start()) and _hidden(text, match.end("bold")):
            continue
        if found and _is_gap(text, found[-1][1], match.start()):
            edits.append(Edit(found[-1][1], match.start(), "", _GROUNDS))
        found.append(match.span())
        if name is None:
            edits.append(Edit(match.start(), match.end(), "", _GROUNDS))
            continue
        first, last = match.span(name)
        edits.append(Edit(match.start(), first, "", _GROUNDS))
        edits.append(Edit(last, match.end(), "", _GROUNDS))
    if "*" not in text and "__" not in text:
        return Findings(drop_overlapping(edits))
    spans = Spans(found)
    doubts = [
        Doubt(match.start(), match.end(), "", "a mark of emphasis that stands alone", "markdown")
        for match in _LONE.finditer(text)
        if not spans.overlap(*match.span())
    ]
    return Findings(drop_overlapping(edits), doubts)


def _is_gap(text: str, end: int, start: int) -> bool:
    """Tell whether a blank alone parts two spans that both have their marks there: `__总体__ __目标__`."""
    return (
        start == end + 1 and text[end] in " \u3000" and text[end - 1] == text[start] and text[start] in "*_"
    )


def _bullets(text: str) -> list[re.Match[str]]:
    """Return the marks of items: all where headings show Markdown, else where line after line has one."""
    bullets = list(_BULLET.finditer(text))
    if "#" in text and _HEADING.search(text):
        return bullets
    ends = [text.find("\n", match.end()) for match in bullets]
    return [
        match
        for n, match in enumerate(bullets)
        if (n and _is_between(text, ends[n - 1], match.start()))
        or (n + 1 < len(bullets) and _is_between(text, ends[n], bullets[n + 1].start()))
    ]


def _is_between(text: str, end: int, start: int) -> bool:
    """Tell whether nothing stands between the end of a line and the next item."""
    return end >= 0 and not text[end:start].strip()


def _next_bullets(text: str, bullets: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the marks of the items that follow the first one on its line: `- 备足农资。- 检修农机。`."""
    for first in bullets:
        stop = text.find("\n", first.end)
        for found in _NEXT_BULLET.finditer(text, first.end, stop if stop >= 0 else len(text)):
            if found["mark"] == text[first.start : first.end].strip()[:1]:
                yield Edit(found.start(), found.end(), "", _GROUNDS)


def _hidden(text: str, at: int) -> bool:
    """Tell whether the stars at `at` look as if they hid the end of a name (`王**`)."""
    return _SURNAME.search(text[max(0, at - 2) : at]) is not None
