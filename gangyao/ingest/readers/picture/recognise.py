"""Lines of a picture by RapidOCR's networks: found, cut out of the page as it was scanned, and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gangyao.document.recognised import Reading
from gangyao.ingest.readers.picture.decode import decode, may_lack
from gangyao.ingest.readers.picture.engine import (
    Corners,
    alphabet,
    find_lines,
    is_upside_down,
    likelihoods,
)
from gangyao.ingest.readers.picture.noise import noise_of
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.over_columns import apart
from gangyao.ingest.readers.picture.show_through import other_side, without_other_side
from gangyao.ingest.readers.picture.strips import as_strip, cut_line, strip_width

# The recogniser's time is that of its strips' widths (75 µs a pixel), and printed Han can be told when half
# as wide. Lines of 7 pages, each scanned in up to 6 ways (6,465 characters of poor scans, 4,346 of others):
# 313 and 4 errors at half the width, 272 and 6 at the whole, 510 and 10 at 0.4.
WIDTH = 0.5
# A page with more print is read narrower, to about so many pixels of strips (6 of its 8 seconds), at least as
# wide as the other number. Of 2 newspaper pages (10,500 characters at 150 dpi) 10 are wrong at 96,000 pixels,
# 23 at 77,000.
_STRIPS = 80_000
_NARROWEST = 0.36
# What is read so with a character as uncertain as this is read again wider: 284 and 4 errors.
_UNSURE = 0.5
# So is what may lack characters. 2,800 characters in lines full of numbers, at 150 dpi: 5 errors at half the
# width, 97 at the narrowest, none so wide. One line of ten holds a number in a plan, one of five in a report.
_WIDER = 0.7
# A line of a few characters, as in a table, is read as wide as it is printed. On 4 pages with tables, scanned
# in 4 ways, 631 characters of such lines are wrong at half the width, 562 so. In pixels of its strip at that
# width: a dozen characters.
_SHORT = 420
# One to three characters, by the same measure, that are less sure than this are read again with some room
# around them, in heights of their box: % was g, o, or nothing. On 5 such pages, of 97 wrong characters of
# short lines at 150 dpi 93 are left with the most room alone, of 420 on poor scans 405; how much room serves
# best depends on the font.
_FEW = 110
_SURE_FEW = 0.9
_ROOMS = (0.1, 0.2, 0.3)
#: A line that was turned upside down and is less sure than this is read as it was found too.
SURE_TURNED = 0.9
# In greys: pages with more noise are smoothed, by a blur of so many heights of a line. Without it 468 errors
# instead of 313 on poor scans, and 4 on others; pages without noise are left as they are.
_NOISY = 1.0
_BLUR = 0.033
# RapidOCR's own threshold (`text_score`): what is less sure on the whole is no text.
_LEAST_MEAN = 0.5
# So many lines tell how a page lies: the longest.
_TELLING = 8


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line: its characters, the certainty of each (0 to 1), its corners clockwise from the upper left."""

    text: str
    scores: tuple[float, ...]
    corners: Corners


def recognise(pixels: Pixels) -> tuple[RecognisedLine, ...]:
    """Return the lines of a page, in the order in which the detector gives them.

    A page on which print of the other side is found is read again without it.
    """
    lines, grey = _recognise(pixels)
    return lines if grey is None else _recognise(without_other_side(pixels, grey))[0]


def _recognise(pixels: Pixels) -> tuple[tuple[RecognisedLine, ...], int | None]:
    """Return the lines of a page, and the grey of print of the other side, None without any."""
    blur = blur_for(pixels)
    lines = apart(pixels, find_lines(pixels))
    as_found = [cut_line(pixels, line) for line in lines]
    cuttings = upright_cuttings(as_found)
    print_on_page = sum(strip_width(cutting, 1.0) for cutting in cuttings)
    width = max(_NARROWEST, min(WIDTH, _STRIPS / max(1, print_on_page)))
    readings = [read_line(cutting, blur, width) for cutting in cuttings]
    for place, (reading, cutting) in enumerate(zip(readings, cuttings, strict=True)):
        is_turned = cutting is not as_found[place]
        is_few = strip_width(cutting, 1.0) <= _FEW and reading.mean < _SURE_FEW
        if is_turned and reading.mean < SURE_TURNED:
            # On poor scans what tells which way is up errs.
            again = read_line(as_found[place], blur, width)
            if again.mean > reading.mean:
                readings[place], cuttings[place] = again, as_found[place]
        elif is_few and not is_turned:
            with_room = [_read(cut_line(pixels, lines[place], room), blur, 1.0)[0] for room in _ROOMS]
            # The room may hold a rule of the table, which reads as 1 or a bracket.
            as_long = [one for one in with_room if len(one.text) <= max(1, len(reading.text))]
            readings[place] = max((reading, *as_long), key=lambda one: one.mean)
    grey = other_side(cuttings, readings, lambda mirrored: read_line(mirrored, blur, width))
    recognised = tuple(
        RecognisedLine(reading.text, reading.scores, line)
        for line, reading in zip(lines, readings, strict=True)
        if reading.text and reading.mean >= _LEAST_MEAN
    )
    return recognised, grey


def blur_for(pixels: Pixels) -> float:
    """Return by how much lines of a page are smoothed before they are read, in heights of a line."""
    return _BLUR if noise_of(pixels) >= _NOISY else 0.0


def read_line(cutting: Pixels, blur: float, width: float = WIDTH) -> Reading:
    """Return what stands in the picture of one line, read wider than `width` where that leaves it unsure."""
    if _is_short(cutting):
        return _read(cutting, blur, 1.0)[0]
    reading, is_whole = _read(cutting, blur, width)
    if is_whole and reading.least >= _UNSURE:
        return reading
    again, _ = _read(cutting, blur, _WIDER)
    return reading if is_whole and again.mean < reading.mean else again


def read_whole_line(cutting: Pixels, blur: float) -> Reading:
    """Return what stands in the picture of one line, read wider only where characters may be lacking."""
    if _is_short(cutting):
        return _read(cutting, blur, 1.0)[0]
    reading, is_whole = _read(cutting, blur, WIDTH)
    return reading if is_whole else _read(cutting, blur, _WIDER)[0]


def _is_short(cutting: Pixels) -> bool:
    return strip_width(cutting, 1.0) <= _SHORT


def _read(cutting: Pixels, blur: float, width: float) -> tuple[Reading, bool]:
    """Read the picture of one line, smoothed and narrowed; tell whether all its characters had room."""
    seen = likelihoods(as_strip(cutting, blur, width))
    reading = decode(seen, alphabet())
    return reading, not may_lack(seen, reading, alphabet())


def upright_cuttings(cuttings: Sequence[Pixels]) -> list[Pixels]:
    """Turn the lines that stand on their head; each is looked at only where one of the longest does."""
    longest = sorted(cuttings, key=lambda cutting: cutting.shape[1] / cutting.shape[0])[-_TELLING:]
    if not any(map(is_upside_down, longest)):
        return list(cuttings)
    return [np.rot90(cutting, 2) if is_upside_down(cutting) else cutting for cutting in cuttings]
