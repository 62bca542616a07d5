"""Actions of a sentence: one per clause that states something to be done."""

from __future__ import annotations

from gangyao.document.tasks import Action, Party
from gangyao.tasks.clauses import predicate_start, split_clauses
from gangyao.tasks.conditions import conditions
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.modality import governs_sentence, group_modality
from gangyao.tasks.parties import announced_actors, clause_actors, clause_beneficiaries, holds_role
from gangyao.tasks.predicates import read_predicate, read_state
from gangyao.tasks.roles import clause_role
from gangyao.tasks.topic_clauses import is_topic

# No clause is longer; in text that lost its commas the predicate is looked for within this many characters.
_LONGEST_CLAUSE = 200
_LONGEST_LABEL = 7
# What a clause ends with that only announces what its colon opens.
_ANNOUNCING = ("是", "为", "如下", "包括", "有")


def read_actions(
    text: str, start: int, end: int, grammar: Grammar
) -> tuple[tuple[Action, ...], tuple[Party, ...], tuple[Party, ...]]:
    """Return actions, actors and beneficiaries of the sentence `text[start:end]`; offsets count in `text`."""
    actions: list[Action] = []
    actors: list[Party] = []
    beneficiaries: list[Party] = []
    governed = False
    acted = False
    clauses = split_clauses(text, start, end)
    cases = conditions(text, clauses)
    names_role = text.find("作为", start, end) >= 0
    last = len(clauses) - 1
    for index, (clause_start, clause_end) in enumerate(clauses):
        opening = predicate_start(text, clause_start, clause_end, grammar)
        if index in cases or (
            text[clause_end : clause_end + 1] == "：" and _is_label(text, clause_start, clause_end)
        ):
            continue
        reach = min(clause_end, opening + _LONGEST_CLAUSE)
        is_role = names_role and index < last and holds_role(text, opening, clause_end, grammar)
        group = None if is_role else read_predicate(text, opening, reach, grammar)
        if acted and (group is None or group.start > opening):
            group = read_state(text, opening, reach, grammar) or group
        if group is None:
            if not acted:
                actors.extend(announced_actors(text, opening, reach, grammar))
            continue
        if not acted and index < last and is_topic(text, group, clause_end, clauses[index + 1], grammar):
            continue
        modality = group_modality(text, group, grammar)
        if group.modals and governs_sentence(group):
            governed = True
        if governed and modality == "commit":
            modality = "require"
        role = clause_role(
            text, group, reach, grammar, is_first=not actions, is_last=index == last, after_action=acted
        )
        acted = acted or role == "action"
        verb_start, verb_end = group.start, group.end
        actions.append(
            Action(
                len(actions) + 1,
                text[verb_start:verb_end],
                text[verb_end:clause_end],
                text[clause_start:clause_end],
                role,
                modality,
                clause_start,
                clause_end,
            )
        )
        if verb_start > opening:
            actors.extend(clause_actors(text, opening, group, grammar))
        if group.last.verb == "sponsor":
            beneficiaries.extend(clause_beneficiaries(text, group, clause_end, grammar))
    return tuple(actions), tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(beneficiaries))


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether a clause before a colon only names what follows: ——品质提升：…, 总体要求是：…."""
    return end - start <= _LONGEST_LABEL or text.endswith(_ANNOUNCING, start, end)
