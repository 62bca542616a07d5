"""What a document's own lines tell about the ends of its paragraphs."""

from gangyao.layout.reading_order.customs import customs_of_ends
from gangyao.layout.reading_order.units import Unit

SENTENCE = "改善人居环境，建设美丽城镇。"


def units(*texts: str, sentences: int = 40) -> list[Unit]:
    return [Unit(text, None, is_heading=False) for text in (*texts, *[SENTENCE] * sentences)]


def test_a_line_without_a_mark_ends_no_paragraph_where_no_other_does() -> None:
    short, sentence = customs_of_ends(units("海洋生态"), [0, 1])
    assert short < -3
    assert sentence == 0


def test_where_many_lines_end_so_it_tells_nothing() -> None:
    titles = ["海洋生态", *["重点工程", "主要指标", "保障措施", "发展基础"] * 5]
    assert customs_of_ends(units(*titles), [0]) == [0]


def test_lines_that_cuts_left_are_no_custom() -> None:
    alone, among = units("海洋生态", sentences=42), units("海洋生态", "推进重", "出口占全")
    assert customs_of_ends(alone, [0]) == customs_of_ends(among, [0])


def test_cells_of_tables_are_not_judged() -> None:
    cell = Unit("海洋生态", None, is_heading=False, glued=True)
    assert customs_of_ends([*units(), cell], [40]) == [0]
