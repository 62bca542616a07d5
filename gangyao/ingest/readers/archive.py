"""Documents that are ZIP archives inside (.docx, .ofd): bombs are refused before they are unpacked, and parts
that define words of their own, which no format allows and whose text would be lost.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from gangyao.ingest.errors import SeedError

# Bounds on what is unpacked: the largest real document met has 40 MB of parts in some 800 files. A part of
# text shrinks to a twentieth, a bomb to a thousandth.
_MOST_BYTES = 400_000_000
_LARGEST_PART = 200_000_000
_MOST_PARTS = 10_000
_MOST_SHRUNK = 200
_SMALL = 1_000_000
# Definitions stand before all else; programs write a part's head in far fewer bytes.
_HEAD = 8_000


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive, which the caller closes.

    Raises SeedError for one that is encrypted, damaged or unpacks to more than a document can be.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SeedError(name, "", f"is damaged: {error}", "get another copy of the file") from None
    parts = archive.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise SeedError(name, "", "is encrypted", "save it without a password")
    unpacked = sum(part.file_size for part in parts)
    bomb = next(
        (
            part
            for part in parts
            if part.file_size > _LARGEST_PART
            or (part.file_size > _SMALL and part.file_size > _MOST_SHRUNK * max(part.compress_size, 1))
        ),
        None,
    )
    if bomb is not None or unpacked > _MOST_BYTES or len(parts) > _MOST_PARTS:
        place = bomb.filename[:80] if bomb is not None else ""
        raise SeedError(
            name, place, f"would unpack to {unpacked:,} bytes and is not opened", "save the document anew"
        )
    defining = next((part.filename for part in parts if _defines_entities(archive, part)), None)
    if defining is not None:
        what = "defines entities (<!ENTITY), whose text would be lost"
        raise SeedError(name, defining[:80], what, "open it in the program it was made with and save it anew")
    return archive


def _defines_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if not part.filename.lower().endswith((".xml", ".rels")):
        return False
    try:
        with archive.open(part) as stream:
            # UTF-16 is allowed as well.
            return b"<!ENTITY" in stream.read(_HEAD).replace(b"\0", b"")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        # Whoever needs the part says so.
        return False
