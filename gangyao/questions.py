"""What documents on their way through the stages ask, and the answers to many of them at once.

Networks and arrays take hardly longer for many texts than for one: for documents of 2,000 characters the
start of each step would else be most of what they cost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from gangyao.chinese.scripts import all_to_traditional
from gangyao.cleaning.clean import CleaningRules, DoublingsAsked, answer_doublings
from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork
from gangyao.cleaning.misreadings.detect import statistical_suspects_of_each
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.mentions import Mention
from gangyao.entities.find import NamesByGrammar, judge_names
from gangyao.entities.judging.judge import Judge
from gangyao.tasks.actions import Sentence, SentenceActions, read_actions_of_each
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.statements.judge import evidence_of


@dataclass(slots=True)
class TraditionalAsked:
    """A Simplified text, and its Traditional form as soon as that of many texts is known."""

    text: str
    hant: str = ""


@dataclass(slots=True)
class SuspectsAsked:
    """A cleaned text, and its suspects as soon as they have been searched for, in many texts at once."""

    text: Cleaned
    found: tuple[Suspect, ...] = ()


@dataclass(slots=True)
class EvidenceAsked:
    """Sentences, and in nats how far each speaks for a statement, once those of many texts have been read."""

    sentences: list[str]
    nats: list[float] = field(default_factory=list)


@dataclass(slots=True)
class ActionsAsked:
    """Sentences, and what each sets to be done, once those of many texts have been read."""

    sentences: Sequence[Sentence]
    actions: list[SentenceActions] = field(default_factory=list)


@dataclass(slots=True)
class NamesAsked:
    """What the grammar of names found, and the mentions of each paragraph once many texts were judged."""

    names: NamesByGrammar
    mentions: tuple[tuple[Mention, ...], ...] = ()


Question = DoublingsAsked | TraditionalAsked | SuspectsAsked | EvidenceAsked | ActionsAsked | NamesAsked
Answer = Callable[[Sequence[Question]], None]


def answer(
    asked: Sequence[Question],
    *,
    rules: CleaningRules,
    grammar: Grammar,
    judge: Judge,
    network: ClozeNetwork | None,
) -> None:
    """Put the answers into questions, those of one kind at once."""
    if doublings := [one for one in asked if isinstance(one, DoublingsAsked)]:
        answer_doublings(doublings, rules)
    if simplified := [one for one in asked if isinstance(one, TraditionalAsked)]:
        for text, hant in zip(simplified, all_to_traditional([one.text for one in simplified]), strict=True):
            text.hant = hant
    if searched := [one for one in asked if isinstance(one, SuspectsAsked)]:
        found = statistical_suspects_of_each([one.text for one in searched], rules, network)
        for one, suspects in zip(searched, found, strict=True):
            one.found = suspects
    if read := [one for one in asked if isinstance(one, EvidenceAsked)]:
        sentences = [sentence for one in read for sentence in one.sentences]
        nats = iter(evidence_of(sentences, grammar.statements))
        for each in read:
            each.nats = list(islice(nats, len(each.sentences)))
    if acting := [one for one in asked if isinstance(one, ActionsAsked)]:
        actions = read_actions_of_each([one.sentences for one in acting], grammar)
        for text_acting, own in zip(acting, actions, strict=True):
            text_acting.actions = own
    if named := [one for one in asked if isinstance(one, NamesAsked)]:
        found_names = judge_names([one.names for one in named], judge)
        for named_one, mentions in zip(named, found_names, strict=True):
            named_one.mentions = mentions
