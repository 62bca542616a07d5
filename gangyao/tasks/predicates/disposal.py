"""The main verb of a 把 or 将 clause: what becomes of the object (把…摆在, 将…纳入)."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.verb_group import VerbGroup

# What the one reported to does: 报上级机关备案.
_ENDS_REPORT = re.compile("(?:备案|批准|审批|审核|审查|审定|审议|核准|同意|备查)(?:后.*)?$")
# An object of two characters and the verb of three.
_SHORTEST_CHANGE = 4
# With these behind it a verb in the object is part of a noun: 将处罚|结果记于….
_OBJECT_HEADS = (
    *("相关信息", "相关情况", "相关数据", "相关资料", "相关材料"),
    *("结果", "情况", "工作", "名单", "举措", "措施", "方案", "意见", "事项", "成果", "费用", "任务", "目标"),
    *("信息", "数据", "资料", "材料", "清单", "经验", "标准", "指标", "能力", "质量", "体系"),
)
# Who is reported to: 报|市人民政府督查室.
_REPORTED_TO = re.compile("[^，。]{0,14}(?:政府|部门|委员会|[办室厅局委会院]|国务院)")
# 对经营者处五千元以上罚款.
_PENALTY = re.compile(
    "处(?:以)?(?=(?:[0-9一二三四五六七八九十百千万]+[年日万千百元个]|警告|罚款|违法)[^的]{0,30}(?:的罚款)?$)"
)
# 纳入|清单: what a verb that ends so takes is no head of a noun (完成|情况).
_GOES_INTO = frozenset("入为到于至")
# 将车辆送至|回收点.
_CARRIES = frozenset("送交运移调寄拨退引转")
_REACHES = frozenset("为成到在入至于给穿由")
_BECOMES = ("作为", "成为")
_DISPOSAL_COMPLEMENTS = (
    "得",
    "成为",
    "起来",
    "下来",
    "出来",
    "为",
    "成",
    "在",
    "于",
    "给",
    "作",
    "到",
    "入",
    "至",
)


def report_verb(text: str, start: int, end: int) -> VerbGroup | None:
    """Return the 报 of 由某某报|某某备案, None where the clause ends otherwise."""
    at = text.find("报", start + 1, end)
    if at < 0 or text[at - 1] in "申上呈" or not _ENDS_REPORT.search(text, at + 1, end):
        return None
    verb = coined("报", "transitive")
    return VerbGroup(at, at + 1, (verb.text,), verb, verb)


def penalty_verb(text: str, start: int, end: int) -> VerbGroup | None:
    """Return the 处 of 对经营者处五千元以上罚款, None where nobody is punished behind `start`."""
    penalty = _PENALTY.search(text, start + 1, end)
    if penalty is None:
        return None
    verb = coined(penalty[0], "transitive")
    return VerbGroup(penalty.start(), penalty.end(), (verb.text,), verb, verb)


# A verb before these is part of the object.
_NO_CHANGE = frozenset("的、和等")
# 送交, 发还, 抄送, 告知.
_HANDS_OVER = frozenset("交还送知给")
# Behind a duty 将 tells of no future.
_DUTIES = ("应当", "必须", "可以", "不得", "应", "要", "须")


def moves_object(text: str, start: int, verb: tuple[int, Word] | None, future: VerbGroup) -> bool:
    """Tell whether 将 at `start` moves an object as far as `verb` (将…列为), and foretells no `future`."""
    if verb is None:
        return False
    end, main = verb
    if text.endswith(_DUTIES, 0, start):
        # 应当将扣除信息提交税务机关.
        return True
    if main.text == "报" or text[end - 1] in "为成到在入至于给作":
        return True
    return (future.first.verb == "nominal" and not future.has_adverb) or "的" in text[future.end : end]


def _is_reported(text: str, stop: int, end: int) -> bool:
    return _ENDS_REPORT.search(text, stop, end) is not None or _REPORTED_TO.match(text, stop, end) is not None


def _is_modified(text: str, stop: int, end: int) -> bool:
    """Tell whether a 的 follows soon: 将批准的规划|确定的任务 has its verb in the next clause."""
    return text.find("的", stop, min(end, stop + _SHORTEST_CHANGE)) >= 0


def _hands_over(text: str, stop: int, word: Word) -> bool:
    """Tell whether a noun-like verb that ends at `stop` hands something over: 将车辆送交|拍卖机构."""
    following = text[stop : stop + 1]
    return word.verb == "nominal" and word.text[-1] in _HANDS_OVER and following not in ("", "的", "、", "和")


def _may_change(text: str, stop: int, end: int, word: Word) -> bool:
    """Tell whether a verb that may be a noun, which ends at `stop`, has an object of its own."""
    if word.verb != "dual" or stop >= end or text[stop] in _NO_CHANGE:
        return False
    return not _is_modified(text, stop, end)


def _carries(text: str, at: int, end: int) -> bool:
    return text[at] in _CARRIES and text.startswith("至", at + 1, end - 1)


def _becoming_end(text: str, stop: int, end: int, word: Word) -> int | None:
    """Return the end of a verb up to `stop` that says what becomes of the object; None for others."""
    if word.text[-1] in _REACHES and _may_reach(word):
        return stop + _goes_on(text, stop, end, word)
    tail = next((tail for tail in _DISPOSAL_COMPLEMENTS if text.startswith(tail, stop)), None)
    is_tail = tail is not None and stop + len(tail) <= end and not text.startswith("作为", stop)
    return stop + len(tail) if tail is not None and is_tail else None


def _goes_on(text: str, stop: int, end: int, word: Word) -> int:
    """Return how many characters more say what becomes of the object: 建设成|为, 融入|到."""
    goes_on = (word.text[-1] == "成" and text.startswith("为", stop)) or (
        word.text[-1] == "入" and text.startswith("到", stop)
    )
    return int(goes_on and stop + 1 < end)


def _may_reach(word: Word) -> bool:
    """Tell whether a verb whose end says what becomes of the object is one: 纳入, 作为; not 供给."""
    return word.text in _BECOMES or word.verb not in ("stative", "nominal") or word.text[-1] != "给"


def _is_head(text: str, stop: int, word: Word) -> bool:
    """Tell whether what follows makes a noun of the word: 处罚|结果, but 纳入|清单."""
    return word.text[-1] not in _GOES_INTO and text.startswith(_OBJECT_HEADS, stop)


def disposal_verb(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, Word] | None:
    """Return the end and the main verb of a 把/将 clause whose 把 or 将 ends at `start`.

    The main verb is the first one that says what becomes of the object (纳入, 摆在, 转化为), else the first
    predicate verb that is not part of a modifier.
    """
    plain: tuple[int, Word] | None = None
    loose: tuple[int, Word] | None = None
    faint: tuple[int, Word] | None = None
    at = start
    depth = 0
    while at < end:
        c = text[at]
        if c in "“《(（":
            depth += 1
        elif c in "”》)）":
            depth -= 1
        word = lexicon.at(text, at) if depth == 0 else None
        if word is None:
            if depth == 0 and at > start and _carries(text, at, end):
                return at + 2, coined(text[at : at + 2], "transitive")
            at += 1
            continue
        stop = at + len(word.text)
        if word.text == "报" and at > start and _is_reported(text, stop, end):
            # 将方案报上级机关备案.
            return stop, word
        is_verb = word.verb and not (word.noun or word.adverb) and len(word.text) > 1
        is_verb = is_verb and not _is_head(text, stop, word)
        if is_verb and at > start and text[at - 1] != "的":
            becoming = _becoming_end(text, stop, end, word)
            if becoming is not None:
                return becoming, word
            if text.startswith("作为", stop):
                at = stop
                continue
            if word.text.startswith("相") and stop == end:
                return stop, word
            if plain is None and word.verb in PREDICATES and text[stop : stop + 1] not in _NO_CHANGE:
                plain = (stop, word)
            if _may_change(text, stop, end, word):
                loose = loose or (stop, word)
            elif _hands_over(text, stop, word):
                faint = faint or (stop, word)
        at = stop
    found = plain or loose or faint
    if found is None and text[end - 1] == "化" and end - start > _SHORTEST_CHANGE:
        # 把政策法定化: what it becomes is the verb.
        return end, coined(text[end - 3 : end], "transitive")
    return found
