"""An .odt file (OpenDocument 1.3) to lines: headings by level, lists with their numbers, tables, notes."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gangyao.document.metadata import Finding
from gangyao.document.printed import CellPlace, PrintedLine, Role
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.archive import open_archive
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.opendocument.names import DRAW, OFFICE, STYLE, TABLE, TEXT
from gangyao.ingest.readers.opendocument.numbering import ListCounter, read_list_styles
from gangyao.ingest.readers.safe_xml import xml_root

_DAMAGES = (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
_BLANKS = re.compile(r"[\s\u3000\xa0\ufeff\u200b]+")
# What is no text of the paragraph that it stands in: comments, deleted text, readings above characters, and
# what is read by itself.
_APART = frozenset(
    (
        *(f"{OFFICE}annotation", f"{TEXT}note", f"{TEXT}ruby-text", f"{DRAW}frame", f"{DRAW}custom-shape"),
        *(f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{OFFICE}forms"),
    )
)
_NOTE = f"{TEXT}note-body"
_ANCHORED = frozenset((f"{DRAW}text-box", f"{DRAW}custom-shape", _NOTE))
_HIDDEN = frozenset((f"{OFFICE}annotation", f"{TEXT}tracked-changes"))
_CONTAINERS = frozenset(
    (
        *(f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}index-title"),
        *(f"{DRAW}frame", f"{DRAW}text-box", f"{DRAW}custom-shape"),
    )
)
_CONTENTS = frozenset((f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{TEXT}illustration-index"))
_ROWS = frozenset(f"{TABLE}{one}" for one in ("table-row-group", "table-header-rows", "table-rows"))
_TITLE = re.compile(r"(?:main)?title|标题", re.IGNORECASE)
# A cell says over how many others it goes; what a damaged file says beyond is not believed.
_MOST_SPANNED, _MOST_BLANKS, _DEEPEST = 1_000, 100, 60


def read_odt(data: bytes, name: str) -> Content:
    """Read an .odt file. Raises SeedError for one that is damaged, encrypted, a bomb or without text."""
    try:
        with open_archive(data, name) as archive:
            parts = {one: archive.read(one) for one in _PARTS if one in archive.namelist()}
            if b"encryption-data" in parts.get(_MANIFEST, b""):
                raise SeedError(name, "", "is encrypted", "save it without a password")
            content = xml_root(parts["content.xml"])
            styles = xml_root(parts["styles.xml"]) if "styles.xml" in parts else content
            lines = list(_Reader(content, styles).read())
            findings = tuple(_findings(parts.get("meta.xml")))
    except SeedError:
        raise
    except _DAMAGES as error:
        what = f"is a damaged .odt file: {' '.join(str(error).split())[:120]}"
        raise SeedError(name, "", what, "save it again from LibreOffice or WPS") from None
    if not any(line.role != "furniture" for line in lines):
        raise SeedError(name, "", "holds no text", "give a file with the document's text")
    return Content(tuple(lines), findings)


_MANIFEST = "META-INF/manifest.xml"
_PARTS = ("content.xml", "styles.xml", "meta.xml", _MANIFEST)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in a cell, in a box, in a table of contents, at a level of a list."""

    cell: CellPlace | None = None
    role: Role = "text"
    style: str | None = None
    level: int = 0
    label: str = ""
    depth: int = 0


class _Reader:
    """Reads one text; counts its lists and tables."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._content, self._styles = content, styles
        self._counter = ListCounter(read_list_styles(styles, content))
        self._parents = {
            style.get(f"{STYLE}name"): style.get(f"{STYLE}parent-style-name") or ""
            for root in (styles, content)
            for style in root.iter(f"{STYLE}style")
        }
        self._tables = 0
        self._notes: list[PrintedLine] = []

    def read(self) -> Iterator[PrintedLine]:
        """Yield heads, the body in order, notes, and feet."""
        yield from self._frame("header")
        for body in self._content.iterfind(f"{OFFICE}body/{OFFICE}text"):
            yield from self._blocks(body, _Place())
        yield from self._notes
        yield from self._frame("footer")

    def _frame(self, kind: str) -> Iterator[PrintedLine]:
        texts = dict.fromkeys(
            text
            for part in self._styles.iter(f"{STYLE}{kind}")
            for paragraph in part.iter(f"{TEXT}p")
            if (text := _clean(_shown(paragraph)))
        )
        yield from (PrintedLine(text, role="furniture", joins_previous=False) for text in texts)

    def _blocks(self, parent: Any, place: _Place) -> Iterator[PrintedLine]:
        if place.depth > _DEEPEST:
            raise ValueError(f"it nests more than {_DEEPEST} blocks in each other")
        inner = _Place(place.cell, place.role, place.style, place.level, "", place.depth + 1)
        label = place.label
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child, place, label)
                label = ""
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, inner)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child, inner)
            elif child.tag in _CONTENTS:
                yield from self._blocks(child, _Place(place.cell, "contents", depth=place.depth + 1))
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child, inner)

    def _paragraph(self, paragraph: Any, place: _Place, label: str) -> Iterator[PrintedLine]:
        apart = list(_standing_apart(paragraph))
        for box in apart:
            if box.tag != _NOTE:
                yield from self._blocks(box, _Place(place.cell, "box", depth=place.depth + 1))
        level = self._level(paragraph)
        is_counted = paragraph.get(f"{TEXT}is-list-header") != "true"
        if level > 1 and is_counted and not label and place.style is None:
            label = self._counter.label("", level - 1)
        role: Role = "heading" if level and place.role == "text" else place.role
        for index, part in enumerate(_shown(paragraph).split("\n")):
            if text := _clean(part if index else _numbered(label, part)):
                yield PrintedLine(
                    text,
                    role=None if place.cell else role,
                    level=0 if place.cell else level,
                    cell=place.cell,
                    joins_previous=index > 0 and role == "heading" and not place.cell,
                )
        for note in (one for one in apart if one.tag == _NOTE):
            texts = [_clean(_shown(one)) for one in note.iter(f"{TEXT}p", f"{TEXT}h")]
            self._notes += [PrintedLine(one, role="note", joins_previous=False) for one in texts if one]

    def _level(self, paragraph: Any) -> int:
        """Return the level of a heading (1 is the title), 0 for what is none."""
        told = paragraph.get(f"{TEXT}outline-level") or ""
        if paragraph.tag == f"{TEXT}h":
            return int(told[:2]) + 1 if told.isascii() and told.isdecimal() else 2
        style = paragraph.get(f"{TEXT}style-name") or ""
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            if _TITLE.fullmatch(style):
                return 1
            style = self._parents.get(style, "")
        return 0

    def _list(self, element: Any, place: _Place) -> Iterator[PrintedLine]:
        style = element.get(f"{TEXT}style-name") or place.style or ""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or any(
            key.endswith("continue-list") for key in element.attrib
        )
        if place.style is None and not goes_on:
            self._counter.begin(style)
        for item in element:
            if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                begins = item.tag == f"{TEXT}list-item" and len(item) > 0 and item[0].tag != f"{TEXT}list"
                label = self._counter.label(style, place.level + 1) if begins else ""
                yield from self._blocks(
                    item, _Place(place.cell, place.role, style, place.level + 1, label, place.depth)
                )

    def _table(self, table: Any, place: _Place) -> Iterator[PrintedLine]:
        """Yield the cells of a table; one with a single column is a box, one in a cell is of that cell."""
        rows = list(_rows(table))
        is_box = all(sum(one.tag == f"{TABLE}table-cell" for one in row) <= 1 for row, _ in rows)
        if place.cell is None and not is_box:
            self._tables += 1
        number = self._tables
        for at, (row, is_header) in enumerate(rows, 1):
            column = 1
            for cell in row:
                span = _count(cell, "number-columns-spanned")
                if cell.tag == f"{TABLE}table-cell":
                    own = CellPlace(number, at, column, is_header, _count(cell, "number-rows-spanned"), span)
                    inside = place.cell or (None if is_box else own)
                    role: Role = "box" if is_box and place.cell is None else place.role
                    yield from self._blocks(cell, _Place(inside, role, depth=place.depth))
                column += _count(cell, "number-columns-repeated")


def _standing_apart(paragraph: Any) -> Iterator[Any]:
    """Yield the boxes and the notes that are anchored in a paragraph, none within another."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _ANCHORED:
            yield element
        elif element.tag not in _HIDDEN:
            stack += reversed(element)


def _rows(table: Any) -> Iterator[tuple[Any, bool]]:
    """Yield the rows of a table, and whether they are its head; those of groups in their place."""
    for child in table:
        if child.tag in _ROWS:
            is_head = child.tag == f"{TABLE}table-header-rows"
            yield from ((row, is_head or inner) for row, inner in _rows(child))
        elif child.tag == f"{TABLE}table-row":
            yield child, False


def _count(element: Any, attribute: str) -> int:
    value = element.get(f"{TABLE}{attribute}") or "1"
    return max(1, min(int(value[:9]), _MOST_SPANNED)) if value.isascii() and value.isdecimal() else 1


def _shown(paragraph: Any) -> str:
    """Return the text of a paragraph, without what stands apart from it."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c") or "1"
            parts.append(" " * (min(int(count[:9]), _MOST_BLANKS) if count.isdecimal() else 1))
        elif child.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif child.tag == f"{TEXT}tab":
            parts.append("\t")
        elif child.tag not in _APART:
            parts.append(_shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _numbered(label: str, text: str) -> str:
    return label + text if not label or label[-1] in "、）)．" else f"{label} {text}"


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _findings(meta: bytes | None) -> Iterator[Finding]:
    if meta is None:
        return
    for element in xml_root(meta).iter("{http://purl.org/dc/elements/1.1/}title"):
        if text := _clean(element.text or ""):
            yield Finding("title", text, "meta.xml: dc:title")
