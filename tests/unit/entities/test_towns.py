"""Towns and villages by name. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "重点突出龙荷镇、维屏镇和化茗乡。",
            [("龙荷镇", "admin_area"), ("维屏镇", "admin_area"), ("化茗乡", "admin_area")],
        ),
        ("在常荷乡小屏峰村开展试点。", [("常荷乡小屏峰村", "admin_area")]),
        ("建设特色小镇、文明村，立足乡村，改造三区一村，覆盖省市县乡。", []),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
