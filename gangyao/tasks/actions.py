"""Actions of a sentence: one per clause that states something to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from gangyao.chinese.signs import Lines
from gangyao.document.tasks import Action, Party
from gangyao.tasks.clauses.conditions import NO_CASES, conditions
from gangyao.tasks.clauses.cut import Span, predicate_start, split_all
from gangyao.tasks.clauses.signs import CASE, EVERY_SIGN, NUMBERED, clause_signs
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.parties import announced_actors, clause_actors, clause_beneficiaries, holds_role
from gangyao.tasks.predicate_network import sides
from gangyao.tasks.predicates.bound_acts import read_bound_act, read_led_act
from gangyao.tasks.predicates.doubts import (
    LONGEST,
    SHORTEST,
    DoubtfulText,
    Reading,
    doubt_of,
    read_again,
)
from gangyao.tasks.predicates.joined_verbs import with_joined
from gangyao.tasks.predicates.modality import governs_sentence, group_modality
from gangyao.tasks.predicates.open_duties import DUTY, bound_by, duty_in, is_left_open
from gangyao.tasks.predicates.passing import load_passing
from gangyao.tasks.predicates.read import read_predicate, read_state
from gangyao.tasks.predicates.verb_group import VerbGroup
from gangyao.tasks.roles import clause_role
from gangyao.tasks.topic_clauses import is_topic

# No clause is longer; in text that lost its commas the predicate is looked for within this many characters.
_LONGEST_CLAUSE = 200
_DUTY = re.compile("应当|必须|不得|不予|予以|应予|可以|责令")
_LONGEST_LABEL = 7
_HOLDS = "包括"
# So many sentences have 5,000 code points: for fewer, arrays cost more than they save; more at once push each
# other out of the caches (of 99 documents in one row, they took a fifth longer).
_AT_ONCE = 100
# What a clause ends with that only announces what its colon opens.
_ANNOUNCING = ("是", "为", "如下", "包括", "有")


class Sentence(NamedTuple):
    """A sentence at `start`:`end` of the text of its paragraph, without a note that closes it."""

    text: str
    start: int
    end: int


class SentenceActions(NamedTuple):
    """What a sentence sets to be done, who is to act, and who is supported, allowed or asked to act."""

    actions: tuple[Action, ...]
    actors: tuple[Party, ...]
    beneficiaries: tuple[Party, ...]


# A clause that may say something to be done: its number among those of its sentence, its start and end, where
# its words begin and as far as where they are read, and its predicate, None where it has none. A plain tuple,
# because each clause makes one.
_Clause = tuple[int, int, int, int, int, VerbGroup | None]
_group_of = itemgetter(-1)
# Whether the signs of a clause tell that it may be a case, as 0 or another number.
_MAY_BE_CASE = CASE.__and__


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Clauses of sentences with the predicates that the rules read, and the doubtful ones among them.

    `cut` are all clauses of each sentence, `read` those that may say something to be done. `owners` tell of
    each of the doubtful readings where it stands: in which list of `read`, at which place.
    """

    sentences: Sequence[Sentence]
    cut: Sequence[Sequence[Span]]
    read: Sequence[list[_Clause]]
    doubtful: DoubtfulText
    owners: Sequence[tuple[list[_Clause], int]]


def read_actions(text: str, start: int, end: int, grammar: Grammar) -> SentenceActions:
    """Return actions, actors and beneficiaries of the sentence `text[start:end]`; offsets count in `text`."""
    return read_actions_of_each([[Sentence(text, start, end)]], grammar)[0][0]


def read_actions_of_each(
    texts: Sequence[Sequence[Sentence]], grammar: Grammar
) -> list[list[SentenceActions]]:
    """Return actions, actors and beneficiaries of each sentence of some texts; offsets count in its text.

    All sentences of a text are cut before the first predicate is read, and so on: what a step looks up stays
    at hand. What takes the same time for any number of them is done for several short texts, or for all.
    """
    clauses = [_read_by_rules(sentences, grammar) for sentences in _together(texts)]
    _read_doubtful(clauses, grammar)
    actions = chain.from_iterable([_read_sentences(one, grammar) for one in clauses])
    return [list(islice(actions, len(text))) for text in texts]


def _together(texts: Sequence[Sequence[Sentence]]) -> Iterator[list[Sentence]]:
    """Yield the sentences of all texts, so many at once that arrays of them are worth it."""
    some: list[Sentence] = []
    for text in texts:
        some += text
        if len(some) >= _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _read_by_rules(sentences: Sequence[Sentence], grammar: Grammar) -> _Clauses:
    lines = Lines([text[start:end] for text, start, end in sentences])
    cut = split_all(sentences, lines)
    signs = clause_signs(lines, [sentence.start for sentence in sentences], cut, grammar.openings)
    read = [read_clauses(*of_one, grammar) for of_one in zip(sentences, cut, signs, strict=True)]
    passing = load_passing()
    readings: list[Reading] = []
    owners: list[tuple[list[_Clause], int]] = []
    for (text, start, end), line, clauses in zip(sentences, lines.starts.tolist(), read, strict=True):
        for place, (_, _, _, opening, reach, group) in enumerate(clauses):
            doubt = doubt_of(opening, group)
            if SHORTEST <= reach - opening <= LONGEST and passing.may_differ(
                text, opening, reach, group, doubt
            ):
                beside = sides(text, start, end, opening, reach)
                readings.append(Reading(text, opening, reach, line - start, group, doubt, beside))
                owners.append((clauses, place))
    return _Clauses(sentences, cut, read, DoubtfulText(readings, lines.codes), owners)


def _read_doubtful(texts: Sequence[_Clauses], grammar: Grammar) -> None:
    """Put into the clauses what the network reads where the rules are unsure."""
    found = read_again([one.doubtful for one in texts], grammar)
    for one, others in zip(texts, found, strict=True):
        for number, other in others:
            of_sentence, place = one.owners[number]
            of_sentence[place] = (*of_sentence[place][:5], other)


def _read_sentences(clauses: _Clauses, grammar: Grammar) -> list[SentenceActions]:
    by_sentence = zip(clauses.sentences, clauses.cut, clauses.read, strict=True)
    return [_read_sentence(*of_one, grammar) for of_one in by_sentence]


def read_clauses(
    sentence: Sentence, clauses: Sequence[Span], signs: Sequence[int], grammar: Grammar
) -> list[_Clause]:
    """Return the clauses that are neither conditions nor labels, with their predicates.

    `signs` tell what may stand in each (see `gangyao.tasks.clauses.signs`).
    """
    text, start, end = sentence
    cases = conditions(text, clauses) if any(map(_MAY_BE_CASE, signs)) else NO_CASES
    names_role = text.find("作为", start, end) >= 0
    last = len(clauses) - 1
    found: list[_Clause] = []
    for index, ((clause_start, clause_end), told) in enumerate(zip(clauses, signs, strict=True)):
        if index in cases or (
            text[clause_end : clause_end + 1] == "：" and _is_label(text, clause_start, clause_end)
        ):
            continue
        opening = clause_start
        if told & NUMBERED:
            opening = predicate_start(text, clause_start, clause_end, grammar)
        reach = min(clause_end, opening + _LONGEST_CLAUSE)
        if reach < clause_end:
            told = EVERY_SIGN
        is_role = names_role and index < last and holds_role(text, opening, clause_end, grammar)
        group = None if is_role else read_predicate(text, opening, reach, grammar, told)
        found.append((index, clause_start, clause_end, opening, reach, group))
    return found


def _read_sentence(
    sentence: Sentence, clauses: Sequence[Span], read: Sequence[_Clause], grammar: Grammar
) -> SentenceActions:
    """Return what the predicates of the clauses, each with those before it, say of the sentence."""
    text = sentence.text
    actions: list[Action] = []
    actors: list[Party] = []
    beneficiaries: list[Party] = []
    governed = False
    acted = False
    forbidden = False
    last = len(clauses) - 1
    may_bind = DUTY.search(text, sentence.start, sentence.end) is not None
    if not any(map(_group_of, read)):
        read = _bound_clauses(text, read, grammar)
    for number, start, end, opening, reach, group in read:
        if acted and (group is None or group.start > opening):
            group = read_state(text, opening, reach, grammar, actions[-1].verb, group) or group
        duty = None
        if may_bind and (group is None or not group.modals):
            duty = duty_in(text, opening, reach, grammar)
        if duty is not None and group is not None:
            group = bound_by(duty, group, text, reach, grammar)
        elif duty is not None and is_left_open(duty, text, opening, reach, grammar):
            governed = governed or duty.word.governs
            forbidden = duty.word.modal == "prohibit"
        if group is None:
            if not acted:
                actors.extend(announced_actors(text, opening, reach, grammar))
            continue
        if group.last.text == _HOLDS and not group.modals:
            # 主要包括各类项目认定: what something holds is no act, unless a duty says so.
            continue
        if not acted and number < last and is_topic(text, opening, group, end, clauses[number + 1], grammar):
            continue
        group = with_joined(text, group, reach, grammar)
        modality = group_modality(text, group, grammar)
        if group.modals and governs_sentence(group):
            governed = True
        if modality == "commit" and (governed or forbidden):
            modality = "prohibit" if forbidden else "require"
        role = clause_role(
            text, group, reach, grammar, is_first=not actions, is_last=number == last, after_action=acted
        )
        acted = acted or role == "action"
        # 不得在许可证中，擅自改变规划条件: what is forbidden stands behind the place.
        forbidden = role == "basis" and modality == "prohibit"
        verb_start, verb_end = group.start, group.end
        actions.append(
            Action(
                len(actions) + 1,
                text[verb_start:verb_end],
                text[verb_end:end],
                text[start:end],
                role,
                modality,
                start,
                end,
            )
        )
        if verb_start > opening:
            actors.extend(clause_actors(text, opening, group, grammar))
        if group.last.verb == "sponsor":
            beneficiaries.extend(clause_beneficiaries(text, group, end, grammar))
    return SentenceActions(
        tuple(actions),
        tuple(dict.fromkeys(actors)) if actors else (),
        tuple(dict.fromkeys(beneficiaries)) if beneficiaries else (),
    )


def _bound_clauses(text: str, read: Sequence[_Clause], grammar: Grammar) -> list[_Clause]:
    """Return the clauses of a sentence without a predicate with what a duty or 由 sets to be done in them."""
    bound = [(*clause[:-1], read_bound_act(text, clause[3], clause[4], grammar)) for clause in read]
    if any(map(_group_of, bound)):
        return bound
    return [(*clause[:-1], read_led_act(text, clause[3], clause[4], grammar)) for clause in read]


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether a clause before a colon only names what follows: ——品质提升：…, 总体要求是：….

    What a duty stands in says what is to be done in the cases that follow: 有下列情形之一的，基金应当退出：.
    """
    is_short = end - start <= _LONGEST_LABEL and _DUTY.search(text, start, end) is None
    return is_short or text.endswith(_ANNOUNCING, start, end)
