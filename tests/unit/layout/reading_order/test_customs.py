"""How the lines of a document end and begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.customs import read_customs

LINES = st.lists(st.text("甲乙丙，。", min_size=1, max_size=8), max_size=12)


def edges(texts: list[str]) -> list[Edge]:
    return [Edge(text, False) for text in texts]


def test_short_lines_without_a_mark_are_counted_beside_the_line_itself() -> None:
    some = edges(["总体要求", "建设公园，改造道路。", "重点任务", "完善机制，加强领导。"])
    title, sentence, *_ = read_customs(some).short_share(some)
    assert title < sentence


def test_equal_lines_are_counted_up_to_three() -> None:
    some = edges(["定量"] * 6 + ["定性"])
    assert read_customs(some).times_again(some).tolist() == [3.0] * 6 + [0.0]


@given(LINES)
def test_openings_are_counted_as_in_the_text(texts: list[str]) -> None:
    customs = read_customs(edges(texts))
    whole = "\n" + "\n".join(texts)
    doublings, odds = customs.openings(edges(texts))
    for text, times, chance in zip(texts, doublings, odds, strict=True):
        first = text[:2].ljust(2, "\n")
        elsewhere = sum(whole[place:].startswith(first) for place in range(1, len(whole))) - 1
        if len(text) > 1:
            assert 2**times - 1 == pytest.approx(min(elsewhere, 63))
            assert chance <= 0 or whole.count("\n" + first) > 1


def test_no_line_has_no_customs() -> None:
    assert read_customs([]).lines == 0
