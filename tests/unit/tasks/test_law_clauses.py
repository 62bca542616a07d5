"""Clauses as laws have them; the sentences are invented."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


def read(text: str, grammar: Grammar) -> list[str]:
    return [f"{action.verb}|{action.object}" for action in read_actions(text, 0, len(text), grammar)[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("编制机关应当征求渔民意见。", ["应当征求|渔民意见"]),
        ("申请执行人对查询信息应当保密。", ["应当保密|"]),
        ("对违法渔船的管理人处五万元以上十万元以下的罚款。", ["处|五万元以上十万元以下的罚款"]),
        ("应当向引航机构申请引航。", ["应当向引航机构申请|引航"]),
        ("渔民培训由县渔业部门组织实施。", ["组织实施|"]),
        ("组织未继续升学的毕业生参加培训。", ["组织|未继续升学的毕业生参加培训"]),
        ("如实填写申请书。", ["如实填写|申请书"]),
        ("应当限定在必要的范围内。", ["应当限定在|必要的范围内"]),
        ("应当报经县人民政府同意。", ["应当报经|县人民政府同意"]),
        ("借用的渔具，由借用单位保管。", ["保管|"]),
        ("告知其违反规定应负的法律责任。", ["告知|其违反规定应负的法律责任"]),
        ("应当按照规定的程序报县人民政府审批。", ["应当按照规定的程序报县人民政府审批|"]),
        ("可以口头或者书面提出异议。", ["可以口头或者书面提出|异议"]),
        ("不得收购和销售。", ["不得收购和销售|"]),
        ("应当遵守禁止捕捞的规定。", ["应当遵守|禁止捕捞的规定"]),
        ("未经渔业部门批准，任何个人不得捕捞。", ["不得捕捞|"]),
        ("可回收物经营者应当登记造册。", ["应当登记造册|"]),
        ("可继续以划拨方式使用。", ["可继续以划拨方式使用|"]),
        ("转制时由财政部门拨付经费。", ["拨付|经费"]),
        ("要简明扼要、通俗易懂。", ["要简明扼要、通俗易懂|"]),
        ("具体标准由国务院退役军人部门规定。", ["规定|"]),
        ("处10万元以上50万元以下的罚款。", ["处|10万元以上50万元以下的罚款"]),
        ("严格控制建设活动。", ["严格控制|建设活动"]),
        ("该项工作于2025年4月底前完成。", ["完成|"]),
        ("纳税人对所提交信息的真实性负责。", ["负责|"]),
        ("街道办事处应当依法指导和监督辖区渔业协会。", ["应当依法指导和监督|辖区渔业协会"]),
        ("可以依法辞退违规船员。", ["可以依法辞退|违规船员"]),
        ("由渔业部门宣告其丧失资格。", ["宣告|其丧失资格"]),
        ("禁止砍伐护岸林。", ["禁止砍伐|护岸林"]),
        ("不得设置、移动、涂改或者损毁渔港标志。", ["不得设置、移动、涂改或者损毁|渔港标志"]),
        ("不得从事或者变相从事远洋捕捞。", ["不得从事或者变相从事|远洋捕捞"]),
        ("按照法定权限行使职权。", ["行使|职权"]),
        ("县人民政府统一领导渔港保护工作。", ["统一领导|渔港保护工作"]),
        (
            "应当按照国家优先发展渔业的优惠政策，减免费用。",
            ["应当按照|国家优先发展渔业的优惠政策", "减免|费用"],
        ),
    ],
)
def test_verbs_of_duties(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("规划涉及渔港的部分，由渔业部门会同有关部门编制。", ["编制|"]),
        ("地方重点保护水生植物的管理办法，由省人民政府制定。", ["制定|"]),
        ("在规划区内进行建设活动，应当遵守规定。", ["应当遵守|规定"]),
        ("使用彩钢板的房屋，房屋责任人应当加强检查。", ["应当加强|检查"]),
        ("通过招标、议价等方式确定的品种，试点医院应当优先使用。", ["应当优先使用|"]),
        ("建立渔港管理的联席会议制度，由市长担任召集人。", ["建立|渔港管理的联席会议制度", "担任|召集人"]),
        ("推进渔港建设的前期工作，各部门要加强协调。", ["推进|渔港建设的前期工作", "要加强|协调"]),
    ],
)
def test_what_a_duty_is_said_of_is_no_action(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


def test_what_is_named_in_a_fine_or_before_a_duty_is_no_predicate(grammar: Grammar) -> None:
    def verbs(text: str) -> list[str]:
        return [action.verb for action in read_actions(text, 0, len(text), grammar)[0]]

    assert verbs("处合同约定的规划编制费一倍以上二倍以下的罚款。") == ["处"]
    assert verbs("乡规划还应当包括村庄发展布局。") == ["还应当包括"]
    assert verbs("政府采购应当公开信息。") == ["应当公开"]


def test_a_ban_holds_behind_its_place(grammar: Grammar) -> None:
    text = "主管部门不得在建设用地规划许可证中，擅自改变规划条件。"
    actions = read_actions(text, 0, len(text), grammar)[0]
    assert [(action.role, action.modality) for action in actions] == [
        ("basis", "prohibit"),
        ("action", "prohibit"),
    ]
