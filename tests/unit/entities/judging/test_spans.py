from __future__ import annotations

import pytest

from gangyao.entities.judging.spans import Places, is_balanced, starts_before

_PLACES = Places(["建设"], ["水库", "行动"])


def _spans(text: str) -> set[str]:
    starts, barriers = _PLACES.begins(text)
    return {
        text[start:end]
        for end in _PLACES.ends(text)
        for start in starts_before(end, sorted(starts), barriers)
        if is_balanced(text[start:end])
    }


def test_spans_begin_behind_marks_and_openers_and_end_with_endings() -> None:
    assert _spans("加快建设镜岭水库、桥。") == {"加快建设镜岭水库", "镜岭水库"}


def test_no_span_runs_over_a_mark() -> None:
    assert _spans("有桥，镜岭水库") == {"镜岭水库"}


def test_marks_inside_a_coinage_bound_nothing() -> None:
    assert "“千项技改、万企升级”行动" in _spans("开展，“千项技改、万企升级”行动。")


def test_no_span_is_longer_than_the_longest_name() -> None:
    assert _spans("甲" * 40 + "水库") == set()


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
