"""Where the printed order may be left."""

from gangyao.chinese.character_model import load_model
from gangyao.layout.reading_order.fragments import candidates_by_numbers
from gangyao.layout.reading_order.numbering import families_counted_through, read_mark
from gangyao.layout.reading_order.units import Unit

LATER = [f"第四十{numeral}条　县人民政府应当加强乡村旅游的管理。" for numeral in "一二三四"]
EARLIER = [f"第二十{numeral}条　县人民政府应当加强乡村旅游的管理。" for numeral in "一二三四"]


def found(*lines: str) -> frozenset[int]:
    units = [
        Unit(line, read_mark(line), read_mark(line) is not None and not line.endswith("。")) for line in lines
    ]
    through = families_counted_through(unit.mark for unit in units if unit.mark is not None)
    return candidates_by_numbers(units, through, load_model())


def test_headings_above_a_number_that_does_not_fit_need_not_fit_either():
    assert {4, 6} <= found(*LATER, "第三章　管护", "第一节　一般规定", *EARLIER)


def test_headings_above_a_number_that_fits_do():
    assert found(*EARLIER, "第三章　管护", *LATER[:0], "第二十五条　县人民政府应当加强管理。") == frozenset()
