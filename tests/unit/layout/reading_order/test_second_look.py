"""Lines that another line goes on at, found once it is known where a text is cut."""

from __future__ import annotations

from gangyao.chinese.character_model import load_model, load_official_model
from gangyao.layout.reading_order.break_judges import CloseLook
from gangyao.layout.reading_order.continuity import Grounds
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.narrowing import measure
from gangyao.layout.reading_order.seam_network import load_seam_network
from gangyao.layout.reading_order.second_look import further_breaks
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


def looked_at(lines: list[str], breaks: set[int], *, goes_on: bool = False) -> frozenset[int]:
    """Return the places that are found besides `breaks`."""
    units = [
        Unit(text, None, is_heading=False, goes_on=goes_on and place > 0) for place, text in enumerate(lines)
    ]
    whole = read_whole("\n".join(lines), load_topics())
    judge = CloseLook(load_official_model(), load_seam_network())
    grounds = Grounds(whole, read_customs([unit.end for unit in units]), load_model(), judge)
    return further_breaks(units, measure(units, breaks, frozenset(), grounds), grounds)


def test_the_rest_of_a_line_is_found_although_it_begins_like_any_other():
    assert looked_at(LINES, {4}) == {1}


def test_nothing_is_found_where_no_line_breaks_off():
    assert looked_at([line for line in LINES if line.endswith("。")], {2}) == frozenset()


def test_lines_that_are_known_to_begin_a_fragment_are_not_found_again():
    assert looked_at(LINES, {1, 4}) == frozenset()


def test_wrapped_lines_are_left_to_what_parts_their_joins():
    assert looked_at(LINES, {4}, goes_on=True) == frozenset()
