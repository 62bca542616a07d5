"""Who acts where the rules find nobody: the likeliest name before a duty, by fitted weights.

供水企业因施工确需停水的，应当提前通知用户: whether 企业 ends the subject is told by what follows it, how the
name ends, in which clause before the duty it stands and how that clause ends. `training.subject_weights`
fitted the weights to the sentences of laws in which the rules find who acts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.name_ends import (
    BOUND,
    LONGEST,
    clause_end,
    head_ends,
    is_within_name,
    may_follow,
    opens_with_act,
)
from gangyao.tasks.duties.openings import behind_opening
from gangyao.tasks.lexicon import Lexicon

DUTY = re.compile("应当|必须|不得(?!超过|少于|低于|高于|多于)|应(?=[按依在当将对向及自由为])|须(?!知)")
#: What a duty that binds things says.
OF_THINGS = re.compile(
    "(?:应当|必须|应|须|不得)(?:符合|包括|载明|具备|具有|是|与[^，。]{0,12}(?:相|一致)|体现|真实|明确|注明|有|包含|写明|满足"
    "|纳入|用于|专款|列入|公开|适用|低于|高于|超过|少于)"
)
_MARK = re.compile("[，；：]")
# A list goes on: what stands here ends no subject.
_LISTED_ON = re.compile("[、和或与及的]|以及|等")
#: A clause that opens so names no subject: 不属于本部门职权的, 未经许可, 给当事人造成损失的.
NO_SUBJECT = re.compile(
    "除|经|与|只|仅|未|遇|有(?!关|权)|召集|设立|尚未|以下|应|销售|使用|倾倒|驻|不|给|在|需|但未?|凡|对|向|从|由|为|将|把|因(?!地)|通过|申请|处理|按照?|根据|依[照据]|办理|违反|调整|发现|属于|根据|符合|具备"
)
# 主管部门|对外国的…团体; 特派员|在稽察中发现…的单位.
_PHRASE_IN_NAME = re.compile("对|.(?<!所)在(?!职|校|编|建)")
# 人民法院追缴的|涉案文物，应当登记: the clause names what the act is done to.
_THING = re.compile("[^，。；]*的[^的，。；：]{1,10}$")
# 执法机关|依法没收的卷烟: no act of its own, but which thing.
_SHORT_RELATIVE = re.compile("[^，。；的]{2,4}的[^的，。；：]{1,10}，")
# 政府|投资的项目, 企业|标准: what is named after them.
_OF_GOVERNMENT = re.compile("政府(?:投资|采购|定价|指导价|性)|企业(?:标准|名称|年金|国有)")
# Odds in nats below which no name is taken, where of those read in laws six in seven were right; a name whose
# clause closes with a noun behind 的 needs more.
_LEAST = 0.3
_LEAST_OF_THINGS = 1.5
_FARTHEST, _LONGEST_BUCKET, _BUCKET = 3, 6, 4


class Candidate(NamedTuple):
    """A name that may be the subject, at `start`:`end`, and what tells of it."""

    start: int
    end: int
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SubjectWeights:
    """Weights of the traits of a candidate, in nats above 0 for the subject; the constant of all."""

    traits: Mapping[str, float]
    constant: float

    def of(self, candidate: Candidate) -> float:
        """Return the odds, in nats, that a candidate is who acts."""
        return self.constant + sum([self.traits.get(trait, 0.0) for trait in candidate.traits])


@lru_cache(maxsize=1)
def load_weights() -> SubjectWeights:
    """Return the weights that ship with the package; cached per process."""
    resource = resources.files("gangyao.models") / "subject_weights.json"
    stored = json.loads(resource.read_text(encoding="utf-8"))
    return SubjectWeights(stored["traits"], stored["constant"])


def candidates(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the names that open a clause of the sentence `text[start:end]` up to its first duty."""
    duty = DUTY.search(text, start, end)
    if duty is None:
        return
    borders = [start, *(mark.end() for mark in _MARK.finditer(text, start, duty.start())), duty.start()]
    last = len(borders) - 2
    told = text[duty.end() : min(duty.end() + 2, end)]
    for number in range(last + 1):
        at = borders[number]
        stop = borders[number + 1] if number == last else borders[number + 1] - 1
        at = behind_opening(text, at, stop)
        ends = [one for one in head_ends(text, at, min(stop, at + LONGEST))]
        if ends and NO_SUBJECT.match(text, at) is not None:
            continue
        for place, one in enumerate(ends):
            if one < stop and _LISTED_ON.match(text, one):
                continue
            name = text[at:one]
            if _PHRASE_IN_NAME.search(name) is not None:
                continue
            span = body_in(name, is_named=False)
            if span is None or at + span[1] != one or BOUND.search(name):
                continue
            traits = _traits(text, at + span[0], one, stop, min(last - number, _FARTHEST))
            yield Candidate(
                at + span[0], one, (*traits, f"v{told}", f"k{len(ends) - 1 - place > 0}{place > 0}")
            )


def _traits(text: str, start: int, end: int, stop: int, far: int) -> tuple[str, ...]:
    name = text[start:end]
    closing = text[stop - 1 : stop]
    if end < stop:
        behind = text[end : min(end + 2, stop)]
    else:
        behind = f"|{far > 0}{text[stop + 1 : stop + 2] if far else ''}"
    return (
        f"a{behind}",
        f"b{behind[:1]}{far > 0}",
        f"e{name[-2:]}",
        f"f{name[:2]}",
        f"g{name[:1]}",
        f"c{closing if closing in '的时后前中内下上外' else ''}{far}{end == stop}",
        f"d{far}",
        f"l{min(len(name) // _BUCKET, _LONGEST_BUCKET)}{'的' in name}",
    )


def names_thing(text: str, at: int, end: int) -> bool:
    """Tell whether the clause that goes on at `at` names what another act is done to."""
    return _THING.match(text, at, clause_end(text, at, end)) is not None


def likeliest(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the span of the name that most likely acts in the sentence; None where none does.

    A name that opens with a verb names no subject (引进企业), unless who does it (建设单位).
    """
    if OF_THINGS.search(text, start, end) is not None:
        return None
    weights = load_weights()
    best, span = _LEAST, None
    for one in candidates(text, start, end):
        odds = weights.of(one)
        if _OF_GOVERNMENT.match(text, one.end - 2) is not None:
            continue
        if odds <= best or _SHORT_RELATIVE.match(text, one.end, end) is not None:
            continue
        if odds <= _LEAST_OF_THINGS and names_thing(text, one.end, end):
            continue
        if is_within_name(text, one.end, clause_end(text, one.end, end), lexicon):
            continue
        start = one.start
        if opens_with_act(text, start, one.end, lexicon):
            # 持有许可证的|个体工商户: who is told apart by an act.
            start = text.rfind("的", start, one.end) + 1
            if not start or body_in(text[start : one.end], is_named=False) != (0, one.end - start):
                continue
        best, span = odds, (start, _before_act(text, start, one.end, lexicon))
    return span


def _before_act(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where a name ends that seems to end at `end`: 适龄公民|变更就业单位 before an act it holds."""
    inner = (
        at
        for at in head_ends(text, start, end - 1)
        if may_follow(text, at, lexicon) and not is_within_name(text, at, end, lexicon)
    )
    return next((at for at in inner if text.find("的", at, end) < 0), end)
