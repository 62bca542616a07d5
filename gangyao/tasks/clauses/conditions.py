"""Clauses that only say when or in which case the next ones hold: 待…后, 如…, …的, 设立…，应当…."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A clause that ends so tells a time, unless the word before makes it another (及时, 今后).
_TIME = re.compile(r"(?<![及同按准实临适随定即])时$|(?<![今前灾落善最])后$|(?<!在)前$|之日起$|期间$")
_TIME_SPAN = 4
_TIME_ENDS = "时后前起间"
# 因势利导: four characters are an idiom.
_SHORTEST_CASE = 4
# These open such a clause as a phrase of their own, which is a ground: 在开工前.
_GROUND = re.compile("在|于|自|从|到")
_CASE = re.compile(
    "每(?:增加|新增|减少|增长|提高|降低|超过|逾期|满|多|少)[^，]{0,8}[0-9一二三四五六七八九十]|如(?![何期下实同意上数])|若|倘|凡(?!一)|遇|一旦|因(?!地制宜)|除.*外$|不[管论]|无论|只要(?!求)|尽管|即使|虽然"
)
_CASE_STARTS = "如若倘凡遇一因除不无尽即虽只每"
_CASE_INSIDE = re.compile("[\u4e00-\u9fff]{2,10}(?:如(?:发现|需|有|遇|因|果)|未按|未经|未在|拒不|擅自)")
_UNALLOWED = re.compile("未经[^，]*(?:批准|同意|许可|核准|审批|授权|备案|验收|允许)$")
#: Words of a case inside a clause.
CASE_WORDS = ("如", "未", "拒不", "擅自")
_CASE_WORDS = re.compile("|".join(CASE_WORDS))
_DUTY = re.compile("应当|应(?=[\u4e00-\u9fff])(?!急|用|届|对|收|付|税|诊|聘|战|邀|变)|必须|须(?!知)")
# 要督促养护单位在作业时，…: who is bid to do something, and only then when.
_BIDS_IN = re.compile(
    "(?:要(?![求素点件])|应当?|必须|须)(?:督促|要求|指导|引导|提醒|教育|组织|确保|保证)[^，]{2,}在"
)
# What a case leads to.
_SETS = re.compile("应|必须|须|要|可|不得|由|予以|责令|依法")
# A first clause that is no topic of the duty in the second: it has a duty of its own, or is a bid.
_BIDS = re.compile("[在按依以为对]|根据|各|严禁|禁止|鼓励|支持|推动|[^，]*(?:要|应|必须|不得)")
# Clauses that tell a case with the …的 that follows them.
_CASES = re.compile(
    "违反|未|不|拒|擅自|逾期|超过|伪造|隐瞒|造成|情节|构成|存在|发生|有[^，]{2,}情形|属于|符合|具备|因|经"
    "|[^，]{2,12}(?:未|拒不|擅自|违反)"
)

# 从事…的单位, 取得许可的企业: who does what the verb says.
_ACTOR = re.compile(
    "(?:从事|开展|申请|使用|接受|取得|违反|具有|具备|参加|进行|持有|拥有|利用|占用|需要)[^，]*"
    "的(?:单位|个人|企业|机构|人员|组织|学校|家庭|项目|部门|人|经营者|用户|车辆|船舶)(?:[和或]|或者)?(?:单位|个人)?$"
)
# 列入保护名录的水生动物, 未经检疫的苗种: what the verb is said of.
_THING = re.compile(
    "(?:获得|取得|接受|列入|纳入|违反|持有|占用|适用|未|已|不(?![得断忘负失懈]|折不))[^，]{2,}的[\u4e00-\u9fff（）]{1,10}$"
)
_ACTOR_STARTS = "从开申使接取违具参进持拥利占需列纳获适未已不"
_DUTY_STARTS = "应必须"
#: A clause without a word of a case is a condition only where it ends with one of these, or where it, or the
#: one behind it, begins with one of those.
CASE_ENDS, CASE_STARTS = f"的{_TIME_ENDS}", f"{_CASE_STARTS}{_ACTOR_STARTS}{_DUTY_STARTS}"
_BOUND = re.compile("应|必须|须|可|方|不得|由|经|受|均|要|凭|持|按|依照|参照")
_OF_IT = re.compile("在|其|自")
# 取得新进展，在…: what was got is mostly no subject.
_GOT = "获取接"

Span = tuple[int, int]

NO_CASES: frozenset[int] = frozenset()


def conditions(text: str, clauses: Sequence[Span]) -> frozenset[int]:
    """Return which of the clauses are conditions of the ones after them; the last clause is none."""
    if len(clauses) < 2:
        return NO_CASES
    found: set[int] = set()
    has_words = _CASE_WORDS.search(text, clauses[0][0], clauses[-1][1]) is not None
    for index, (start, end) in enumerate(clauses[:-1]):
        first, last = text[start], text[end - 1]
        if last == "的":
            found.add(index)
            found.update(_cases_before(text, clauses, index))
        elif (
            (first in _ACTOR_STARTS and _names_subject(text, start, end, clauses[index + 1]))
            or (last in _TIME_ENDS and _is_time(text, start, end))
            or (first in _CASE_STARTS and end - start > _SHORTEST_CASE and _CASE.match(text, start, end))
            or (has_words and _is_case(text, start, end, clauses[index + 1]))
        ):
            found.add(index)
    if (
        text[clauses[1][0]] in _DUTY_STARTS
        and _DUTY.match(text, *clauses[1])
        and not _BIDS.match(text, *clauses[0])
    ):
        # 设立基金，应当有依据: what the duty is said of.
        found.add(0)
    return frozenset(found)


def _names_subject(text: str, start: int, end: int, following: Span) -> bool:
    """Tell whether the clause is only who the next one binds: 开展接收工作的单位，经批准后方可…."""
    if _BOUND.match(text, *following):
        return _ACTOR.search(text, start, end) is not None or _THING.match(text, start, end) is not None
    is_of_it = _OF_IT.match(text, *following) is not None and text[start] not in _GOT
    return is_of_it and _THING.match(text, start, end) is not None


def _is_time(text: str, start: int, end: int) -> bool:
    is_time = _TIME.search(text, max(start, end - _TIME_SPAN), end) is not None
    return is_time and _GROUND.match(text, start) is None and _BIDS_IN.search(text, start, end) is None


def _is_case(text: str, start: int, end: int, following: Span) -> bool:
    """Tell whether a clause with words of a case in it leads to something: 监管部门如发现…，应…."""
    if _SETS.search(text, *following) is None:
        return False
    if _UNALLOWED.match(text, start, end) is not None:
        return True
    return (
        _CASE_WORDS.search(text, start, end) is not None and _CASE_INSIDE.match(text, start, end) is not None
    )


def _cases_before(text: str, clauses: Sequence[Span], index: int) -> list[int]:
    """Return the clauses before a clause in …的 that tell the same case: 未履行职责，造成事故的，…."""
    found: list[int] = []
    for before in range(index - 1, -1, -1):
        if not _CASES.match(text, *clauses[before]):
            break
        found.append(before)
    return found
