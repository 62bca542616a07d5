"""PAGE XML (PRImA), which editors of recognised pages write, to lines.

`PcGts/Page/TextRegion/TextLine/Word`: each has its outline in `Coords` and its text in `TextEquiv/Unicode`,
with how sure the recogniser is in `conf`. Who corrects a page corrects its lines: where the words of a line
say something else than the line, the line is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
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

_AXES = 2
_AGAIN = "export it again as PAGE XML, or give the picture itself"


def read_page_xml(data: bytes, name: str) -> Content:
    """Read the lines of all pages. Raises SeedError for a damaged file, and for one without a word."""
    try:
        pages = [_page(page) for page in xml_root(data).iterfind("{*}Page")]
    except ValueError as error:
        raise SeedError(name, "", f"is a damaged PAGE XML file: {error}", _AGAIN) from None
    return content_of(pages, name, "a PAGE XML file")


def _page(page: Any) -> TextPage:
    box = size_told(page.get("imageWidth"), page.get("imageHeight"))
    lines: list[list[TextPiece]] = []
    for region in page.iter("{*}TextRegion", "{*}TableCell"):
        told = [pieces for line in region.iterfind("{*}TextLine") if (pieces := _pieces(line))]
        is_outer = region.find("{*}TextRegion") is not None or region.find("{*}TableCell") is not None
        lines += told if told or is_outer else _told_by_region(region)
    return TextPage(lines, box)


def _pieces(line: Any) -> list[TextPiece]:
    """Return the words of a line; the line itself where its words say less or something else."""
    words = [_piece(word) for word in line.iterfind("{*}Word")]
    whole = _piece(line)
    is_as_words = "".join("".join(word.text for word in words).split()) == "".join(whole.text.split())
    pieces = words if is_as_words or not whole.text else [whole]
    return [piece for piece in pieces if piece.text]


def _told_by_region(region: Any) -> Iterator[list[TextPiece]]:
    """Yield the lines of a region that tells its text as a whole: each has a like share of its height."""
    whole = _piece(region)
    texts = [text for text in whole.text.splitlines() if text.strip()]
    for number, text in enumerate(texts):
        box = whole.box
        if box is not None:
            height = (box.bottom - box.top) / len(texts)
            box = replace(box, top=box.top + number * height, bottom=box.top + (number + 1) * height)
        yield [TextPiece(text, whole.score, box)]


def _piece(element: Any) -> TextPiece:
    """Return the first reading of an element (by `index`), its certainty and its box."""
    readings = element.findall("{*}TextEquiv")
    if not readings:
        return TextPiece("", None, None)
    best = min(readings, key=lambda one: int(one.get("index") or 0))
    conf = best.get("conf")
    score = certainty(float(conf), 1.0) if conf else None
    return TextPiece((best.findtext("{*}Unicode") or "").strip(), score, _box(element))


def _box(element: Any) -> Box | None:
    """Return the box around an outline, None where none is told. Raises ValueError for one on no page."""
    coords = element.find("{*}Coords")
    if coords is None:
        return None
    points = [point.split(",") for point in (coords.get("points") or "").split()]
    # Before 2013 each point was an element.
    points += [[point.get("x", ""), point.get("y", "")] for point in coords.iterfind("{*}Point")]
    if not points:
        return None
    if any(len(point) != _AXES for point in points):
        raise ValueError(f"{(coords.get('points') or '')[:40]} is no outline")
    xs, ys = ([float(point[axis]) for point in points] for axis in range(_AXES))
    return box_on_page(min(xs), min(ys), max(xs), max(ys))
