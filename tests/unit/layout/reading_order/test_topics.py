"""What texts are about: vectors of the pairs of characters in them."""

import numpy as np
import pytest

from gangyao.chinese.han_pairs import han_pairs, wide_code_points
from gangyao.layout.reading_order.meetings import EACH_WITH_EACH
from gangyao.layout.reading_order.topics import Topics, load_topics
from gangyao.layout.reading_order.whole import read_whole

_KNOWN = "港口 铁路 养老 低保"


def make_topics() -> Topics:
    keys = [int(han_pairs(wide_code_points(word))[0][0]) for word in _KNOWN.split()]
    vectors = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], dtype=np.float32)
    order = np.argsort(keys)
    return Topics(np.array(keys)[order], vectors[order])


def likeness(whole, topics, tails, heads, reaches):
    document, left, right = read_whole(whole, topics).read(tails, heads)
    ends = document.subject.directions_of_ends(left, reaches)
    beginnings = document.subject.directions_of_beginnings(right, reaches)
    return [EACH_WITH_EACH.alike(ends[:, place], beginnings[:, place]) for place in range(len(reaches))]


def test_texts_of_one_subject_are_alike_without_a_common_word():
    tails, heads = ["港口。", "低保。"], ["铁路，", "养老，", "，"]
    (alike,) = likeness("港口，铁路，养老，低保", make_topics(), tails, heads, (9,))
    assert np.allclose(alike[:, :2], [[1, -1], [-1, 1]])
    assert np.all(np.abs(alike[:, 2]) < 1e-9)


def test_traditional_characters_are_read_as_simplified_ones():
    topics = make_topics()
    traditional, simplified = (han_pairs(wide_code_points(word))[0] for word in ("鐵路", "铁路"))
    assert np.array_equal(topics.rows_of(traditional), topics.rows_of(simplified))
    assert topics.rows[topics.rows_of(simplified)].any()


def test_no_more_is_read_than_a_reach():
    whole = "港口，铁路，养老，低保"
    near, far = likeness(whole, make_topics(), ["养老，低保，港口"], ["铁路，港口，低保"], (2, 8))
    assert near > 0.99
    assert far < -0.99


def test_pairs_that_the_document_lacks_count_too():
    (alike,) = likeness("港口，养老", make_topics(), ["铁路"], ["港口", "养老"], (9,))
    assert alike[0, 0] > 0.99 > alike[0, 1]


@pytest.mark.parametrize(
    ("one", "like", "unlike"), [("粮食产量", "耕地保护", "出境旅游"), ("养老保险", "失业救助", "港口码头")]
)
def test_the_vectors_that_ship_know_what_goes_together(one, like, unlike):
    (((near, far),),) = likeness(f"{one}，{like}，{unlike}", load_topics(), [one], [like, unlike], (30,))
    assert near > far
