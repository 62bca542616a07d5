"""Pages photographed from aside are set straight by how their lines and margins run together."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.ingest.readers.picture.keystone import Stroke, moved, straightening

WIDTH, HEIGHT = 1000.0, 1400.0
# Paragraphs of three lines: the first is indented, the last ends early.
LINES = [
    ((100.0 + 60 * (rank % 3 == 0), 100.0 + 40 * rank), (900.0 - 300 * (rank % 3 == 2), 100.0 + 40 * rank))
    for rank in range(30)
]


def taken_from(map_: np.ndarray) -> list[Stroke]:
    return [Stroke(*moved(map_, line), 30.0) for line in LINES]


def narrowed(top: float, side: float) -> np.ndarray:
    """Return the map of a page whose top is narrower, and whose left side is lower, by these shares."""
    corners = np.array([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], np.float32)
    there = corners + np.array(
        [(top * WIDTH, side * HEIGHT), (-top * WIDTH, 0), (0, 0), (0, -side * HEIGHT)], np.float32
    )
    return cv2.getPerspectiveTransform(corners, there.astype(np.float32))


@pytest.mark.parametrize(("top", "side"), [(0.03, 0.02), (0.03, 0.0), (0.01, 0.02), (-0.04, -0.03)])
def test_lines_and_margins_are_parallel_again(top: float, side: float):
    strokes = taken_from(narrowed(top, side))
    straight = straightening(strokes)
    assert straight is not None
    begins = [moved(straight, [stroke.start])[0] for stroke in strokes]
    ends = [moved(straight, [stroke.end])[0] for stroke in strokes]
    assert max(abs(a[1] - b[1]) for a, b in zip(begins, ends, strict=True)) < 3
    full = [start for rank, start in enumerate(begins) if rank % 3]
    assert max(x for x, _ in full) - min(x for x, _ in full) < 3


@given(st.floats(-0.003, 0.003), st.floats(-0.003, 0.003))
def test_pages_that_lie_flat_stay_as_they_are(top: float, side: float):
    assert straightening(taken_from(narrowed(top, side))) is None


def test_a_few_lines_tell_nothing():
    assert straightening(taken_from(narrowed(0.03, 0.02))[:6]) is None
