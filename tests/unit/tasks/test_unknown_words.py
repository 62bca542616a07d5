"""Predicates where the tables know too little or too much; the sentences are invented."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


def read(text: str, grammar: Grammar) -> list[str]:
    return [f"{action.verb}|{action.object}" for action in read_actions(text, 0, len(text), grammar)[0]]


@pytest.mark.parametrize("word", ["伸张", "包庇", "增拨"])
def test_characters_of_verbs_speak_for_a_verb(grammar: Grammar, word: str) -> None:
    assert grammar.lexicon.verb_odds.of(word) > 0


@pytest.mark.parametrize("word", ["渔民", "市区", "稻田"])
def test_characters_of_nouns_speak_against_it(grammar: Grammar, word: str) -> None:
    assert grammar.lexicon.verb_odds.of(word) < 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市渔业主管部门是本市渔港的主管部门，负责渔港的监督管理。", ["负责|渔港的监督管理"]),
        ("市渔业、水利等部门，共同做好渔港管理。", ["共同做好|渔港管理"]),
        ("氟中毒渔区的整治办法，另行规定。", ["另行规定|"]),
        ("今年渔业工作的总体要求是：稳定渔业产量。", ["稳定|渔业产量"]),
    ],
)
def test_subjects_are_no_predicates(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("着力谋长远、抓重点，着力转方式、调结构。", ["着力谋|长远、抓重点", "着力转|方式、调结构"]),
        ("各镇要争分夺秒抢进度、精益求精抓质量。", ["要争分夺秒抢|进度、精益求精抓质量"]),
        ("各镇要各负其责，因势利导。", ["要各负其责|", "因势利导|"]),
        ("倒排工期，严格把关。", ["倒排|工期", "严格把关|"]),
    ],
)
def test_mottoes_and_idioms(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("遵循渔业发展规律，创新工作方法。", ["遵循|渔业发展规律", "创新|工作方法"]),
        ("让我们更加紧密地团结渔区群众，守护渔港。", ["更加紧密地团结|渔区群众", "守护|渔港"]),
        ("以村镇为统筹单元实施渔塘整治。", ["实施|渔塘整治"]),
        ("优先向渔民和困难地区供应住宅用地。", ["优先向渔民和困难地区供应|住宅用地"]),
        ("应当自收到申请之日起二十日内作出决定。", ["应当自收到申请之日起二十日内作出|决定"]),
        ("将继续深入学习贯彻渔业法。", ["将继续深入学习贯彻|渔业法"]),
        ("符合现行规定的享受渔业补贴。", ["享受|渔业补贴"]),
        ("必要时可提请县政府统筹协调。", ["可提请|县政府统筹协调"]),
    ],
)
def test_predicates_behind_phrases(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("镇长主持镇政府全面工作。", ["主持|镇政府全面工作"]),
        ("书面通知申请人。", ["书面通知|申请人"]),
        ("促进生产要素合理有序流动。", ["促进|生产要素合理有序流动"]),
        ("片区化推进和美渔村建设。", ["片区化推进|和美渔村建设"]),
        ("坚定不移做“大湖水塔”守护人。", ["坚定不移做|“大湖水塔”守护人"]),
        ("渔业审批办结时限压缩50%以上。", ["压缩|50%以上"]),
    ],
)
def test_verbs_end_where_they_end(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


def test_what_a_body_is_names_the_actor(grammar: Grammar) -> None:
    text = "县渔业局是渔港的主管部门，负责渔港的监督管理。"
    assert [actor.text for actor in read_actions(text, 0, len(text), grammar)[1]] == ["县渔业局"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("预警信息可以通过广播等方式发布。", ["可以通过广播等方式发布|"]),
        ("可以向查处机关的上一级部门申请复查。", ["可以向查处机关的上一级部门申请|复查"]),
        ("由省人大常委会报国务院备案。", ["报|国务院备案"]),
        ("对渔船经营者处五千元以上罚款。", ["处|五千元以上罚款"]),
        ("应当将批准的规划确定的任务，纳入年度计划。", ["纳入|年度计划"]),
        ("从事渔船检验的单位，应当具备相应条件。", ["应当具备|相应条件"]),
        ("渔民均可以更换船只。", ["均可以更换|船只"]),
        ("申请执行人可以提出异议。", ["可以提出|异议"]),
        ("及时办理终止手续。", ["及时办理|终止手续"]),
    ],
)
def test_what_laws_say(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "要根据渔业担保基金的业务拓展等情况，适时对其进行资金补充。",
            ["要根据|渔业担保基金的业务拓展等情况", "适时对其进行|资金补充"],
        ),
        ("渔民的租金支出，可以按照以下标准定额扣除。", ["可以按照以下标准定额扣除|"]),
        ("确保试点工作取得实效。", ["确保|试点工作取得实效"]),
        ("县政府是试点责任主体，要围绕试点内容，有序开展试点。", ["要围绕|试点内容", "有序开展|试点"]),
        ("需要监测的隐患点将继续增加。", ["将继续增加|"]),
        ("城镇登记失业率4%以内；", []),
    ],
)
def test_phrases_close_where_they_close(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("可以处五千元以上二万元以下罚款。", ["可以处|五千元以上二万元以下罚款"]),
        ("渔业部门可以配置渔港管理协管人员。", ["可以配置|渔港管理协管人员"]),
        ("任何单位不得侵占、私分或者挪用渔业资产。", ["不得侵占、私分或者挪用|渔业资产"]),
        ("各地可以指定部门承担渔业工作。", ["可以指定|部门承担渔业工作"]),
        ("渔港水质应当符合国家饮用水标准。", ["应当符合|国家饮用水标准"]),
        ("应当向市渔业管理部门提出申请。", ["应当向市渔业管理部门提出|申请"]),
    ],
)
def test_what_duties_and_permissions_bind(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("将责任事项完成情况报县政府督查室。", ["将责任事项完成情况报|县政府督查室"]),
        ("将渔业处罚结果记于渔企名下。", ["将渔业处罚结果记于|渔企名下"]),
        ("水库实行政府管理和使用单位负责相结合的体制。", ["实行|政府管理和使用单位负责相结合的体制"]),
        ("对符合条件的给予渔业政策扶持。", ["给予|渔业政策扶持"]),
        ("支持捕捞业、养殖业，以及渔产品加工业的发展。", ["支持|捕捞业、养殖业，以及渔产品加工业的发展"]),
        ("水域面积达到渔业建设目标要求。", ["达到|渔业建设目标要求"]),
    ],
)
def test_objects_that_hold_verbs(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("设法查找沉船。", ["设法查找|沉船"]),
        ("集约利用岸线。", ["集约利用|岸线"]),
        ("以内港改造为重点，扩建码头。", ["以|内港改造为重点", "扩建|码头"]),
        ("优化简化进港手续。", ["优化简化|进港手续"]),
        ("完整归档保存。", ["完整归档保存|"]),
        ("确保如期完成清淤。", ["确保|如期完成清淤"]),
        ("开航前组织一次检修。", ["组织|一次检修"]),
        ("加强后续管理。", ["加强|后续管理"]),
        ("规划行政主管部门负责渔港管理。", ["负责|渔港管理"]),
        ("针对关键环节适时进行抽查。", ["适时进行|抽查"]),
        ("建成以水路为骨干，快捷通畅的渔区路网。", ["建成|以水路为骨干，快捷通畅的渔区路网"]),
        ("应当将渔船登记相关信息提交港口。", ["应当将渔船登记相关信息提交|港口"]),
    ],
)
def test_adverbs_pairs_and_borders_that_counts_showed(grammar: Grammar, text: str, wanted: list[str]) -> None:
    assert read(text, grammar) == wanted
