"""Schemes and meetings known by the verb before them. The sentences are invented."""

from __future__ import annotations

import pytest

from tests.unit.entities.conftest import pairs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "实施湿地生态补水行动，开展中小企业数字化提升计划，办好全省茶产业发展大会。",
            [
                ("湿地生态补水行动", "programme"),
                ("中小企业数字化提升计划", "programme"),
                ("全省茶产业发展大会", "event"),
            ],
        ),
        (
            "实施茶园提质工程、渔港清障工程、河道疏浚工程。",
            [("茶园提质工程", "programme"), ("渔港清障工程", "programme"), ("河道疏浚工程", "programme")],
        ),
        (
            "实施茶园提质行动、茶渣循环利用助力减排行动、渔港清障行动。",
            [
                ("茶园提质行动", "programme"),
                ("茶渣循环利用助力减排行动", "programme"),
                ("渔港清障行动", "programme"),
            ],
        ),
        ("实施一批重大工程，开展专项行动，推进民生工程。", []),
        ("完成年度投资计划，纳入计划单列，培养工程师。", []),
        ("通过人民代表大会行使权力。", []),
        ("落实茶叶促进条例。", [("茶叶促进条例", "policy")]),
        (
            "继续实施“三茶一水”、茶山教师计划，举办第九届省茶博会。",
            [("三茶一水", "programme"), ("茶山教师计划", "programme"), ("第九届省茶博会", "event")],
        ),
        (
            "推进引荷济茗、荷水北调和荷电入茗。",
            [("引荷济茗", "programme"), ("荷水北调", "programme"), ("荷电入茗", "programme")],
        ),
        ("完成“七五”计划，编制第二个五年计划。", [("“七五”计划", "policy"), ("第二个五年计划", "policy")]),
    ],
)
def test_names(find, text, wanted):
    assert pairs(find(text)) == wanted
