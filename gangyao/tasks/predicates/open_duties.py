"""A duty that stands apart from its verb: before a phrase in its clause, or in a clause without a verb.

乙局应当每三年对设施|进行|评估; 乙局应当会同丙局，|制定|规划: the reading of clauses found the verb, and what
binds it stands before it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Word
from gangyao.tasks.predicates.search import read_group
from gangyao.tasks.predicates.verb_group import VerbGroup, led_by

# Each alternative begins with its first character, which `re` then looks for fast. 需要, 重要, 供应 and their
# kin set no duty; nor do 要求, 要素, 应急, 应保尽保.
DUTY = re.compile(
    "应当|应该|必须|不得|务必"
    "|应(?<![相适响反供回对因效感呼顺照叫]应)(?![急用届付收变邀聘诉征税对季])(?!.尽)"
    "|要(?<![主重必需首只紧次险纲概摘机撮索]要)(?![求素点闻件务员么因道目事人领害旨塞紧闭])"
    "|须(?!知)"
)
# 也|要, 都|应当: one word with what stands before it.
_BEFORE = frozenset("也均都还又既更")
_LED = ("require", "prohibit")
_OPEN, _CLOSE = "“", "”"
# No part of a motto is longer before its 要: 用权受监督、侵权|要赔偿.
_SHORT_PART = 5
# In what looks like a clause, and only says when or beside what: 在工业要增产的同时，.
_BESIDE = ("时", "外")


class Duty(NamedTuple):
    """A word of duty and where it stands."""

    start: int
    end: int
    word: Word


def duty_in(text: str, start: int, end: int, grammar: Grammar) -> Duty | None:
    """Return the first word that sets a duty or a ban in the clause `text[start:end]`, outside quotes."""
    if text.endswith(_BESIDE, start, end):
        return None
    for found in DUTY.finditer(text, start, end):
        at = found.start() - (found.start() > start and text[found.start() - 1] in _BEFORE)
        word = grammar.lexicon.at(text, at)
        if word is None or word.modal not in _LED or not found.start() < at + len(word.text) < end:
            continue
        if text.count(_OPEN, start, at) == text.count(_CLOSE, start, at):
            return Duty(at, at + len(word.text), word)
    return None


def bound_by(duty: Duty, group: VerbGroup, text: str, end: int, grammar: Grammar) -> VerbGroup:
    """Return the predicate of a clause that ends at `end` from its duty on; `group` was read as it.

    Where the duty stands behind `group`, that is part of the subject: 推动创新|要靠|改革. It is returned as
    it is where the duty is only told of a noun: 提出|必须采取的措施.
    """
    if duty.end <= group.start:
        if _tells_noun(text, duty.end, group.start, grammar):
            return group
        return led_by(group, duty.start, (duty.word.text,), (duty.word,))
    if duty.start < group.end or not _leads(duty, text, group.end, grammar):
        return group
    bound = read_group(text, duty.start, end, grammar)
    if bound is None or not bound.modals or text.find("的", duty.end, bound.end + 1) >= 0:
        return group
    return bound


def is_left_open(duty: Duty, text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether the duty of a clause without a predicate goes on in the next one: 应当会同丙局，…."""
    return _leads(duty, text, start, grammar) and not _tells_noun(text, duty.end, end, grammar)


def _leads(duty: Duty, text: str, start: int, grammar: Grammar) -> bool:
    """Tell whether a duty surely is one: its word has two characters, or a phrase or a verb follows it.

    In a row of parts that goes on from `start` (重在保护、要在治理) one character is none.
    """
    if len(duty.word.text) > 1:
        return True
    after = grammar.lexicon.at(text, duty.end)
    is_part = text.find("、", max(start, duty.start - _SHORT_PART), duty.start) >= 0
    return after is not None and not after.noun and not is_part


def _tells_noun(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a verb right behind a duty, at `start`, is closed by 的 before `end`: 应当公开的事项."""
    word = grammar.lexicon.at(text, start)
    if word is None or word.preposition is not None or not word.verb:
        return False
    return text.find("的", start + len(word.text), end) >= 0
