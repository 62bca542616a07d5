"""The search finds the best order of few fragments, and no order exceeds what it says is the most."""

import random
from itertools import pairwise, permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from lap import lapjv

from gangyao.layout.reading_order import search
from gangyao.layout.reading_order.block_moves import block_moves
from gangyao.layout.reading_order.continuity import Continuity
from gangyao.layout.reading_order.counting import Counting, make_fragment
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.numbers_read import NumbersRead
from gangyao.layout.reading_order.priors import Priors
from gangyao.layout.reading_order.scores import losses_of_printed, make_scores
from gangyao.layout.reading_order.search import (
    Ordered,
    best_orders,
    best_score,
    improve,
    make_problem,
    number_cost,
    rival_of,
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


def problem_of(number, count=COUNT):
    """A problem of five fragments, or of others, of invented lines, with scores at random."""
    rng = random.Random(number)
    bits = np.random.default_rng(number).uniform(-10, 10, (count, count))
    fragments = [
        make_fragment(
            [Unit(line, read_mark(line), False) for line in rng.choices(LINES, k=rng.randint(1, 4))]
        )
        for _ in range(count)
    ]
    priors = Priors(np.full(count - 1, 3.0), np.full(count - 1, 2.0), bits[0], bits[:, 0], likelihood=-1.0)
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


@examples(40)
@given(st.integers(min_value=0, max_value=100_000), st.permutations(range(COUNT)))
def test_a_move_is_weighed_by_what_it_changes(number, order):
    problem, order = problem_of(number), tuple(order)
    numbers = NumbersRead(order, problem.counting, problem.scores.joins)
    score = score_order(order, problem)
    assert abs(numbers.cost - number_cost(Ordered(order, score), problem)) < 1e-6
    moves = block_moves(order, problem.table, 1000, -1000.0)
    assert len({move.of(order) for move in moves}) == len(moves)
    assert [move.gain for move in moves] == sorted((move.gain for move in moves), reverse=True)
    for move in moves:
        change = score_order(move.of(order), problem) - score
        cost = numbers.cost_after(move, np.inf)
        assert abs(move.gain + numbers.cost - cost - change) < 1e-6
        # What costs more than is asked for need not be read to its end.
        capped = numbers.cost_after(move, 2.0)
        assert capped > 2.0 if cost > 2.0 else capped == cost


@examples(40)
@given(st.integers(min_value=0, max_value=100_000), st.permutations(range(COUNT)))
def test_the_rival_of_a_break_is_the_best_order_one_move_away_that_parts_it(number, order):
    problem, order = problem_of(number), tuple(order)
    score = score_order(order, problem)
    for place in range(1, COUNT):
        moves = [move.of(order) for move in block_moves(order, problem.table, 40, parting=place)]
        assert all((order[place - 1], order[place]) not in pairwise(moved) for moved in moves)
        # What begins at the place and goes on with the first at the end is judged elsewhere.
        turned = (*order[place:], *order[:place])
        assert turned in moves
        losses = [score - score_order(moved, problem) for moved in moves if moved != turned]
        for bits in (3.0, 30.0):
            assert abs(rival_of(order, place, problem, bits).loss - min([20.0, bits, *losses])) < 1e-6


@examples(40)
@given(st.integers(min_value=0, max_value=100_000))
def test_what_a_printed_pair_loses_is_what_the_best_assignment_without_it_does(number):
    scores = problem_of(number).scores
    corner = np.full((1, 1), -1e6)
    table = np.block([[scores.pair, scores.end[:, None]], [scores.start[None, :], corner]])
    for place, loss in enumerate(losses_of_printed(scores)):
        without = table.copy()
        without[place, place + 1] = -1e6
        assert abs(loss + float(lapjv(-without)[0])) < 1e-6 or table[place, place + 1] < -1e-6


def test_moves_of_many_fragments_are_tried_so_often_only(monkeypatch):
    # Of 350 lines in no order each try takes .1 s, and there were hundreds.
    tried = []
    monkeypatch.setattr(search, "block_moves", lambda *how: tried.append(0) or block_moves(*how))
    problem = problem_of(7, 350)
    found = improve(range(350), problem)
    assert len(tried) == 8
    assert found.score == score_order(found.order, problem)
    assert found.score > score_order(range(350), problem)
