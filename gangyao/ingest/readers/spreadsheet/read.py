"""A workbook to lines: sheets in order, titles and notes as text, tables as cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import chain

from lxml import etree

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.metadata import Finding
from gangyao.document.printed import CellPlace, PrintedLine, Role, SheetPlace
from gangyao.document.problems import Remark
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.archive import open_archive
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.spreadsheet import ods, xlsx
from gangyao.ingest.readers.spreadsheet.blocks import Block, Table, Text, blocks_of, hidden_cells
from gangyao.ingest.readers.spreadsheet.sheets import Sheet, SheetCell, cell_name, checked

# What zipfile and lxml raise for damaged files.
_DAMAGES = (
    etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, NotImplementedError,
)  # fmt: skip
# What programs call a sheet that nobody has named.
_UNNAMED = re.compile(
    r"(?:Sheet|工作表|表格|Table|WpsReserved|_)\s*[0-9_]*(?:\s*[(（][0-9]+[)）])?|附?表?件?\s*[0-9一二三四五六七八九十]+",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\u3000\xa0\ufeff\u200b]+")
# Above a title: the number of the annex; beside it: in which unit, until when.
_NO_TITLE = re.compile(
    r"附\s*[件表录]?\s*[0-9一二三四五六七八九十]*\s*[:：]?|.*[:：].*|[（(].*[）)]|.{0,10}单位.{0,10}"
)
_TITLE = re.compile(
    r".*(?:表|单|账|帐|册|录|案|划|点|标|排|库|项|览|工|务|书|办法|通知|报告)(?:[（(].*[）)])?"
)
_LONGEST_TITLE = 80
_PROPERTIES = "docProps/core.xml"
_SHOW = "unhide them in the file if they are part of the document"


def read_xlsx(data: bytes, name: str) -> Content:
    """Read an .xlsx workbook. Raises SeedError for one that is damaged, encrypted, a bomb or without text."""
    try:
        with open_archive(data, name) as archive:
            sheets = checked(xlsx.read_sheets(archive, name), name)
            title = _title(archive)
    except SeedError:
        raise
    except _DAMAGES as error:
        raise _damaged("an .xlsx workbook", name, error) from None
    return _content(sheets, name, title)


def read_ods(data: bytes, name: str) -> Content:
    """Read an .ods document. Raises SeedError as `read_xlsx` does."""
    try:
        with open_archive(data, name) as archive:
            sheets = checked(ods.read_sheets(archive, name), name)
    except SeedError:
        raise
    except _DAMAGES as error:
        raise _damaged("an .ods document", name, error) from None
    return _content(sheets, name)


def read_xls(data: bytes, name: str) -> Content:
    """Read an .xls workbook. Raises SeedError as `read_xlsx` does."""
    # Of the three formats the one whose library is not needed for anything else.
    xls = import_module("gangyao.ingest.readers.spreadsheet.xls")
    return _content(checked(xls.read_sheets(data, name), name), name)


def _damaged(what: str, name: str, error: Exception) -> SeedError:
    said = " ".join(str(error).split())[:120]
    return SeedError(name, "", f"is {what} that is damaged: {said}", "save it again from Excel or WPS")


def _title(archive: zipfile.ZipFile) -> tuple[Finding, ...]:
    if _PROPERTIES not in archive.namelist():
        return ()
    # Properties that are damaged only tell nothing.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(archive.read(_PROPERTIES), parser)
    title = "" if root is None else root.findtext("{*}title") or ""
    return (Finding("title", title.strip(), f"{_PROPERTIES}: dc:title"),) if title.strip() else ()


def _content(sheets: Sequence[Sheet], name: str, findings: tuple[Finding, ...] = ()) -> Content:
    lines: list[PrintedLine] = []
    tables = 0
    shown = [sheet for sheet in sheets if not sheet.is_hidden and sheet.cells]
    for sheet in sheets:
        if sheet.is_hidden:
            lines += _set_aside(sheet, (*sheet.cells, *sheet.boxes))
            continue
        blocks = blocks_of(sheet)
        is_first = not any(line.role == "heading" for line in lines)
        titles = _titles(blocks)
        is_named = not titles and bool(blocks) and _UNNAMED.fullmatch(sheet.name.strip()) is None
        level = 1 if is_first and (len(shown) == 1 or titles) else 2
        if sheet.cells:
            role: Role = "heading" if is_named else "furniture"
            lines.append(_line(sheet.name, sheet, None, role, level if is_named else 0))
        for block in blocks:
            if isinstance(block, Table):
                tables += 1
                lines += _table(block, tables, sheet)
            else:
                is_below_title = bool(titles) and block not in titles and _is_aside(block)
                lines += _text(block, sheet, level if block in titles else 0, is_below_title)
        lines += (_line(part, sheet, box, "box", 0) for box in sheet.boxes for part in _parts(box.text))
        lines += _set_aside(sheet, hidden_cells(sheet))
    if not any(line.role != "furniture" for line in lines):
        raise SeedError(name, "", "holds no text", "give a workbook with the document's text")
    return Content(tuple(lines), findings, remarks=tuple(_remarks(sheets)))


def _titles(blocks: Sequence[Block]) -> list[Block]:
    """Return the title of a sheet: of the texts at its top that may be one, the first that is called so."""
    above: list[Text] = []
    for block in blocks:
        if isinstance(block, Table) or block.place == "below":
            break
        if len(block.cells) == 1 and _may_be_title(block.cells[0].cell.text):
            above.append(block)
        elif above:
            break
    named = [text for text in above if _TITLE.fullmatch(_flat(text.cells[0].cell.text))]
    return list((named or above)[:1])


def _may_be_title(text: str) -> bool:
    flat = _flat(text)
    return len(flat) <= _LONGEST_TITLE and not ends_sentence(flat) and _NO_TITLE.fullmatch(flat) is None


def _flat(text: str) -> str:
    return "".join(text.split())


def _is_aside(text: Text) -> bool:
    """Tell whether a text above a table only says something of it: no heading, no sentence."""
    texts = [_flat(placed.cell.text) for placed in text.cells]
    return text.place == "above" and not any(ends_sentence(one) or parse_heading(one) for one in texts)


def _text(text: Text, sheet: Sheet, level: int, is_aside: bool) -> Iterator[PrintedLine]:
    role: Role = "heading" if level else "note" if is_aside else "text"
    for placed in text.cells:
        for number, part in enumerate(_parts(placed.cell.text)):
            line = _line(part, sheet, placed.cell, role, level)
            # A title that is broken by hand is one title.
            yield replace(line, joins_previous=bool(level and number))


def _table(table: Table, number: int, sheet: Sheet) -> Iterator[PrintedLine]:
    """Yield the lines of a table's cells; rows and columns count where a cell begins."""
    rows = [row[0].cell.row for row in table.rows]
    columns = sorted({placed.cell.column for row in table.rows for placed in row})
    for placed in chain.from_iterable(table.rows):
        cell = placed.cell
        row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        place = CellPlace(
            number,
            row + 1,
            column + 1,
            row_span=bisect_right(rows, placed.last_row) - row,
            column_span=bisect_right(columns, placed.last_column) - column,
        )
        at = SheetPlace(sheet.name, cell_name(cell.row, cell.column))
        for part in _parts(cell.text):
            yield PrintedLine(part, cell=place, joins_previous=False, sheet=at)


def _parts(text: str) -> list[str]:
    lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def _line(text: str, sheet: Sheet, cell: SheetCell | None, role: Role, level: int) -> PrintedLine:
    name = None if cell is None else cell_name(cell.row, cell.column)
    place = SheetPlace(sheet.name, name)
    return PrintedLine(text, role=role, level=level, joins_previous=False, sheet=place)


def _set_aside(sheet: Sheet, cells: Iterable[SheetCell]) -> Iterator[PrintedLine]:
    for cell in cells:
        place = SheetPlace(sheet.name, cell_name(cell.row, cell.column), is_hidden=True)
        for part in _parts(cell.text):
            yield PrintedLine(part, role="furniture", joins_previous=False, sheet=place)


def _remarks(sheets: Sequence[Sheet]) -> Iterator[Remark]:
    for sheet in sheets:
        place = f"sheet {sheet.name}"
        if sheet.is_hidden and sheet.cells:
            yield Remark(place, f"is hidden: its {len(sheet.cells):,} cells are set aside", _SHOW)
        elif hidden := hidden_cells(sheet):
            rows = len({cell.row for cell in hidden if cell.row in sheet.hidden_rows})
            columns = len({cell.column for cell in hidden if cell.column in sheet.hidden_columns})
            what = f"hides {rows:,} rows and {columns:,} columns: their {len(hidden):,} cells are set aside"
            yield Remark(place, what, _SHOW)
        if sheet.unknown and not sheet.is_hidden:
            cells = ", ".join(sheet.unknown[:3]) + (" …" if len(sheet.unknown) > 3 else "")
            what = f"{len(sheet.unknown):,} formulas have no value in the file: {cells}"
            yield Remark(place, what, "open it in Excel, WPS or LibreOffice and save it, which computes them")
