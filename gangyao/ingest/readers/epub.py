"""E-books (EPUB 3.3, an archive of web pages) to lines, chapter by chapter in the order of their spine."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal
from urllib.parse import unquote

from gangyao.document.metadata import Finding
from gangyao.document.printed import PrintedLine
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.archive import open_archive
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.safe_xml import xml_root
from gangyao.ingest.readers.web.read import decode_page, read_html

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_FACTS: tuple[tuple[Literal["title", "author"], str], ...] = (("title", "title"), ("author", "creator"))
_DAMAGES = (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


def read_epub(data: bytes, name: str) -> Content:
    """Read all chapters. Raises SeedError for a book that is damaged, encrypted, a bomb or without text."""
    try:
        with open_archive(data, name) as archive:
            package_path = _package_path(archive)
            package = xml_root(archive.read(package_path))
            parts = list(_spine(package, package_path))
            locked = archive.read(_ENCRYPTION) if _ENCRYPTION in archive.namelist() else b""
            if any(part.encode() in locked for part in parts):
                raise SeedError(name, "", "is an encrypted e-book", "get a copy without protection")
            lines = list(_chapters(archive, parts, name))
    except SeedError:
        raise
    except _DAMAGES as error:
        what = f"is a damaged e-book: {' '.join(str(error).split())[:120]}"
        raise SeedError(name, "", what, "get another copy of it") from None
    if not any(line.role != "furniture" for line in lines):
        raise SeedError(name, "", "is an e-book without text", "give a file with the document's text")
    return Content(tuple(lines), tuple(_findings(package)))


def _package_path(archive: zipfile.ZipFile) -> str:
    """Return where the package document lies. Raises ValueError where the container does not say it."""
    for rootfile in xml_root(archive.read(_CONTAINER)).iter("{*}rootfile"):
        if path := rootfile.get("full-path"):
            return str(path)
    raise ValueError("its container names no package")


def _spine(package: Any, path: str) -> Iterator[str]:
    """Yield the paths of chapters in their order."""
    items = {
        item.get("id"): item
        for item in package.iterfind("{*}manifest/{*}item")
        if item.get("media-type") in _PAGES
    }
    for reference in package.iterfind("{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("href"):
            href = unquote(item.get("href").partition("#")[0])
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), href))


def _chapters(archive: zipfile.ZipFile, parts: list[str], name: str) -> Iterator[PrintedLine]:
    """Yield the lines of chapters; the tables of each are counted on from those before."""
    tables = 0
    for part in parts:
        html = decode_page(archive.read(part), f"{name}/{part}")
        try:
            chapter = read_html(html, f"{name}/{part}")
        except SeedError:
            # A cover, a picture: without text.
            continue
        last = tables
        for line in chapter.lines:
            cell = line.cell
            if cell is not None:
                last = max(last, tables + cell.table)
                line = replace(line, cell=replace(cell, table=tables + cell.table))
            yield line
        tables = last


def _findings(package: Any) -> Iterator[Finding]:
    for field, tag in _FACTS:
        if text := " ".join((package.findtext(f"{{*}}metadata/{{*}}{tag}") or "").split()):
            yield Finding(field, text, f"package: dc:{tag}")
