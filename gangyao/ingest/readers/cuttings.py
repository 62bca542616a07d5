"""Cuttings of a page: the picture of what stands at given places of a PDF or of a picture, as PNG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from itertools import islice

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from gangyao.document.printed import Box
from gangyao.errors import DataError

Pixels = NDArray[np.uint8]

# Characters of 10 points are 40 pixels high at 300 dpi: as large as they need be to be read on a screen.
_DPI = 300
# Around a cutting, of the height of its place and at least so many pixels; and between cuttings.
_MARGIN, _LEAST_MARGIN = 0.3, 6
_BETWEEN = 12
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Place:
    """A page (from 1) and a box on it, in the unit of its kind of file."""

    page: int
    box: Box


def cut_out(kind: str, data: bytes, name: str, places: Sequence[Place]) -> bytes:
    """Return the places of the file `name`, one below the other, as a PNG.

    Raises DataError for a kind of file whose pages cannot be drawn, and where the extra `ocr`, which draws,
    is not installed.
    """
    drawing = {"pdf": _from_pdf, "picture": _from_picture}.get(kind)
    if drawing is None:
        raise DataError(f"{name} is a file ({kind}) whose pages are not drawn: open it at the page and place")
    if find_spec("PIL") is None:
        raise DataError("a picture is not drawn without the extra `ocr`: pip install 'gangyao[ocr]'")
    return _png(_below_each_other(list(drawing(data, name, places))))


def _from_pdf(data: bytes, name: str, places: Sequence[Place]) -> Iterator[Pixels]:
    document = pdfium.PdfDocument(data)
    scale = _DPI / 72
    try:
        for place in places:
            page = document[place.page - 1]
            width, height = page.get_size()
            box = _grown(place.box, width, height, _LEAST_MARGIN / scale)
            crop = (box.left, height - box.bottom, width - box.right, box.top)
            bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
            yield np.asarray(bitmap.to_numpy())[:, :, :3].copy()
            page.close()
    finally:
        document.close()


def _from_picture(data: bytes, name: str, places: Sequence[Place]) -> Iterator[Pixels]:
    open_pictures: Callable[[bytes, str], Iterator[Pixels]] = import_module(
        "gangyao.ingest.readers.picture.open_picture"
    ).open_pictures
    for place in places:
        page = next(islice(open_pictures(data, name), place.page - 1, None))
        height, width = page.shape[:2]
        box = _grown(place.box, width, height, _LEAST_MARGIN)
        yield page[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]


def _grown(box: Box, width: float, height: float, least: float) -> Box:
    margin = max(least, _MARGIN * (box.bottom - box.top))
    return Box(
        max(0.0, box.left - margin),
        max(0.0, box.top - margin),
        min(width, box.right + margin),
        min(height, box.bottom + margin),
    )


def _below_each_other(cuttings: Sequence[Pixels]) -> Pixels:
    width = max(cutting.shape[1] for cutting in cuttings)
    height = sum(cutting.shape[0] + _BETWEEN for cutting in cuttings) - _BETWEEN
    page = np.full((height, width, 3), _WHITE, np.uint8)
    top = 0
    for cutting in cuttings:
        page[top : top + cutting.shape[0], : cutting.shape[1]] = cutting
        top += cutting.shape[0] + _BETWEEN
    return page


def _png(pixels: Pixels) -> bytes:
    stream = BytesIO()
    import_module("PIL.Image").fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()
