"""What looks like a predicate and is part of the subject: 考核结果, 预警信息, 主管部门 before a 是."""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import coined
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.openings import is_compound
from gangyao.tasks.predicates.search import find_predicate, read_group
from gangyao.tasks.predicates.verb_group import VerbGroup

# 是 that is no part of another word (但是, 凡是, 是否).
_IS = re.compile("[^但凡还就于总正只要是也即而实别]是(?!否|非)")
# 政府是责任主体: behind a body 是 says what it is; behind 重点, 目的 a task may follow.
_IS_BODY = re.compile("[府门局厅委构位业会]是(?!否)")
# What an act gave, and what it becomes.
_RESULT = re.compile(
    "(?:结果|情况|成果|意见|资金|经费|费用|收入)(?P<how>专项|全部|统一|一并|直接|主要)?"
    "(?P<verb>作为|用于|列入|纳入|计入)"
)
_RESULT_STARTS = frozenset("结情成意资经费收")


# 负责商标管理工作的部门|建立机制: who is charged with something, and does something.
_IN_CHARGE = re.compile(
    "负责[^，。；]{2,60}(?:管理|监督|工作|执法|审批|登记|职责|事务)的(?:主管)?(?:部门|机构|机关|单位)"
)


def behind_charged(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return what those do who are named by what they are charged with; None where the charge is the act."""
    charged = _IN_CHARGE.match(text, start, end) if text.startswith("负责", start) else None
    return None if charged is None else read_group(text, charged.end(), end, grammar)


def is_subject_of_is(text: str, start: int, end: int, group: VerbGroup) -> bool:
    """Tell whether `group` stands in the subject of a 是: 市建设主管部门是本市公园主管部门 does nothing."""
    if group.modals or group.is_basis or (group.start == start and group.first.verb in PREDICATES):
        return False
    before = text.find("是", start + 1, group.start)
    if before >= 0 and _IS_BODY.match(text, before - 1) is not None:
        return True
    at = text.find("是", group.end, end)
    return at >= 0 and _IS.match(text, at - 1) is not None and "“" not in text[group.end : at]


def behind_subject(text: str, end: int, group: VerbGroup, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate where `group` is part of the subject; None where it is the predicate."""
    if (state := _state_of_result(text, end, group)) is not None:
        return state
    if group.first.verb != "nominal":
        return None
    led = find_predicate(text, group.end, end, grammar, after_preposition=False)
    if led is None:
        return None
    if led.modals and "的" not in text[led.end : end]:
        # 预警信息可以通过广播发布.
        return led
    # 整改情况每季度书面报告领导小组.
    is_led = led.modals or led.has_adverb
    return led if is_led and is_compound(text, end, group, grammar.lexicon) else None


def _state_of_result(text: str, end: int, group: VerbGroup) -> VerbGroup | None:
    """Return what becomes of what an act gave: 考核结果|作为|依据, 补助资金|专项用于|渔港改造."""
    if text[group.end : group.end + 1] not in _RESULT_STARTS:
        return None
    found = _RESULT.match(text, group.end, end)
    if found is None or found.end() == end:
        return None
    verb = coined(found["verb"], "stative")
    start = found.start("how") if found["how"] else found.start("verb")
    words = (found["how"], verb.text) if found["how"] else (verb.text,)
    return VerbGroup(start, found.end(), words, verb, verb, has_adverb=bool(found["how"]))
