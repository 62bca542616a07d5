"""Items of a list that end as the known name beside them; parts of provinces. All sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "保护荷剧、川剧和茗剧。",
            [("荷剧", "heritage"), ("川剧", "heritage"), ("茗剧", "heritage")],
        ),
        ("办好东博会、荷洽会、展销会。", [("东博会", "event"), ("荷洽会", "event")]),
        ("支持渝东北、豫西南和苏中发展。", [("渝东北", "region"), ("豫西南", "region"), ("苏中", "region")]),
        (
            "（教育部、扶贫办、文物局负责）",
            [("教育部", "organization"), ("扶贫办", "organization"), ("文物局", "organization")],
        ),
        ("（国务院、全省布局、教育部、线上联办）", [("国务院", "organization"), ("教育部", "organization")]),
        ("学习云南经验。", [("云南", "admin_area")]),
        ("深化粤桂东西部协作。", [("粤桂", "admin_area"), ("东西部协作", "policy")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
