"""No sentence whose signs tell nothing names a year or a figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.signs import Lines
from gangyao.tasks.periods.results import ANY_FIGURE
from gangyao.tasks.periods.sentence_signs import FIGURE, SIGNS, TIME
from gangyao.tasks.periods.when import years_said

# Signs know the characters of the Basic Multilingual Plane.
BASIC = st.characters(max_codepoint=0xFFFF)
WORDS = st.text(st.sampled_from("12今未过近最前这三四五本年全去上一明后来内度0至—十百第”"), max_size=12)


def signs_of(text: str) -> int:
    return int(SIGNS.of_lines(Lines([text]))[0])


@given(WORDS)
def test_years_are_told_by_a_sign(text: str) -> None:
    assert not years_said(text, 2026) or signs_of(text) & TIME


@given(st.from_regex(ANY_FIGURE, alphabet=BASIC))
def test_figures_are_told_by_a_sign(text: str) -> None:
    assert signs_of(text) & FIGURE
