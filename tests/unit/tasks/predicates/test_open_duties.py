"""Duties that stand apart from their verbs; the sentences are invented."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


def read(text: str, grammar: Grammar) -> list[str]:
    actions = read_actions(text, 0, len(text), grammar).actions
    return [f"{one.verb}|{one.object}={one.modality}" for one in actions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # The clause of the duty has no verb.
        ("渔业局应当会同水利等部门，编制渔港规划。", ["编制|渔港规划=require"]),
        ("县人民政府应当通过购买服务等方式，为渔村培养教师。", ["培养|教师=require"]),
        ("财政局要会同渔业局、水利局，加强检查。", ["加强|检查=require"]),
        ("各站要从这次灾害中，认真总结教训。", ["认真总结|教训=require"]),
        # The verb stands behind a phrase of its clause.
        ("渔业局应当每三年对渔港设施进行评估。", ["应当每三年对渔港设施进行|评估=require"]),
        ("船主应当向申请登记的船员出具证明。", ["应当向申请登记的船员出具|证明=require"]),
        ("任何人不得在渔港及附近水域堆放物料。", ["不得在渔港及附近水域堆放|物料=prohibit"]),
        ("国家要在资金上给予支持。", ["要在资金上给予|支持=require"]),
        # What was read as the verb is part of the subject.
        ("为渔民提供培训的渔业机构应当建立安全制度。", ["应当建立|安全制度=require"]),
        ("所有渔港都要符合环保的要求。", ["都要符合|环保的要求=require"]),
        ("加强巡查，管合法更要管非法。", ["加强|巡查=commit", "更要管|非法=require"]),
    ],
)
def test_a_duty_binds_its_verb(text: str, wanted: list[str], grammar: Grammar) -> None:
    assert read(text, grammar) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Told of a noun.
        ("提出渔港必须采取的措施。", ["提出|渔港必须采取的措施=commit"]),
        ("防止渔业公司将应由自身承担的风险转由渔民承担。", None),
        # Part of another word, or of a motto.
        ("完善预警叫应机制。", ["完善|预警叫应机制=commit"]),
        ("稳步推进危房应改尽改。", ["稳步推进|危房应改尽改=commit"]),
        ("坚持重在保护、要在治理。", ["坚持|重在保护、要在治理=commit"]),
        (
            "实行问责制，做到有权必有责、用权受监督、侵权要赔偿。",
            ["实行|问责制=commit", "做到|有权必有责、用权受监督、侵权要赔偿=commit"],
        ),
        ("落实“管行业必须管安全”要求。", ["落实|“管行业必须管安全”要求=commit"]),
        ("引导渔民克服等靠要思想。", ["引导|渔民克服等靠要思想=support"]),
    ],
)
def test_what_sets_no_duty_binds_nothing(text: str, wanted: list[str] | None, grammar: Grammar) -> None:
    found = read(text, grammar)
    assert not any("require" in one for one in found)
    assert wanted is None or found == wanted
