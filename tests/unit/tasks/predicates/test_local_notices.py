"""Forms of clauses that notices of districts and towns use."""

from __future__ import annotations

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A series of duties keeps its 要.
        ("一要充分发挥渔港作用。", ["要充分发挥|渔港作用"]),
        # The verb that a phrase wants has its adverbs.
        ("为渔民免费提供救生衣。", ["免费提供|救生衣"]),
        ("对于风险较高渔港及时进行检查。", ["及时进行|检查"]),
        # Parts of four characters without objects are predicates, those with objects are not.
        ("船主应当登记造册、妥善存放。", ["应当登记造册、妥善存放|"]),
        ("激活主体、激活要素。", ["激活|主体、激活要素"]),
        ("鼓励与支持渔民参与救援。", ["鼓励与支持|渔民参与救援"]),
        ("有效督促承租单位的安全管理工作。", ["有效督促|承租单位的安全管理工作"]),
        # What is to be done once something is found.
        ("发现违法线索及时移交渔港监督部门。", ["及时移交|渔港监督部门"]),
        ("发现和培养渔业人才。", ["发现和培养|渔业人才"]),
        ("船主应当根据船舶等级报渔港监督部门备案。", ["应当根据船舶等级报|渔港监督部门备案"]),
        # What something holds is no act, what it shall hold is.
        ("开展渔港整治，主要包括防波堤修缮等。", ["开展|渔港整治"]),
        ("整治方案应当包括防波堤修缮等内容。", ["应当包括|防波堤修缮等内容"]),
    ],
)
def test_what_local_notices_say(grammar: Grammar, text: str, wanted: list[str]) -> None:
    actions = read_actions(text, 0, len(text), grammar).actions
    assert [f"{action.verb}|{action.object}" for action in actions] == wanted
