"""Which of several places where a verb group can begin holds the predicate of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gangyao.tasks.lexicon import Lexicon, Word
from gangyao.tasks.noun_compounds import is_attested
from gangyao.tasks.predicates.verb_group import VerbGroup

PREDICATES = frozenset({"transitive", "taker", "catenative", "sponsor"})
# Weights: what speaks for a place. A modal word or 把/将 binds a clause, an adverb leads a verb.
MODAL, DISPOSAL, ADVERB, PHRASE, VERB, NOUN_LIKE, GIFT = 6, 5, 4, 4, 3, 1, 7
_CERTAIN = 6
# Verbs that close a phrase with 对, 为, 向: 对…进行, 为…提供.
_LIGHT = frozenset(
    {"进行", "给予", "实施", "实行", "开展", "予以", "加以", "采取", "提供", "作出", "加强", "强化", "负责"}
)
# Of these, verbs that say nothing themselves: 对…进行评估.
EMPTY_VERBS = frozenset({"进行", "予以", "给予", "加以"})
_TOWARDS = frozenset({"对", "对于", "为", "向", "与", "同", "由", "经", "经过"})
# 指导下, 建设中: a verb before these is part of the phrase.
_PLACES = "下中上时后前外"


# 建设单位, 监管部门: with these behind it a verb names who acts.
BODIES = re.compile("单位|部门|机构|人员|主体|机关|主管|办公室|(?:领导|工作|专项)?小组|委员会")
#: What these begin with: mostly another character stands there, and nothing needs to be matched.
BODY_STARTS = frozenset("单部机人主办领工专小委")
# 市水路运输|行政管理部门: the whole head of a name.
HEADS = re.compile("(?:行政|监督|管理|主管){1,3}(?:部门|机关|机构)|单位|部门|机构|机关|主管")


_OFFICES = re.compile("行政(?:主管|管理)(?:部门|机关)")
# 编制机关应当…: whatever its class, the verb names who is bound.
BOUND_BODIES = re.compile(
    rf"(?:{BODIES.pattern})(?:应当|应(?=[在当对按将把])|必须|不得|可以|要(?!求)|须|负责|依照|按照|依法)"
)
# What may stand behind 执行人 and its kin.
BEHIND_PERSON = ("", *"。；，、与和及或应必可须不要由的向按在就提有对将未之")


class Candidate(NamedTuple):
    """A verb group that may be the predicate, with the weight that speaks for it."""

    weight: int
    group: VerbGroup


def verb_weight(group: VerbGroup, word: Word, *, after_preposition: bool) -> int:
    """Return the weight of a group that `word`, a verb, opens."""
    if group.first.verb in PREDICATES:
        return VERB + group.has_adverb
    return (2 if after_preposition and word.verb == "dual" else NOUN_LIKE) + group.has_adverb


def adverb_weight(group: VerbGroup, word: Word) -> int:
    """Return the weight of a group that the adverb `word` opens; 市场化配置 is rather a noun."""
    if group.first.verb in PREDICATES:
        return ADVERB
    return NOUN_LIKE if word.text.endswith("化") else 2


def _weight_of_phrase(group: VerbGroup, preposition: str, *, is_led: bool) -> int:
    """Return what the phrase or the party before `group` adds to its weight."""
    weight = 0
    if is_led:
        weight += 2 if preposition else 3
    is_towards = preposition in ("对", "对于")
    if preposition in _TOWARDS and group.first.text in _LIGHT:
        weight += 1
        if is_towards:
            weight += 3 if group.first.text in EMPTY_VERBS else 2
    if group.modals and is_towards:
        # 对已挪用的要采取措施|予以收回.
        weight += 2
    return weight


def _opens_word(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the place word at `at` begins another word: 调用|下级资金, but 积累|下来."""
    is_noun = text[at : at + 2] in lexicon.nouns and text[at + 1] not in "来去"
    return is_noun or lexicon.at(text, at) is not None


def weigh(
    text: str, end: int, group: VerbGroup, weight: int, preposition: str, lexicon: Lexicon, *, is_led: bool
) -> int:
    """Return the weight of `group` in its clause, 0 where it cannot be the predicate.

    `is_led`: a phrase end or the name of a party stands right before it. `preposition` opens that phrase.
    """
    weight += _weight_of_phrase(group, preposition, is_led=is_led)
    names_body = not group.modals and (preposition or group.last.verb in ("nominal", "dual"))
    # 统筹做好|部门联合经费保障: a verb with its complement names nobody.
    names_body = names_body and not group.last.text.endswith("好")
    names_body = names_body or _OFFICES.match(text, group.end, end) is not None
    if names_body and (
        HEADS.match(text, group.end, end) or (preposition == "" and BODIES.match(text, group.end, end))
    ):
        # 技术监督部门: who acts.
        return 0
    is_bare = group.first is group.last and not (group.has_adverb or group.modals)
    if is_bare and is_attested(text, group.end, group.last.text, lexicon):
        # 煤矿安全|监察机构: a noun.
        return 0
    is_noun_like = group.first.verb in ("nominal", "dual") and not (group.has_adverb or group.modals)
    if end - group.end == 1 and is_noun_like:
        # 未利用|地: the end of a noun.
        return 0
    if group.end >= end and is_noun_like and preposition not in _TOWARDS:
        # 机构建设, 市场监管: a noun.
        return 0
    if group.end >= end:
        if weight < ADVERB and preposition not in _TOWARDS:
            if group.has_adverb and _holds_phrase(group):
                # 及时向国务院报告.
                return weight
            return 0 if group.first.verb in ("nominal", "dual") else weight - 2
        if preposition == "向":
            # 向社会公开: the phrase wants a verb.
            return max(weight, 2)
        return weight
    following = text[group.end]
    if following in "一两0123456789" and group.first.verb in PREDICATES:
        # 创建一批, 新建120座: a counted object.
        weight += 2
    if following in "人者" and text[group.end + 1 : group.end + 2] in BEHIND_PERSON:
        # 执行人可以…: who acts.
        return 0
    may_hold = group.first.verb == "sponsor" and group.first.text != "组织"
    further = None if preposition or group.modals or may_hold else lexicon.at(text, group.end)
    if further is not None and further.verb and not further.noun:
        behind = group.end + len(further.text)
        if text[behind : behind + 1] == "的":
            # 组织编制的规划: part of a modifier.
            return 0
    if following in "的等":
        return 0
    if following in _PLACES and not _opens_word(text, group.end, lexicon):
        return 0
    return weight


def holds_verb(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether what a preposition before `start` governs begins with a predicate verb, no body's name."""
    opening = lexicon.at(text, start)
    if opening is None or opening.verb not in PREDICATES:
        return False
    return BODIES.match(text, start + len(opening.text), end) is None


def _holds_phrase(group: VerbGroup) -> bool:
    """Tell whether a phrase stands inside the group, between its adverbs and its verb."""
    return group.end - group.start > sum(map(len, group.words))


def _leads(led: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether `led` is nothing but adverbs and `group`: 及时|进行."""
    return (
        led.has_adverb
        and led.start < group.start
        and led.end == group.end
        and led.first is group.first
        and not _holds_phrase(led)
    )


def _is_act(group: VerbGroup) -> bool:
    """Tell whether the group, which closes its clause, may be an act that an earlier verb is said of."""
    return group.first is group.last and group.first.verb == "nominal" and not group.modals


def _modifies(text: str, group: VerbGroup, others: Sequence[Candidate]) -> bool:
    """Tell whether a 的 stands between the group and the next verb of `others`, the later candidates."""
    for other in others:
        if other.weight >= VERB and other.group.start >= group.end:
            return text.find("的", group.end, other.group.start) >= 0
    return False


def choose(
    text: str, end: int, candidates: Sequence[Candidate], least: int, *, modified: bool
) -> VerbGroup | None:
    """Return the weightiest group of at least `least`, the first of equals.

    A verb that a 的 follows before a later candidate modifies a noun (从事…的企业开展…). `modified`: so
    does one with any 的 behind it.
    """
    best: Candidate | None = None
    for index, candidate in enumerate(candidates):
        weight, group = candidate.weight, candidate.group
        is_certain = bool(group.modals) or (weight >= _CERTAIN and not modified)
        if not is_certain and _modifies(text, group, candidates[index + 1 :]):
            continue
        if best is not None and best.group.first.text == "组织" and group.start < best.group.end == end:
            # The end of 组织实施.
            continue
        if best is not None and _leads(best.group, group):
            # 为新生儿|免费提供: the adverb goes with what the phrase wants.
            best = Candidate(max(best.weight, weight), best.group)
            continue
        if best is not None and _holds_phrase(best.group) and group.start < group.end <= best.group.end:
            # The verb that a group led by an adverb and a phrase ends with: 及时向…报告.
            continue
        if weight < least or (modified and weight < DISPOSAL and "的" in text[group.end : end]):
            continue
        if modified and group.modals and "的" in text[max(group.end, end - 6) : end]:
            # 对…不得设立许可的事项: the duty is told of the noun.
            continue
        if best is not None and best.weight >= VERB and group.end == end and _is_act(group):
            # 县长主持县政府全面工作: the object of an earlier verb.
            continue
        # A sponsor takes what follows as its object: 推动各方共同参与.
        gap = 2 if best is not None and best.group.last.verb == "sponsor" and best.weight >= VERB else 0
        # 收费目录应当公开: of equals the one with a modal word.
        binds = best is not None and bool(group.modals) and not best.group.modals and gap == 0
        if best is None or weight + binds > best.weight + gap:
            best = candidate
    return best.group if best else None
