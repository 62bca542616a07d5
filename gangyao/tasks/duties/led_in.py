"""Who acts where a phrase, or a long name with 的, stands between the beginning of a sentence and the act.

市人大常委会通过立法规划，|加强统筹安排; 为学校提供场所的单位和个人，|应当健全保障措施.
"""

from __future__ import annotations

import re

from gangyao.document.tasks import Task
from gangyao.tasks.duties.bodies import NAME_LAST, body_in, is_bare_body
from gangyao.tasks.duties.name_ends import BOUND, LONGEST, clause_end, clause_start
from gangyao.tasks.duties.openings import behind_opening
from gangyao.tasks.duties.subjects import ORDERED, first_body
from gangyao.tasks.lexicon import Lexicon

# What leads to the act of the next clause; 为主 does not.
_PHRASE = re.compile(
    "通过|为(?![主首了止])|以(?![上下内外前后及来])|依托|围绕|按照|根据|依据|结合|针对|立足|聚焦|在|对|从|自|于|会同|联合"
)
_STRONG = re.compile("，?(?:应当(?!由)|必须|不得(?!超过|少于|低于|高于|多于)|应(?=[按依在当对将向及]))")
# A clause that opens so names no subject, whatever it ends with.
_NO_SUBJECT = re.compile("(?:对于?(?!外)|由|除|凡是?|将|把|给|违反|发现|委托|要求)")
# Behind 的, the name of who acts: 单位和个人.
_KIND = re.compile("[^的，。；：]{2,30}$")
_MANY = re.compile("(?:以及|[、和或及])其?")
# 有组建任务的区县（自治县）.
_LEVEL = re.compile("(?:[省市县区州旗乡镇]|自治[区州县]|街道|直辖市)+(?:（[^）]{1,8}）)?")
# 科技馆、美术馆等公共文化设施|应当….
_PLACES = re.compile(
    "(?P<names>[^，。；：的]{4,80}、[^，。；：的、]{2,20})等[^，。；：、]{0,10}(?:设施|场所)$"
)
_SHORTEST_TELLING = 2
_MAY_END = NAME_LAST | {"政"}
_SHORTEST, _LONGEST_NAME = 4, 40
# 国家发展改革委、财政部|分工|负责.
_SHARED = re.compile("(?:(?:按照?)?(?:各自)?职责)?(?:分工|分别|共同|各自)+$")
# What opens so is who an act goes to, or is done with: 支持企业, 会同有关部门.
_ACTED_ON = re.compile(f"{ORDERED.pattern}|会同|联合|配合|[与同以自]")


def before_phrase(text: str, task: Task, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the bodies that open the first clause of a task, where only a phrase and no act follows them."""
    opening = lexicon.at(text, task.start)
    stop = clause_end(text, task.start, task.end)
    if not task.actions or task.actions[0].start <= stop or text[stop] != "，":
        return None
    span = first_body(text, task.start, task.end, lexicon)
    if span is None or _PHRASE.match(text, span[1], stop) is None:
        return None
    if opening is not None and not opening.noun and "的" not in text[slice(*span)]:
        # 围绕主业，加快…: no name opens it; in 符合条件的企业|自6月起，… one does.
        return None
    return None if text.endswith("的", span[1], stop) else span


def before_verb(text: str, task: Task, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the bodies that are all a clause has before its verb: 2017年底前，其他省（区、市）|划定….

    The reading of clauses takes a name for a subject only where it knows how that ends.
    """
    for action in task.actions:
        at = text.find(action.verb, action.start, action.end)
        if action.verb == "负责" and (shared := _SHARED.search(text, action.start, at)) is not None:
            at = shared.start()
        if at <= task.start or text[at - 1] not in _MAY_END:
            continue
        start = clause_start(text, task.start, at)
        start = behind_opening(text, start, at)
        if _SHORTEST <= at - start <= _LONGEST_NAME and not _ACTED_ON.match(text, start, at):
            first = lexicon.at(text, start)
            opens_act = first is not None and not first.noun and (first.preposition or first.verb)
            if not opens_act and body_in(text[start:at], is_named=False) == (0, at - start):
                return start, at
    return None


def told_by_phrase(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the bodies right before the first strong duty, behind the 的 that tells them apart."""
    duty = _STRONG.search(text, start, end)
    if duty is None:
        return None
    at = clause_start(text, start, duty.start())
    at = behind_opening(text, at, duty.start())
    if duty.start() - at > LONGEST or _NO_SUBJECT.match(text, at) is not None:
        return None
    has_places = text.find("等", at, duty.start()) >= 0
    places = _PLACES.match(text, at, duty.start()) if has_places else None
    if places is not None and _are_bodies(places["names"]):
        return places.span("names")
    kind = _KIND.search(text[at : duty.start()])
    if kind is None or kind.start() <= _SHORTEST_TELLING:
        return None
    name = kind[0]
    parts = _MANY.split(name)
    is_level = _LEVEL.fullmatch(name) is not None
    is_named = (
        is_level
        or body_in(name, is_named=False) == (0, len(name))
        or all(
            is_bare_body(part) or part == "组织" or body_in(part, is_named=False) == (0, len(part))
            for part in parts
        )
    )
    if not is_named or BOUND.search(text, at, duty.start()):
        return None
    return at + kind.start(), duty.start()


def _are_bodies(names: str) -> bool:
    """Tell whether most of the names of a list are bodies: 青少年宫、科技馆、电影院."""
    parts = _MANY.split(names)
    return 2 * sum(body_in(part, is_named=False) == (0, len(part)) for part in parts) > len(parts)
