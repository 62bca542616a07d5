"""The search finds the best order of few fragments, and no order exceeds what it says is the most."""

import random
from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.layout.reading_order.continuity import Continuity
from gangyao.layout.reading_order.counting import Counting, make_fragment
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.priors import Priors
from gangyao.layout.reading_order.scores import losses_of_printed, make_scores
from gangyao.layout.reading_order.search import (
    best_orders,
    best_score,
    improve,
    make_problem,
    score_order,
)
from gangyao.layout.reading_order.units import Unit
from tests.property_tests import examples

LINES = [
    "（一）加强领导。",
    "（二）落实责任。",
    "完善工作机制，",
    "第三节 改善水质",
    "第四节 提高能力",
    "方便群众办事。",
]
COUNT = 5


def problem_of(number):
    """A problem of five fragments of invented lines, with scores at random."""
    rng = random.Random(number)
    bits = np.random.default_rng(number).uniform(-10, 10, (COUNT, COUNT))
    fragments = [
        make_fragment(
            [Unit(line, read_mark(line), False) for line in rng.choices(LINES, k=rng.randint(1, 4))]
        )
        for _ in range(COUNT)
    ]
    priors = Priors(np.full(COUNT - 1, 3.0), np.full(COUNT - 1, 2.0), bits[0], bits[:, 0], likelihood=-1.0)
    continuity = Continuity(bits, bits > 0, bits - 2.0, bits - 1.0, bits[0], bits[:, 0])
    return make_problem(Counting(fragments, frozenset()), make_scores(continuity, priors))


@examples(40)
@given(st.integers(min_value=0, max_value=100_000))
def test_no_order_exceeds_the_bound_and_the_beam_finds_the_best(number):
    problem = problem_of(number)
    scores = {order: score_order(order, problem) for order in permutations(range(COUNT))}
    best = max(scores.values())
    assert best <= best_score(problem) + 1e-6
    found = best_orders(problem, -np.inf, width=200)[0]
    assert abs(found.score - best) < 1e-6
    assert abs(scores[found.order] - best) < 1e-6
    assert best_orders(problem, best + 1e-3) == []
    better = improve(tuple(range(COUNT)), problem)
    assert scores[tuple(range(COUNT))] - 1e-6 <= better.score <= best + 1e-6


@examples(40)
@given(st.integers(min_value=0, max_value=100_000))
def test_scores_are_below_the_best_assignment(number):
    scores = problem_of(number).scores
    assert (scores.pair[~np.eye(COUNT, dtype=bool)] <= 0).all()
    assert (scores.start <= 0).all()
    assert (scores.end <= 0).all()
    assert all(loss <= 1e-6 for loss in losses_of_printed(scores))
