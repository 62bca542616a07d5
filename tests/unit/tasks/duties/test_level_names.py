"""Levels that are named together act as one body. All sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.lists import listed


@pytest.mark.parametrize("name", ["市县两级", "省市县三级", "省、市、县三级"])
def test_levels_that_are_counted_are_one_body(name: str) -> None:
    assert body_in(name, is_named=False) == (0, len(name))
    assert list(listed(name, (0, len(name)))) == [(0, len(name))]


def test_a_level_alone_is_none() -> None:
    assert body_in("三级", is_named=False) is None
