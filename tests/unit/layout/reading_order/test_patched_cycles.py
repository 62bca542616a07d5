"""The cycles of the best assignment make one order, joined where it costs least."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gangyao.layout.reading_order.patched_cycles import order_of_cycles
from tests.property_tests import examples


def table_of(order, count, least=-20.0):
    """Scores by which each fragment goes on the one before it in `order`, and nothing else does."""
    table = np.full((count + 1, count + 1), least)
    for left, right in pairwise([count, *order, count]):
        table[left, right] = 0.0
    return table


@examples(60)
@given(st.permutations(range(9)))
def test_what_the_assignment_holds_as_one_cycle_is_the_order(order):
    assert order_of_cycles(table_of(order, 9)) == tuple(order)


@examples(60)
@given(st.integers(min_value=0, max_value=100_000), st.integers(min_value=1, max_value=20))
def test_any_scores_make_an_order_of_all_fragments(number, count):
    table = -np.random.default_rng(number).uniform(0, 30, (count + 1, count + 1))
    assert sorted(order_of_cycles(table)) == list(range(count))


def test_two_cycles_are_joined_where_it_costs_least():
    # The page ends after 1; 2 and 3 go on each other. Between 0 and 1 they lose least.
    table = np.full((5, 5), -20.0)
    for left, right in ((4, 0), (0, 1), (1, 4), (2, 3), (3, 2)):
        table[left, right] = 0.0
    table[0, 2], table[3, 1] = -1.0, -2.0
    assert order_of_cycles(table) == (0, 2, 3, 1)
