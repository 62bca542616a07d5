"""The sheets of an .xlsx workbook (ECMA-376), read with lxml.

openpyxl stops at parts that no cell depends on (of fifteen workbooks as other programs write them, that Excel
opens, at nine: an empty fill, a font family, a pane, a drawing that is gone), and fills merged cells one by
one (a minute for a merged sheet); calamine gives neither the formats of numbers nor what is hidden, and ends
the program where one cell stands far away.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from gangyao.ingest.errors import SeedError
from gangyao.ingest.raised_figures import raised
from gangyao.ingest.readers.spreadsheet.number_formats import shown, shown_text
from gangyao.ingest.readers.spreadsheet.package import elements_of, relations_of, root_of
from gangyao.ingest.readers.spreadsheet.sheets import Sheet, SheetCell, cell_name, check_count
from gangyao.ingest.readers.spreadsheet.xlsx_boxes import boxes_of
from gangyao.ingest.readers.spreadsheet.xlsx_styles import GENERAL, number_formats

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
# How a sign that XML cannot hold is written (ECMA-376 part 1, 22.9.2.19).
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HIDDEN = ("hidden", "veryHidden")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_TRUTHS = ("1", "true")


@dataclass(frozen=True, slots=True)
class _Book:
    """What cells refer to: texts that they share, formats by style, and from which year days count."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]
    is_1904: bool


def read_sheets(archive: zipfile.ZipFile, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a workbook in order; sheets that are charts hold no cells and are left out.

    Raises SeedError for a workbook without its main part, or with more cells than a document has.
    """
    main = next((path for kind, path in relations_of(archive, "").values() if kind == "officeDocument"), "")
    if main not in archive.namelist():
        raise SeedError(name, "", "is a damaged workbook: its main part is missing", "save it again")
    workbook = root_of(archive, main)
    relations = relations_of(archive, main)
    parts = dict(relations.values())
    properties = workbook.find("{*}workbookPr")
    styles = parts.get("styles", "")
    book = _Book(
        tuple(_strings(archive, parts.get("sharedStrings", ""))),
        tuple(number_formats(root_of(archive, styles))) if styles in archive.namelist() else (),
        properties is not None and properties.get("date1904") in _TRUTHS,
    )
    count = 0
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        identifier = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        kind, path = relations.get(identifier, ("", ""))
        if kind == "worksheet" and path in archive.namelist():
            read = _sheet(archive, path, sheet.get("name") or "", sheet.get("state") in _HIDDEN, book, name)
            count += len(read.cells)
            check_count(count, name)
            yield read


def _strings(archive: zipfile.ZipFile, path: str) -> Iterator[str]:
    if path in archive.namelist():
        yield from (_text(one) for one in elements_of(archive, path, "si"))


def _text(item: Any) -> str:
    """Return a text of one or several runs, without the readings printed above it."""
    parts: list[str] = []
    for child in item:
        kind = etree.QName(child).localname
        if kind == "t":
            parts.append(child.text or "")
        elif kind == "r":
            text = "".join(one.text or "" for one in child.iterfind("{*}t"))
            place = child.find("{*}rPr/{*}vertAlign")
            is_raised = place is not None and place.get("val") == "superscript"
            parts.append(raised(text) if is_raised else text)
    return _ESCAPE.sub(lambda found: _unescaped(found[1]), "".join(parts)).replace("\r\n", "\n")


def _unescaped(code: str) -> str:
    """Return the sign of a code; none for those that control a terminal or are half a character."""
    sign = chr(int(code, 16))
    return sign if sign.isprintable() or sign in "\t\n\r" else ""


def _sheet(archive: zipfile.ZipFile, path: str, name: str, is_hidden: bool, book: _Book, file: str) -> Sheet:
    cells: list[SheetCell] = []
    unknown: list[str] = []
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    row = 0
    for element in elements_of(archive, path, "row", "col", "mergeCell"):
        kind = etree.QName(element).localname
        if kind == "col" and element.get("hidden") in _TRUTHS:
            first, last = (_number(element.get(key), _LAST_COLUMN) for key in ("min", "max"))
            hidden_columns.update(range(first, last + 1))
        elif kind == "mergeCell":
            first_name, _, last_name = element.get("ref", "").partition(":")
            start, end = _place(first_name), _place(last_name)
            if start is not None and end is not None and start < end:
                merged[start] = end
        elif kind == "row":
            row = _number(element.get("r"), _LAST_ROW) or row + 1
            if element.get("hidden") in _TRUTHS:
                hidden_rows.add(row)
            for cell, is_known in _cells(element, row, book):
                if is_known:
                    cells.append(cell)
                else:
                    unknown.append(cell_name(cell.row, cell.column))
            check_count(len(cells), file)
    boxes = list(boxes_of(archive, path))
    # A box above all cells, as a title may stand in one, is read as one of them.
    top = min((cell.row for cell in cells), default=0)
    cells += [box for box in boxes if box.row < top]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Sheet(
        name,
        is_hidden,
        tuple(cells),
        merged,
        frozenset(hidden_rows),
        frozenset(hidden_columns),
        tuple(unknown),
        tuple(box for box in boxes if box.row >= top),
    )


def _cells(row: Any, number: int, book: _Book) -> Iterator[tuple[SheetCell, bool]]:
    """Yield the cells of a row with text, True beside each; and those of formulas without a value, False."""
    column = 0
    for element in row.iterfind("{*}c"):
        place = _place(element.get("r", ""))
        row_number, column = place if place is not None else (number, column + 1)
        text = _shown(element, book)
        if text.strip():
            yield SheetCell(row_number, column, text), True
        elif _lacks_value(element):
            yield SheetCell(row_number, column, ""), False


def _lacks_value(cell: Any) -> bool:
    """Tell whether a cell is a formula that no program has computed; one that gave no text has type `str`."""
    is_computed = cell.get("t") == "str" and cell.find("{*}v") is not None
    return cell.find("{*}f") is not None and not is_computed and not cell.findtext("{*}v")


def _shown(cell: Any, book: _Book) -> str:
    """Return what a cell shows: a text, a number by its format, what a formula gave when it was saved."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        item = cell.find("{*}is")
        return "" if item is None else _text(item)
    value = (cell.findtext("{*}v") or "").strip() if kind != "str" else cell.findtext("{*}v") or ""
    if not value:
        return ""
    style = _number(cell.get("s"), len(book.formats))
    code = book.formats[style] if style < len(book.formats) else GENERAL
    if kind == "s":
        at = _number(value, len(book.strings))
        return shown_text(book.strings[at], code) if at < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if value in _TRUTHS else "FALSE"
    if kind == "n":
        return _shown_number(value, code, book.is_1904)
    # Results of formulas, errors, and days as ISO 8601.
    return shown_text(value, code) if kind == "str" else value


def _shown_number(value: str, code: str, is_1904: bool) -> str:
    """Return a number as it is shown; what is none as it stands in the file."""
    try:
        number = float(value)
    except ValueError:
        return value
    return shown(number, code, is_1904) if math.isfinite(number) else value


def _number(text: str | None, most: int) -> int:
    return min(int(text), most) if text is not None and text.isascii() and text.isdecimal() else 0


def _place(reference: str) -> tuple[int, int] | None:
    """Return row and column of a cell by its name."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
