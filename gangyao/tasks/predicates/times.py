"""Predicates behind a time: 放假前|组织检查, 转制时由财政部门|拨付, 2026年|新建泵站12座."""

from __future__ import annotations

import re

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.openings import is_compound
from gangyao.tasks.predicates.search import behind_phrase, read_group
from gangyao.tasks.predicates.verb_group import VerbGroup

# When, and then who does what: 转制时由财政部门拨付.
_WHEN = re.compile("[时后前](?:由(?![于此])|应当?(?![用急])|必须|须|不得|可以|方可)")
_ENDS = ("时", "后", "前")
_AROUND = ("后", "前")
# What has been done or is being done sets nothing to be done.
_REPORTS = ("已", "正在", "曾")
_DONE, _NOT_DONE = "了", ("了解", "了结")
# A time right before the verb of its clause: 2026年|建设泵站, 年内|新建公路, 6月底前|完成.
_LEADING = re.compile(
    r"(?:(?:19|20)\d\d年|今年|明年)?(?:(?<=年)[底末]|年底|\d{1,2}月(?:[底末]|\d{1,2}日)?)?[之以]?[前内]?(?<=[年月日底末前内])|全年|年内|每[年月季周](?:度)?"
)
# 规划至2035年: by when, and nothing else.
_BY_YEAR = re.compile(r"(?:规划|计划|展望|力争|争取|预计)[到至]?(?:(?:19|20)\d\d年|本世纪)(?:[底末]|中叶)?$")
_LEADING_STARTS = frozenset("今明年全每0123456789")


def is_time_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a clause only says by when something is planned: 规划至2035年, 展望2035年."""
    return text[end - 1] in "年底末叶" and _BY_YEAR.match(text, start, end) is not None


def tells_when(text: str, at: int, end: int) -> bool:
    """Tell whether what stands before `at` is only when something is done: an agent or a duty follows."""
    return _WHEN.match(text, at, end) is not None


def behind_time(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate that begins at `start`, with its agent or its duty."""
    word = grammar.lexicon.at(text, start)
    if word is not None and word.preposition is not None:
        return behind_phrase(text, start, end, word, grammar)
    return read_group(text, start, end, grammar)


def act_behind_time(text: str, at: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the act behind the 时, 后 or 前 at `at`: 放假前|组织|检查; None where it begins a word: 后续."""
    if text[at : at + 1] not in _ENDS:
        return None
    lexicon = grammar.lexicon
    if text[at : at + 2] in lexicon.known or text[at : at + 2] in lexicon.nouns:
        return None
    if not lexicon.opener(text, at + 1):
        return None
    acted = read_group(text, at + 1, end, grammar)
    return acted if acted is not None and acted.end < end and text[acted.end] != "的" else None


def opens_time(text: str, at: int, end: int, grammar: Grammar) -> bool:
    """Tell whether the 前 or 后 at `at` makes a time of the verb before it: 转制|后, not 推进|后备基地."""
    if text[at : at + 1] not in _AROUND or at + 1 >= end:
        return False
    word = grammar.lexicon.at(text, at)
    behind = grammar.lexicon.at(text, at + 1)
    return (word is None or len(word.text) == 1) and behind is not None and len(behind.text) > 1


def tells_of_past(text: str, group: VerbGroup) -> bool:
    """Tell whether a group reports what has been done or is going on: 已列入, 正在开展, 提出了."""
    if group.is_basis:
        return False
    if group.words[0].startswith(_REPORTS) or text[group.end - 1] == _DONE:
        return True
    return text.startswith(_DONE, group.end) and not text.startswith(_NOT_DONE, group.end)


def led_by_time(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate right behind the time that opens a clause: 2026年|新建|泵站12座.

    None where no verb is there, or no figure behind it: 今年就业形势依然严峻.
    """
    time = _LEADING.match(text, start, end) if text[start] in _LEADING_STARTS else None
    if time is None or time.end() >= end or grammar.lexicon.opener(text, time.end()) != "verb":
        return None
    group = read_group(text, time.end(), end, grammar)
    if (
        group is None
        or group.end >= end
        or is_compound(text, end, group, grammar.lexicon)
        or text[group.end] == "的"
    ):
        return None
    return group if any(map(str.isdigit, text[group.end : end])) else None
