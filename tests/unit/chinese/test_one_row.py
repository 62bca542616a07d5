"""Arrays come back from one row as they would be broadcast."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.one_row import by_shape, in_one_row

shapes = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), min_size=1, max_size=4)


@given(shapes)
def test_what_is_put_in_one_row_comes_back_by_its_shape(told: list[tuple[int, int]]) -> None:
    arrays = [np.arange(rows, dtype=np.float32)[:, None] for rows, _ in told]
    row = in_one_row(arrays, told)
    assert row.dtype == np.float32
    for found, array, shape in zip(by_shape(row, told), arrays, told, strict=True):
        assert np.array_equal(found, np.broadcast_to(array, shape))
