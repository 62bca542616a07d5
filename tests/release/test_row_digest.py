"""The checksum of rows follows their values and order, and nothing else."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from gangyao.release.row_digest import digest_of

SCHEMA = pa.schema(
    [
        ("text", pa.string()),
        ("number", pa.int32()),
        ("score", pa.float64()),
        ("is_so", pa.bool_()),
        ("day", pa.date32()),
        ("names", pa.list_(pa.string())),
    ]
)
texts = st.none() | st.text("甲a", max_size=2)
rows = st.tuples(
    texts,
    st.none() | st.integers(0, 2),
    st.none() | st.sampled_from([0.5, 1.0]),
    st.none() | st.booleans(),
    st.none() | st.sampled_from([date(1970, 1, 1), date(2021, 1, 1)]),
    st.none() | st.lists(texts, max_size=2),
)
tables = st.lists(rows, max_size=5)


def table(several: list[tuple[object, ...]]) -> pa.Table:
    columns = zip(*several, strict=True) if several else ((),) * len(SCHEMA)
    return pa.table([pa.array(list(v), f.type) for v, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA)


@given(tables, tables)
def test_equal_rows_have_the_same_checksum_and_others_have_not(
    one: list[tuple[object, ...]], other: list[tuple[object, ...]]
) -> None:
    same = digest_of(SCHEMA.names, [table(one)]) == digest_of(SCHEMA.names, [table(other)])
    assert same == table(one).equals(table(other))


@given(tables, st.integers(1, 4))
def test_pieces_do_not_show(several: list[tuple[object, ...]], size: int) -> None:
    whole = table(several)
    pieces = [whole.slice(at, size) for at in range(0, whole.num_rows, size)] or [whole]
    chunks = pa.concat_tables([SCHEMA.empty_table(), *pieces])
    assert (
        digest_of(SCHEMA.names, pieces)
        == digest_of(SCHEMA.names, [whole])
        == digest_of(SCHEMA.names, [chunks])
    )
