"""Signs in stretches of text, held against plain searches."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.code_points import code_points
from gangyao.chinese.signs import CharacterSet, Lines, Signs, places_of

TEXTS = st.lists(st.text(st.sampled_from("应当的，。年\U0002002c\n"), max_size=8), max_size=6)
WORDS = {"duty": ("应当", "年"), "mark": ("，",), "of": ("的，", "。")}
SIGNS = Signs(WORDS)


@given(TEXTS)
def test_a_sign_that_is_not_told_stands_nowhere(texts: list[str]) -> None:
    lines = Lines(texts)
    masks = SIGNS.masks(lines.codes, lines.starts).tolist()
    assert len(masks) == len(texts)
    for text, mask in zip(texts, masks, strict=True):
        for name, words in WORDS.items():
            told = bool(mask & SIGNS.bits(name))
            # Two pairs may share a hash; single characters are told exactly.
            if any(word in text for word in words):
                assert told
            elif all(len(word) == 1 for word in words):
                assert not told


@given(TEXTS)
def test_lines_know_where_their_texts_stand(texts: list[str]) -> None:
    lines = Lines(texts)
    spans = zip(lines.starts.tolist(), lines.breaks.tolist(), strict=True)
    assert [lines.joined[start:end] for start, end in spans] == texts
    assert [chr(code) for code in lines.first.tolist()] == [(text + "\n")[0] for text in texts]
    lasts = [chr(code) for code in lines.last.tolist()]
    assert all(last == (text[-1] if text else "\n") for last, text in zip(lasts, texts, strict=True))


def test_a_character_beyond_the_plane_is_in_no_set() -> None:
    # The lower 16 bits of U+2002C are those of a comma.
    assert places_of(CharacterSet(",的").holds(code_points("的\U0002002c,"))) == [0, 2]


def test_a_sign_has_one_character_or_two() -> None:
    with pytest.raises(ValueError, match="one character or two"):
        Signs({"long": ("负责人",)})


def test_a_pair_counts_where_it_begins() -> None:
    codes = code_points("应当应当")
    assert Signs({"duty": ("应当",)}).masks(codes, np.array([0, 1, 3])).tolist() == [1, 1, 0]
