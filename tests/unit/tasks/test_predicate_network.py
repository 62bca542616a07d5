"""The network that reads predicates again, beside the same sums done one character at a time."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.code_points import code_points
from gangyao.chinese.vocabulary import FIRST_KNOWN, NO_CHARACTER, UNKNOWN, keys_of_commonest
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.lexicon import PAIR_KINDS, Lexicon
from gangyao.tasks.predicate_network import (
    EDGE,
    NO_PREDICATE,
    Doubt,
    PredicateNetwork,
    Span,
    load_network,
    network_of,
    sides,
)
from gangyao.tasks.predicates.doubts import DOUBTS

KNOWN = "建设渔港的应当，"
PAIRS = ("建设", "渔港", "设渔", "港，", "应当")
UNITS, WIDTH, KIND_WIDTH = 3, 2, 2


def number_of(character: str) -> int:
    return KNOWN.index(character) + FIRST_KNOWN if character in KNOWN else UNKNOWN


def weights(seed: int, margin: float = 0.2) -> dict[str, npt.NDArray[np.float32]]:
    rng = np.random.default_rng(seed)

    def some(*shape: int) -> npt.NDArray[np.float32]:
        return rng.normal(size=shape).astype(np.float32)

    return {
        "known": np.array(KNOWN),
        "characters": some(len(KNOWN) + FIRST_KNOWN, WIDTH),
        "pair_keys": keys_of_commonest(PAIRS, KNOWN, len(PAIRS)),
        "pairs": rng.integers(-9, 10, (len(PAIRS), 2 * UNITS)).astype(np.int8),
        "pair_scale": np.abs(some(2 * UNITS)),
        "classes": some(len(PAIR_KINDS) + 1, KIND_WIDTH),
        "first": some(2 * EDGE + 1, WIDTH + KIND_WIDTH + 3, UNITS),
        "first_constants": some(UNITS),
        "kinds": some(len(DOUBTS), UNITS),
        "farther": some(2, 3, UNITS, UNITS),
        "farther_constants": some(2, UNITS),
        "whole": some(UNITS, UNITS),
        "whole_constants": some(UNITS),
        "answers": some(UNITS, 3),
        "answer_constants": some(3),
        "none": some(UNITS),
        "none_constant": some(),
        "worth": np.abs(some(len(DOUBTS))),
        "margin": np.float32(margin),
    }


def slowly(
    of: dict[str, npt.NDArray[np.float32]],
    clause: str,
    doubt: Doubt,
    lexicon: Lexicon,
    seen_before: str = "",
    seen_behind: str = "",
) -> dict[Span, float]:
    """Return the scores of all spans, counted in the clause, with what those of the rules are worth.

    `seen_before` and `seen_behind` are the characters beside the clause that the network sees.
    """
    size = len(clause)
    codes = code_points(clause)
    classes = lexicon.kinds_at(codes, np.arange(size, dtype=np.intp)).tolist()
    begin, stop = doubt.read

    def given_at(place: int) -> npt.NDArray[np.float32]:
        if not 0 <= place < size:
            at = len(seen_before) + place
            seen = (seen_before + clause + seen_behind)[at : at + 1] if at >= 0 else ""
            number = number_of(seen) if seen else NO_CHARACTER
            return np.concatenate([of["characters"][number], of["classes"][-1], np.zeros(3, np.float32)])
        number = number_of(clause[place])
        marks = [place == begin, begin <= place < stop, place == stop - 1] if begin >= 0 else [False] * 3
        return np.concatenate(
            [of["characters"][number], of["classes"][classes[place]], np.array(marks, np.float32)]
        )

    def first_at(place: int) -> npt.NDArray[np.float32]:
        if not 0 <= place < size:
            return np.zeros(UNITS, np.float32)
        total = of["first_constants"] + of["kinds"][doubt.kind]
        for near in range(-EDGE, EDGE + 1):
            total = total + given_at(place + near) @ of["first"][near + EDGE]
        total = total + of_pair(clause[place : place + 2])[:UNITS]
        if place:
            total = total + of_pair(clause[place - 1 : place + 1])[UNITS:]
        return np.maximum(total, 0)

    def of_pair(pair: str) -> npt.NDArray[np.float32]:
        if pair not in PAIRS:
            return np.zeros(2 * UNITS, np.float32)
        key = keys_of_commonest([pair], KNOWN, 1)[0]
        return of["pairs"][of["pair_keys"].tolist().index(key)] * of["pair_scale"]

    near = [first_at(place) for place in range(size)]
    for layer, (convolution, constants) in enumerate(
        zip(of["farther"], of["farther_constants"], strict=True)
    ):
        reach = EDGE << layer
        seen = [
            sum(
                (
                    near[place + step * reach] @ convolution[step + 1]
                    for step in (-1, 0, 1)
                    if 0 <= place + step * reach < size
                ),
                constants,
            )
            for place in range(size)
        ]
        near = [one + np.maximum(more, 0) for one, more in zip(near, seen, strict=True)]
    whole = np.maximum(np.max(near, axis=0) @ of["whole"] + of["whole_constants"], 0)
    answers = [(one + whole) @ of["answers"] + of["answer_constants"] for one in near]
    scores: dict[Span, float] = {NO_PREDICATE: float(whole @ of["none"] + of["none_constant"])}
    for first in range(size):
        for last in range(first, size):
            between = sum(float(answers[place][1]) for place in range(first, last + 1))
            scores[first, last + 1] = float(answers[first][0] + answers[last][2]) + between
    scores[doubt.read] += float(of["worth"][doubt.kind])
    return scores


CLAUSES = st.text(alphabet=KNOWN.replace("，", "") + "湾〇", min_size=2, max_size=9)


@given(clauses=st.lists(CLAUSES, min_size=1, max_size=5), seed=st.integers(0, 50), data=st.data())
def test_many_clauses_at_once_as_one_character_at_a_time(
    grammar: Grammar, clauses: list[str], seed: int, data: st.DataObject
) -> None:
    of = weights(seed)
    network = network_of(of)
    text, doubts, own = "，".join(clauses), [], []
    at = 0
    for clause in clauses:
        begin = data.draw(st.integers(-1, len(clause) - 1))
        stop = -1 if begin < 0 else data.draw(st.integers(begin + 1, len(clause)))
        kind = data.draw(st.integers(0, len(DOUBTS) - 1))
        own.append(Doubt(0, len(clause), (begin, stop), kind))
        read = NO_PREDICATE if begin < 0 else (begin + at, stop + at)
        end = at + len(clause)
        has_before, has_behind = (
            is_there and data.draw(st.booleans()) for is_there in sides(text, 0, len(text), at, end)
        )
        doubts.append(Doubt(at, end, read, kind, has_before, has_behind))
        at = end + 1
    found = network.read_again(code_points(text), doubts, grammar.lexicon)
    for clause, doubt, alone, span in zip(clauses, doubts, own, found, strict=True):
        scores = slowly(
            of,
            clause,
            alone,
            grammar.lexicon,
            text[doubt.start - EDGE : doubt.start] if doubt.has_before else "",
            text[doubt.end : doubt.end + EDGE] if doubt.has_behind else "",
        )
        best = max(scores, key=lambda one: scores[one])
        lead = scores[best] - scores[alone.read]
        if span is None:
            assert lead < float(of["margin"]) + 1e-3
        else:
            answer = span if span == NO_PREDICATE else (span[0] - doubt.start, span[1] - doubt.start)
            assert math.isclose(scores[answer], scores[best], abs_tol=1e-3)
            assert lead > float(of["margin"]) - 1e-3


def test_more_clauses_than_are_read_at_once(grammar: Grammar) -> None:
    network = network_of(weights(3))
    text = "建设渔港，" * 300
    doubts = [Doubt(at, at + 4, (at, at + 2), 9) for at in range(0, len(text), 5)]
    found = network.read_again(code_points(text), doubts, grammar.lexicon)
    shifted = {
        None if span in (None, NO_PREDICATE) else span[0] - doubt.start
        for span, doubt in zip(found, doubts, strict=True)
    }
    assert len(found) == 300
    assert len(shifted) == 1


def test_what_ships_fits_the_doubts_and_the_words(grammar: Grammar) -> None:
    network = load_network()
    assert isinstance(network, PredicateNetwork)
    assert len(network.worth) == len(network.kinds) == len(DOUBTS)
    assert network.places.shape[1] == 8 * (len(PAIR_KINDS) + 1)
    assert np.isfinite(network.characters).all()
    assert network.margin > 0


def test_the_network_sees_only_clauses_of_the_same_sentence() -> None:
    text = "符合条件的，可以申请。前款规定，"
    assert sides(text, 0, 11, 0, 5) == (False, True)
    assert sides(text, 0, 11, 6, 10) == (True, False)
    assert sides(text, 11, len(text), 11, 15) == (False, False)
