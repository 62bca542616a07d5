"""Runs of characters and what they say, on tables made for the purpose and on the one that ships."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.signs import Lines
from gangyao.tasks.statements.runs import KINDS, RunWeights, load_runs, table_of

_TEXTS = st.lists(st.text("占地120亩，不足。高；：！ab𠀬", max_size=30), max_size=6)


def _table(*runs: tuple[str, str, float]) -> RunWeights:
    characters = [[*map(ord, run), 0][:3] for _, run, _ in runs]
    return table_of(
        np.array([KINDS.index(kind) for kind, _, _ in runs], np.uint8),
        np.array(characters, np.uint32),
        np.array([nats for _, _, nats in runs]),
    )


@pytest.mark.parametrize(
    ("kind", "run", "text"),
    [
        ("anywhere, two", "占地", "项目占地12亩。"),
        ("anywhere, two", "00", "项目占地12亩。"),
        ("opens a clause, two", "占地", "项目开工，占地12亩。"),
        ("opens a clause, three", "占地0", "项目开工，占地12亩。"),
        ("closes a clause, two", "不足", "能力不足，还需努力。"),
        ("closes a clause, two", "不足", "能力不足。"),
        ("opens the sentence, two", "占地", "占地12亩，在建。"),
        ("opens the sentence, three", "占地0", "占地12亩，在建。"),
        ("closes the sentence, two", "不足", "有差距，能力不足。"),
        ("closes the sentence, three", "力不足", "有差距，能力不足。"),
    ],
)
def test_a_run_is_known_where_it_stands(kind: str, run: str, text: str) -> None:
    elsewhere = "。" if kind == "anywhere, two" else f"甲{run.replace('0', '3')}乙。"
    told = _table((kind, run, 2.0)).nats(Lines([text, elsewhere]))
    assert told.tolist() == [2.0, 0.0]


def test_known_runs_are_summed_and_divided_by_the_root_of_their_number() -> None:
    table = _table(("anywhere, two", "占地", 1.0), ("anywhere, two", "不足", 2.0))
    assert table.nats(Lines(["占地不足。"]))[0] == pytest.approx(3.0 / 2**0.5)


def test_of_two_runs_on_one_place_the_first_is_kept() -> None:
    run = ("anywhere, two", "占地")
    assert _table((*run, 1.0), (*run, 5.0)).nats(Lines(["占地"])).tolist() == [1.0]


@given(_TEXTS)
def test_what_a_sentence_says_does_not_depend_on_the_others(texts: list[str]) -> None:
    lines = [text.replace("\n", "") for text in texts]
    together = load_runs().nats(Lines(lines)).tolist()
    assert together == [load_runs().nats(Lines([line])).tolist()[0] for line in lines]


def test_no_sentences_say_nothing() -> None:
    assert load_runs().nats(Lines([])).tolist() == []
