"""Clauses for the fit of the predicate network; the sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.grammar import Grammar, load_grammar
from gangyao.tasks.predicate_network import NO_PREDICATE
from training.predicate_clauses import clauses_by_rules


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load_grammar(lexicon_of(SEEDS))


def test_clauses_know_what_stands_beside_them(grammar: Grammar) -> None:
    found = list(clauses_by_rules("加强渔港建设，清理违规渔船，应当公开结果。", "corpus", grammar))
    assert [(one.before, one.text, one.behind) for one in found] == [
        ("", "加强渔港建设", "，清"),
        ("设，", "清理违规渔船", "，应"),
        ("船，", "应当公开结果", ""),
    ]
    assert [one.accepted for one in found] == [((0, 2),), ((0, 2),), ((0, 4),)]


def test_what_the_next_clause_settles_has_no_predicate(grammar: Grammar) -> None:
    topic, act = clauses_by_rules("规划涉及渔港的部分，由渔业部门编制。", "corpus", grammar)
    assert topic.read != NO_PREDICATE
    assert topic.accepted == (NO_PREDICATE,)
    assert act.accepted == (act.read,)
