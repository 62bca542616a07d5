"""Rows that are drawn with bars."""

import pytest

from gangyao.layout.reading_order.bars import are_rows


@pytest.mark.parametrize(
    ("last", "first", "are"),
    [
        ("工商、金融界 | 120人", "文化、教育界 | 115人", True),
        ("| 甲 | 乙 |", "| 丙 | 丁 |", True),
        ("+-----+-----+", "| 甲 | 乙 |", True),
        ("1.拖船按功率折合净吨位。\\", "| | 2.无法提供证明的 |", True),
        ("加强生态环境保护。", "| 甲 | 乙 |", False),
        ("| 甲 | 乙 |", "加强生态环境保护。", False),
        ("加强生态环境保护。", "完善河湖长制。", False),
    ],
)
def test_rows_are_told_by_their_bars(last, first, are):
    assert are_rows(last, first) is are
