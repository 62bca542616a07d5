"""How much a line looks like the last, or the first, of a paragraph, in bits.

A score is the logarithm of how much likelier the line is there than at a cut made at random. The weights are
those of a logistic regression on documents of all kinds that were cut at random, each judged by a character
model that was not trained on it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gangyao.layout.reading_order.edges import CLOSERS, NEVER_FIRST, Edge, closes_bracket, ends_sentence
from gangyao.text.statistics.model import ORDER, CharacterModel, Costs

_REACH = ORDER - 1
_LEAST_GAIN, _MOST_GAIN = -12.0, 10.0
# Bits for the last mark of a line that is no heading.
_FINAL_MARK = dict.fromkeys("。！？!?…", 4.4) | dict.fromkeys("；;", -0.5) | dict.fromkeys("：:", 2.4)
_INNER_MARK = dict.fromkeys("，、,", -4.6)
_HEADING_END, _HEADING_GAIN = 2.2, 0.4
_SHORT_END, _SHORT_GAIN = 0.9, 0.3
_OPEN_END, _OPEN_GAIN = -4.8, 0.95
_START_GAIN, _START_LOSS = 0.5, 0.67
_NEVER_FIRST = -2.3
_CLOSES_BRACKET = -1.7
_NUMBERED = 1.15


def paragraph_end_bits(edges: Sequence[Edge], model: CharacterModel) -> Costs:
    """Return for each line by how many bits it is likelier to end a paragraph than to be cut there."""
    tails = [edge.text[-_REACH:] for edge in edges]
    count = len(tails)
    costs = model.costs([*tails, *(tail + "\n" for tail in tails), "\n"])
    gains = np.clip(costs[:count] + costs[-1] - costs[count : 2 * count], _LEAST_GAIN, _MOST_GAIN)
    bits = np.zeros(count)
    for place, (edge, gain) in enumerate(zip(edges, gains, strict=True)):
        mark = edge.text.rstrip(CLOSERS)[-1:]
        if edge.is_heading:
            bits[place] = _HEADING_END + _HEADING_GAIN * gain
        elif mark in _FINAL_MARK:
            bits[place] = _FINAL_MARK[mark]
        elif ends_sentence(edge.text):
            bits[place] = _FINAL_MARK["。"]
        elif mark in _INNER_MARK:
            bits[place] = _INNER_MARK[mark]
        elif edge.is_short:
            bits[place] = _SHORT_END + _SHORT_GAIN * gain
        else:
            bits[place] = _OPEN_END + _OPEN_GAIN * gain
    return bits


def line_start_gains(texts: Sequence[str], model: CharacterModel) -> Costs:
    """Return for each text by how many bits the model likes it better after a line break than alone."""
    heads = [text[:_REACH] for text in texts]
    count = len(heads)
    costs = model.costs([*heads, *("\n" + head for head in heads), "\n"])
    gains: Costs = costs[:count] - (costs[count : 2 * count] - costs[-1])
    return gains


def paragraph_start_bits(edges: Sequence[Edge], model: CharacterModel) -> Costs:
    """Return for each line by how many bits it is likelier to begin a paragraph than to be cut there."""
    gains = np.clip(line_start_gains([edge.text for edge in edges], model), _LEAST_GAIN, _MOST_GAIN)
    bits: Costs = np.where(gains > 0, _START_GAIN, _START_LOSS) * gains
    for place, edge in enumerate(edges):
        bits[place] += _NEVER_FIRST * (edge.text[:1] in NEVER_FIRST)
        bits[place] += _CLOSES_BRACKET * closes_bracket(edge.text)
        bits[place] += _NUMBERED * edge.is_numbered
    return bits
