"""Files written into a text as base64 are found wherever lines cut them, and no text with them."""

from __future__ import annotations

import base64
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.markup.embedded_data import find_embedded
from tests.property_tests import examples

DATA = base64.b64encode(random.Random(7).randbytes(300)).decode()


def left(lines: list[str]) -> list[str]:
    """Return the lines without what is embedded in them."""
    for index, start, end in reversed(find_embedded(lines)):
        lines[index] = lines[index][:start] + lines[index][end:]
    return lines


FRAMES = [
    ('<img src="data:image/png;base64,', '" alt=""/>'),
    ("<img width='3' src='data:image/jpeg;base64,", "'>"),
    ("![图片](data:image/jpeg;base64,", ")"),
    ("![](data:image/png;base64,", ' "logo")'),
    ("url(data:font/woff2;charset=utf-8;base64,", ")"),
]


@given(
    st.sampled_from(FRAMES),
    st.lists(st.integers(40, len(DATA) - 1), max_size=5, unique=True),
    st.sampled_from(["", "建成公墓5处。"]),
    st.sampled_from(["", "推进改革。"]),
)
@examples(80)
def test_a_file_is_found_whatever_cuts_it(
    frame: tuple[str, str], cuts: list[int], before: str, after: str
) -> None:
    edges = [0, *sorted(cuts), len(DATA)]
    parts = [DATA[a:b] for a, b in pairwise(edges)]
    parts[0] = f"{before}{frame[0]}{parts[0]}"
    parts[-1] = f"{parts[-1]}{frame[1]}{after}"
    kept = left(["一、目标", *parts, "二、任务"])
    assert "".join(kept) == f"一、目标{before}{after}二、任务"


def test_lines_of_data_without_a_mark_are_found() -> None:
    wrapped = [DATA[place : place + 76] for place in range(0, len(DATA), 76)]
    assert left(["附件：", *wrapped, "修建公路3公里。"]) == [
        "附件：",
        *[""] * len(wrapped),
        "修建公路3公里。",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["数据data:按年统计，建成3处。"],
        ["https://www.example.org/" + "a" * 70, "推进改革。"],
        ["A" * 80, "B" * 80],  # no small letters, no digits
        ["加强监管" * 20, "落实责任" * 20],
        [DATA[:70], "推进改革。"],  # one line: a key or a number of a certificate
    ],
)
def test_what_is_no_file_stays(lines: list[str]) -> None:
    assert find_embedded(lines) == []
