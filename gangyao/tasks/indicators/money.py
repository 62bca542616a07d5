"""Of which part money is: spent, invested, given as subsidy, lent, or turned over."""

from __future__ import annotations

import re

from gangyao.document.figures import MoneyPart

# The first that matches what is measured, or the clause before the figure, counts.
_PARTS: tuple[tuple[MoneyPart, re.Pattern[str]], ...] = (
    ("loan", re.compile("贷款|信贷|授信|融资担保|再贷款|投放")),
    ("subsidy", re.compile("补贴|补助|奖补|奖励|救助|低保|养老金|津贴|补偿")),
    ("investment", re.compile("投资|引资|外资(?!贸)|基金")),
    (
        "turnover",
        re.compile("零售|销售|营[业收]|交易|成交|产值|进出口|出口|进口|快递|贸易|消费(?!券)|收入(?!差)"),
    ),
    ("spending", re.compile("投入|支出|安排|拨付|下达|统筹|筹[集措]|经费|资金|预算|债券|国债|消费券")),
)
# Sums of the whole economy are no money that anybody spends.
_NO_PART = re.compile(
    "生产总值|GDP|增加值|财政(?:总|预算)?收入|预算(?:内)?收入|(?:地方|中央|市|县|区)级(?:财政)?收入|税收|非税|人均|居民收入|可支配收入|余额$|存款|赤字|债务"
)


def money_part(indicator: str | None, clause: str) -> MoneyPart | None:
    """Return the part that the words tell, None where none does.

    `indicator` is what is measured as written, `clause` what stands before the figure.
    """
    for said in (indicator or "", clause):
        if _NO_PART.search(said):
            return None
        for part, words in _PARTS:
            if words.search(said):
                return part
    return None
