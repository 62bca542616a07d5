"""Joins judged closely: what the model of official texts tells besides."""

from __future__ import annotations

from gangyao.chinese.character_model import load_model, load_official_model
from gangyao.layout.reading_order.join_judges import (
    CLOSE_JOIN_TRAITS,
    close_judge,
    join_bits_at_first,
    with_official,
)
from gangyao.layout.reading_order.sides import read_sides
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.traits import join_traits
from gangyao.layout.reading_order.whole import read_whole

LAST = ["违反本法规定，构成犯罪的，依法追究刑", "农民专业合作社的理事长、理事和管理人员不得有下列"]
FIRST = ["事责任；尚不构成犯罪的，给予处分。", "行为：侵占、挪用或者私分本社资产。"]


def traits():
    whole = read_whole("\n".join([*LAST, *FIRST]), load_topics())
    model = load_model()
    return join_traits(LAST, FIRST, read_sides(LAST, FIRST, model), whole, model)


def test_both_looks_find_what_goes_on_each_line():
    for judge in (join_bits_at_first, close_judge(load_official_model())):
        bits = judge(traits(), LAST, FIRST)
        assert bits.shape == (2, 2)
        assert bits.argmax(axis=1).tolist() == [0, 1]


def test_the_model_of_official_texts_adds_how_well_characters_fit():
    told = with_official(traits(), LAST, FIRST, load_official_model())
    assert set(told) == set(CLOSE_JOIN_TRAITS)
    gains = told["official gain of the first character"]
    assert gains[0, 0] > gains[0, 1]
    assert gains[1, 1] > gains[1, 0]
