"""Who passed a law, or by which order it was put out, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.dates import DATE, read_date
from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.chinese.numerals import CHINESE
from gangyao.document.metadata import Finding
from gangyao.document.outline import Paragraph
from gangyao.profile.bodies import full_body

# The sentence of an order is no longer.
_LONGEST_LINE = 160
_ORDER = re.compile(
    rf"(?P<number>[\u4e00-\u9fff]{{2,20}}令\s*(?:{OPENS_YEAR}\s*20\d\d\s*{CLOSES_YEAR}\s*)?"
    r"第\s*[0-9一二三四五六七八九十百]{1,5}\s*号)"
)
_ORDER_ISSUER = re.compile(r"^(?:中华人民共和国)?(?P<issuer>[\u4e00-\u9fff]{2,18}?)令")
_ACT_ENDS = re.compile(r"(?<=修正)|(?<=修订)|(?<=通过)|[\s\u3000；]+")
_PASSED_BY = re.compile(
    rf"(?P<place>全国|[\u4e00-\u9fff]{{2,12}}?)?(?:第[{CHINESE}\d]{{1,4}}届)?(?P<nation>全国)?"
    r"(?P<body>人民代表大会(?:常务委员会)?)\s*第.{1,6}次会议.{0,60}?(?:通过|修订|修正|批准)"
)
# 《某市供水条例》已经2024年8月30日国务院第40次常务会议通过，现予公布.
_PASSED_IN = re.compile(
    r"《[^《》]{4,60}》(?:（[^（）]{1,12}）)?[^，。]{0,6}已[^，。]{0,30}?(?<=[日届经于由])"
    r"(?:第?[一二三四五六七八九十]{1,3}届)?(?P<body>国务院|[\u4e00-\u9fff]{2,12}?人民政府)"
    r"[^，。《》]{0,20}会议[^，。]{0,6}(?:通过|同意)，现[予将]?(?:公布|发布)"
)


def enactment(lines: Sequence[str]) -> Iterator[Finding]:
    """Find the order that put a law out, or else the congress that passed it last, and the day."""
    notes = [line for line in lines if line.startswith(("（", "(")) or DATE.match(line)]
    orders = [order for line in notes if (order := _ORDER.search(DATE.sub(" ", line).strip("（） (")))]
    if orders:
        number = re.sub(r"\s", "", orders[-1]["number"])
        yield Finding("document_number", number, "line of the order")
        if issuer := _ORDER_ISSUER.match(number):
            yield Finding("issuers", issuer["issuer"], "line of the order")
        return
    passed = [match for line in notes for part in _acts_of(line) if (match := _PASSED_BY.search(part))]
    if passed:
        # Who approves the law of another congress does not issue it.
        own = [one for one in passed if not one[0].endswith("批准")]
        last = own[-1] if own else passed[-1]
        place = last["nation"] or last["place"]
        if place:
            yield Finding("issuers", place + last["body"], "line of the passing")
        days = [read_date(day[0].strip("（(")) for line in notes for day in DATE.finditer(line)]
        known = [day for day in days if day is not None]
        if known:
            yield Finding("announced_on", max(known).isoformat(), "line of the passing")


def passed_by(paragraphs: Sequence[Paragraph], place: str | None) -> Iterator[Finding]:
    """Find the government that passed what an order puts out, among the first and the last paragraphs."""
    for text in (one.text for one in paragraphs):
        passed = _PASSED_IN.search(text) if len(text) <= _LONGEST_LINE else None
        body = full_body(passed["body"], place) if passed is not None else None
        if body is not None and not body.startswith(("省", "市", "县", "区", "州", "旗", "自治")):
            yield Finding("issuers", body, "who passed it")
            return


def _acts_of(line: str) -> Iterator[str]:
    """Yield the acts that a note lists: when a law was passed, and each time it was amended.

    根据…的决定修正: what another congress approved is no act of the one that passed the law.
    """
    for part in _ACT_ENDS.split(_undated(line)):
        if not part.startswith(("根据", "依据")):
            yield part


def _undated(line: str) -> str:
    return DATE.sub("", line).strip("（） (")
