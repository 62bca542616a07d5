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
    for index, (clause_start, clause_end) in enumerate(clauses):
        opening = predicate_start(text, clause_start, clause_end, grammar)
        is_role = names_role and index + 1 < len(clauses) and holds_role(text, opening, clause_end, grammar)
        reach = min(clause_end, opening + _LONGEST_CLAUSE)
        if index in cases or _is_label(text, clause_start, clause_end):
            continue
        group = None if is_role else read_predicate(text, opening, reach, grammar)
        if acted and (group is None or group.start > opening):
            group = read_state(text, opening, reach, grammar) or group
        if group is None:
            if not acted:
                actors.extend(announced_actors(text, opening, reach, grammar))
            continue
        modality = group_modality(text, group, grammar)
        if group.modals and governs_sentence(group):
            governed = True
        if governed and modality == "commit":
            modality = "require"
        role = clause_role(
            text,
            group,
            reach,
            grammar,
            is_first=not actions,
            is_last=index == len(clauses) - 1,
            after_action=acted,
        )
        acted = acted or role == "action"
        actions.append(
            Action(
                position=len(actions) + 1,
                verb=text[group.start : group.end],
                object=text[group.end : clause_end],
                text=text[clause_start:clause_end],
                role=role,
                modality=modality,
                start=clause_start,
                end=clause_end,
            )
        )
        if group.start > opening:
            actors.extend(clause_actors(text, opening, group, grammar))
        beneficiaries.extend(clause_beneficiaries(text, group, clause_end, grammar))
    return tuple(actions), tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(beneficiaries))


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether the clause only names what follows its colon: ——品质提升：…, 总体要求是：…."""
    return text.startswith("：", end) and (
        end - start <= _LONGEST_LABEL or text.endswith(_ANNOUNCING, start, end)
    )
