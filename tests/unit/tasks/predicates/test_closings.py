"""Predicates that close a clause; sentences invented for the purpose."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


def _predicates(sentence: str, grammar: Grammar) -> list[str]:
    actions = read_actions(sentence, 0, len(sentence), grammar).actions
    return [f"{one.verb}|{one.object}" for one in actions]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("完善渔港体系，供需两端协同发力。", ["完善|渔港体系", "协同发力|"]),
        ("完善渔港体系，违法案件明显下降。", ["完善|渔港体系", "明显下降|"]),
        ("完善渔港体系，码头和仓库有序布局。", ["完善|渔港体系", "有序布局|"]),
        ("完善渔港体系，能耗指标趋于稳定。", ["完善|渔港体系", "趋于|稳定"]),
        ("完善渔港体系，渔民收入增速高于经济增速。", ["完善|渔港体系", "高于|经济增速"]),
        ("各级干部要艰苦奋斗。", ["要艰苦奋斗|"]),
        ("会计人员应当忠于职守。", ["应当忠于职守|"]),
        ("驾驶员不得私自出车。", ["不得私自出车|"]),
        ("经渔港管理机构确认安全方可作业。", ["方可作业|"]),
        ("继续稳定渔业生产，综合治理港区淤积问题。", ["继续稳定|渔业生产", "综合治理|港区淤积问题"]),
    ],
)
def test_a_verb_without_object_closes_a_clause(sentence: str, wanted: list[str], grammar: Grammar) -> None:
    assert _predicates(sentence, grammar) == wanted


def test_a_noun_of_what_one_gets_is_no_unknown_verb(grammar: Grammar) -> None:
    assert _predicates("所得价款归船主。", grammar) == []


def test_a_ground_with_a_duty_is_no_idiom(grammar: Grammar) -> None:
    assert _predicates("各单位应当依据各自职责，加强巡查。", grammar) == ["应当依据|各自职责", "加强|巡查"]


def test_what_is_bound_to_be_more_is_read_with_its_duty(grammar: Grammar) -> None:
    assert _predicates("学院藏书应当不少于八万册。", grammar) == ["应当不少于|八万册"]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("将依法设定的许可事项全部纳入清单管理。", "将依法设定的许可事项全部纳入"),
        ("将扣留的车辆送交拍卖机构。", "将扣留的车辆送交"),
    ],
)
def test_what_becomes_of_an_object_is_told_by_verbs_of_handing_over(
    sentence: str, verb: str, grammar: Grammar
) -> None:
    assert _predicates(sentence, grammar)[0].startswith(f"{verb}|")


def test_for_whom_a_duty_holds_is_no_ground(grammar: Grammar) -> None:
    assert _predicates("在港区内停泊的船舶，不得排放污水。", grammar) == ["不得排放|污水"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("发展乡镇渔业，以尽快改变落后面貌。", ["发展|乡镇渔业", "尽快改变|落后面貌"]),
        ("以加强渔港的挖潜改造。", ["加强|渔港的挖潜改造"]),
        ("以推进渔港改造为抓手，完善设施。", ["以|推进渔港改造为抓手", "完善|设施"]),
        ("以标准化促进渔业发展。", ["促进|渔业发展"]),
        ("应当以书面形式提出申请。", ["应当以书面形式提出|申请"]),
    ],
)
def test_behind_yi_stands_what_for_or_by_what_means(
    sentence: str, wanted: list[str], grammar: Grammar
) -> None:
    assert _predicates(sentence, grammar) == wanted


def test_what_is_moved_becomes_something(grammar: Grammar) -> None:
    assert _predicates("把渔业摆在首位，作为各项建设的基础。", grammar) == [
        "把渔业摆在|首位",
        "作为|各项建设的基础",
    ]
    assert _predicates("将费用列入造价，作为固定成本纳入预算。", grammar)[1] == "纳入|预算"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("走中国特色渔业发展之路。", ["走|中国特色渔业发展之路"]),
        ("通过现有渠道统筹做好部门经费保障。", ["统筹做好|部门经费保障"]),
        ("重大问题及时向县政府报告。", ["及时向县政府报告|"]),
    ],
)
def test_verbs_told_by_what_they_govern(sentence: str, wanted: list[str], grammar: Grammar) -> None:
    assert _predicates(sentence, grammar) == wanted


def test_what_a_government_will_do_is_read_with_who_will(grammar: Grammar) -> None:
    assert _predicates("政府会加快都会区建设，并推出税务优惠。", grammar) == [
        "会加快|都会区建设",
        "推出|税务优惠",
    ]
    assert _predicates("村民委员会应当做好管护工作。", grammar) == ["应当做好|管护工作"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("渔民有权向渔业部门提出申诉。", ["有权向渔业部门提出|申诉"]),
        ("企业无需办理登记手续。", ["无需办理|登记手续"]),
        ("新建新能源渔船12艘。", ["新建|新能源渔船12艘"]),
        ("配齐配强渔政队伍。", ["配齐配强|渔政队伍"]),
        ("不管遇到什么困难，都要办好渔港。", ["都要办好|渔港"]),
        ("应当向船主说明理由。", ["应当向船主说明|理由"]),
    ],
)
def test_rights_exemptions_and_concessions(sentence: str, wanted: list[str], grammar: Grammar) -> None:
    assert _predicates(sentence, grammar) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("执法人员应当依法规范、公正、文明执法。", ["应当依法规范、公正、文明执法|"]),
        ("任何个人都可以向渔业部门投诉、举报。", ["都可以向渔业部门投诉、举报|"]),
        ("施工船舶应当在核定的作业区内作业。", ["应当在核定的作业区内作业|"]),
        ("市绿化行政主管部门负责本市的绿化工作。", ["负责|本市的绿化工作"]),
    ],
)
def test_all_that_a_duty_binds(sentence: str, wanted: list[str], grammar: Grammar) -> None:
    assert _predicates(sentence, grammar) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("更好发挥政府保供应、强监管作用。", ["更好发挥|政府保供应、强监管作用"]),
        ("对养殖业，也应当注意发展。", ["也应当注意|发展"]),
        ("依法惩处假冒行为，以保护消费者的权益。", ["依法惩处|假冒行为", "保护|消费者的权益"]),
        ("只要没有谋取私利，可免除问责。", ["可免除问责|"]),
    ],
)
def test_duties_are_whole_words(sentence: str, wanted: list[str], grammar: Grammar) -> None:
    assert _predicates(sentence, grammar) == wanted


def test_what_is_kept_to_be_moved_is_one_predicate(grammar: Grammar) -> None:
    assert _predicates("坚持把渔业放在首位，完善设施。", grammar) == ["坚持把渔业放在|首位", "完善|设施"]
    assert _predicates("努力把渔港办成示范渔港。", grammar) == ["努力把渔港办成|示范渔港"]
    assert _predicates("研究将厂房改为商铺的政策。", grammar) == ["研究|将厂房改为商铺的政策"]
