"""Verbs that 、 or 或者 joins to a predicate; the sentences are invented."""

import pytest

from gangyao.tasks.actions import read_actions
from gangyao.tasks.grammar import Grammar


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("禁止伪造、变造、买卖、出租、出借捕捞许可证。", ["禁止伪造、变造、买卖、出租、出借|捕捞许可证"]),
        ("渔业局可以减缴或者免缴渔港使用费。", ["可以减缴或者免缴|渔港使用费"]),
        ("不得堆放、吊挂有碍渔港安全的物品。", ["不得堆放、吊挂|有碍渔港安全的物品"]),
        ("全部达到或超过全省平均水平。", ["全部达到或超过|全省平均水平"]),
        # What is joined is no verb, or told of a noun.
        ("建设渔港、水库。", ["建设|渔港、水库"]),
        ("支持渔船、渔港和渔民发展。", ["支持|渔船、渔港和渔民发展"]),
        # A row of set phrases shares no object.
        ("坚定信心，开拓创新、勇毅前行。", ["坚定|信心", "开拓创新|、勇毅前行"]),
        ("组织或者承办的展会应当安全。", None),
    ],
)
def test_joined_verbs(text: str, wanted: list[str] | None, grammar: Grammar) -> None:
    found = [f"{one.verb}|{one.object}" for one in read_actions(text, 0, len(text), grammar).actions]
    assert found == wanted if wanted is not None else not any("承办" in one.split("|")[0] for one in found)
