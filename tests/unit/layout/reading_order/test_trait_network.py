"""The networks that weigh the traits of breaks, and the traits of single sides."""

import numpy as np
import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.reading_order.break_judges import FIRST_LOOK, bits_of_joins
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.line_breaks import NEIGHBOUR_TRAITS
from gangyao.layout.reading_order.line_ends import END_TRAITS
from gangyao.layout.reading_order.line_starts import START_TRAITS
from gangyao.layout.reading_order.sides import read_sides, side_traits
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.trait_network import TraitNetwork, load_network
from gangyao.layout.reading_order.traits import JOIN_TRAITS
from gangyao.layout.reading_order.whole import read_whole

_COLUMNS = [
    "各地要完善基本公共服务体系，健全多层次社会保障制度，推动教育、医疗、养",
    "老、托育等服务向基层延伸，让发展成果更多更公平惠及全体群众。",
    "深入打好污染防治攻坚战，加强重点流域水环境综合治理，严格落实河湖长",
    "制，推进农村生活污水和垃圾处理，持续改善空气质量。",
]


@pytest.mark.parametrize(
    ("judged", "traits"),
    [
        ("join", JOIN_TRAITS),
        ("line_end", END_TRAITS),
        ("line_start", START_TRAITS),
        ("neighbours", NEIGHBOUR_TRAITS),
    ],
)
def test_the_networks_that_ship_know_every_trait(judged, traits):
    assert load_network(judged).traits == traits


def test_what_was_one_line_is_likelier_together():
    whole = read_whole("\n".join(_COLUMNS), load_topics())
    bits = bits_of_joins(Contexts(_COLUMNS[::2], _COLUMNS[1::2]), whole, load_model(), FIRST_LOOK)
    assert bits[0, 0] > 0 > bits[0, 1]
    assert bits[1, 1] > 0 > bits[1, 0]


def test_traits_of_one_side_are_weighed_as_those_of_pairs():
    network = TraitNetwork(
        ("pair", "left"), np.array([[1.0], [2.0]]), np.array([0.5]), np.array([3.0]), -1.0, -10.0, 99.0
    )
    pair, left = np.array([[1.0, -4.0], [0.0, 2.0]]), np.array([[True], [False]])
    bits = network.bits({"pair": pair, "left": left})
    assert np.allclose(bits, network.bits({"pair": pair, "left": np.broadcast_to(left, (2, 2))}))
    assert np.allclose(bits[0], [9.5, -1.0], atol=0.01)


def test_no_bits_are_beyond_the_bounds():
    network = TraitNetwork(("x",), np.array([[1.0]]), np.array([5.0]), np.array([2.0]), -40.0, -7.0, 9.0)
    low, high = network.bits({"x": np.array([0.0, 90.0])})
    assert low == pytest.approx(-7.0, abs=0.01)
    assert high == pytest.approx(9.0, abs=0.01)


def test_sides_tell_what_they_end_and_begin_with():
    traits = side_traits(*read_sides(["推进经济", "其中，"], ["建设，", "“一带一路”"], load_model()))
    assert traits["left side ends with a word of 2"][:, 0].tolist() == [True, False]
    assert traits["left side ends with: comma"][:, 0].tolist() == [False, True]
    assert traits["right side begins with: opening mark"][0].tolist() == [False, True]
    assert traits["right side begins with a word of 2"][0].tolist() == [True, False]
