"""Kinds of clauses that no list of words settles; the sentences are invented."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


def read(text: str, grammar: Grammar) -> list[str]:
    return [f"{action.verb}|{action.object}" for action in read_actions(text, 0, len(text), grammar)[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("打造成渝氢能廊道，加快打造成德绵制造业走廊。", ["打造|成渝氢能廊道", "加快打造|成德绵制造业走廊"]),
        ("广泛开展好媳妇、好儿女评选。", ["广泛开展|好媳妇、好儿女评选"]),
        ("将渔村建设成为旅游名村。", ["将渔村建设成为|旅游名村"]),
        ("全域推进和美乡村建设。", ["全域推进|和美乡村建设"]),
        ("加快建设制造强国。", ["加快建设|制造强国"]),
        ("贯彻尊重劳动、尊重知识的方针。", ["贯彻|尊重劳动、尊重知识的方针"]),
        ("精心谋划牵引性强的项目。", ["精心谋划|牵引性强的项目"]),
        ("要高度重视规范性文件备案。", ["要高度重视|规范性文件备案"]),
    ],
)
def test_words_end_where_they_end(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("整装推进连片茶园改造。", ["整装推进|连片茶园改造"]),
        ("提质建设城郊集散中心，新布设监测点40处。", ["提质建设|城郊集散中心", "新布设|监测点40处"]),
        ("市级财政拟安排2亿元用于管网更新。", ["拟安排|2亿元用于管网更新"]),
        ("依纪依法处理违规人员。", ["依纪依法处理|违规人员"]),
        ("分级分类梳理制定支持政策。", ["分级分类梳理制定|支持政策"]),
        ("零距离化解渔民纠纷，高标准举办渔业展会。", ["零距离化解|渔民纠纷", "高标准举办|渔业展会"]),
        ("联动开展应急演练。", ["联动开展|应急演练"]),
        ("一律不得收取押金。", ["一律不得收取|押金"]),
        ("提前转移群众。", ["提前转移|群众"]),
        ("裂变发展专精特新企业。", ["裂变发展|专精特新企业"]),
        ("坚决扛起维护渔业安全的责任。", ["坚决扛起|维护渔业安全的责任"]),
        ("推动专业调整对接园区需求。", ["推动|专业调整对接园区需求"]),
    ],
)
def test_verb_groups_are_whole(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("验收报告由市档案馆归档。", ["归档|"]),
        ("会议材料由秘书处印制。", ["印制|"]),
        ("具体办法由市渔业部门会同有关部门制定。", ["制定|"]),
        ("渔港的维护费用不得由渔民承担。", ["不得由渔民承担|"]),
        ("渔业企业开展自查。", ["开展|自查"]),
        ("毛线将增加二百万斤。", ["将增加|二百万斤"]),
    ],
)
def test_agents_and_subjects_stand_before_the_verb(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("待安置房交付后，组织抽签选房。", ["组织|抽签选房"]),
        ("监理单位未按规定旁站，造成事故的，依法追究监理单位责任。", ["依法追究|监理单位责任"]),
        ("如需变更航线，应当重新报批。", ["应当重新报批|"]),
        ("设立渔业基金，应当有法律依据。", ["应当有|法律依据"]),
        ("在开工建设前，组织专家论证。", ["组织|专家论证"]),
        ("通过绩效考核，推动渔港建设。", ["推动|渔港建设"]),
        ("通过加强渔政建设，推动渔业发展。", ["通过|加强渔政建设", "推动|渔业发展"]),
        ("渔业行业组织负责指导渔港工作。", ["负责指导|渔港工作"]),
        ("渔港信息系统初步建成。", ["初步建成|"]),
        ("任何一方可以请求县政府处理。", ["可以请求|县政府处理"]),
        ("着眼产业智能化，改造老旧船厂。", ["着眼|产业智能化", "改造|老旧船厂"]),
        ("没有设计文件的，不得开工。", ["不得开工|"]),
        ("同时，要及时修缮码头。", ["要及时修缮|码头"]),
    ],
)
def test_conditions_are_no_actions(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("完善政策，研发经费投入年均增长10%以上。", ["action 年均增长|10%以上", "outcome"]),
        ("改造道路，建制村通客车率保持100%。", ["action 保持|100%", "outcome"]),
        ("加强用水管理，灌溉水利用系数提高到0.58。", ["action 提高到|0.58", "outcome"]),
        ("改造管网，氮氧化物、粉尘排放量分别下降9%。", ["action 分别下降|9%", "outcome"]),
        ("改造管网，新增灌溉面积控制在30万亩以内。", ["action 控制在|30万亩以内", "outcome"]),
        ("扩建水厂，农村自来水普及率达92%。", ["action 达|92%", "outcome"]),
    ],
)
def test_an_indicator_with_a_number_is_an_outcome(grammar: Grammar, text: str, wanted: list[str]) -> None:
    first, second = read_actions(text, 0, len(text), grammar)[0]
    assert [f"{first.role} {second.verb}|{second.object}", second.role] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("确保森林覆盖率达到60%。", ["确保|森林覆盖率达到60%"]),
        ("新增护理床位超过800张。", ["新增|护理床位超过800张"]),
        ("推动粮食产量稳定在90万吨。", ["推动|粮食产量稳定在90万吨"]),
    ],
)
def test_a_verb_may_govern_an_indicator(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("资金由县财政统筹安排，用于补助渔民。", ["统筹安排|", "用于|补助渔民"]),
        ("把行之有效的政策法定化。", ["把行之有效的政策法定化|"]),
        ("应当在三十日内将验收情况报主管部门备案。", ["应当在三十日内将验收情况报|主管部门备案"]),
    ],
)
def test_verbs_of_state_and_disposal(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("配齐配强巡查人员。", ["配齐配强|巡查人员"]),
        ("进一步分解细化涉及本单位的工作。", ["进一步分解细化|涉及本单位的工作"]),
        ("坚定不移走中国道路。", ["坚定不移走|中国道路"]),
        ("渔业是最大的产业，要办好渔港。", ["要办好|渔港"]),
        ("品质提升：改造渔港码头。", ["改造|渔港码头"]),
        ("任何个人如发现遗弃船只，要立即上报。", ["要立即上报|"]),
        ("渔业发展要有新的思路。", ["要有|新的思路"]),
    ],
)
def test_twins_short_verbs_and_labels(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026年新建泵站12座。", ["新建|泵站12座"]),
        ("3.2026年改造管网12公里。", ["改造|管网12公里"]),
        ("年底前建设充电桩2000个。", ["建设|充电桩2000个"]),
        ("2.6月底前完成隐患排查，建立台账。", ["完成|隐患排查", "建立|台账"]),
        ("2026年建设任务全面完成。", ["全面完成|"]),
        ("今年就业形势依然严峻。", []),
        ("规划至2035年，供水普及率达到100%。", ["达到|100%"]),
    ],
)
def test_a_time_may_lead_the_predicate(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("县财政局每年安排专项资金不少于500万元。", ["每年安排|专项资金不少于500万元"]),
        ("每年引进高层次人才≥50人。", ["每年引进|高层次人才≥50人"]),
        ("镇应急办配备专职人员不少于3名。", ["配备|专职人员不少于3名"]),
        ("新建住宅配建充电桩比例不低于20%。", ["不低于|20%"]),
        ("空气质量优良天数比率不低于90%。", ["不低于|90%"]),
        ("扩展倍数控制在2020年用地规模的1.35倍以内。", ["控制在|2020年用地规模的1.35倍以内"]),
    ],
)
def test_an_act_may_bound_its_object(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted
