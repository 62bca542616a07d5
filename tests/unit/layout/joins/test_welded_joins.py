"""Edges of columns that only a close look at every join of a wrapped text finds."""

from gangyao.chinese.character_model import load_model
from gangyao.layout.joins.welded_joins import find_welded_joins
from gangyao.layout.reading_order.restore import Judges
from gangyao.layout.reading_order.topics import load_topics

LINES = [
    "省人民政府应当严格执行土地利用总体规划和",
    "设用地的，由国务院或者国务院授权的机关批",
    "准，具体办法由国务院自然资源主管部门制定",
]


def found(joins: list[bool], known: set[int]) -> list[int]:
    return find_welded_joins(LINES, joins, known, Judges(load_model(), load_topics()))


def test_a_line_that_goes_on_elsewhere_is_found():
    assert found([False, True, True], set()) == [1]


def test_joins_that_are_known_to_be_doubtful_are_not_looked_at_again():
    assert found([False, True, True], {1}) == []


def test_nothing_is_found_where_no_line_goes_on_another():
    assert found([False, False, False], set()) == []
