"""A release as one Excel workbook: a sheet per table under its Chinese title, and the breakdown of tasks.

XlsxWriter (BSD) writes it: it keeps text as text, so that no cell runs as a formula, and equal rows give
equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gangyao.errors import DataError
from gangyao.release.sql import damage_told
from schemas import package
from schemas.projections.duckdb import name, names
from schemas.registry import BY_NAME, TABLES

#: Excel's own limits: rows of a sheet, links of a sheet, characters of a cell.
MOST_ROWS, MOST_LINKS, LONGEST_CELL = 1_048_576, 65_530, 32_767
#: The raw lines are what a program proves a release with; nobody reads them in a spreadsheet.
LEFT_OUT = frozenset({"lines"})
#: The earliest date of a ZIP archive: equal rows give equal bytes.
_CREATED = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
BREAKDOWN = "任务分解表"
_BREAKDOWN_COLUMNS = (
    ("number", "序号"),
    ("task", "任务"),
    ("bodies", "牵头单位"),
    ("supports", "配合单位"),
    ("deadline", "完成时限"),
    ("figures", "目标值"),
    ("document", "文件"),
    ("section_path", "出处"),
    ("task_id", "任务编号"),
)
# Widths in characters, set by eye: ids and numbers are narrow, texts wide and wrapped.
_WIDE, _NARROW, _WIDE_FROM = 60, 16, 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, under Chinese column titles.

    `key` is the column by whose values other sheets find a row; `links` says which columns name rows of
    which sheet.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    key: int | None
    links: Mapping[int, str]


def write_workbook(database: Path, path: Path) -> None:
    """Write the workbook of the release whose DuckDB file is `database`.

    Raises DataError when a table has more rows than a sheet can hold, or the file is damaged.
    """
    with damage_told(database), duckdb.connect(str(database), read_only=True) as connection:
        sheets = [_breakdown(connection), *_tables(connection)]
    places = {sheet.title: _places(sheet) for sheet in sheets}
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        book.set_properties({"title": package.TITLE, "author": package.CONTRIBUTOR, "created": _CREATED})
        styles = _Styles(
            head=book.add_format({"bold": True, "bg_color": "#DDE7F0", "border": 1, "text_wrap": True}),
            text=book.add_format({"text_wrap": True, "valign": "top"}),
            link=book.add_format({"font_color": "#0B5394", "underline": 1, "valign": "top"}),
        )
        for sheet in sheets:
            _write(book.add_worksheet(sheet.title), sheet, places, styles)


@dataclass(frozen=True, slots=True)
class _Styles:
    head: Format
    text: Format
    link: Format


def _breakdown(connection: duckdb.DuckDBPyConnection) -> Sheet:
    columns = ", ".join(name for name, _ in _BREAKDOWN_COLUMNS)
    rows = connection.execute(f"SELECT {columns} FROM v_task_breakdown ORDER BY number").fetchall()
    task_id = len(_BREAKDOWN_COLUMNS) - 1
    titles = tuple(title for _, title in _BREAKDOWN_COLUMNS)
    return Sheet(BREAKDOWN, titles, rows, None, {task_id: BY_NAME["tasks"].title_zh})


def _tables(connection: duckdb.DuckDBPyConnection) -> Iterable[Sheet]:
    for table in TABLES:
        if table.name in LEFT_OUT:
            continue
        query = f"SELECT {names(table.column_names)} FROM {name(table.name)}"
        rows = connection.execute(query).fetchall()
        if len(rows) >= MOST_ROWS:
            raise DataError(
                f"table {table.name} has {len(rows):,} rows, a sheet holds {MOST_ROWS - 1:,}: build a "
                "release of fewer documents with --document"
            )
        key = table.column_names.index(table.primary_key[0]) if len(table.primary_key) == 1 else None
        links = {
            table.column_names.index(one.columns[0]): BY_NAME[one.table].title_zh
            for one in table.foreign_keys
            if len(one.columns) == 1
        }
        yield Sheet(table.title_zh, tuple(column.title_zh for column in table.columns), rows, key, links)


def _places(sheet: Sheet) -> dict[object, int]:
    """Return the row (from 1, under the head) of each key of a sheet."""
    if sheet.key is None:
        return {}
    return {row[sheet.key]: number for number, row in enumerate(sheet.rows, 2)}


def _write(
    worksheet: Worksheet, sheet: Sheet, places: Mapping[str, Mapping[object, int]], styles: _Styles
) -> None:
    worksheet.freeze_panes(1, 0)
    for index, title in enumerate(sheet.columns):
        worksheet.write_string(0, index, title, styles.head)
        sample = (row[index] for row in sheet.rows[:200])
        longest = max((len(_text(value)) for value in sample), default=0)
        worksheet.set_column(index, index, _WIDE if longest > _WIDE_FROM else _NARROW)
    if sheet.rows:
        worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    # A sheet can hold only so many links: what comes later is plain text.
    left = MOST_LINKS
    for number, row in enumerate(sheet.rows, 1):
        for index, value in enumerate(row):
            linked = sheet.links.get(index, "")
            target = places[linked].get(value) if linked in places else None
            if target is not None and left > 0:
                left -= 1
                address = f"internal:'{linked}'!A{target}"
                worksheet.write_url(number, index, address, styles.link, string=_text(value))
            else:
                _write_cell(worksheet, number, index, value, styles.text)


def _write_cell(worksheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        worksheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float):
        worksheet.write_number(row, column, value, style)
    else:
        worksheet.write_string(row, column, _text(value), style)


def _text(value: object) -> str:
    """Return a cell's text, as long as Excel takes it; what is cut off ends with …."""
    if value is None:
        return ""
    if isinstance(value, list):
        text = "、".join(map(str, value))
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
