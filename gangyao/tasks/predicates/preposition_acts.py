"""Acts that the preposition before them tells: 由 who acts, 对 who is punished, 向 whom, 以 what for."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.noun_compounds import is_attested
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.disposal import penalty_verb, report_verb
from gangyao.tasks.predicates.openings import act_of_body, is_compound
from gangyao.tasks.predicates.verb_group import VerbGroup

# 以推进…工程|为抓手 and its kin close with what is used.
_MEANS_END = (
    "方式",
    "形式",
    "行动",
    "契机",
    "抓手",
    "办法",
    "途径",
    "手段",
    "成效",
    "成绩",
    "精神",
    "姿态",
    "力度",
    "作风",
)


# 向社会公开|治理情况, 公开招聘|护林员.
_DISCLOSES = re.compile(
    "[^，。的]{2,8}?(?P<verb>公开(?:招聘|招募|招标|征集|征求|选拔|选聘|竞聘|发布)?)(?=[\u4e00-\u9fff])"
    "(?![招征选竞出拍募透道市课])"
)


def act_upon(text: str, start: int, end: int, word: Word, lexicon: Lexicon) -> VerbGroup | None:
    """Return the report, the penalty, the act of a body or what is disclosed behind the 由, 对 or 向 `word`.

    It ends at `start`.
    """
    if word.text == "向":
        disclosed = _DISCLOSES.match(text, start, end)
        if disclosed is None:
            return None
        verb = coined(disclosed["verb"], "transitive")
        return VerbGroup(disclosed.start("verb"), disclosed.end("verb"), (verb.text,), verb, verb)
    if word.text == "由" and (reports := report_verb(text, start, end)) is not None:
        return reports
    penalty = penalty_verb(text, start, end)
    if penalty is not None or word.text != "由":
        return penalty
    return act_of_body(text, start, end, lexicon)


def tells_purpose(
    text: str, start: int, end: int, group: VerbGroup, inside: VerbGroup | None, lexicon: Lexicon
) -> bool:
    """Tell whether `group`, which begins right behind 以, is what for.

    It is not where a frame or a later predicate follows. `inside` is what was found without it.
    """
    if group.is_basis or group.modals or group.end >= end or text[group.end] in "的、和":
        return False
    # 以数字化|赋能: a means; so is what closes with one.
    is_means = group.words[0].endswith("化") or text.endswith(_MEANS_END, start, end)
    is_verb = group.first.verb in PREDICATES or group.first.text == "保护"
    is_noun = is_attested(text, group.end, group.last.text, lexicon)
    if is_means or is_noun or not is_verb or is_compound(text, end, group, lexicon):
        return False
    if inside is not None and inside.start >= group.end:
        return False
    return text.find("为", group.end, end) < 0
