"""How often the forms of a PDF are drawn by each other: a form that draws itself is drawn without end.

A form is a drawing of its own, which pages and other forms draw by name (ISO 32000-1, 8.10). Ten forms that
draw each other ten times are ten thousand million drawings in a file of one page; PDFium stops only at
`_DEEPEST`. This is counted on the bytes before the file is opened, as far as they can be read without it:
what is encrypted or stands in object streams is not.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

# PDFium draws forms within forms so deep (`kMaxFormLevel` of cpdf_streamcontentparser).
_DEEPEST = 40
# PDFium reads about 200,000 forms a second (measured); plans and gazettes draw some dozens.
MOST_DRAWN = 1_000_000
_LONGEST_CONTENT = 1 << 20
_LONGEST_DICTIONARY = 20_000
_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s+\d{1,5}\s+obj\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_NAMED = re.compile(rb"/XObject\s*(?:<<(?P<here>[^<>]*)>>|(?P<there>\d{1,8})\s+\d{1,5}\s+R)")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,8})\s+\d{1,5}\s+R")
_REFERENCE = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,8})\s+\d{1,5}\s+R")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_STREAM = re.compile(rb"stream\r?\n")


def forms_drawn(data: bytes) -> int:
    """Return how many forms are drawn where the form that draws most is drawn once, `MOST_DRAWN` at most."""
    if _FORM.search(data) is None:
        return 0
    places = {int(found[1]): found.end() for found in _OBJECT.finditer(data)}
    draws = {number: calls for number, calls in _forms(data, places) if calls}
    drawn = dict.fromkeys(draws, 1)
    for _ in range(_DEEPEST):
        deeper = {number: _sum(calls, drawn) for number, calls in draws.items()}
        if deeper == drawn:
            break
        drawn = deeper
    return max(drawn.values(), default=0)


def _sum(calls: Mapping[int, int], drawn: Mapping[int, int]) -> int:
    return min(MOST_DRAWN, 1 + sum(times * drawn.get(form, 1) for form, times in calls.items()))


def _forms(data: bytes, places: Mapping[int, int]) -> Iterator[tuple[int, dict[int, int]]]:
    """Yield the forms of a file by number, each with how often it draws which others."""
    for number, place in places.items():
        stream = _STREAM.search(data, place, place + _LONGEST_DICTIONARY)
        if stream is None:
            continue
        dictionary = data[place : stream.start()]
        if _FORM.search(dictionary) is None or b"endobj" in dictionary:
            continue
        names = _names(data, places, dictionary)
        if not names:
            continue
        calls: dict[int, int] = {}
        for call in _DRAWN.finditer(_content(data, stream.end(), dictionary)):
            if (form := names.get(call[1])) is not None:
                calls[form] = calls.get(form, 0) + 1
        yield number, calls


def _names(data: bytes, places: Mapping[int, int], dictionary: bytes) -> dict[bytes, int]:
    """Return the objects that a form can draw, by the names that it has for them."""
    apart = _RESOURCES.search(dictionary)
    named = _NAMED.search(_object(data, places, int(apart[1])) if apart else dictionary)
    if named is None:
        return {}
    listed = named["here"] if named["here"] is not None else _object(data, places, int(named["there"]))
    return {found[1]: int(found[2]) for found in _REFERENCE.finditer(listed)}


def _object(data: bytes, places: Mapping[int, int], number: int) -> bytes:
    place = places.get(number)
    if place is None:
        return b""
    end = data.find(b"endobj", place, place + _LONGEST_DICTIONARY)
    return data[place : end if end >= 0 else place]


def _content(data: bytes, place: int, dictionary: bytes) -> bytes:
    """Return what a form draws, as it is or deflated; nothing of what is packed otherwise."""
    end = data.find(b"endstream", place)
    packed = data[place : end if end >= 0 else len(data)]
    if b"/Filter" not in dictionary:
        return packed[:_LONGEST_CONTENT]
    if b"/FlateDecode" not in dictionary or b"/DecodeParms" in dictionary:
        return b""
    try:
        return zlib.decompressobj().decompress(packed, _LONGEST_CONTENT)
    except zlib.error:
        return b""
