"""Who is supported, allowed or asked to act; the sentences are invented."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A phrase stands behind the name.
        ("鼓励渔业企业通过技术改造提高产量。", ["渔业企业"]),
        ("委托专业机构对渔港进行评估。", ["专业机构"]),
        ("鼓励符合条件的渔业企业对技术人员实施奖励。", ["符合条件的渔业企业"]),
        ("鼓励渔业企业、行业协会等对创新给予奖励。", ["渔业企业", "行业协会"]),
        # Part of the name or of the list.
        (
            "乡人民政府协助县级以上人民政府渔业行政主管部门做好渔港的监督管理。",
            ["县级以上人民政府渔业行政主管部门"],
        ),
        ("督促有关部门以及有关单位做好安全工作。", ["有关部门", "有关单位"]),
        # A thing of theirs.
        ("支持担保机构的风险补偿机制。", []),
    ],
)
def test_who_is_to_be_helped(text: str, wanted: list[str], grammar: Grammar) -> None:
    found = read_actions(text, 0, len(text), grammar).beneficiaries
    assert [party.text for party in found] == wanted
