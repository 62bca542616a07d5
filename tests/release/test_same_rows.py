"""Rows are the same by their values and order, whatever the pieces in which they come."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from gangyao.release.same_rows import HeldAgainst, same_rows

SCHEMA = pa.schema([("text", pa.string()), ("number", pa.int32())])
rows = st.tuples(st.none() | st.text("甲a", max_size=2), st.none() | st.integers(0, 2))
tables = st.lists(rows, max_size=5)
sizes = st.integers(1, 4)


def pieces(several: Sequence[tuple[object, ...]], size: int) -> list[pa.Table]:
    columns = zip(*several, strict=True) if several else ((),) * len(SCHEMA)
    whole = pa.table([pa.array(list(v), f.type) for v, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA)
    return [whole.slice(at, size) for at in range(0, max(whole.num_rows, 1), size)]


@given(tables, tables, sizes, sizes)
def test_rows_are_the_same_where_they_are_equal_in_the_same_order(
    one: list[tuple[object, ...]], other: list[tuple[object, ...]], size: int, other_size: int
) -> None:
    assert same_rows(pieces(one, size), pieces(other, other_size)) == (one == other)


@given(tables, sizes, sizes)
def test_pieces_pass_as_they_are(several: list[tuple[object, ...]], size: int, other_size: int) -> None:
    found = pieces(several, size)
    held = HeldAgainst(pieces(several, other_size))
    assert list(held.passing(found)) == found
    assert held.holds


@given(tables.filter(bool), sizes)
def test_a_row_too_few_or_too_many_is_another(several: list[tuple[object, ...]], size: int) -> None:
    assert not same_rows(pieces(several, size), pieces(several[:-1], size))
    assert not same_rows(pieces(several[:-1], size), pieces(several, size))
