"""The sheets of an .xls workbook (BIFF, Excel 97 to 2003), opened with xlrd (BSD, no dependencies).

xlrd gives the formats of numbers, merged cells and what is hidden, which calamine does not.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

import xlrd

from gangyao.ingest.errors import SeedError
from gangyao.ingest.raised_figures import raised
from gangyao.ingest.readers.spreadsheet.number_formats import shown, shown_text
from gangyao.ingest.readers.spreadsheet.sheets import Sheet, SheetCell
from gangyao.ingest.readers.spreadsheet.xlsx_styles import BUILT_IN, GENERAL

_TEXT, _NUMBERS, _BOOLEAN, _ERROR = (
    xlrd.XL_CELL_TEXT,
    (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE),
    xlrd.XL_CELL_BOOLEAN,
    xlrd.XL_CELL_ERROR,
)
_EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
# What xlrd raises for damaged files, beside errors of its own.
_DAMAGES = (
    xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, AssertionError, AttributeError, LookupError,
    TypeError, ValueError, OverflowError,
)  # fmt: skip
_SUPERSCRIPT = 1
# Days count from 1904 in files of old Macintosh programs.
_MODE_1904 = 1


def read_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a workbook in order. Raises SeedError for one that is damaged or encrypted."""
    try:
        # Ragged: a row ends with its last cell, however wide a damaged file says that the sheet is.
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=io.StringIO(), ragged_rows=True
        )
        yield from (_sheet(sheet, book) for sheet in book.sheets())
    except _DAMAGES as error:
        said = " ".join(str(error).split())[:120]
        if "encrypted" in said:
            remedy = "open it with its password and save it without one"
            raise SeedError(name, "", "is an encrypted workbook", remedy) from None
        remedy = "open it in Excel, WPS or LibreOffice and save it as .xlsx"
        raise SeedError(name, "", f"is a damaged .xls file: {said}", remedy) from None


def _sheet(sheet: Any, book: Any) -> Sheet:
    cells = [
        SheetCell(row + 1, column + 1, text)
        for row in range(sheet.nrows)
        for column, kind in enumerate(sheet.row_types(row))
        if kind not in _EMPTY and (text := _shown(sheet, row, column, book)).strip()
    ]
    merged = {
        (first_row + 1, first_column + 1): (end_row, end_column)
        for first_row, end_row, first_column, end_column in sheet.merged_cells
    }
    hidden_rows = frozenset(row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden)
    hidden_columns = frozenset(column + 1 for column, about in sheet.colinfo_map.items() if about.hidden)
    return Sheet(sheet.name, sheet.visibility != 0, tuple(cells), merged, hidden_rows, hidden_columns)


def _shown(sheet: Any, row: int, column: int, book: Any) -> str:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind == _TEXT:
        runs = sheet.rich_text_runlist_map.get((row, column), ())
        text = _with_raised(value, runs, book) if runs else value
        return shown_text(text, _format(sheet, row, column, book)).replace("\r\n", "\n")
    if kind in _NUMBERS:
        return shown(value, _format(sheet, row, column, book), book.datemode == _MODE_1904)
    if kind == _BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == _ERROR:
        return str(xlrd.error_text_from_code.get(value, ""))
    return ""


def _format(sheet: Any, row: int, column: int, book: Any) -> str:
    """Return the format of a cell; one that the file only numbers, as it is shown in China."""
    key = book.xf_list[sheet.cell_xf_index(row, column)].format_key
    found = book.format_map.get(key)
    code = GENERAL if found is None else str(found.format_str)
    is_declared = code != xlrd.formatting.std_format_strings.get(key)
    return code if is_declared else BUILT_IN.get(key, code)


def _with_raised(text: str, runs: Any, book: Any) -> str:
    """Return a text whose raised figures are such; a run goes from its first character to the next run."""
    starts = [start for start, _ in runs] + [len(text)]
    parts = [text[: starts[0]]]
    for (start, font), end in zip(runs, starts[1:], strict=True):
        is_raised = book.font_list[font].escapement == _SUPERSCRIPT
        parts.append(raised(text[start:end]) if is_raised else text[start:end])
    return "".join(parts)
