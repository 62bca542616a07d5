"""Pages made of a PDF by pdf2htmlEX: an element a printed page (`pf`), in it one a printed line (`t`).

The classes of an element name its place and its size: `t m0 x1 h3 y5 ff1 fs0`. What the names stand for is
said in the page's own style sheet: `.x1{left:80.5px;}`, `.y5{bottom:1012.9px;}`, `.fs0{font-size:64px;}`,
`.m0{transform:matrix(0.25,0,0,0.25,0,0);}`. With it the pages are read as those of a PDF are; where it was
not saved, a line still tells its size by the name of its height.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, Run

# What names the height of a line; the numbers are hexadecimal.
_HEIGHT = re.compile(r"h[0-9a-f]+")
_PAGE, _LINE, _CLIP, _SPACE = "pf", "t", "c", "_"
# Between a line and its page stand no more elements than this: the page's content, clips in it.
_NEAREST = 6
# The same names have other lengths for printing, in points.
_PRINT = re.compile(r"@media\s+print")
_RULE = re.compile(
    r"\.(?P<name>(?:x|y|w|h|fs|m|_)[0-9a-f]+)\s*\{"
    r"\s*(?:left|bottom|width|height|font-size|margin-left|(?:-\w+-)?transform)\s*:"
    r"\s*(?:matrix\()?\s*(?P<length>-?[0-9.]+)"
)
_KIND = re.compile(r"[0-9a-f]+$")
_ASCII = 0.5
# Words further apart, in heights of a character, are cells or columns that were drawn as one line.
_WIDEST_SPACE = 2.0
# A gap as wide as this is a space.
_WIDE = 0.55
_POINTS = 0.75


def size_in_print(node: LexborNode) -> str:
    """Return the name of the size that a printed line is set in; empty for what is no printed line."""
    names = _names(node)
    if not names or names[0] != _LINE:
        return ""
    return next(filter(_HEIGHT.fullmatch, names), "")


def page_in_print(line: LexborNode) -> int:
    """Return the `mem_id` of the page that a printed line stands on, 0 where none is found."""
    node: LexborNode | None = line
    for _ in range(_NEAREST):
        node = node.parent if node is not None else None
        if node is not None and is_printed_page(node):
            return node.mem_id
    return 0


def is_printed_page(node: LexborNode) -> bool:
    """Tell whether an element is a printed page."""
    return _PAGE in _names(node)


def pages_in_print(tree: LexborHTMLParser) -> tuple[Page, ...]:
    """Return the pages of a PDF that a web page holds, in points; none where it does not tell places."""
    drawn = tree.css(f"div.{_PAGE}")
    lengths = _lengths(tree) if drawn else {}
    pages: list[Page] = []
    for number, node in enumerate(drawn, 1):
        width, height = (_length(node, kind, lengths) for kind in ("w", "h"))
        runs: list[Run] = []
        for line in node.css(f"div.{_LINE}"):
            place = _place(line, lengths)
            if place is None or height is None:
                return ()
            runs += _runs(line, place, height, len(runs), lengths)
        if width is None or height is None:
            return ()
        pages.append(Page(number, width * _POINTS, height * _POINTS, tuple(runs)))
    return tuple(pages)


def _names(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _lengths(tree: LexborHTMLParser) -> dict[str, float]:
    """Return what names of places and sizes stand for, in pixels; of a matrix, how much it enlarges."""
    found: dict[str, float] = {}
    for style in tree.css("style"):
        for rule in _RULE.finditer(_PRINT.split(style.text())[0]):
            found.setdefault(rule["name"], float(rule["length"]))
    return found


def _length(node: LexborNode, kind: str, lengths: Mapping[str, float]) -> float | None:
    """Return the length of a kind that an element has by its names; None where it has none."""
    return next(
        (lengths[name] for name in _names(node) if name in lengths and _KIND.sub("", name) == kind), None
    )


def _place(line: LexborNode, lengths: Mapping[str, float]) -> tuple[float, float] | None:
    """Return how far left and up a line stands on its page, in pixels; None where that is not told."""
    left, bottom = _length(line, "x", lengths), _length(line, "y", lengths)
    node = line.parent
    for _ in range(_NEAREST):
        if left is None or bottom is None or node is None or is_printed_page(node):
            break
        if _CLIP in _names(node):
            left += _length(node, "x", lengths) or 0.0
            bottom += _length(node, "y", lengths) or 0.0
        node = node.parent
    return None if left is None or bottom is None else (left, bottom)


def _runs(
    line: LexborNode, place: tuple[float, float], height: float, rank: int, lengths: Mapping[str, float]
) -> Iterator[Run]:
    """Yield the runs of a line, which words far apart are not, in points; the first is drawn as `rank`."""
    x, y = place
    scale = _length(line, "m", lengths) or 1.0
    size = (_length(line, "fs", lengths) or 0.0) * scale
    if not size:
        return
    text, start = "", x
    for piece, gap in _pieces(line, lengths):
        if gap * scale > _WIDEST_SPACE * size or not text:
            if text.strip():
                yield _run(text, start, x, height - y, size, rank)
                rank += 1
            text, start = "", x + gap * scale
        text += f" {piece}" if text and gap * scale >= _WIDE * size else piece
        x += gap * scale + size * sum(_ASCII if char.isascii() else 1.0 for char in piece)
    if text.strip():
        yield _run(text, start, x, height - y, size, rank)


def _pieces(line: LexborNode, lengths: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield the texts of a line, each with how far it is moved to the right, in pixels before enlarging."""
    gap = 0.0
    for node in line.traverse(include_text=True):
        if node.tag != "-text":
            gap += _length(node, "_", lengths) or 0.0
        elif node.parent is not None and _SPACE in _names(node.parent):
            # The space in it is there to be copied: what is moved by less is none.
            continue
        else:
            yield node.text_content or "", gap
            gap = 0.0


def _run(text: str, left: float, right: float, bottom: float, size: float, rank: int) -> Run:
    edges = (left * _POINTS, (bottom - size) * _POINTS, right * _POINTS, bottom * _POINTS)
    return Run(" ".join(text.split()), Box(*edges), size * _POINTS, stream=rank)
