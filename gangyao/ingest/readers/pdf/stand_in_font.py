"""A font whose letters are bare boxes, by which a PDF is measured where it holds no font of its own.

It is a TrueType font of a few hundred bytes (Apple's and Microsoft's specification, the tables that FreeType
asks for) with three letters: what Latin and what other scripts are set in, and g, from which pdfium takes how
far a font reaches down where the PDF does not say. A letter is a line drawn there and back: it has a box and
leaves no ink.
"""

from __future__ import annotations

import struct

UNITS = 1_000
# How far a line of print reaches up and down in the fonts that Chinese documents name (STSong, SimSun: 0.86
# to 0.88 and 0.12 to 0.14 of an em).
_ASCENT, _DESCENT = 880, -120
# Left, bottom, right and top of each letter. They lie within what the descriptors of fonts say of their
# lines: a box is then as high as the PDF says, and no higher. Behind them how far it is to the next one,
# which a PDF gives itself but for a few old ones.
_LATIN = (60, 0, 440, 700), 500
_DESCENDING = (60, -120, 440, 500), 500
_OTHER = (80, -60, 920, 820), 1_000
# Ranges of code points and the number of their letter; letter 0 is what a font has none for.
_FIRST_OF_OTHERS = 0x300
_RANGES = (
    (0x20, ord("g") - 1, 1),
    (ord("g"), ord("g"), 2),
    (ord("g") + 1, _FIRST_OF_OTHERS - 1, 1),
    (_FIRST_OF_OTHERS, 0x10FFFF, 3),
)


def stand_in_font() -> bytes:
    """Return the font, as a file would hold it."""
    letters = [_letter(*box) for box, _ in (_LATIN, _DESCENDING, _OTHER)]
    places = [0, 0]
    for letter in letters:
        places.append(places[-1] + len(letter))
    advances = [UNITS, *(advance for _, advance in (_LATIN, _DESCENDING, _OTHER))]
    lefts = [0, *(box[0] for box, _ in (_LATIN, _DESCENDING, _OTHER))]
    count = len(letters) + 1
    bounds = (0, _DESCENT, UNITS, _ASCENT)
    return _file(
        {
            # Offsets in `loca` are of four bytes: the last number but one.
            "head": struct.pack(
                ">IIIIHHqq4hHHhhh", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, UNITS, 0, 0, *bounds, 0, 8, 2, 1, 0
            ),
            "hhea": struct.pack(">IhhhH11hH", 1 << 16, _ASCENT, _DESCENT, 0, UNITS, *[0] * 11, count),
            "maxp": struct.pack(">I14H", 1 << 16, count, 2, 1, *[0] * 11),
            "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in zip(advances, lefts, strict=True)),
            "loca": struct.pack(f">{len(places)}I", *places),
            "glyf": b"".join(letters),
            "cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + _map(),
        }
    )


def _letter(left: int, bottom: int, right: int, top: int) -> bytes:
    """Return an outline of two points, opposite corners of the box."""
    return _padded(
        struct.pack(">5hHH", 1, left, bottom, right, top, 1, 0)
        + b"\1\1"
        + struct.pack(">4h", left, right - left, bottom, top - bottom)
    )


def _map() -> bytes:
    """Return code points to letters, many to one (format 13)."""
    size = 16 + 12 * len(_RANGES)
    return struct.pack(">HHIII", 13, 0, size, 0, len(_RANGES)) + b"".join(
        struct.pack(">III", *one) for one in _RANGES
    )


def _file(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">I4H", 1 << 16, count, 16 << power, power, 16 * count - (16 << power))
    entries, bodies, at = [], [], len(head) + 16 * count
    for name, table in sorted(tables.items()):
        body = _padded(table)
        checksum = sum(struct.unpack(f">{len(body) // 4}I", body)) % (1 << 32)
        entries.append(struct.pack(">4sIII", name.encode(), checksum, at, len(table)))
        bodies.append(body)
        at += len(body)
    return b"".join((head, *entries, *bodies))


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)
