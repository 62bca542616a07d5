"""Words of a PDF's text layer with their boxes, as `pdftotext -bbox` and `-bbox-layout` write them.

`page` (`width`, `height`) holds `word` (`xMin`, `yMin`, `xMax`, `yMax`), in points; with `-bbox-layout` words
stand in `line`, `block` and `flow`.
"""

from __future__ import annotations

from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, hull
from gangyao.ingest.printed_pages.words import Word, runs_of_words

# Attributes as a parser of HTML gives them.
_EDGES = ("xmin", "ymin", "xmax", "ymax")
# No sheet is larger, in points (ISO 32000-1, annex C.2: 14,400 without user units).
_LARGEST = 1e6


def text_layer_pages(tree: LexborHTMLParser) -> tuple[Page, ...]:
    """Return the pages that a web page holds, in points; none where any text tells no place."""
    pages: list[Page] = []
    placed = 0
    for number, page in enumerate(tree.css("page"), 1):
        lines: defaultdict[int, list[Word]] = defaultdict(list)
        for node in page.css("word"):
            box, text = _box(node), node.text().strip()
            if text and box is not None:
                lines[_line_of(node)].append(Word(text, box, None))
        placed += sum(_characters(word.text) for words in lines.values() for word in words)
        runs = [run for words in lines.values() for run in runs_of_words(words)]
        size = _size(page) or (hull([run.box for run in runs]) if runs else None)
        if size is not None:
            pages.append(Page(number, size.right, size.bottom, tuple(runs)))
    # What stands on no place would be lost: such a page is read by its elements.
    is_whole = placed > 0 and tree.body is not None and _characters(tree.body.text()) == placed
    return tuple(pages) if is_whole else ()


def _characters(text: str) -> int:
    return len("".join(text.split()))


def _line_of(word: LexborNode) -> int:
    """Return the `mem_id` of the line that a word stands on; its own where it stands on none."""
    parent = word.parent
    return parent.mem_id if parent is not None and parent.tag == "line" else word.mem_id


def _size(page: LexborNode) -> Box | None:
    width, height = (_number(page, one) for one in ("width", "height"))
    return Box(0, 0, width, height) if width and height else None


def _box(word: LexborNode) -> Box | None:
    left, top, right, bottom = (_number(word, one) for one in _EDGES)
    if left is None or top is None or right is None or bottom is None or left >= right or top >= bottom:
        return None
    return Box(left, top, right, bottom)


def _number(node: LexborNode, attribute: str) -> float | None:
    """Return a length in points; None where none is told that a page has."""
    try:
        told = float(node.attributes.get(attribute) or "")
    except ValueError:
        return None
    return told if -_LARGEST <= told <= _LARGEST else None
