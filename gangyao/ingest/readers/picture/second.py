"""A second reading of a page: Tesseract where it is installed, else the same models at another scale.

Two recognisers seldom make the same mistake at the same place (Lopresti and Zhou 1997, Using consensus
sequence voting to correct OCR errors), so where they differ one of them is wrong.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from io import BytesIO

import cv2
from PIL import Image

from gangyao.ingest.printed_pages.assemble import printed_lines
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.page import recognise_page
from gangyao.ingest.readers.running_text import running_text

_LANGUAGE = "chi_sim"
# Tesseract takes some five seconds for a page; one that takes so long hangs.
_MOST_SECONDS = 120
# The same models see other pieces of lines at another scale.
_OTHER_SCALE = 1.5
_LONGEST_SIDE = 4_000


@lru_cache(maxsize=1)
def second_recogniser() -> str:
    """Return the name of the recogniser that reads pages again."""
    program = shutil.which("tesseract")
    if program is None:
        return "rapidocr at another scale"
    known = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=_MOST_SECONDS)
    return "tesseract" if _LANGUAGE.encode() in known.stdout.split() else "rapidocr at another scale"


def read_again(pixels: Pixels) -> str:
    """Return the text of a page as the second recogniser reads it."""
    if second_recogniser() == "tesseract":
        return _by_tesseract(pixels)
    scale = min(_OTHER_SCALE, _LONGEST_SIDE / max(pixels.shape[:2]))
    other = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    page, _ = recognise_page(other.astype(pixels.dtype), 1)
    return running_text(Content(printed_lines([page])))


def _by_tesseract(pixels: Pixels) -> str:
    """Return what Tesseract reads; nothing where it fails on a page."""
    stream = BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    found = subprocess.run(
        ["tesseract", "-", "-", "-l", _LANGUAGE, "--psm", "3"],
        input=stream.getvalue(),
        capture_output=True,
        check=False,
        timeout=_MOST_SECONDS,
    )
    return found.stdout.decode("utf-8", "replace").replace("\f", "\n")
