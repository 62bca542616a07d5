"""How much a line looks like the last of a paragraph, the first of one, or the next one, in bits.

A score is the logarithm of how much likelier the line is there than at a cut made at random, or, of two
lines, than two of the document that do not follow each other. The networks were fitted on documents of all
kinds that were cut at random, each judged by a character model that had not counted it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.customs import Customs
from gangyao.layout.reading_order.line_ends import line_end_traits
from gangyao.layout.reading_order.line_starts import line_start_traits
from gangyao.layout.reading_order.sides import Sides, Trait
from gangyao.layout.reading_order.trait_network import Numbers, load_network

#: What two lines that follow each other share, of the traits of joins, and how much text there is to compare.
NEIGHBOUR_TRAITS = (
    "shared words, wide",
    "shared words, near",
    "shared words, sentence",
    "about the same within 30",
    "about the same within 100",
    "about the same within 300",
    "about the same within 600",
    "length of the text",
)


#: Code points of the shortest excerpts that `training.line_networks` cuts.
SHORTEST_TEXT = 400


def paragraph_end_bits(edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
    """Return for each line by how many bits it is likelier to end a paragraph than to be cut there."""
    return load_network("line_end").bits(line_end_traits(edges, customs, sides))


def paragraph_start_bits(edges: Sequence[Edge], customs: Customs, sides: Sides) -> Numbers:
    """Return for each line by how many bits it is likelier to begin a paragraph than to be cut there."""
    return load_network("line_start").bits(line_start_traits(edges, customs, sides))


def neighbour_traits(traits: Mapping[str, Trait], customs: Customs) -> Mapping[str, Trait]:
    """Return `NEIGHBOUR_TRAITS` of pairs of lines, given their traits as joins."""
    return {**traits, "length of the text": np.array([[math.log2(customs.code_points + 1)]])}


def neighbour_bits(traits: Mapping[str, Trait], customs: Customs) -> Numbers:
    """Return by how many bits two lines with such traits as joins are likelier to follow each other.

    A text shorter than those that the network was fitted on tells nothing of it.
    """
    if customs.code_points < SHORTEST_TEXT:
        return np.zeros((1, 1))
    return load_network("neighbours").bits(neighbour_traits(traits, customs))
