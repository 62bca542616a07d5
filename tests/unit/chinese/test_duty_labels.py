"""Lines of nothing but bodies."""

from __future__ import annotations

import pytest

from gangyao.chinese.duty_labels import names_only_bodies


@pytest.mark.parametrize(
    ("line", "is_list"),
    [
        ("省科技厅、各市人民政府", True),
        ("省科技厅", True),
        ("各县（市、区）人民政府，省水利厅；省科技厅", True),
        ("省科技厅、", True),
        ("省科技厅、加快建设水厂", False),
        ("、", False),
        ("", False),
        # A paragraph full of characters that end bodies: one pattern over all of it took hours.
        ("部局厅委办院署中心" * 40 + "建设", False),
        ("、".join(["省科技厅"] * 13), False),
    ],
)
def test_a_line_of_bodies(line: str, is_list: bool) -> None:
    assert names_only_bodies(line) is is_list
