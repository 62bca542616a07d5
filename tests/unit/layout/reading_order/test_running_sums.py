"""Sums of runs along a text are those of what stands in it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.layout.reading_order.running_sums import RunningSums
from tests.property_tests import examples


@examples(60)
@given(st.integers(0, 2000), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 1200)), min_size=1))
def test_runs_are_summed_up_wherever_blocks_end(length, runs):
    rng = np.random.default_rng(length)
    vectors = rng.normal(size=(50, 3)).astype(np.float32)
    rows = rng.integers(0, 50, length)
    firsts = np.minimum([first for first, _ in runs], length)
    lasts = np.minimum(firsts + [size for _, size in runs], length)
    sums = RunningSums(vectors, rows)
    for _ in range(2):
        found = sums.of(firsts, lasts)
        assert found.shape == (len(runs), 3)
        for first, last, told in zip(firsts, lasts, found, strict=True):
            assert np.allclose(told, vectors[rows[first:last]].sum(axis=0), atol=1e-3)
