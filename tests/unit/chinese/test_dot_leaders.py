"""Dots that lead to a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.dot_leaders import leader_start
from tests.property_tests import examples


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("总则……………3", 2),
        ("总则 ……… …… 12", 2),
        ("总则。。。。（3）", 2),
        ("总则....", 2),
        ("总则...", None),
        ("总则……3", None),
        ("总则………建", None),
        (".  ....5", 1),
    ],
)
def test_where_dots_begin(text: str, start: int | None) -> None:
    assert leader_start(text) == start


# What is sought, said so that a row of n dots is looked at n times.
PLAIN = re.compile(r"\s*(?:[.．·•…‥。_\-—]\s?){4,}[（(\s]*[0-9０-９IVXivx]*[）)]?\s*$")


@given(st.text("..·… 　\n（)1建", max_size=16))
@examples(300)
def test_each_row_of_dots_is_looked_at_once(text: str) -> None:
    plain = PLAIN.search(text)
    assert leader_start(text) == (None if plain is None else plain.start())
