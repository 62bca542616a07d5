"""Divisions that no table knows."""

from __future__ import annotations

import pytest

from gangyao.entities.judging.unknown_places import may_be_unknown_place


@pytest.mark.parametrize(
    ("before", "name", "behind", "wanted"),
    [
        ("把", "许良镇", "纳入", True),
        ("在", "青山村", "", True),
        ("新立、", "石宝", "等", True),
        ("", "锡通", "、苏通", True),
        ("自", "浦口", "—南谯", True),
        ("开展", "铁矿", "石贸易", False),
        ("", "霍林郭", "勒绿色", False),
    ],
)
def test_a_level_or_a_list_tells_a_place(before: str, name: str, behind: str, wanted: bool) -> None:
    text = before + name + behind
    assert may_be_unknown_place(text, len(before), len(before) + len(name)) is wanted
