"""Traits of the beginning of a line: what tells whether a paragraph begins there, or it was cut there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gangyao.chinese.character_model import ORDER, CharacterModel, Costs
from gangyao.chinese.punctuation import NEVER_FIRST, Edge, closes_bracket, ends_sentence
from gangyao.layout.reading_order.clauses import clauses_after
from gangyao.layout.reading_order.customs import Customs
from gangyao.layout.reading_order.sides import EDGE_KINDS, Sides, Trait

_FIRST_MARKS = "，。、；："
START_TRAITS = (
    "gain, if for",
    "gain, if against",
    "never first",
    "closes a bracket",
    "numbered",
    "heading",
    "gain after a comma",
    *(f"begins with: {kind}" for kind in EDGE_KINDS),
    "begins with a word of 2",
    "begins with a word of 3",
    "first clause of 1",
    "first clause of 2",
    "first clause of 3",
    "length of the first clause",
    *(f"first mark: {mark}" for mark in _FIRST_MARKS),
    "length",
    "ends a sentence",
    "first pair elsewhere",
    "first pair begins lines",
)

_REACH = ORDER - 1


def line_start_traits(edges: Sequence[Edge], customs: Customs, sides: Sides) -> dict[str, Trait]:
    """Return `START_TRAITS` of lines of a document; `sides` are the same lines after a break."""
    texts = [edge.text for edge in edges]
    gains = sides.bounded_line_break
    clauses = [clauses_after(text)[0] for text in texts]
    lengths = np.array([len(clause) for clause in clauses], dtype=np.int64)
    marks = np.array(
        [text[len(clause) : len(clause) + 1] for text, clause in zip(texts, clauses, strict=True)]
    )
    elsewhere, odds = customs.openings(edges)
    return {
        "gain, if for": np.maximum(gains, 0.0),
        "gain, if against": np.minimum(gains, 0.0),
        "never first": np.array([text[:1] in NEVER_FIRST for text in texts], dtype=bool),
        "closes a bracket": np.array([closes_bracket(text) for text in texts], dtype=bool),
        "numbered": np.array([edge.is_numbered for edge in edges], dtype=bool),
        "heading": np.array([edge.is_heading for edge in edges], dtype=bool),
        "gain after a comma": sides.comma,
        **{f"begins with: {kind}": sides.kinds == kind for kind in EDGE_KINDS},
        "begins with a word of 2": sides.words_of_2,
        "begins with a word of 3": sides.words_of_3,
        **{f"first clause of {length}": lengths == length for length in (1, 2, 3)},
        "length of the first clause": np.log2(lengths + 1.0),
        **{f"first mark: {mark}": marks == mark for mark in _FIRST_MARKS},
        "length": np.log2(np.array([len(text) for text in texts], dtype=np.float64) + 1.0),
        "ends a sentence": np.array([ends_sentence(text) for text in texts], dtype=bool),
        "first pair elsewhere": elsewhere,
        "first pair begins lines": odds,
    }


def line_start_gains(texts: Sequence[str], model: CharacterModel) -> Costs:
    """Return for each text by how many bits the model likes it better after a line break than alone."""
    heads = [text[:_REACH] for text in texts]
    count = len(heads)
    costs = model.costs([*heads, *("\n" + head for head in heads), "\n"])
    gains: Costs = costs[:count] - (costs[count : 2 * count] - costs[-1])
    return gains
