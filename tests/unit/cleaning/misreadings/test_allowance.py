import math

from hypothesis import given
from hypothesis import strategies as st

from gangyao.cleaning.misreadings.allowance import (
    ALLOWED,
    LEAST_ODDS,
    SURE_ODDS,
    least_odds,
    within_allowance,
)
from tests.property_tests import examples

ODDS = st.lists(st.floats(-9, 9), max_size=60)
LONG = 100_000


def lacking(odds):
    """What is expected to be false among places of these odds."""
    return sum(1 / (1 + math.exp(own)) for own in odds)


def test_a_document_whose_language_is_counted_well_is_looked_at_deeper():
    law = [2.0, -1.0, -3.5]
    plan = [2.0, -1.0, -3.5, *[-2.0] * 300]

    assert within_allowance(law, LONG) == [0, 1, 2]
    reported = within_allowance(plan, LONG)
    assert reported[:2] == [0, 1]
    assert 2 not in reported
    assert 100 < len(reported) < 250


def test_what_other_detectors_report_uses_up_its_part():
    odds = [-2.0] * 300

    alone = len(within_allowance(odds, LONG))
    beside = len(within_allowance(odds, LONG, [0.5] * 80))

    # Of 80 such suspects 40 are expected to be false.
    assert abs((alone - beside) - 40 * (1 + math.exp(-2.0))) < 1


def test_a_page_is_judged_as_ordinary_text_is():
    # By itself so short a text would have no allowance for even one.
    assert within_allowance([-1.0], 60) == [0]
    assert within_allowance([-3.5], 60) == []


def test_a_page_is_not_reported_what_hardly_anyone_would_agree_with():
    odds = [-2.2]

    assert within_allowance(odds, 400) == []
    assert within_allowance(odds, 1000) == [0]
    assert [least_odds(han) for han in (0, 400)] == [least_odds(200)] * 2
    assert least_odds(400) > least_odds(700) > least_odds(1000) == least_odds(LONG) == LEAST_ODDS


def test_the_likely_are_reported_whatever_the_allowance():
    assert within_allowance([0.1] * 50, 100) == list(range(50))


@examples(100)
@given(ODDS, st.integers(0, 50_000))
def test_the_likeliest_are_reported_within_the_allowance(odds, han):
    reported = within_allowance(odds, han)

    assert len(set(reported)) == len(reported)
    chosen = [odds[index] for index in reported]
    assert chosen == sorted(odds, reverse=True)[: len(chosen)]
    assert all(own >= LEAST_ODDS for own in chosen)
    doubtful = [own for own in chosen if own < SURE_ODDS]
    if doubtful:
        assert lacking(chosen) <= ALLOWED * (han + 2000)


def test_what_is_not_open_is_left_out_and_spends_nothing():
    odds = [1.0, 0.5, 0.2, 0.1]
    assert within_allowance(odds, 1000, is_open=lambda index: index != 1) == [0, 2, 3]
