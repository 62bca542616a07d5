"""Joins judged closely: what the model of official texts tells besides."""

from __future__ import annotations

import numpy as np

from gangyao.chinese.character_model import load_model, load_official_model
from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.break_judges import (
    CLOSE_JOIN_TRAITS,
    CloseLook,
    FirstLook,
    bits_of_joins,
    bits_of_pairs,
    close_join_traits,
)
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.seam_network import load_seam_network
from gangyao.layout.reading_order.sides import read_sides
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.traits import join_traits
from gangyao.layout.reading_order.whole import read_whole

LAST = ["违反本法规定，构成犯罪的，依法追究刑", "农民专业合作社的理事长、理事和管理人员不得有下列"]
FIRST = ["事责任；尚不构成犯罪的，给予处分。", "行为：侵占、挪用或者私分本社资产。"]


def traits():
    whole = read_whole("\n".join([*LAST, *FIRST]), load_topics())
    model = load_model()
    return join_traits(Contexts(LAST, FIRST), read_sides(LAST, FIRST, model), whole, model)


def test_both_looks_find_what_goes_on_each_line():
    for judge in (FirstLook(), CloseLook(load_official_model(), load_seam_network())):
        bits = judge.joins(traits(), LAST, FIRST)
        assert bits.shape == (2, 2)
        assert bits.argmax(axis=1).tolist() == [0, 1]


def test_the_model_of_official_texts_adds_how_well_characters_fit():
    told = close_join_traits(traits(), LAST, FIRST, load_official_model(), load_seam_network())
    assert set(told) == set(CLOSE_JOIN_TRAITS)
    gains = told["official gain of the first character"]
    assert gains[0, 0] > gains[0, 1]
    assert gains[1, 1] > gains[1, 0]


def test_both_looks_tell_whole_paragraphs_from_parts_of_one():
    ends = [Edge("本法自公布之日起施行。", False), Edge(LAST[0], False)]
    starts = [Edge("国家鼓励和支持农民专业合作社的发展。", False), Edge(FIRST[0], False)]
    customs = read_customs([*ends, *starts])
    sides = read_sides([edge.text for edge in ends], [edge.text for edge in starts], load_model())
    for judge in (FirstLook(), CloseLook(load_official_model(), load_seam_network())):
        whole, cut = judge.ends(ends, customs, sides[0])
        assert whole > 0 > cut
        whole, cut = judge.starts(starts, customs, sides[1])
        assert whole > 0 > cut


def test_lines_as_printed_are_judged_as_among_others():
    whole, model = read_whole("\n".join([*LAST, *FIRST]), load_topics()), load_model()
    for judge in (FirstLook(), CloseLook(load_official_model(), load_seam_network())):
        among = bits_of_joins(Contexts(LAST, FIRST), whole, model, judge)
        assert np.allclose(
            bits_of_pairs(Contexts(LAST, FIRST), whole, model, judge), among.diagonal(), atol=1e-3
        )
        assert bits_of_pairs(Contexts([], []), whole, model, judge) == []
