"""ALTO, the XML of libraries for recognised pages (Library of Congress), to lines.

`alto/Layout/Page/…/TextBlock/TextLine/String`: a word has its text in `CONTENT`, its place in `HPOS`, `VPOS`,
`WIDTH` and `HEIGHT`, how sure the recogniser is in `WC`. Boxes stay in the unit of the file, which its
`MeasurementUnit` names rightly or not (`mm10` for pixels is met).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.printed_pages.words import text_of_words
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.safe_xml import xml_root
from gangyao.ingest.readers.word_pages import (
    TextPage,
    TextPiece,
    box_on_page,
    certainty,
    content_of,
    size_told,
)

_PLACE = ("HPOS", "VPOS", "WIDTH", "HEIGHT")
_AGAIN = "export it again as ALTO, or give the picture itself"


def read_alto(data: bytes, name: str) -> Content:
    """Read the lines of all pages. Raises SeedError for a damaged file, and for one without a word."""
    try:
        pages = [_page(page) for page in xml_root(data).iterfind(".//{*}Page")]
    except ValueError as error:
        raise SeedError(name, "", f"is a damaged ALTO file: {error}", _AGAIN) from None
    return content_of(pages, name, "an ALTO file")


def _page(page: Any) -> TextPage:
    box = size_told(page.get("WIDTH"), page.get("HEIGHT"))
    return TextPage([list(_pieces(line)) for line in page.iterfind(".//{*}TextLine")], box)


def _pieces(line: Any) -> Iterator[TextPiece]:
    """Yield the words of a line; as one where any of them tells no place of its own."""
    strings = [one for one in line if etree.QName(one).localname in ("String", "HYP") and one.get("CONTENT")]
    boxes = [_box(one) for one in strings]
    scores = [_score(one) for one in strings]
    if all(boxes):
        for one, score, box in zip(strings, scores, boxes, strict=True):
            yield TextPiece(one.get("CONTENT"), score, box)
    else:
        told = [score for score in scores if score is not None]
        text = text_of_words([one.get("CONTENT") for one in strings])
        yield TextPiece(text, min(told, default=None), _box(line))


def _box(element: Any) -> Box | None:
    """Return the box of an element, None where it tells none. Raises ValueError for one on no page."""
    told = [element.get(one) for one in _PLACE]
    if not all(told):
        return None
    left, top, width, height = map(float, told)
    return box_on_page(left, top, left + width, top + height)


def _score(word: Any) -> float | None:
    told = word.get("WC")
    return certainty(float(told), 1.0) if told else None
