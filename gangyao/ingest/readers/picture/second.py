"""A page read again, line by line: by the same recogniser, from lines that are smoothed otherwise.

A recogniser that errs because of noise errs otherwise, or is less sure, where the noise is smoothed more or
less. The lines are those that the detector of the first reading finds, so that readings can be laid beside
each other without being aligned over a page.

Tried and left out, on 9,879 characters of rendered pages with 111 misreadings: lines as wide as they are
printed, or narrower, and Tesseract beside them; they find no more.
"""

from __future__ import annotations

from gangyao.document.recognised import Reading
from gangyao.ingest.readers.content import LineAgain
from gangyao.ingest.readers.limits import allow_more_time
from gangyao.ingest.readers.picture.engine import find_lines
from gangyao.ingest.readers.picture.open_picture import Pixels
from gangyao.ingest.readers.picture.over_columns import apart
from gangyao.ingest.readers.picture.page import hull_of
from gangyao.ingest.readers.picture.recognise import SURE_TURNED, read_whole_line, upright_cuttings
from gangyao.ingest.readers.picture.seals import without_seals
from gangyao.ingest.readers.picture.specks import without_specks
from gangyao.ingest.readers.picture.strips import cut_line

# The deviation of the blur, in heights of a line's box, by the name of what reads so.
_BLURS = {"rapidocr, as scanned": 0.0, "rapidocr, smoothed": 0.06}
#: The recognisers that read pages again, in the order of a line's readings.
SECOND_RECOGNISERS = tuple(_BLURS)


def read_page_again(pixels: Pixels, number: int) -> tuple[LineAgain, ...]:
    """Return the lines of a page as the second recognisers read them."""
    allow_more_time()
    clean = without_seals(without_specks(pixels))
    lines = apart(clean, find_lines(clean))
    as_found = [cut_line(clean, line) for line in lines]
    return tuple(
        LineAgain(number, hull_of(line), _readings(cutting, found))
        for line, cutting, found in zip(lines, upright_cuttings(as_found), as_found, strict=True)
    )


def _readings(cutting: Pixels, as_found: Pixels) -> tuple[Reading, ...]:
    """Return the readings of a line; of one that was turned and is unsure then, as it was found if surer."""
    readings = tuple(read_whole_line(cutting, blur) for blur in _BLURS.values())
    if cutting is as_found or readings[0].mean >= SURE_TURNED:
        return readings
    again = tuple(read_whole_line(as_found, blur) for blur in _BLURS.values())
    return max(readings, again, key=lambda each: each[0].mean)
