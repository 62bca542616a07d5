"""Rivers and hills that no table has. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("完成荷屏河治理和茗湖湖堤加固。", [("荷屏河", "natural_feature"), ("茗湖", "natural_feature")]),
        ("治理黑臭河、中小河，保护矿山。", []),
        ("评估长江流域生态系统。", [("长江流域", "region")]),
        (
            "守护荷屏山、茗屏湖，发扬愚公移山精神。",
            [("荷屏山", "natural_feature"), ("茗屏湖", "natural_feature")],
        ),
        ("支持绥芬河、珲春开放。", [("绥芬河", "admin_area"), ("珲春", "admin_area")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
