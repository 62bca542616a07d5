"""Predicates with a verb before them that says nothing by itself: 坚持|把…摆在, 符合…的|享受|优惠."""

from __future__ import annotations

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import Word
from gangyao.tasks.predicates.candidates import PREDICATES
from gangyao.tasks.predicates.search import behind_phrase, read_group
from gangyao.tasks.predicates.verb_group import VerbGroup, led_by

_KEEPS_TO = "坚持"
_LEADS_MOVED = frozenset({"catenative", "sponsor"})
# 研究|将厂房改为商铺的政策: what is studied stands behind it.
_STUDIES = "研究"
# What is banned follows as what a duty binds does: 禁止伪造、涂改或出租|许可证, 严禁违规|占用.
_BANS = frozenset({"禁止", "严禁"})


def behind_word(text: str, start: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate behind the verb of a case, or with the one that leads a 把 or 将 group."""
    if word.verb == "stative" and not word.adverb:
        return _behind_case(text, start + len(word.text), end, grammar)
    if word.text in _BANS:
        return _banned(text, start, end, word, grammar)
    if word.text == _KEEPS_TO or (word.verb in _LEADS_MOVED and word.text != _STUDIES):
        return _moved(text, start, end, word, grammar)
    return None


def _banned(text: str, start: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    """Return the ban with the verbs that it bans; None where a noun follows it (禁止|一切浪费)."""
    group = read_group(text, start + len(word.text), end, grammar, after_modal=True)
    if group is None or text.startswith("的", group.end):
        return None
    return led_by(group, start, (word.text,), ())


def _moved(text: str, start: int, end: int, word: Word, grammar: Grammar) -> VerbGroup | None:
    """Return the 把 or 将 group that `word` opens: 坚持把教育摆在|首位; None where neither follows it."""
    at = start + len(word.text)
    moves = grammar.lexicon.at(text, at)
    if moves is None or moves.preposition != "disposal":
        return None
    group = behind_phrase(text, at, end, moves, grammar)
    return None if group is None or group.start != at else led_by(group, start, (word.text,), ())


def _behind_case(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate behind the 的 that closes a case: 符合现行规定的|享受|税收优惠."""
    at = text.find("的", start, end)
    if at < 0:
        return None
    word = grammar.lexicon.at(text, at + 1)
    if word is None or word.noun or word.preposition or word.verb not in PREDICATES:
        return None
    return read_group(text, at + 1, end, grammar)
