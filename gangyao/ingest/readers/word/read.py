"""A .docx file to lines: paragraphs with generated numbers, headings by style, tables, notes."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from gangyao.document.metadata import Finding
from gangyao.document.printed import CellPlace, PrintedLine, Role
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.archive import open_archive
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.word.cells import grid_cells
from gangyao.ingest.readers.word.containers import (
    cells_of,
    is_end_deleted,
    is_whole_cell,
    rows_of,
    unwrapped,
)
from gangyao.ingest.readers.word.letterhead import without_box_on_top
from gangyao.ingest.readers.word.numbering import Counter, read_lists
from gangyao.ingest.readers.word.shown import boxes_of, is_contents, shown_text
from gangyao.ingest.readers.word.wrapped import join_wrapped

_BLANKS = re.compile(r"[\s\u3000\xa0\ufeff\u200b]+")
_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"(?:toc|目录)\s*[1-9]?", re.IGNORECASE)
# What zipfile, lxml and python-docx raise for damaged files.
_DAMAGES = (
    PackageNotFoundError,
    KeyError,
    ValueError,
    AttributeError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
)
_RELATIONS = "_rels/.rels", "word/_rels/document.xml.rels"
# Types of relations (ECMA-376 parts 1 and 4): those of the strict form, and of parts in other formats.
_FORMS = (
    (b"purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "is a Strict Open XML document"),
    (b"/relationships/aFChunk", "holds parts in another format (altChunk)"),
)
_SAVE = "open it in Word, WPS or LibreOffice and save it as a usual .docx"
_NOTES = "/word/footnotes.xml", "/word/endnotes.xml"


def read_docx(data: bytes, name: str) -> Content:
    """Read a .docx file. Raises SeedError for one that is damaged, encrypted, a bomb or without text."""
    try:
        with open_archive(data, name) as archive:
            _check_form(archive, name)
        document = docx.Document(BytesIO(data))
        lines = list(_Reader(document).read())
        findings = _findings(document)
    except SeedError:
        raise
    except _DAMAGES as error:
        raise SeedError(
            name,
            "",
            f"is a damaged .docx file: {' '.join(str(error).split())[:120]}",
            "save it again from Word or WPS",
        ) from None
    if not any(line.role != "furniture" for line in lines):
        raise SeedError(name, "", "holds no text", "give a file with the document's text")
    return Content(tuple(lines), findings)


def _check_form(archive: zipfile.ZipFile, name: str) -> None:
    """Raise SeedError for forms of .docx that are not read: another namespace, parts in another format."""
    relations = b"".join(archive.read(one) for one in _RELATIONS if one in archive.namelist())
    for mark, what in _FORMS:
        if mark in relations:
            raise SeedError(name, "", f"{what}, which is not read", _SAVE)


class _Reader:
    """Reads one document; counts its lists and tables."""

    def __init__(self, document: Any) -> None:
        self._document = document
        part = next(
            (p for p in document.part.package.iter_parts() if str(p.partname) == "/word/numbering.xml"), None
        )
        self._counter = Counter(read_lists(_root(part)) if part is not None else {})
        self._styles = {style.style_id: style for style in reversed(list(document.styles))}
        self._tables = 0
        # Tables that are all that a cell holds: they are read behind the table around them.
        self._inner: list[Any] = []

    def read(self) -> Iterator[PrintedLine]:
        """Yield heads, the body in order, notes, and feet."""
        heads, feet = self._frames()
        yield from heads
        body = join_wrapped(self._blocks(self._document.element.body, None))
        yield from without_box_on_top(body)
        yield from self._notes()
        yield from feet

    def _frames(self) -> tuple[list[PrintedLine], list[PrintedLine]]:
        """Return the running heads and feet, each once."""
        found: tuple[dict[str, None], dict[str, None]] = ({}, {})
        for section in self._document.sections:
            for frame, texts in zip((section.header, section.footer), found, strict=True):
                if not frame.is_linked_to_previous:
                    for paragraph in frame._element.iter(qn("w:p")):
                        if text := _clean(shown_text(paragraph)):
                            texts.setdefault(text)
        heads, feet = (
            [PrintedLine(t, role="furniture", joins_previous=False) for t in texts] for texts in found
        )
        return heads, feet

    def _blocks(self, parent: Any, cell: CellPlace | None) -> Iterator[PrintedLine]:
        begun = ""
        for child in unwrapped(parent):
            if cell is not None and child.tag == qn("w:tbl") and is_whole_cell(child):
                self._inner.append(child)
            elif child.tag == qn("w:p"):
                for box in boxes_of(child):
                    yield from self._blocks(box, cell)
                begun += shown_text(child)
                if not is_end_deleted(child):
                    yield from self._paragraph(child, begun, cell)
                    begun = ""
            elif child.tag == qn("w:tbl"):
                yield from self._table(child, cell)
        if text := _clean(begun):
            yield PrintedLine(text, role=None if cell else "text", cell=cell, joins_previous=False)

    def _paragraph(self, paragraph: Any, shown: str, cell: CellPlace | None) -> Iterator[PrintedLine]:
        """Yield the lines of a paragraph that shows `shown`, by its own properties."""
        style = self._style(paragraph)
        number = self._number(paragraph, style)
        level, role = _heading(paragraph, style)
        begun = False
        for index, part in enumerate(shown.split("\n")):
            text = _clean(number + part if index == 0 else part)
            if text:
                # Behind a break at the edge: a printed line, or one of its own.
                is_open = begun and role == "text" and not cell and not part[0].isspace()
                begun = True
                yield PrintedLine(
                    text,
                    role=None if cell else role,
                    level=0 if cell else level,
                    cell=cell,
                    # A heading that is broken by hand is one heading.
                    joins_previous=None if is_open else index > 0 and role == "heading" and not cell,
                )

    def _style(self, paragraph: Any) -> Any:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return None if found is None else self._styles.get(found.get(qn("w:val")))

    def _number(self, paragraph: Any, style: Any) -> str:
        """Return the number that Word prints before a paragraph, of its own or of its style, and a blank."""
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        level = None
        while properties is None and style is not None:
            properties = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            style = style.base_style
        if properties is None:
            return ""
        identifier, found = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
        level = int(found.get(qn("w:val"))) if found is not None else 0
        label = self._counter.label(identifier.get(qn("w:val")), level) if identifier is not None else ""
        return label if not label or label[-1] in "、）)．" else f"{label} "

    def _table(self, table: Any, outer: CellPlace | None) -> Iterator[PrintedLine]:
        """Yield the cells of a table, and of those that fill its cells; one with a single column is a box."""
        rows = rows_of(table)
        is_box = all(len(cells_of(row)) <= 1 for row in rows)
        if outer is None and not is_box:
            self._tables += 1
        for cell in grid_cells(rows):
            place = outer or (
                None
                if is_box
                else CellPlace(
                    self._tables, cell.row, cell.column, cell.is_header, cell.row_span, cell.column_span
                )
            )
            for line in self._blocks(cell.element, place):
                is_of_table = place is not None or line.cell is not None
                yield line if is_of_table else PrintedLine(line.text, role="box", joins_previous=False)
        if outer is None:
            inner, self._inner = self._inner, []
            for one in inner:
                yield from self._table(one, None)

    def _notes(self) -> Iterator[PrintedLine]:
        for part in self._document.part.package.iter_parts():
            if str(part.partname) in _NOTES:
                for note in _root(part):
                    if note.get(qn("w:type")) in (None, "normal"):
                        for paragraph in note.iter(qn("w:p")):
                            if text := _clean(shown_text(paragraph)):
                                yield PrintedLine(text, role="note", joins_previous=False)


def _root(part: Any) -> Any:
    """Return the root element of a part, which python-docx has parsed or not."""
    element = getattr(part, "element", None)
    return (
        element
        if element is not None
        else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    )


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _heading(paragraph: Any, style: Any) -> tuple[int, Role | None]:
    """Return the level of a heading by its outline level or style (1 is the title), and the role."""
    outline = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is not None and outline.get(qn("w:val"), "9").isdigit() and int(outline.get(qn("w:val"))) < 9:
        return int(outline.get(qn("w:val"))) + 2, "heading"
    if is_contents(paragraph):
        return 0, "contents"
    while style is not None:
        name = style.name or ""
        if found := _HEADING_STYLE.fullmatch(name.strip()):
            return int(found.group(1)) + 1, "heading"
        if _CONTENTS_STYLE.fullmatch(name.strip()):
            return 0, "contents"
        if _TITLE_STYLE.fullmatch(name.strip()):
            return 1, "heading"
        style = style.base_style
    return 0, "text"


def _findings(document: Any) -> tuple[Finding, ...]:
    core = document.core_properties
    findings: list[Finding] = []
    if (core.title or "").strip():
        findings.append(Finding("title", _clean(core.title), "docProps/core.xml: dc:title"))
    if (core.author or "").strip() and core.author.strip().lower() not in ("python-docx", "admin", "user"):
        findings.append(Finding("author", _clean(core.author), "docProps/core.xml: dc:creator"))
    return tuple(findings)
