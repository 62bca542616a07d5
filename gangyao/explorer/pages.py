"""Pictures of the pages that a release was read from, where its source files are at hand.

A source file is found by its name and SHA-256, so that no other file is ever drawn. PDF pages are drawn by
pdfium, pictures are given as they are; the pages of other kinds of file have no picture.
"""

from __future__ import annotations

import struct
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pypdfium2 as pdfium

from gangyao.release.files import parquet_file, sha256

#: Pixels of a picture for a point of the page: 144 dpi, at which 9-point print can be read.
PAGE_SCALE = 2.0
#: A page is drawn up to this length of its longer side, in points: a broadsheet has some 1,600.
_LONGEST_SIDE = 4_000
_PICTURES = {".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png"}
# pdfium is not safe to be used by two threads at once.
_DRAWING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a page."""

    data: bytes
    media_type: str


@dataclass(frozen=True)
class Pages:
    """The pages of a release whose source files lie somewhere under `sources`."""

    release: Path
    sources: Path

    @cached_property
    def _files(self) -> dict[tuple[str, str], tuple[str, Path]]:
        """Kind and path of the source files that are at hand, by document and name."""
        table = parquet_file(self.release, "source_files")
        if not table.is_file() or not self.sources.is_dir():
            return {}
        with pq.ParquetFile(table) as file:
            rows = file.read(["document_id", "source_file", "kind", "sha256"]).to_pylist()
        wanted = {row["source_file"] for row in rows if row["kind"] in {"pdf", "picture"}}
        at_hand = {
            sha256(path): path
            for path in self.sources.rglob("*")
            if path.name in wanted and path.is_file() and not path.is_symlink()
        }
        return {
            (row["document_id"], row["source_file"]): (row["kind"], at_hand[row["sha256"]])
            for row in rows
            if row["sha256"] in at_hand
        }

    def picture(self, document_id: str, source_file: str, page: int) -> Picture | None:
        """Return the picture of a page (from 1); None where there is none."""
        kind, path = self._files.get((document_id, source_file), ("", Path()))
        if kind == "pdf":
            drawn = _draw(path, page)
            return None if drawn is None else Picture(drawn, "image/png")
        if kind == "picture" and page == 1 and path.suffix.lower() in _PICTURES:
            return Picture(path.read_bytes(), _PICTURES[path.suffix.lower()])
        return None

    def all(self) -> Iterator[tuple[str, str, int, Picture]]:
        """Yield every page that has lines with places: document, file, page and picture."""
        files = (str(parquet_file(self.release, name)) for name in ("line_boxes", "lines"))
        rows = duckdb.execute(
            "SELECT DISTINCT b.document_id, l.source_file, b.page FROM read_parquet(?) AS b "
            "JOIN read_parquet(?) AS l USING (document_id, line) ORDER BY ALL",
            list(files),
        ).fetchall()
        for document_id, source_file, page in rows:
            picture = self.picture(document_id, source_file, page)
            if picture is not None:
                yield document_id, source_file, page, picture


def _draw(path: Path, page: int) -> bytes | None:
    """Return a page of a PDF as PNG; None where it has no such page, or one too large."""
    with _DRAWING:
        document = pdfium.PdfDocument(path)
        try:
            if not 1 <= page <= len(document):
                return None
            drawn = document[page - 1]
            if max(drawn.get_size()) > _LONGEST_SIDE:
                return None
            bitmap = drawn.render(scale=PAGE_SCALE, rev_byteorder=True, prefer_bgrx=False)
            pixels = bitmap.to_numpy()[:, :, :3]
            return _png(pixels.shape[1], pixels.shape[0], [row.tobytes() for row in pixels])
        finally:
            document.close()


def _png(width: int, height: int, rows: list[bytes]) -> bytes:
    """Return rows of RGB pixels as a PNG (ISO/IEC 15948), unfiltered: pages are mostly white."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
