from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.entities.judging.spans import NamePlaces, is_balanced, row_of

_PLACES = NamePlaces(["建设"], ["水库", "行动"])


def _spans_of_each(texts: list[str]) -> list[set[str]]:
    row = row_of(texts)
    begins = np.zeros(len(row.codes), np.bool_)
    begins[row.firsts] = True
    ends = np.flatnonzero(_PLACES.ends(row))
    numbers, starts = _PLACES.before(row, ends, begins)
    found: list[set[str]] = [set() for _ in texts]
    for start, end in zip(starts.tolist(), ends[numbers].tolist(), strict=True):
        inner = row.joined[start:end]
        if is_balanced(inner):
            found[int(np.searchsorted(row.firsts, start, "right")) - 1].add(inner)
    return found


def _spans(text: str) -> set[str]:
    return _spans_of_each([text])[0]


def test_spans_begin_behind_marks_and_openers_and_end_with_endings() -> None:
    assert _spans("加快建设镜岭水库、桥。") == {"加快建设镜岭水库", "镜岭水库"}


def test_no_span_runs_over_a_mark() -> None:
    assert _spans("有桥，镜岭水库") == {"镜岭水库"}


def test_marks_inside_a_coinage_bound_nothing() -> None:
    assert "“千项技改、万企升级”行动" in _spans("开展，“千项技改、万企升级”行动。")


def test_no_span_is_longer_than_the_longest_name() -> None:
    assert _spans("甲" * 40 + "水库") == set()


_WORDS = st.sampled_from(("建设", "水库", "“", "”", "、", "甲", "\n"))


@given(st.lists(st.lists(_WORDS, max_size=6).map("".join), max_size=5))
def test_texts_in_one_row_as_each_alone(texts: list[str]) -> None:
    assert _spans_of_each(texts) == [_spans(text) for text in texts]


@pytest.mark.parametrize(
    ("inner", "closes"),
    [
        ("镜岭水库", True),
        ("“双碳”行动", True),
        ("双碳”行动", False),
        ("中新(重庆)项目", True),
        ("”行动“", False),
    ],
)
def test_marks_close_inside_a_name(inner: str, closes: bool) -> None:
    assert is_balanced(inner) is closes
