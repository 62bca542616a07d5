"""Columns as cells of a CSV file: how values are spelled, marked and quoted (the rules are `csv`'s)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.arrays import one_chunk, texts
from schemas.declaration import Column, Table

# What a spreadsheet takes for a formula when a cell begins with it, and the mark that keeps it from that.
FORMULA_STARTS = "=+-@＝＋－＠\t\r"
MARK = "'"
_NEEDS_QUOTES = r'[",\r\n]'
_QUOTED_BYTES = (b'"', b",", b"\r", b"\n")
_NEEDS_MARK = rf"^(?:{MARK}|[{re.escape(FORMULA_STARTS)}](?s:.))"
# Whether a text may need the mark, by its first byte.
_MAY_NEED_MARK = np.zeros(256, bool)
_MAY_NEED_MARK[[start.encode()[0] for start in (MARK, *FORMULA_STARTS)]] = True
# `json.dumps` would make one for each string.
_SPELL = json.JSONEncoder(ensure_ascii=False).encode


def spelled(table: Table, rows: pa.Table) -> list[pa.StringArray]:
    """Return the cells of rows, column by column, before they are quoted."""
    return [_spelled(column, one_chunk(rows[column.name])) for column in table.columns]


def _spelled(column: Column, values: pa.Array) -> pa.StringArray:
    if column.type == "string":
        return _marked(_without_nulls(values))
    if column.type == "strings":
        return _json_lists(values)
    if column.type == "number":
        numbers = values.dictionary_encode()
        told = pa.array(map(repr, numbers.dictionary.to_pylist()), pa.string())
        return _without_nulls(told.take(numbers.indices))
    return _without_nulls(pc.cast(values, pa.string()))


def _without_nulls(values: pa.StringArray) -> pa.StringArray:
    return pc.fill_null(values, "") if values.null_count else values


def _marked(cells: pa.StringArray) -> pa.StringArray:
    starts, lengths, content = texts(cells)
    # The pattern below takes most of the time that a table takes: few columns need to be searched.
    if not _MAY_NEED_MARK[np.frombuffer(content, np.uint8)[starts[lengths > 0]]].any():
        return cells
    return _replaced(cells, _NEEDS_MARK, lambda found: pc.binary_join_element_wise(MARK, found, ""))


def _replaced(
    cells: pa.StringArray, pattern: str, replace: Callable[[pa.StringArray], pa.StringArray]
) -> pa.StringArray:
    """Replace the cells in which `pattern` is found, which are few; the others are not copied for them."""
    found = pc.match_substring_regex(cells, pattern)
    if not pc.any(found).as_py():
        return cells
    return pc.replace_with_mask(cells, found, replace(cells.filter(found)))


def _json_lists(values: pa.ListArray) -> pa.StringArray:
    """Return lists of strings as JSON; each different string is spelled once."""
    strings = values.flatten().dictionary_encode()
    elements = pa.array(map(_SPELL, strings.dictionary.to_pylist()), pa.string()).take(strings.indices)
    ends = pc.cumulative_sum(pc.fill_null(pc.list_value_length(values), 0))
    lists = pa.ListArray.from_arrays(pa.concat_arrays([pa.array([0], pa.int32()), ends]), elements)
    told = pc.binary_join_element_wise("[", pc.binary_join(lists, ", "), "]", "")
    return pc.if_else(pc.is_valid(values), told, "") if values.null_count else told


def quoted(cells: pa.StringArray) -> pa.StringArray:
    """Return cells as they stand in the file."""
    _, _, content = texts(cells)
    held = content.to_pybytes()
    if not any(one in held for one in _QUOTED_BYTES):
        return cells
    # The standard library's writer leaves a lone carriage return unquoted, and cannot read it back.
    return _replaced(
        cells,
        _NEEDS_QUOTES,
        lambda found: pc.binary_join_element_wise('"', pc.replace_substring(found, '"', '""'), '"', ""),
    )
