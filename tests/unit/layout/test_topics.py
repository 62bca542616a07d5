"""What texts are about: vectors of the pairs of characters in them."""

import numpy as np
import pytest

from gangyao.chinese.han_pairs import code_points, han_pairs
from gangyao.layout.reading_order.topics import Subject, Topics, load_topics

_KNOWN = "港口 铁路 养老 低保"


def make_topics() -> Topics:
    keys = [int(han_pairs(code_points(word))[0][0]) for word in _KNOWN.split()]
    vectors = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], dtype=np.float32)
    order = np.argsort(keys)
    return Topics(np.array(keys)[order], vectors[order])


def test_texts_of_one_subject_are_alike_without_a_common_word():
    subject = Subject("港口，铁路，养老，低保", make_topics())
    (likeness,) = subject.likeness(["港口。", "低保。"], ["铁路，", "养老，", "，"], (9,))
    assert np.allclose(likeness[:, :2], [[1, -1], [-1, 1]])
    assert np.all(np.abs(likeness[:, 2]) < 1e-9)


def test_traditional_characters_are_read_as_simplified_ones():
    topics = make_topics()
    assert np.allclose(topics.read("鐵路").vectors, topics.read("铁路").vectors)


def test_no_more_is_read_than_a_reach():
    subject = Subject("港口，铁路，养老，低保", make_topics())
    near, far = subject.likeness(["养老，低保，港口"], ["铁路，港口，低保"], (2, 8))
    assert near > 0.99
    assert far < -0.99


@pytest.mark.parametrize(
    ("one", "like", "unlike"), [("粮食产量", "耕地保护", "出境旅游"), ("养老保险", "失业救助", "港口码头")]
)
def test_the_vectors_that_ship_know_what_goes_together(one, like, unlike):
    subject = Subject(f"{one}，{like}，{unlike}", load_topics())
    (((near, far),),) = subject.likeness([one], [like, unlike], (30,))
    assert near > far
