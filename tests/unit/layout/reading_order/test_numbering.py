"""What the numbers of headings cost after those before them."""

import pytest

from gangyao.layout.reading_order.counting import NOTHING_READ, Counting, make_fragment
from gangyao.layout.reading_order.numbering import Mark, advance, families_counted_through, read_mark
from gangyao.layout.reading_order.units import Unit


def marks_of(*lines: str) -> list[Mark]:
    return [mark for line in lines if (mark := read_mark(line)) is not None]


def cost_of(marks: list[Mark], through: frozenset[str] = frozenset({"article", "chapter"})) -> float:
    _, cost = advance({}, marks, through)
    return cost


CHAPTERS = marks_of(
    *("第三章　管护", "第二十一条　甲。", "第二十二条　乙。", "第二十三条　丙。"),
    *("第四章　监督", "第二十四条　丁。", "第二十五条　戊。", "第二十六条　己。"),
)


def test_articles_that_count_through_begin_a_chapter_with_any_number():
    assert families_counted_through(CHAPTERS) == {"article"}
    through = families_counted_through(CHAPTERS)
    assert cost_of(CHAPTERS[:4], through) < 4.0 < cost_of(CHAPTERS[:4], frozenset())


@pytest.mark.parametrize("turn", range(2, len(CHAPTERS)))
def test_a_page_that_is_turned_round_costs_more_than_any_slip(turn):
    turned = [*CHAPTERS[turn:], *CHAPTERS[:turn]]
    assert cost_of(turned) > cost_of(CHAPTERS) + 15.0


def test_a_number_that_is_left_out_is_a_small_slip():
    left_out = [mark for mark in CHAPTERS if mark.number != 23]
    assert cost_of(CHAPTERS) < cost_of(left_out) < cost_of([*CHAPTERS[4:], *CHAPTERS[:4]])


def test_a_citation_stays_one_when_the_line_is_completed():
    article = "第五条　符合前款规定的，由县人民政府依照本办法办理。"
    lines = [Unit(article, read_mark(article), is_heading=False)]
    cited = Unit("第三条经批准后", None, is_heading=False)
    rest = Unit("可以延长期限的，从其规定。", None, is_heading=False)
    counting = Counting([make_fragment([*lines, cited]), make_fragment([rest])], frozenset({"article"}))
    state, _ = counting.read(NOTHING_READ, 0, joins=False)
    state, cost = counting.read(state, 1, joins=True)
    assert (cost, counting.finish(state)) == (0.0, 0.0)
