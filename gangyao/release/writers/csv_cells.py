"""Columns as cells of a CSV file: how values are spelled, marked and quoted (the rules are `csv`'s)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.row_digest import ColumnDigest, one_chunk, rows_checksum, texts
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


@dataclass(frozen=True, slots=True)
class Spelled:
    """A column and its cells, before they are quoted.

    `is_as_it_is`: the cells are the column's texts, and an empty one for each null.
    """

    values: pa.Array
    cells: pa.StringArray
    is_as_it_is: bool = False


def spelled(table: Table, rows: pa.Table) -> list[Spelled]:
    """Return the columns of rows with their cells."""
    return [_spelled(column, one_chunk(rows[column.name])) for column in table.columns]


def _spelled(column: Column, values: pa.Array) -> Spelled:
    if column.type == "string":
        plain = _without_nulls(values)
        cells = _marked(plain)
        return Spelled(values, cells, cells is plain)
    if column.type == "strings":
        return Spelled(values, _json_lists(values))
    if column.type == "number":
        numbers = values.dictionary_encode()
        told = pa.array(map(repr, numbers.dictionary.to_pylist()), pa.string())
        return Spelled(values, _without_nulls(told.take(numbers.indices)))
    return Spelled(values, _without_nulls(pc.cast(values, pa.string())))


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


class CellsDigest:
    """The checksums of rows and of their cells (see `row_digest`), which come piece by piece.

    Most columns hold texts that are their own cells; these are taken in once for both.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self._rows = {column: ColumnDigest() for column in columns}
        self._cells: dict[str, ColumnDigest] = {}

    def add(self, columns: Sequence[Spelled]) -> None:
        """Take in the rows that come next, and their cells."""
        for (name, digest), one in zip(self._rows.items(), columns, strict=True):
            if not one.is_as_it_is and name not in self._cells:
                self._cells[name] = digest.of_texts()
            digest.add(one.values, one.cells if one.is_as_it_is else None)
            if name in self._cells:
                self._cells[name].add(one.cells)

    def of_rows(self) -> str:
        """Return the checksum of the rows, in hexadecimal."""
        return rows_checksum(self._rows)

    def of_cells(self) -> str:
        """Return the checksum of their cells, in hexadecimal."""
        return rows_checksum(
            {name: self._cells.get(name) or digest.of_texts() for name, digest in self._rows.items()}
        )
