"""Pieces of an order that are too short for a column."""

from gangyao.layout.reading_order.slivers import shortest_sliver
from gangyao.layout.reading_order.units import Unit

_LONG = "各地各部门要加强统筹协调，完善配套政策，压实工作责任，确保各项任务落到实处。" * 20


def _units(*texts: str) -> list[Unit]:
    return [Unit(text, None, is_heading=False) for text in texts]


def test_a_line_read_apart_from_both_its_neighbours_in_print_is_too_short():
    units = _units(_LONG, "的规划师；", _LONG, _LONG)
    bounds = [(0, 1), (1, 2), (2, 3), (3, 4)]
    assert shortest_sliver((0, 2, 1, 3), bounds, units) == (1, 2)


def test_a_line_read_with_one_of_its_neighbours_in_print_is_a_part_of_its_column():
    units = _units(_LONG, "的规划师；", _LONG, _LONG)
    bounds = [(0, 1), (1, 2), (2, 3), (3, 4)]
    assert shortest_sliver((2, 3, 0, 1), bounds, units) is None


def test_columns_are_no_slivers():
    units = _units(_LONG, _LONG, _LONG)
    assert shortest_sliver((2, 0, 1), [(0, 1), (1, 2), (2, 3)], units) is None


def test_of_a_short_text_the_pieces_are_short():
    units = _units(
        "一、加强组织领导，压实工作责任。",
        "二、完善配套政策，加大投入力度。",
        "三、强化督促检查，确保取得实效。",
    )
    assert shortest_sliver((1, 0, 2), [(0, 1), (1, 2), (2, 3)], units) is None
