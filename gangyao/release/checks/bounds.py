"""Spans end within the text that they are of.

A slice of a text stops at the text's end, wherever it was asked to: that it holds what a row says, which
`spans` proves, tells nothing of a span that goes on beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.checks.problems import Problem, row_key
from gangyao.release.tables import Tables
from schemas.declaration import Table
from schemas.registry import TABLES


def bound_problems(tables: Tables) -> Iterator[Problem]:
    """Name the spans that end before they start, or beyond the text of their paragraph."""
    for table in TABLES:
        rows = tables[table.name]
        if rows.num_rows and {"start_char", "end_char"} <= set(rows.column_names):
            yield from _table_problems(table, rows, _paragraphs_of(rows, tables), tables["paragraphs"])


def _paragraphs_of(rows: pa.Table, tables: Tables) -> pa.ChunkedArray:
    """Return the ids of the paragraphs that the rows stand in: their own, or those of their tasks."""
    if "paragraph_id" in rows.column_names:
        return rows["paragraph_id"]
    tasks = tables["tasks"]
    return tasks["paragraph_id"].take(pc.index_in(rows["task_id"], tasks["task_id"].combine_chunks()))


def _table_problems(
    table: Table, rows: pa.Table, of: pa.ChunkedArray, paragraphs: pa.Table
) -> Iterator[Problem]:
    starts, ends = rows["start_char"], rows["end_char"]
    chars = paragraphs["chars"].take(pc.index_in(of, paragraphs["paragraph_id"].combine_chunks()))
    astray = pc.or_kleene(pc.greater(starts, ends), pc.greater(ends, chars))
    for index in pc.indices_nonzero(pc.fill_null(astray, False)).to_pylist():
        start, end, length = (column[index].as_py() for column in (starts, ends, chars))
        what = f"the span {start}:{end} is none of a text of {length} code points"
        yield Problem(what, table=table.name, row=row_key(table, rows, index), column="end_char", value=end)
