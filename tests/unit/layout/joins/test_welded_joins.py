"""Edges of columns that only what is missed on both sides tells from the other joins of a wrapped text."""

from gangyao.chinese.character_model import load_model
from gangyao.layout.joins.welded_joins import find_welded_joins
from gangyao.layout.reading_order.restore import Judges
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.units import Unit

# A column ends with the first line: 总体规划和|城市规划, 依法批准建|设用地的.
LINES = [
    "省人民政府应当严格执行土地利用总体规划和",
    "设用地的，由国务院或者国务院授权的机关批",
    "准，具体办法由国务院自然资源主管部门制定",
]
END, BEGINNING = "农民集体所有的土地经依法批准为建", "城市规划，从严控制新增用地的规模。"


def found(joins: list[bool], known: set[int], end: str = END, beginning: str = BEGINNING) -> list[int]:
    ends, beginnings = [Unit(end, None, is_heading=False)], [Unit(beginning, None, is_heading=False)]
    return find_welded_joins(LINES, joins, known, ends, beginnings, Judges(load_model(), load_topics()))


def test_a_line_that_an_end_goes_on_with_and_whose_line_before_goes_on_elsewhere_is_found():
    assert found([False, True, True], set()) == [1]


def test_joins_that_are_known_to_be_doubtful_are_not_looked_at_again():
    assert found([False, True, True], {1}) == []


def test_nothing_is_found_where_no_line_goes_on_another():
    assert found([False, False, False], set()) == []


def test_a_join_stays_that_nothing_else_goes_on_with():
    assert found([False, True, True], {1}, "各地要做好值班值守工作。", "本条例自公布之日起施行。") == []


def test_headings_are_no_ends_of_columns():
    heading = Unit("第二章 规划", None, is_heading=True)
    judges = Judges(load_model(), load_topics())
    assert find_welded_joins(LINES, [False, True, True], set(), [heading], [heading], judges) == []
