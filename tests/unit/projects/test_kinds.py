"""Of which kind works are by their name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from gangyao.projects.kinds import _BEHIND, kind_words, may_go_on


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青云至白河铁路", "railway"),
        ("青白铁路青云至丁城段扩能改造工程", "railway"),
        ("包茂高速茂名段", "road"),
        ("城南水库除险加固工程", "water"),
        ("白河弗迪电池二期", "industry"),
        ("市第二人民医院（一期）", "health"),
        ("青云港", "waterway"),
        ("青云国际铁路港", "logistics"),
        ("青云国际金融数据港", "digital"),
        ("青云疫病防治基地", "health"),
        ("恒泰", None),
    ],
)
def test_the_end_of_a_name_tells_its_kind(name: str, kind: str | None) -> None:
    assert kind_words(read_lexicon(lexicon_of(SEEDS))).of(name) == kind


@given(
    st.text("程目设期段伸区等号一五〇1２A（）水库.万亿", max_size=8),
    st.sampled_from(_BEHIND.pattern[3:-2].split("|")),
)
def test_what_is_asked_first_passes_over_nothing_behind_a_kind(name: str, behind: str) -> None:
    for text in (name, name + behind):
        assert may_go_on(text) or _BEHIND.search(text) is None
