"""Four stars between two bold spans are none; stars that hide something stay."""

from __future__ import annotations

import pytest

from gangyao.markup.split_bold import without_seams


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("**一、****总体****要求**", "**一、总体要求**"),
        ("岗位**5****000**个", "岗位**5000**个"),
        ("张****获奖", "张****获奖"),
        ("**姓名**张****获奖", "**姓名**张****获奖"),
        ("电话138****5678", "电话138****5678"),
    ],
)
def test_seams(line: str, joined: str) -> None:
    assert without_seams(line) == joined
