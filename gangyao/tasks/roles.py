"""Role of a clause: something to do, the result aimed at, or only the ground of the next clause."""

from __future__ import annotations

from gangyao.document.tasks import Role
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.read import read_predicate
from gangyao.tasks.predicates.verb_group import VerbGroup

# Verbs that an adverbial verb may open: 加快实现, 确保实现 state the result that the second verb names.
_ADVERBIAL = frozenset({"加快", "加速", "辐射", "努力", "力争", "争取"})
# Verbs that are prepositions when another clause follows: 依托…，建设….
_GROUNDS = frozenset({"依托", "聚焦", "围绕", "面向", "对标", "立足", "针对", "结合", "对照", "借助"})


def clause_role(
    text: str,
    group: VerbGroup,
    end: int,
    grammar: Grammar,
    *,
    is_first: bool,
    is_last: bool,
    after_action: bool,
) -> Role:
    """Return the role of the clause whose verb group is `group` and which ends at `end`.

    `is_first`, `is_last`: its place among the clauses of the sentence; `after_action`: a clause of role
    action stands before it.
    """
    if group.is_basis and not (is_last and group.first.verb):
        return "basis"
    if group.first.text in _GROUNDS and group.first is group.last and not is_last:
        return "basis"
    if group.first.text == "对接" and group.last.text == "对接" and is_first and not is_last:
        return "basis"
    if group.last.verb in ("sponsor", "catenative") and not is_last and group.end < end:
        follows = grammar.lexicon.at(text, group.end)
        is_modifier = follows is not None and follows.text == "以" and "的" in text[group.end : end]
        if follows is not None and follows.preposition == "basis" and not (follows.verb or is_modifier):
            inner = read_predicate(text, group.end, end, grammar)
            if inner is not None and inner.is_basis:
                return "basis"
    if after_action and (group.is_reached or _aims_at_result(group, grammar)):
        return "outcome"
    return "action"


def _aims_at_result(group: VerbGroup, grammar: Grammar) -> bool:
    if group.first.text in grammar.outcome_verbs:
        return True
    return group.first.text in _ADVERBIAL and group.last.text in grammar.outcome_verbs
