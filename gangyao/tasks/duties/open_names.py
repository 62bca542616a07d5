"""Who acts where no list knows what kind of body it is: 家庭医生团队应当…, 排水户不得…, 发货方应当查验….

What acts is asked for other things than what is made or measured: 制定, 查验, 会同 against 载明, 达到, 符合.
The odds of each word behind a duty, and of each end of a name by the words behind its duties, are counted in
laws and plans (`training.subject_names`), where the bodies that the lists know teach them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp

from gangyao.tasks.duties.bodies import body_in, is_no_body
from gangyao.tasks.duties.name_ends import clause_end, head_ends, is_within_name, may_follow
from gangyao.tasks.duties.openings import behind_opening, may_open
from gangyao.tasks.duties.subjects import ORDERED
from gangyao.tasks.lexicon import Lexicon

#: What sets a duty on what stands before it.
DUTY = re.compile(
    "(?:仍|还|也|都|均|并|具体|分别|统一|共同|主要|全面|直接|依法|定期|及时|每年|每月|一般|原则上)*(?P<duty>应当|必须|不得(?!超过|少于|低于|高于|多于)|须(?!知)|负责(?![人制的同])"
    "|应(?<![相适响反供回对因效]应)(?![急用届对收付当由])|要(?<![主重必需首概只纪扼]要)(?![求素点件闻由]))"
)
CHARGED = "负责"
# With one of these a duty is told, and `re` looks fast for what begins with a character.
_DUTY_WORD = re.compile("应|必须|不得|须|负责|要(?<![主重必需首概只纪扼]要)")
#: Where none of these stands, there is no word of duty.
DUTY_SIGNS = ("应", "必须", "不得", "须", "负责", "要")
_SHORTEST, _LONGEST, _LONG = 2, 20, 8
# Of names that the lists do not know 19 in 20 of those above this were bodies, read by eye (of 60 drawn).
_LEAST = 0.75
# Odds of words that are said of things: 达到, 符合, 载明; the first of them by eye in the list of all.
_OF_THINGS = -1.5
# Without a word of duty the name and the act have to say so, each by itself.
_SURELY, _ACTS, _KNOWN_ACTS = 0.8, 0.3, -0.5
_OF_BODIES = 0.2
_WHEN = re.compile("今年|每年|明年|目前|当前")
_WHEN_STARTS = frozenset("今每明目当")
# In which something happens, rather than who does it.
_SCOPES = frozenset({"社会", "全社会", "居民", "城乡居民", "经济社会", "农村居民", "城镇居民", "企业"})
# 接到报告后, 其, 处理中: what ends so is a time, a pronoun or a place; 负责人: part of another word.
_NO_NAME_END = re.compile(
    "[后前时其中下内外上间的地得了人所并和及与或需主仍以也还都均]$|期间$|过程$|方面$|有关$|相关$"
)
_NO_NAME = re.compile(
    "[，。；：！？“”《》\\d]|^[（(]|应当|必须|不得|可以|其他$|按照|依照|会同|根据|（以下|）$|在(?![职校编建])"
)
_NO_START = re.compile(
    "对|在|由|除|凡|如|为|经|将|按|依|因|并|可|不|未|违|有(?!关)|需|仍|就|从|向|但|以|与|把|被|每|其|该项|这|此|确保|其中|只|又"
    "|具体|分别|主要|统一|统筹|专门|独立|明确|安排|设立|确定|组织|移送|严重|积极|实行|受|一方面|另一方面|我国|我们"
)
_EACH = ("各", "有关", "相关")
_LEVELS = frozenset("省市县区")
_WILLS = "将"
_WILL = re.compile(f"{_WILLS}(?=[\u4e00-\u9fff]{{2}})")
_JOINT = re.compile("[、和与及]")


@dataclass(frozen=True, slots=True, eq=False)
class NameOdds:
    """The odds in nats of words behind a duty and of ends of names, and what a name's traits weigh."""

    words: Mapping[str, float]
    ends: Mapping[str, float]
    mean: float
    weights: tuple[float, ...]
    constant: float

    def of_word(self, word: str) -> float:
        """Return what a word behind a duty says for a body: if unknown, what its first character says."""
        return self.words.get(word, self.words.get(word[:1], 0.0))

    def of_end(self, name: str) -> float:
        """Return what the end of a name says for a body."""
        return self.ends.get(name[-2:], self.ends.get(name[-1:], self.mean))

    def chance(self, name: str, duty: str, word: str) -> float:
        """Return the chance that a name before a duty is that of a body."""
        odds = self.of_word(word_of(duty, word))
        if odds < _OF_THINGS:
            return 0.0
        told = traits(name, duty, odds, self.of_end(name))
        return 1 / (1 + exp(-self.constant - sum(w * t for w, t in zip(self.weights, told, strict=True))))


def word_of(duty: str, word: str) -> str:
    """Return the word whose odds count behind a duty: 负责 says it by itself."""
    return CHARGED if duty == CHARGED else word


def traits(name: str, duty: str, word: float, end: float) -> tuple[float, ...]:
    """Return what is weighed of a name, given the odds of the word behind its duty and of its end."""
    return (
        word,
        end,
        float(name.startswith(_EACH)),
        float(name[0] in _LEVELS),
        float(len(name) > _LONG),
        float("的" in name),
        float(duty == CHARGED),
    )


@lru_cache(maxsize=1)
def load_odds() -> NameOdds:
    """Return the odds that ship with the package; cached per process."""
    resource = resources.files("gangyao.models") / "subject_names.json"
    stored = json.loads(resource.read_text(encoding="utf-8"))
    return NameOdds(
        stored["words"], stored["ends"], stored["mean"], tuple(stored["weights"]), stored["constant"]
    )


def may_be_name(name: str) -> bool:
    """Tell whether a text may be the name of a body at all, by its length and its first and last words."""
    return (
        _SHORTEST <= len(name) <= _LONGEST
        and _NO_START.match(name) is None
        and _NO_NAME_END.search(name) is None
        and _NO_NAME.search(name) is None
        and ORDERED.match(name) is None
        and not is_no_body(name)
    )


def open_subject(
    text: str,
    start: int,
    end: int,
    acts: Set[int],
    lexicon: Lexicon,
    *,
    may_bind: bool = True,
    may_report: bool = True,
) -> tuple[int, int] | None:
    """Return the first name that opens a clause of the sentence and acts in it; None where none does.

    `acts` are where its predicates begin. `may_bind`, `may_report`: one of `DUTY_SIGNS` stands in it, one of
    `REPORT_SIGNS`.
    """
    clauses: list[tuple[int, int]] = []
    at = start
    while at < end:
        # Hardly any clause has anything before its subject.
        first = behind_opening(text, at, end) if may_report or may_open(text, at) else at
        stop = clause_end(text, first, end)
        duty = _duty_in(text, first, stop) if may_bind else None
        span = None
        if duty is not None:
            span = _before_duty(text, first, duty, lexicon)
        elif text[first : first + 1] in _LEVELS or text.startswith(_EACH, first):
            span = _before_act(text, first, stop, lexicon)
        if span is not None:
            return span
        clauses.append((first, stop))
        at = stop + 1
    for first, stop in clauses:
        if (span := _before_predicate(text, first, stop, acts, lexicon)) is not None:
            return span
    return None


def _before_predicate(
    text: str, start: int, stop: int, acts: Set[int], lexicon: Lexicon
) -> tuple[int, int] | None:
    """Return the name that is all a clause has before its predicate, or before a phrase: 第三方|将根据….

    Its end is one of bodies for sure. What is no predicate may be part of a longer name: 全社会|研发投入.
    """
    when = _WHEN.match(text, start, stop) if text[start : start + 1] in _WHEN_STARTS else None
    start = when.end() if when is not None else start
    places = range(start + _SHORTEST, min(stop - 1, start + _LONG + 1))
    window = text[places.start : places.stop]
    if _WILLS not in window and acts.isdisjoint(places) and lexicon.phrase_starts.isdisjoint(window):
        return None
    odds = load_odds()
    for at in places:
        # Five places of six are none of these, and the start is looked at only where one is.
        if not (at in acts or text[at] in lexicon.phrase_starts or text[at] == _WILLS):
            continue
        will = _WILL.match(text, at, stop) if text[at] == _WILLS else None
        behind = will.end() if will is not None else at
        if not (behind in acts or at in acts or _opens_phrase(text, behind, lexicon)):
            continue
        if _is_no_start(text, start) or _opens_with_verb(text, start, lexicon):
            return None
        name = text[start:at]
        is_name = "的" not in name and _is_whole(text, start, at, lexicon) and name not in _SCOPES
        if not is_name or is_within_name(text, at, stop, lexicon):
            return None
        is_body = odds.ends.get(name[-2:], odds.mean) > _OF_BODIES
        return (start, at) if is_body and odds.of_word(text[behind : behind + 2]) > _KNOWN_ACTS else None
    return None


def _opens_phrase(text: str, at: int, lexicon: Lexicon) -> bool:
    word = lexicon.at(text, at)
    return word is not None and word.preposition is not None and not word.noun


def _duty_in(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the first duty of a clause so far behind its start as a name may reach."""
    span = start + _SHORTEST, min(stop, start + _LONGEST + _LONG)
    return DUTY.search(text, *span) if _DUTY_WORD.search(text, *span) is not None else None


def _before_duty(text: str, start: int, duty: re.Match[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the name that is all a clause has before its duty."""
    name = text[start : duty.start()]
    word = text[duty.end() : duty.end() + 2]
    is_name = _is_whole(text, start, duty.start(), lexicon)
    is_body = is_name and load_odds().chance(name, duty["duty"], word) > _LEAST
    return (start, duty.start()) if is_body else None


def _before_act(text: str, start: int, stop: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the name that opens a clause before what it does, without a word of duty: 建设单位|制定方案.

    Its end has to be one that the lists know, or that is seldom seen but of bodies; 全社会研发投入 and
    企业研发经费 may as well say whose a thing is, so that it has begun with a level or 各.
    """
    if _opens_with_verb(text, start, lexicon):
        # 强化部门|协作: what is done to them.
        return None
    odds = load_odds()
    for at in range(start + _SHORTEST, min(stop - 1, start + _LONGEST)):
        will = _WILL.match(text, at, stop) if text[at] == _WILLS else None
        if not (will or may_follow(text, at, lexicon)) or is_within_name(text, at, stop, lexicon):
            continue
        behind = will.end() if will is not None else at
        name = text[start:at]
        is_name = "的" not in name and _is_whole(text, start, at, lexicon)
        if not is_name:
            return None
        is_known = body_in(name, is_named=False) == (0, len(name))
        acts = odds.of_word(text[behind : behind + 2]) > (_KNOWN_ACTS if is_known else _ACTS)
        is_body = is_known or odds.ends.get(name[-2:], odds.mean) > _SURELY
        return (start, at) if acts and is_body else None
    return None


def _is_whole(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether `text[start:end]` may be one name, or a list of names: no act stands in it."""
    name = text[start:end]
    if not may_be_name(name) or _holds_act(text, start, end, lexicon):
        return False
    return _JOINT.search(name) is None or len(list(parts_of(text, (start, end)))) > 1


def _holds_act(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a name holds a body and what that does: 慈善组织|开展公开募捐, or opens with an act."""
    first = lexicon.at(text, start)
    if first is not None and not first.noun and first.verb is None:
        return True
    return any(may_follow(text, at, lexicon) for at in head_ends(text, start, end) if at < end)


def _is_no_start(text: str, start: int) -> bool:
    """Tell whether the first two characters say that no name begins here."""
    return _NO_START.match(text, start, start + _SHORTEST) is not None


def _opens_with_verb(text: str, start: int, lexicon: Lexicon) -> bool:
    word = lexicon.at(text, start)
    if word is None:
        return lexicon.verb_odds.of(text[start : start + 2]) > 0
    return word.verb is not None and not word.noun


def parts_of(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the names of a list, where the end of each says that it is a body: 导游和领队."""
    odds = load_odds()
    at = span[0]
    borders = [(mark.start(), mark.end()) for mark in _JOINT.finditer(text, *span)]
    parts = []
    for first, last in [*borders, (span[1], span[1])]:
        parts.append((at, first))
        at = last
    is_list = len(parts) > 1 and all(
        end - begin >= _SHORTEST and odds.of_end(text[begin:end]) > odds.mean for begin, end in parts
    )
    yield from parts if is_list else [span]
