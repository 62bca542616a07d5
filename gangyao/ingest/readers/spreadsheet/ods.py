"""The sheets of an .ods document (OpenDocument 1.3), which holds beside each value how it is shown."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from gangyao.ingest.readers.spreadsheet.package import root_of
from gangyao.ingest.readers.spreadsheet.sheets import Sheet, SheetCell, check_count

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _STYLE = (f"{{{_NAMES}{one}:1.0}}" for one in ("office", "table", "text", "style"))
_ROWS = frozenset(f"{_TABLE}{one}" for one in ("table-row-group", "table-header-rows", "table-rows"))
_COLUMNS = frozenset(
    f"{_TABLE}{one}" for one in ("table-column-group", "table-header-columns", "table-columns")
)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
# A cell or row with text is repeated only so often: what is said beyond is not believed.
_MOST_REPEATED = 1_000


def read_sheets(archive: zipfile.ZipFile, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a document in order. Raises SeedError for more cells than a document has."""
    root = root_of(archive, "content.xml")
    hidden_styles = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for about in style.iterfind(f"{_STYLE}table-properties")
        if about.get(f"{_TABLE}display") == "false"
    }
    count = 0
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        sheet = _sheet(table, table.get(f"{_TABLE}style-name") in hidden_styles, name)
        count += len(sheet.cells)
        check_count(count, name)
        yield sheet


def _sheet(table: Any, is_hidden: bool, file: str) -> Sheet:
    cells: list[SheetCell] = []
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    hidden_rows: set[int] = set()
    row = 1
    for element in _inside(table, _ROWS, "table-row"):
        times = _number(element, "number-rows-repeated", _LAST_ROW)
        found = list(_cells(element))
        for repeated in range(min(times, _MOST_REPEATED) if found else 0):
            for column, text, rows, columns in found:
                cells.append(SheetCell(row + repeated, column, text))
                if rows > 1 or columns > 1:
                    merged[row + repeated, column] = (row + repeated + rows - 1, column + columns - 1)
            check_count(len(cells), file)
        if found and element.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            hidden_rows.update(range(row, row + min(times, _MOST_REPEATED)))
        row += times
    hidden_columns: set[int] = set()
    column = 1
    for element in _inside(table, _COLUMNS, "table-column"):
        times = _number(element, "number-columns-repeated", _LAST_COLUMN)
        if element.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            hidden_columns.update(range(column, min(column + times, _LAST_COLUMN + 1)))
        column += times
    name = table.get(f"{_TABLE}name") or ""
    return Sheet(name, is_hidden, tuple(cells), merged, frozenset(hidden_rows), frozenset(hidden_columns))


def _inside(parent: Any, groups: frozenset[str], tag: str) -> Iterator[Any]:
    """Yield the rows or columns of a table, those of groups in their place."""
    for child in parent:
        if child.tag in groups:
            yield from _inside(child, groups, tag)
        elif child.tag == f"{_TABLE}{tag}":
            yield child


def _cells(row: Any) -> Iterator[tuple[int, str, int, int]]:
    """Yield the cells of a row with text: column, text, and how many rows and columns they span."""
    column = 1
    for cell in row:
        times = _number(cell, "number-columns-repeated", _LAST_COLUMN)
        text = "\n".join(map(_shown, cell.iterfind(f"{_TEXT}p")))
        if cell.tag == f"{_TABLE}table-cell" and text.strip():
            spans = (_number(cell, f"number-{one}-spanned", _LAST_ROW) for one in ("rows", "columns"))
            rows, columns = spans
            for repeated in range(min(times, _MOST_REPEATED)):
                yield column + repeated, text, rows, columns
        column += times


def _shown(paragraph: Any) -> str:
    """Return the text of a paragraph without notes and readings."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(int(child.get(f"{_TEXT}c", "1")), _MOST_REPEATED))
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag not in (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text"):
            parts.append(_shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _number(element: Any, attribute: str, most: int) -> int:
    value = element.get(f"{_TABLE}{attribute}") or "1"
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() else 1
