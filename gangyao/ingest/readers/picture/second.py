"""A page read again, line by line: by the same models from blurred cuttings, and by Tesseract where it is.

Two recognisers seldom make the same mistake at the same place (Lopresti and Zhou 1997, Using consensus
sequence voting to correct OCR errors), and one that errs because of noise errs otherwise, or no more, where
the noise is blurred away. The lines are those that the detector of the first reading finds, so that readings
can be laid beside each other without being aligned over a page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

import cv2
import numpy as np
from PIL import Image

from gangyao.document.printed import Box
from gangyao.ingest.readers.content import LineAgain
from gangyao.ingest.readers.limits import allow_more_time, seconds_per_file
from gangyao.ingest.readers.picture.engine import Corners, find_lines
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.recognise import read_strip
from gangyao.ingest.readers.picture.strips import cut_line

_PROGRAM = "tesseract"
_LANGUAGE = "chi_sim"
# The deviation of the blur, in heights of a line's box, by the name of what reads so. On 4 poor pages (3,005
# characters, 86 errors) the two show 76 of the errors between them and differ at 4 other places; a blur of
# 0.022 shows 66 and differs nowhere else; wider cuttings, a median, sharper or wider letters show no more.
_BLURS = {"rapidocr, blurred": 0.033, "rapidocr, blurred more": 0.045}
# How far a cutting reaches beyond its box, in heights.
_MARGIN = 0.04
# Tesseract's models know lines of 36 pixels (the height of the input of chi_sim, `combine_tessdata -d`);
# room between lines keeps them apart.
_LINE_HEIGHT, _BETWEEN = 36, 30
# Paper as light as this share of the pixels of a line or lighter is made white.
_PAPER = 90
_WHITE = 255


def second_recognisers() -> tuple[str, ...]:
    """Return the names of the recognisers that read pages again, in the order of a line's readings."""
    return (*_BLURS, _PROGRAM) if _has_tesseract() else tuple(_BLURS)


def read_page_again(pixels: Pixels, number: int) -> tuple[LineAgain, ...]:
    """Return the lines of a page as the second recognisers read them."""
    allow_more_time()
    lines = find_lines(pixels)
    cuttings = [cut_line(pixels, line, _MARGIN) for line in lines]
    readings = [[read_strip(cutting, blur, 1.0).text for cutting in cuttings] for blur in _BLURS.values()]
    if _has_tesseract():
        readings.append(_by_tesseract([cut_line(pixels, line, 0.0) for line in lines]))
    of_lines = zip(*readings, strict=True)
    return tuple(LineAgain(number, _hull(line), texts) for line, texts in zip(lines, of_lines, strict=True))


@lru_cache(maxsize=1)
def _has_tesseract() -> bool:
    program = shutil.which(_PROGRAM)
    if program is None:
        return False
    known = subprocess.run([program, "--list-langs"], capture_output=True, check=False)
    return _LANGUAGE.encode() in known.stdout.split()


def _hull(line: Corners) -> Box:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _by_tesseract(cuttings: Sequence[Pixels]) -> list[str]:
    """Return what Tesseract reads of each line; they are given it as one page, one below the other."""
    if not cuttings:
        return []
    lines = [_for_tesseract(cutting) for cutting in cuttings]
    step = _LINE_HEIGHT + _BETWEEN
    width = max(line.shape[1] for line in lines) + 2 * _BETWEEN
    page = np.full((step * len(lines) + _BETWEEN, width), _WHITE, np.uint8)
    for index, line in enumerate(lines):
        top = _BETWEEN + step * index
        page[top : top + _LINE_HEIGHT, _BETWEEN : _BETWEEN + line.shape[1]] = line
    texts: list[list[str]] = [[] for _ in lines]
    for top, height, word in _words(page):
        index = round((top + height / 2 - _BETWEEN - _LINE_HEIGHT / 2) / step)
        texts[min(max(index, 0), len(lines) - 1)].append(word)
    return ["".join(words) for words in texts]


def _for_tesseract(cutting: Pixels) -> Pixels:
    """Return a line in grey, on white paper, as high as Tesseract wants it."""
    width = max(8, round(cutting.shape[1] * _LINE_HEIGHT / cutting.shape[0]))
    grey = cv2.cvtColor(
        cv2.resize(cutting, (width, _LINE_HEIGHT), interpolation=cv2.INTER_CUBIC), cv2.COLOR_RGB2GRAY
    )
    paper = max(1.0, float(np.percentile(grey, _PAPER)))
    return (grey.astype(float) * _WHITE / paper).clip(0, _WHITE).astype(np.uint8)


def _words(page: Pixels) -> list[tuple[int, int, str]]:
    """Return the words that Tesseract finds on a page: upper edge, height, text; none where it fails."""
    stream = BytesIO()
    Image.fromarray(page).save(stream, "PNG", dpi=(200, 200))
    found = subprocess.run(
        [_PROGRAM, "-", "-", "-l", _LANGUAGE, "--psm", "6", "tsv"],
        input=stream.getvalue(),
        capture_output=True,
        check=False,
        # Its processor time has the bound of this process; one that waits for ever is ended too.
        timeout=10 * seconds_per_file(),
        # One page, one thread: pages are shared among processes.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    rows = [row.split("\t") for row in found.stdout.decode("utf-8", "replace").splitlines()]
    # Columns of TSV: level (5: a word), page, block, paragraph, line, word, left, top, width, height,
    # confidence, text.
    return [(int(row[7]), int(row[9]), row[11]) for row in rows if len(row) == 12 and row[0] == "5"]
