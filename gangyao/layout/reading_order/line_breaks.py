"""How much a line looks like the last, or the first, of a paragraph, in bits.

A score is the logarithm of how much likelier the line is there than at a cut made at random. The weights are
those of a logistic regression on documents of all kinds that were cut at random, each judged by a character
model that was not trained on it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel, Costs
from gangyao.chinese.punctuation import CLOSERS, NEVER_FIRST, Edge, closes_bracket, ends_sentence
from gangyao.layout.reading_order.weights import load_weights

Traits = npt.NDArray[np.float64]

# How a line ends: each line is of one of these kinds.
END_KINDS = ("heading", "final mark", "semicolon", "colon", "inner mark", "short line", "open line")
# Where the last mark does not decide, the model's liking for a line break does.
_GAINS = {kind: f"gain of a break after {kind}" for kind in ("heading", "short line", "open line")}
END_TRAITS = (*END_KINDS, *_GAINS.values())
START_TRAITS = ("gain, if for", "gain, if against", "never first", "closes a bracket", "numbered")

_REACH = ORDER - 1
_LEAST_GAIN, _MOST_GAIN = -12.0, 10.0
_MARKS = (
    dict.fromkeys("。！？!?…", "final mark")
    | dict.fromkeys("；;", "semicolon")
    | dict.fromkeys("：:", "colon")
    | dict.fromkeys("，、,", "inner mark")
)
_COLUMN = {trait: column for column, trait in enumerate(END_TRAITS)}


def paragraph_end_bits(edges: Sequence[Edge], model: CharacterModel) -> Costs:
    """Return for each line by how many bits it is likelier to end a paragraph than to be cut there."""
    bits: Costs = paragraph_end_traits(edges, model) @ load_weights("paragraph end", END_TRAITS)
    return bits


def paragraph_start_bits(edges: Sequence[Edge], model: CharacterModel) -> Costs:
    """Return for each line by how many bits it is likelier to begin a paragraph than to be cut there."""
    bits: Costs = paragraph_start_traits(edges, model) @ load_weights("paragraph start", START_TRAITS)
    return bits


def paragraph_end_traits(edges: Sequence[Edge], model: CharacterModel) -> Traits:
    """Return what tells whether lines end paragraphs, an array of (lines, `END_TRAITS`)."""
    tails = [edge.text[-_REACH:] for edge in edges]
    count = len(tails)
    costs = model.costs([*tails, *(tail + "\n" for tail in tails), "\n"])
    gains = np.clip(costs[:count] + costs[-1] - costs[count : 2 * count], _LEAST_GAIN, _MOST_GAIN)
    traits = np.zeros((count, len(END_TRAITS)))
    for place, (edge, gain) in enumerate(zip(edges, gains, strict=True)):
        kind = _end_kind(edge)
        traits[place, _COLUMN[kind]] = 1.0
        if kind in _GAINS:
            traits[place, _COLUMN[_GAINS[kind]]] = gain
    return traits


def paragraph_start_traits(edges: Sequence[Edge], model: CharacterModel) -> Traits:
    """Return what tells whether lines begin paragraphs, an array of (lines, `START_TRAITS`)."""
    gains = np.clip(line_start_gains([edge.text for edge in edges], model), _LEAST_GAIN, _MOST_GAIN)
    told = [(edge.text[:1] in NEVER_FIRST, closes_bracket(edge.text), edge.is_numbered) for edge in edges]
    facts = np.array(told, dtype=np.float64).reshape(len(edges), 3)
    return np.column_stack([np.maximum(gains, 0.0), np.minimum(gains, 0.0), facts])


def line_start_gains(texts: Sequence[str], model: CharacterModel) -> Costs:
    """Return for each text by how many bits the model likes it better after a line break than alone."""
    heads = [text[:_REACH] for text in texts]
    count = len(heads)
    costs = model.costs([*heads, *("\n" + head for head in heads), "\n"])
    gains: Costs = costs[:count] - (costs[count : 2 * count] - costs[-1])
    return gains


def _end_kind(edge: Edge) -> str:
    """Return which of `END_KINDS` a line is of."""
    if edge.is_heading:
        return "heading"
    kind = _MARKS.get(edge.text.rstrip(CLOSERS)[-1:])
    if kind is not None and kind != "inner mark":
        return kind
    if ends_sentence(edge.text):
        return "final mark"
    if edge.ends_early:
        return "short line"
    return kind or ("short line" if edge.is_short else "open line")
