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
        # A ground that names what is written; one that is taken as something.
        (
            "根据市里下达的任务分解表，合理安排整治计划。",
            ["根据|市里下达的任务分解表", "合理安排|整治计划"],
        ),
        (
            "以近岸渔港作为整治的重点，加强巡查。",
            ["以|近岸渔港作为整治的重点", "加强|巡查"],
        ),
        # Two verbs for one object of which no table knows the second.
        ("船主只能相应购买或者租用本港的一个泊位。", ["只能相应购买或者租用|本港的一个泊位"]),
        ("渔港安全得到合理管控。", ["得到合理管控|"]),
        ("其中近岸渔港占60%以上。", ["占|60%以上"]),
        # For how much more, and when those who are bid act.
        ("每增加1个泊位，增加运行经费。", ["增加|运行经费"]),
        (
            "县渔业局要督促船主在作业时，严格规范设置标志。",
            ["要督促|船主在作业时", "严格规范设置|标志"],
        ),
        # What something becomes, but for whom something is done.
        ("不得注册为商标。", ["不得注册为|商标"]),
        ("优化为渔民服务。", ["优化|为渔民服务"]),
        ("统筹用于更高质量的渔业项目。", ["统筹用于|更高质量的渔业项目"]),
        (
            "负责渔船管理工作的部门和负责渔港监督的部门建立工作机制。",
            ["建立|工作机制"],
        ),
        ("突出重点整治渔港。", ["突出重点整治|渔港"]),
        ("突出重点渔港。", ["突出|重点渔港"]),
    ],
)
def test_what_local_notices_say(grammar: Grammar, text: str, wanted: list[str]) -> None:
    actions = read_actions(text, 0, len(text), grammar).actions
    assert [f"{action.verb}|{action.object}" for action in actions] == wanted
