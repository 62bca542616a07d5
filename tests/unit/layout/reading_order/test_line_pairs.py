"""What lines tell of breaks between them, once for several looks."""

from __future__ import annotations

import numpy as np

from gangyao.chinese.character_model import load_model
from gangyao.layout.reading_order.line_pairs import read_line_pairs
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.whole import read_whole

LAST = {1: "把八成左右的财政支出用于改善民生，发放社会救", 3: "推进县城建设，完善（公共", 8: "一、总体要求"}
FIRST = {0: "助资金，落实各项补助。", 2: "服务）设施。", 4: "第二，深化改革。", 9: "加强领导。"}


def test_some_lines_tell_what_they_tell_among_others():
    whole = read_whole("\n".join([*LAST.values(), *FIRST.values()]), load_topics())
    known = read_line_pairs(LAST, FIRST, whole, load_model())
    some = read_line_pairs({1: LAST[1], 8: LAST[8]}, {2: FIRST[2], 9: FIRST[9]}, whole, load_model())
    found = known.among([1, 8], [2, 9])
    assert found is not None
    assert found.traits.keys() == some.traits.keys()
    for name, told in some.traits.items():
        assert np.allclose(found.traits[name], told), name
    for side, expected in zip(found.sides, some.sides, strict=True):
        assert np.array_equal(side.kinds, expected.kinds)
        assert np.allclose(side.comma, expected.comma)


def test_lines_that_were_not_read_are_not_told_of():
    whole = read_whole("\n".join([*LAST.values(), *FIRST.values()]), load_topics())
    known = read_line_pairs(LAST, FIRST, whole, load_model())
    assert known.among([1, 2], [0]) is None
    assert known.among([1], [0, 1]) is None
