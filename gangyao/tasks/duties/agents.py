"""Bodies behind 由, which does what follows: 管理由项目承担单位负责, 由商务部牵头, 由主席团决定."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.name_ends import (
    BOUND,
    CLEARLY_VERB,
    LONGEST,
    TELLS_APART,
    begins_act,
    body_before_word,
    clause_end,
    head_ends,
    names_act,
    opens_head,
)
from gangyao.tasks.lexicon import Lexicon

# 由政府举办为主, 由重过程管理向重目标转变: not who acts, but how it is; 由…组成: what something is made of.
_AGENT = re.compile(
    "由(?![此于来]|[^，。；]{2,10}为主|[^，。；]{2,20}向[^，。；]*转变"
    "|[^，。；由]{2,80}(?:组成|构成)(?:[，。；的]|[^，。；]{0,4}的)|[^，。；由]{2,40}(?:担任|兼任))"
)
# 自由, 理由, 缘由, 经由, 以…为由 hold no agent.
_NO_AGENT = "自理缘经事为"
# 监督管理|由有关部门组织实施.
_WORKS = ("管理", "办理", "审理", "处理", "受理", "代理", "清理", "治理", "修理")
# What a name goes on with: 和, 或者其他负有…职责的|部门.
_GOES_ON = frozenset("的和与及或、之等")
_PAIR = 2
_TOGETHER = (
    *("集体", "共同", "联合", "签字", "签署", "代行", "代为", "本人", "自行"),
    *("一个", "三日", "三个", "五日", "七日", "十日", "十五日", "二十日", "三十日", "六十日"),
)
# What makes a noun of the verb before it: 管理|层.
_IN_NOUN = frozenset("的层性者人员")
# 由国务院批准的规划: what is done, and no act of its own; 由当事人依照约定的方式…: a phrase.
_MODIFIES = re.compile("(?![依按根对在向以从将把])[^，。；的其将向给交]{1,6}的(?=[^，。；])")


def agents(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the bodies behind 由 that a verb follows, in the sentence `text[start:end]`."""
    for found in _AGENT.finditer(text, start, end):
        at = found.end()
        is_other_word = found.start() > start and text[found.start() - 1] in _NO_AGENT
        if is_other_word and not text.endswith(_WORKS, start, found.start()):
            continue
        stop = clause_end(text, at, end)
        if text[stop - 1] == "的":
            # 需由行政执法机关处理的，…: a case.
            continue
        span = _agent(text, at, stop, lexicon) or body_before_word(text, at, stop, lexicon)
        told = None if span is None else _MODIFIES.match(text, span[1], stop)
        if told is not None and told.end() < stop:
            # 由国家成立的治丧机构决定: who is told apart by another acts.
            behind = _agent(text, told.end(), stop, lexicon)
            span = None if behind is None else (at, behind[1])
        if span is not None:
            yield span


def _heads_on(text: str, at: int, stop: int) -> bool:
    """Tell whether the name goes on with one more head: 红十字会|总会; not 提案人|组织起草."""
    if text.startswith("组织", at):
        return False
    return next(head_ends(text, at, min(at + _PAIR, stop)), None) == at + _PAIR


def _is_verb(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb stands at `at`, be it a noun as well: 由大会秘书处|整理简报, 由中央财政|负担."""
    word = lexicon.at(text, at)
    if word is None:
        return lexicon.verb_odds.of(text[at : at + _PAIR]) > CLEARLY_VERB
    if word.verb is None or len(word.text) != _PAIR or text[at - _PAIR : at + _PAIR] in lexicon.nouns:
        # 机构|编制: parts of one noun.
        return False
    behind = text[at + _PAIR : at + 2 * _PAIR]
    return behind not in lexicon.compounds.get(word.text, ()) and behind[:1] not in _IN_NOUN


def _agent(text: str, start: int, stop: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the name behind 由 before an act that no table knows for a predicate: 由主席团|提交…."""
    for at in head_ends(text, start, min(stop, start + LONGEST)):
        told = TELLS_APART.match(text, at, stop)
        end = told.end() if told is not None else at
        if end < stop and (
            _heads_on(text, end, stop)
            or text[end] in _GOES_ON
            or text.startswith("以及", end)
            or opens_head(text, end, stop, lexicon)
        ):
            continue
        is_act = text.startswith(_TOGETHER, end) or begins_act(text, end) or names_act(text, end, lexicon)
        if end < stop and not is_act and not _is_verb(text, end, lexicon):
            continue
        name = text[start:end]
        if "“" in name and "”" not in name:
            continue
        if told is not None and not BOUND.search(name):
            return start, end
        span = body_in(name, is_named=False)
        if span is not None and start + span[1] == end and not BOUND.search(name):
            return start + span[0], end
    return None
