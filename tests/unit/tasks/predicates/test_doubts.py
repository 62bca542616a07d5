"""What is doubtful of a predicate, and groups made of places; the clauses are invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import pytest

from gangyao.chinese.code_points import code_points
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicate_network import NO_PREDICATE, PredicateNetwork, Span
from gangyao.tasks.predicates.doubts import DOUBTS, SURE, DoubtfulText, Reading, doubt_of, read_again
from gangyao.tasks.predicates.passing import Passing, load_passing
from gangyao.tasks.predicates.read import read_predicate
from gangyao.tasks.predicates.spans import group_at

Weights = tuple[dict[str, float], ...]
Sizes = tuple[dict[int, float], ...]


@pytest.mark.parametrize(
    ("clause", "doubt"),
    [
        ("加强渔港建设", "sure"),
        ("各镇应当加强渔港建设", "bound inside"),
        ("以渔港为重点", "ground"),
        ("渔港的渔船", "none"),
        ("检查渔港", "nominal"),
        ("深查渔港隐患", "unknown verb"),
    ],
)
def test_kinds_of_doubt(grammar: Grammar, clause: str, doubt: str) -> None:
    group = read_predicate(clause, 0, len(clause), grammar)
    assert DOUBTS[doubt_of(0, group)] == doubt


def test_of_sure_kinds_only_the_group_and_what_is_behind_it_are_asked(grammar: Grammar) -> None:
    assert {DOUBTS[kind] for kind in SURE} == {"sure", "bound inside"}
    everything = tuple({"名单": 5.0, "公开": -2.0} for _ in DOUBTS)
    sizes = tuple({2: 0.5} for _ in DOUBTS)
    passing = Passing(tuple(-1.0 for _ in DOUBTS), everything, *(everything,) * 7, sizes)
    clause = "公开渔港名单"
    group = group_at(clause, 0, 2, len(clause), grammar)
    assert not passing.may_differ(clause, 0, len(clause), group, DOUBTS.index("sure"))
    assert passing.may_differ(clause, 0, len(clause), group, DOUBTS.index("dual"))


@pytest.mark.parametrize(
    ("clause", "start", "stop", "first", "modals", "is_basis"),
    [
        ("各镇应当依法公开渔港名单", 2, 8, "公开", ["应当"], False),
        ("以渔港为重点", 0, 1, "以", [], True),
        ("深查彻改渔港隐患", 0, 4, "彻改", [], False),
        ("渔港要不断完善防波堤", 2, 7, "完善", ["要"], False),
    ],
)
def test_group_from_its_place(
    grammar: Grammar, clause: str, start: int, stop: int, first: str, modals: list[str], is_basis: bool
) -> None:
    group = group_at(clause, start, stop, len(clause), grammar)
    assert (group.start, group.end, group.is_basis) == (start, stop, is_basis)
    assert group.first.text == first
    assert [modal.text for modal in group.modals] == modals


@dataclass(frozen=True)
class Answers:
    """A network that answers what it is given."""

    spans: Sequence[Span | None]

    def read_again(self, *_: object) -> list[Span | None]:
        return list(self.spans)


@pytest.mark.parametrize(
    ("clause", "span", "is_followed"),
    [
        # A phrase of means leads to the verb that the rules found behind it.
        ("通过发行渔港债券支持防波堤建设", (0, 4), False),
        ("渔民通过发行债券支持防波堤建设", (2, 6), False),
        ("通过渔港建设方案", (0, 2), True),
        # What a clause is described by is no act of its own.
        ("应当将批准的规划纳入计划", (0, 5), False),
        # What bounds the object of an act is no act beside it.
        ("配备专职人员不少于三名", (6, 9), False),
        ("渔港的渔船", NO_PREDICATE, True),
    ],
)
def test_the_network_is_followed_but_for_what_only_leads_to_an_act(
    grammar: Grammar, clause: str, span: Span, is_followed: bool
) -> None:
    group = read_predicate(clause, 0, len(clause), grammar)
    reading = Reading(clause, 0, len(clause), 0, group, doubt_of(0, group), (False, False))
    asked = replace(grammar, network=cast("PredicateNetwork", Answers([span])))
    (found,) = read_again([DoubtfulText([reading], code_points(clause))], asked)
    assert bool(found) == is_followed


def test_passing_adds_up_what_each_sign_says(grammar: Grammar) -> None:
    nothing: Weights = tuple({} for _ in DOUBTS)
    no_size: Sizes = tuple({} for _ in DOUBTS)
    kind = DOUBTS.index("inside")
    ends = tuple({"名单": 0.5} if number == kind else {} for number in range(len(DOUBTS)))
    groups = tuple({"公开": 0.75} if number == kind else {} for number in range(len(DOUBTS)))
    following = tuple({"，由": -0.5} for _ in DOUBTS)
    passing = Passing(
        tuple(-1.0 for _ in DOUBTS),
        ends,
        nothing,
        groups,
        nothing,
        nothing,
        nothing,
        following,
        nothing,
        no_size,
    )
    clause = "渔港公开名单"
    group = group_at(clause, 2, 4, len(clause), grammar)
    assert passing.may_differ(clause, 0, len(clause), group, kind)
    assert not passing.may_differ(clause, 0, len(clause) - 1, group, kind)
    assert not passing.may_differ(clause + "，由渔港办理", 0, len(clause), group, kind)
    assert not passing.may_differ(clause, 0, len(clause), None, kind)


def test_of_sure_kinds_the_end_of_the_group_and_its_length_are_asked(grammar: Grammar) -> None:
    nothing: Weights = tuple({} for _ in DOUBTS)
    behind = tuple({"渔港": 0.25} for _ in DOUBTS)
    tails, sizes = tuple({"公开": 0.5} for _ in DOUBTS), tuple({4: 0.75} for _ in DOUBTS)
    passing = Passing(tuple(-1.25 for _ in DOUBTS), *(nothing,) * 5, behind, nothing, tails, sizes)
    clause = "依法公开渔港名单"
    group = group_at(clause, 0, 4, len(clause), grammar)
    assert passing.may_differ(clause, 0, len(clause), group, DOUBTS.index("sure"))
    assert not passing.may_differ(clause, 0, len(clause), group, DOUBTS.index("inside"))
    assert not passing.may_differ(clause.replace("渔", "海"), 0, len(clause), group, DOUBTS.index("sure"))


def test_passing_that_ships_knows_every_doubt() -> None:
    passing = load_passing()
    assert len(passing.constants) == len(passing.ends) == len(passing.following) == len(DOUBTS)


def test_nothing_inside_a_name_is_read_again(grammar: Grammar) -> None:
    text = "落实好《湿地保护》和《渔港提升行动》，"
    at = text.index("提升")
    answers = cast(PredicateNetwork, Answers([(at, at + 2)]))
    group = group_at(text, 0, 3, len(text) - 1, grammar)
    reading = Reading(text, 0, len(text) - 1, 0, group, DOUBTS.index("inside"), (False, False))
    found = read_again([DoubtfulText([reading], code_points(text))], replace(grammar, network=answers))
    assert found == [[]]
