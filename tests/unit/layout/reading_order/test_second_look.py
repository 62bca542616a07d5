"""Lines that another line goes on at, found once it is known where a text is cut."""

from __future__ import annotations

from gangyao.chinese.character_model import load_model, load_official_model
from gangyao.layout.reading_order.break_judges import CloseLook
from gangyao.layout.reading_order.continuity import Grounds
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.narrowing import measure
from gangyao.layout.reading_order.seam_network import load_seam_network
from gangyao.layout.reading_order.second_look import further_breaks, odd_neighbours
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.reading_order.whole import read_whole

# What the fourth line breaks off with goes on in the second, which begins with a word as a sentence may.
LINES = [
    "加强生态环境保护，推进重点流域水环境综合治理，完善河湖长制。",
    "保障标准，发放社会救助资金，落实各项补助。",
    "健全社会保障体系，提高城乡居民基本养老金标准。",
    "把八成左右的财政支出用于改善民生，提高最低生活",
    "推动制造业高端化、智能化、绿色化，培育先进制造业集群。",
]


def units_of(lines: list[str], *, goes_on: bool) -> list[Unit]:
    return [
        Unit(text, None, is_heading=False, goes_on=goes_on and place > 0) for place, text in enumerate(lines)
    ]


def closely(units: list[Unit]) -> Grounds:
    whole = read_whole("\n".join(unit.text for unit in units), load_topics())
    judge = CloseLook(load_official_model(), load_seam_network())
    return Grounds(whole, read_customs([unit.end for unit in units]), load_model(), judge)


def looked_at(lines: list[str], breaks: set[int], *, goes_on: bool = False) -> frozenset[int]:
    """Return the places that are found besides `breaks`."""
    units = units_of(lines, goes_on=goes_on)
    grounds = closely(units)
    return further_breaks(units, measure(units, breaks, frozenset(), grounds), grounds)


def test_the_rest_of_a_line_is_found_although_it_begins_like_any_other():
    assert looked_at(LINES, {4}) == {1}


def test_nothing_is_found_where_no_line_breaks_off():
    assert looked_at([line for line in LINES if line.endswith("。")], {2}) == frozenset()


def test_lines_that_are_known_to_begin_a_fragment_are_not_found_again():
    assert looked_at(LINES, {1, 4}) == frozenset()


def test_wrapped_lines_are_left_to_what_parts_their_joins():
    assert looked_at(LINES, {4}, goes_on=True) == frozenset()


WRAPPED = [
    "加强生态环境保护，推进重点流域水环境综合治理，完",
    "善河湖长制，严格落实最严格水资源管理制度，提高最",
    "大的，由监狱管理机关负责人集体讨论决定。",
]


def test_a_wrapped_line_that_hardly_goes_on_the_one_before_is_a_place_to_part_the_text_at():
    units = units_of(WRAPPED, goes_on=True)
    assert odd_neighbours(units, set(), closely(units)) == {2}
    assert odd_neighbours(units, {2}, closely(units)) == frozenset()


def test_only_wrapped_lines_are_odd_neighbours():
    units = units_of(WRAPPED, goes_on=False)
    assert odd_neighbours(units, set(), closely(units)) == frozenset()
