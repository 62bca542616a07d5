"""Any row back to the page: its paragraph, the raw lines with the corrections marked, and the evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from gangyao.errors import DataError
from gangyao.release.checks.replay import Edit
from gangyao.release.sql import arrow_rows, connect
from schemas.declaration import Table
from schemas.projections.duckdb import name, names
from schemas.registry import BY_NAME, TABLES

MENTIONS_SHOWN = 20
# The paragraph of a row that does not name it itself.
_VIA_TASK = "SELECT paragraph_id FROM tasks WHERE task_id = ?"


def trace(release: Path, row_id: str) -> str:
    """Return, as text, the row with this id and where it was printed.

    The id of a row whose key has several columns is its values with spaces between them (`chengyu-2021 42`
    is a line); the name of its table before it (`breaks chengyu-2021 1`) tells which of two is meant. Raises
    DataError when no row has it.
    """
    with connect(release) as connection:
        table, key, row = find_row(connection, release, row_id)
        return "\n".join(_told(connection, table, key, row)) + "\n"


def find_row(
    connection: duckdb.DuckDBPyConnection, release: Path, row_id: str
) -> tuple[str, str, dict[str, Any]]:
    """Return the table of a row, its key there and the row; see `trace` for ids and errors."""
    searched: tuple[Table, ...]
    table_name, _, rest = row_id.partition(" ")
    if table_name in BY_NAME:
        searched, key = (BY_NAME[table_name],), rest
    else:
        # Several tables count from 1 in a document; a number alone is that of a line.
        searched, key = tuple(sorted(TABLES, key=lambda table: table.name != "lines")), row_id
    for table in searched:
        row = _row(connection, table.name, key)
        if row is not None:
            return table.name, key, row
    raise DataError(f"no row of {release} has the id {row_id!r}")


def _rows(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any] | None = None
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = arrow_rows(connection, sql, parameters).to_pylist()
    return found


def _row(connection: duckdb.DuckDBPyConnection, table: str, row_id: str) -> dict[str, Any] | None:
    key = BY_NAME[table].primary_key
    values = [row_id] if len(key) == 1 else row_id.rsplit(" ", len(key) - 1)
    if len(values) != len(key):
        return None
    condition = " AND ".join(f"CAST({name(column)} AS VARCHAR) = ?" for column in key)
    columns = names(BY_NAME[table].column_names)
    found = _rows(connection, f"SELECT {columns} FROM {name(table)} WHERE {condition}", values)
    return found[0] if found else None


def _told(
    connection: duckdb.DuckDBPyConnection, table: str, row_id: str, row: dict[str, Any]
) -> Iterator[str]:
    yield f"{table}: {row_id}"
    width = max(map(len, row))
    for column, value in row.items():
        if value is not None:
            shown = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
            yield f"  {column:<{width}}  {shown}"
    if table == "entities":
        yield from _mentions(connection, row_id)
        return
    if table in ("documents", "indicators"):
        return
    paragraph_id = _paragraph(connection, row)
    if paragraph_id is not None and table != "paragraphs":
        yield ""
        yield f"paragraph: {paragraph_id}"
        text = _rows(connection, "SELECT text FROM paragraphs WHERE paragraph_id = ?", [paragraph_id])
        yield f"  {text[0]['text']}"
    if _condition(connection, table, row_id, row) is not None:
        yield from _printed(connection, printed_lines(connection, table, row_id, row))


def _paragraph(connection: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> str | None:
    """Return the paragraph of a row, of its own or of its task."""
    paragraph_id: str | None = row.get("paragraph_id")
    if paragraph_id is None and row.get("task_id") is not None:
        paragraph_id = connection.execute(_VIA_TASK, [row["task_id"]]).fetchall()[0][0]
    return paragraph_id


def _condition(
    connection: duckdb.DuckDBPyConnection, table: str, row_id: str, row: dict[str, Any]
) -> tuple[str, list[Any]] | None:
    """Return what tells the lines of a row, as SQL with its parameters; None where it has none of its own."""
    paragraph_id = _paragraph(connection, row)
    if paragraph_id is not None:
        return "paragraph_id = ?", [paragraph_id]
    if "raw_start" in row:
        condition = "document_id = ? AND raw_start <= ? AND raw_end >= ? AND reading_position IS NOT NULL"
        condition = condition if table != "lines" else "document_id = ? AND raw_start = ? AND raw_end = ?"
        return condition, [row["document_id"], row["raw_start"], row["raw_end"]]
    if table == "sections":
        return "section_id = ?", [row_id]
    if table == "breaks":
        return "document_id = ? AND line IN (?, ?)", [
            row["document_id"],
            row["after_line"],
            row["before_line"],
        ]
    return None


def printed_lines(
    connection: duckdb.DuckDBPyConnection, table: str, row_id: str, row: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the raw lines that a row was printed in, in reading order, with page and box where known."""
    found = _condition(connection, table, row_id, row)
    if found is None:
        return []
    condition, parameters = found
    return _rows(
        connection,
        "SELECT document_id, line, source_file, text, raw_start, raw_end, reading_position, page, box_left, "
        "box_top, box_right, box_bottom, score, sheet, cell FROM lines "
        "LEFT JOIN line_boxes USING (document_id, line) LEFT JOIN line_cells USING (document_id, line) "
        f"WHERE {condition} ORDER BY reading_position, line",
        parameters,
    )


def _mentions(connection: duckdb.DuckDBPyConnection, entity_id: str) -> Iterator[str]:
    found = _rows(
        connection,
        "SELECT mention_id, before, surface, after FROM v_mentions WHERE entity_id = ? ORDER BY mention_id",
        [entity_id],
    )
    yield ""
    yield "mentioned in"
    for mention in found[:MENTIONS_SHOWN]:
        yield f"  {mention['mention_id']}  {mention['before']}【{mention['surface']}】{mention['after']}"
    if len(found) > MENTIONS_SHOWN:
        yield f"  … and {len(found) - MENTIONS_SHOWN} more"


def marked(text: str, raw_start: int, edits: list[Edit]) -> str:
    """Return a raw line with each correction marked in place, as 【before→after】."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start - raw_start], f"【{edit.before}→{edit.after}】")
        done = edit.end - raw_start
    return "".join((*parts, text[done:]))


def _place(line: dict[str, Any]) -> str:
    """Return the page and box of a line, or its sheet and cell, where its file has some."""
    if line["sheet"] is not None:
        cell = "" if line["cell"] is None else f"cell {line['cell']}, "
        return f"sheet {line['sheet']}, {cell}"
    if line["page"] is None:
        return ""
    edges = [line[edge] for edge in ("box_left", "box_top", "box_right", "box_bottom")]
    box = "" if None in edges else " at " + ", ".join(f"{edge:g}" for edge in edges)
    score = "" if line["score"] is None else f" (recognised with {line['score']:.3f})"
    return f"page {line['page']}{box}{score}, "


def _printed(connection: duckdb.DuckDBPyConnection, lines: list[dict[str, Any]]) -> Iterator[str]:
    """Tell raw lines, and the corrections in them."""
    yield ""
    yield "printed"
    made: list[dict[str, Any]] = []
    for line in lines:
        edits = _rows(
            connection,
            "SELECT correction_id, raw_start, raw_end, before, after, evidence, rule, reason, source "
            "FROM corrections WHERE document_id = ? AND raw_start >= ? AND raw_end <= ? "
            "ORDER BY raw_start, raw_end",
            [line["document_id"], line["raw_start"], line["raw_end"]],
        )
        made += edits
        shown = marked(
            line["text"],
            line["raw_start"],
            [
                Edit(one["correction_id"], one["raw_start"], one["raw_end"], one["before"], one["after"])
                for one in edits
            ],
        )
        yield f"  {line['source_file']}, {_place(line)}line {line['line']}: {shown}"
    if made:
        yield ""
        yield "corrections"
        for one in made:
            source = f" ({one['source']})" if one["source"] else ""
            yield (
                f"  {one['correction_id']}: {one['before']!r} → {one['after']!r}, by {one['evidence']} "
                f"({one['rule']}): {one['reason']}{source}"
            )
