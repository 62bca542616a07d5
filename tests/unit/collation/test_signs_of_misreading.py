"""What is rare is not doubted because second readings find what is usual; what makes no word is."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model, load_official_model
from gangyao.collation.rereadings import Place
from gangyao.collation.signs_of_misreading import InContext, bits_alone, signs


def signs_of(before: str, first: str, other: str, after: str, own: float = 0.9) -> dict[str, float]:
    model = load_model()
    printed, cost = model.replacement_costs(before, [first, other], after).tolist()
    place = Place(len(before), len(before) + len(first), (0.3, 0.4), {other: (0.7, 0.6)})
    at = InContext(before, first, other, after, printed, cost)
    return dict(signs(place, own, at, model, load_official_model()))


@pytest.mark.parametrize(
    ("before", "first", "other", "after"),
    [
        ("支持", "沅", "沉", "陵县建设"),
        ("推进", "勐", "动", "海县乡村振兴"),
        ("位于", "岚", "岗", "皋县境内"),
    ],
)
def test_names_of_divisions_are_words_and_their_characters_rare(before, first, other, after):
    found = signs_of(before, first, other, after)
    assert found["word"] > found["other word"]
    assert found["rare"] > 0
    assert found["rarer"] > 0.5


def test_a_misreading_is_dear_and_makes_no_word():
    found = signs_of("营造公平", "竟", "竞", "争的市场环境")
    assert found["other word"] > found["word"]
    assert found["cost"] > found["other cost"]
    assert found["bits"] > 10


@given(
    st.text(alphabet="沅沉元的县发展建设3AＡ。，、", min_size=0, max_size=3),
    st.sampled_from(["", "元", "发展", "3"]),
)
def test_signs_are_finite_and_bounded_whatever_is_read(first: str, other: str):
    assume(first != other)
    found = signs_of("支持", first, other, "陵县建设")
    assert all(math.isfinite(value) for value in found.values())
    assert all(0 <= found[sign] <= 1 for sign in ("word", "other word"))


def test_a_character_that_was_never_counted_costs_the_most():
    official = load_official_model()
    assert bits_alone("\ue000", official) > bits_alone("沉", official) > bits_alone("的", official)
