"""Offices of a list that share a level. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.tasks import Party
from gangyao.tasks.duties.shared_levels import of_shared_levels, with_shared_levels


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        (["省科技厅", "财政厅", "住房和城乡建设厅"], ["省科技厅", "省财政厅", "省住房和城乡建设厅"]),
        (["市教育局", "城市管理局", "国资委"], ["市教育局", "市城市管理局", "市国资委"]),
        (["临河县水利局", "气象局"], ["临河县水利局", "临河县气象局"]),
        # An office of its own, and what it stands before.
        (["省财政厅", "国家税务局", "水利厅"], ["省财政厅", "国家税务局", "水利厅"]),
        (["市科技局", "财政厅"], ["市科技局", "财政厅"]),
        (["市委组织部", "市人社局", "各区县"], ["市委组织部", "市人社局", "各区县"]),
        (["财政部", "水利部"], ["财政部", "水利部"]),
        (["县级以上水利局", "农业局"], ["县级以上水利局", "农业局"]),
    ],
)
def test_offices_take_the_level_of_the_list(names: list[str], shared: list[str]) -> None:
    assert with_shared_levels(names) == shared


@given(st.lists(st.sampled_from(["省科技厅", "财政厅", "市水利局", "农业局", "某公司", "各市"]), max_size=6))
def test_names_only_gain_a_level(names: list[str]) -> None:
    shared = with_shared_levels(names)
    assert len(shared) == len(names)
    assert all(after.endswith(before) for before, after in zip(names, shared, strict=True))
    assert with_shared_levels(shared) == shared


def test_only_lists_share_a_level() -> None:
    text = "省科技厅、财政厅要加强指导，水利局要配合"
    bodies = [Party(text[a:b], a, b) for a, b in ((0, 4), (5, 8), (14, 17))]
    assert [one.text for one in of_shared_levels(bodies, text)] == ["省科技厅", "省财政厅", "水利局"]
