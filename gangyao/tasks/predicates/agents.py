"""Clauses whose subject is what is done, and whose 由 names who does it: 会议纪要由秘书处|印制."""

from __future__ import annotations

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.modality import tells_duty
from gangyao.tasks.predicates.openings import act_of_body
from gangyao.tasks.predicates.search import find_predicate
from gangyao.tasks.predicates.verb_group import VerbGroup

# 由 in these is no agent: 自由, 理由, 经由; 由于, 由此.
_NO_AGENT_AFTER = "自理事缘经是"
_NO_AGENT_BEFORE = "于此来"


def read_agent(text: str, start: int, end: int, grammar: Grammar) -> VerbGroup | None:
    """Return the predicate of a clause whose subject is what is done and whose 由 names who does it.

    None where nothing stands before 由, or where the phrase modifies a noun (由…承担的费用).
    """
    at = text.find("由", start + 2, end)
    if (
        at < 0
        or tells_duty(text, start, at, grammar)
        or text[at - 1] in _NO_AGENT_AFTER
        or text[at + 1 : at + 2] in _NO_AGENT_BEFORE
    ):
        return None
    found = act_of_body(text, at + 1, end, grammar.lexicon) or find_predicate(
        text, at + 1, end, grammar, after_preposition=True, preposition="由"
    )
    if found is not None:
        return None if "的" in text[found.end : end] and not found.modals else found
    # 由秘书处印制: the last word, where it is a verb of any kind.
    word = grammar.lexicon.at(text, end - 2)
    if word is None or not word.verb or word.noun or len(word.text) != 2 or end - at < 5:
        return None
    return VerbGroup(end - 2, end, (word.text,), word, word)
