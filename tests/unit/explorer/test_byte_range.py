from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.explorer.byte_range import UnsatisfiableRange, byte_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("bytes=0-3", (0, 4)),
        ("bytes=2-", (2, 10)),
        ("bytes=-4", (6, 10)),
        ("bytes=-40", (0, 10)),
        ("bytes=8-40", (8, 10)),
        # What is no single range of bytes asks for the whole.
        ("bytes=-", None),
        ("bytes=0-1,4-5", None),
        ("bytes=5-2", None),
        ("lines=0-3", None),
    ],
)
def test_range_of_ten_bytes(header: str | None, expected: tuple[int, int] | None) -> None:
    assert byte_range(header, 10) == expected


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-12", "bytes=-0"])
def test_a_range_beyond_the_file_cannot_be_given(header: str) -> None:
    with pytest.raises(UnsatisfiableRange):
        byte_range(header, 10)


@given(st.text(max_size=30), st.integers(min_value=0, max_value=1000))
def test_whatever_is_asked_for_lies_in_the_file(header: str, size: int) -> None:
    try:
        part = byte_range(f"bytes={header}", size)
    except UnsatisfiableRange:
        return
    assert part is None or 0 <= part[0] < part[1] <= size
