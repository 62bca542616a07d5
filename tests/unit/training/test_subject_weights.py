"""What the fit of who acts learns from; all sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.duties.scored import candidates, load_weights
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.lexicon import Lexicon
from training.subject_weights import examples, fit, sentences


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_grammar(lexicon_of(SEEDS)).lexicon


def test_sentences_are_those_that_set_a_duty() -> None:
    lines = ["第三条　本条例所称用户是居民。用户应当节约用水；不得浪费。"]
    assert list(sentences(lines)) == ["用户应当节约用水；", "不得浪费。"]


def test_a_name_before_its_duty_counts_once_more_as_if_its_act_stood_there(lexicon: Lexicon) -> None:
    found = examples("供水企业应当提前通知用户。", lexicon)
    assert [is_true for _, is_true in found] == [True, True]
    assert "a提前" in found[1][0]


def test_a_duty_of_things_makes_every_name_false(lexicon: Lexicon) -> None:
    found = examples("供水企业供应的水应当符合标准。", lexicon)
    assert [is_true for _, is_true in found] == [False]


def test_what_is_not_known_is_not_learnt_from(lexicon: Lexicon) -> None:
    assert examples("供水企业因施工确需停水的，应当提前通知用户。", lexicon) == []


def test_a_fit_keeps_what_tells(lexicon: Lexicon) -> None:
    rows: list[tuple[tuple[str, ...], bool]] = [(("a提前", "e企业"), True), (("a标准", "e企业"), False)] * 8
    weights, _ = fit(rows)
    assert weights["a提前"] > 0 > weights["a标准"]


def test_the_weights_that_ship_know_every_kind_of_trait() -> None:
    (one,) = candidates("供水企业因施工确需停水的，应当提前通知用户。", 0, 22)
    kinds = {trait[0] for trait in load_weights().traits}
    assert {trait[0] for trait in one.traits} <= kinds
