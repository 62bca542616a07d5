"""First clauses that only name what the next one settles: 规划涉及渔港的部分，由渔业部门编制.

So are those that only tell who asks for it: 会议强调，要….
"""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.phrases import is_closed
from gangyao.tasks.predicates.read import read_predicate
from gangyao.tasks.predicates.verb_group import VerbGroup

# 由 at the start of a clause: whoever is named settles what the clause before it names.
_BY = re.compile("由(?!于|此)")
_DUTY = re.compile("应当|应(?=[优予在按将把])|必须|不得|可以")
# Words of ground whose phrase may be a noun with what describes it: 通过招标确定的品种.
_MEANS = ("通过", "以", "经")
# What is done to an act that is named: 审批项目，由主管部门办理.
_SETTLES = frozenset({"进行", "办理", "审批", "规定", "决定", "批准", "受理"})
_BOUND = re.compile("应当|必须|不得")
# What the next clause begins with where the first one names whom or what it is about.
_OF_IT = re.compile(
    "由|按照?|依照|依法|参照|经|在|可以?|应当?(?![用急对])|必须|须|方可|不得|不[再予]|其|本|自|从|凭|均|一律"
)
# A phrase opens with one of these, and what follows it may be an act.
_PHRASES = "在为对以"
_LED = re.compile("[由向]")
# What is decided or given is done, whatever follows: 作出不予批准的决定，由….
_DECIDES = frozenset({"作出", "给予"})
# 接受培训的渔民, 提供担保的贷款: so long may be what a 的 describes.
_DESCRIBED = re.compile("的[\u4e00-\u9fff（）]{1,10}$")
# 会议强调, 王某某还要求: who asks for what follows.
_ASKS = re.compile("[^，。；：]{2,24}?(?:还|又|再次|特别|同时)?(?:强调|指出|要求|表示|认为)")
# A subject is no longer.
_LONGEST_SUBJECT = 40

Span = tuple[int, int]


def is_topic(text: str, start: int, group: VerbGroup, end: int, following: Span, grammar: Grammar) -> bool:
    """Tell whether the clause `text[start:end]` with the predicate `group` only names what the next settles.

    It closes with a noun that a 的 describes, and the next clause has a subject of its own with a duty, or
    names by 由 who does it and says no more of what.
    """
    if group.modals:
        return False
    if group.end == end and _ASKS.fullmatch(text, start, end) is not None:
        return True
    if text[start] == "在" and _BOUND.match(text, *following):
        # 在规划区内进行建设活动，应当…, 在保护区内航行的船舶，不得…: where or for whom a duty holds.
        return not (group.is_basis and is_closed(text, group.end, end, group.first))
    if group.is_basis and group.first.text not in _MEANS:
        return False
    is_described = text.find("的", group.end, end - 1) >= 0
    if (
        is_described
        and group.start > start
        and not group.has_adverb
        and text[start] not in _PHRASES
        and group.first.text not in _DECIDES
        and not _LED.search(text, start, group.start)
        and not grammar.party_ends.closes(text, start, group.start)
        and _OF_IT.match(text, *following)
        and _DESCRIBED.search(text, group.end, end)
    ):
        # 纳税人接受继续教育的支出，按照定额扣除: a subject, or what is settled.
        return True
    if text[start] != "向" and text.startswith("由", following[0]) and _BY.match(text, *following):
        settled = read_predicate(text, *following, grammar)
        if settled is None or settled.end != following[1]:
            return False
        return is_described or settled.last.text in _SETTLES
    if not is_described:
        return False
    duty = _DUTY.search(text, following[0] + 2, min(following[1], following[0] + _LONGEST_SUBJECT))
    return duty is not None and grammar.party_ends.closes(text, following[0], duty.start())
