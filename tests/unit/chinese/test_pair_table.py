"""Pairs of characters, looked up at many places at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.code_points import code_points
from gangyao.chinese.pair_table import pair_table

LETTERS = st.sampled_from("甲乙丙𠮷a")


@given(st.sampled_from([2, 3]), st.data(), st.text(LETTERS, min_size=1))
def test_numbers_are_those_of_a_dictionary(size: int, data: st.DataObject, text: str) -> None:
    words = data.draw(st.lists(st.text(LETTERS, min_size=size, max_size=size), unique=True, max_size=8))
    known = {word: number for number, word in enumerate(words)}
    found = pair_table(words, size).find(code_points(text), np.arange(len(text)))
    assert found.tolist() == [known.get(text[at : at + size], -1) for at in range(len(text))]


def test_a_pair_has_two_characters() -> None:
    with pytest.raises(ValueError, match="2 characters"):
        pair_table(["甲乙", "丙"])
