"""Pages of hOCR (Breuel 2007): an element a page, a line, a word, each with its box in `title`."""

from __future__ import annotations

import re
from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page, hull
from gangyao.ingest.printed_pages.words import Word, runs_of_words

_PAGE, _WORD = "ocr_page", "ocrx_word"
# What holds the words of one line.
_LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat"))
# Between a word and its line stand no more elements than this (`em`, `strong`).
_NEAREST = 6
_BOX = re.compile(r"\bbbox (\d{1,6}(?:\.\d+)?) (\d{1,6}(?:\.\d+)?) (\d{1,6}(?:\.\d+)?) (\d{1,6}(?:\.\d+)?)")
_CERTAINTY = re.compile(r"\bx_wconf (\d{1,3}(?:\.\d+)?)")
_PERCENT = 100.0


def recognised_pages(tree: LexborHTMLParser) -> tuple[Page, ...]:
    """Return the recognised pages that a web page holds, in pixels; none where any text tells no place."""
    pages: list[Page] = []
    placed = 0
    for number, page in enumerate(tree.css(f".{_PAGE}"), 1):
        lines: defaultdict[int, list[Word]] = defaultdict(list)
        for node in page.css(f".{_WORD}"):
            box, text = _box(node), node.text().strip()
            if text and box is not None:
                lines[_line_of(node)].append(Word(text, box, _score(node)))
        placed += sum(_characters(one.text) for words in lines.values() for one in words)
        runs = [run for words in lines.values() for run in runs_of_words(words)]
        size = _box(page) or (hull([run.box for run in runs]) if runs else None)
        if size is not None:
            pages.append(Page(number, size.right, size.bottom, tuple(runs)))
    # What stands on no place would be lost: such a page is read by its elements.
    is_whole = tree.body is not None and _characters(tree.body.text()) == placed
    return tuple(pages) if is_whole else ()


def _characters(text: str) -> int:
    return len("".join(text.split()))


def _line_of(word: LexborNode) -> int:
    """Return the `mem_id` of the line that a word stands on; its own where it stands on none."""
    node: LexborNode | None = word
    for _ in range(_NEAREST):
        node = node.parent if node is not None else None
        if node is not None and not _LINES.isdisjoint((node.attributes.get("class") or "").split()):
            return node.mem_id
    return word.mem_id


def _box(node: LexborNode) -> Box | None:
    found = _BOX.search(node.attributes.get("title") or "")
    if found is None:
        return None
    left, top, right, bottom = (float(edge) for edge in found.groups())
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def _score(node: LexborNode) -> float | None:
    found = _CERTAINTY.search(node.attributes.get("title") or "")
    return None if found is None else min(float(found[1]), _PERCENT) / _PERCENT
