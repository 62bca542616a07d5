"""Fit the networks that judge line breaks: `python -m training.line_networks CORPUS -o FOLDER`.

How much a line looks like the last of a paragraph, or the first: lines of excerpts as long as pages, beside
those that cuts in them leave, as columns do. How much two lines look like neighbours: those that follow each
other, beside others of the same excerpt. For close looks also with what a model tells that counted official
prose, which lies in the folder `training` beside the corpus, and as the mean of several fits. Fitted on all
parts of the split but `MEASURED`, on which each is set beside the one in use.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.break_judges import (
    CLOSE_END_TRAITS,
    CLOSE_START_TRAITS,
    close_end_traits,
    close_start_traits,
)
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.line_breaks import NEIGHBOUR_TRAITS, neighbour_traits
from gangyao.layout.reading_order.line_ends import END_TRAITS, line_end_traits
from gangyao.layout.reading_order.line_starts import START_TRAITS, line_start_traits
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.sides import read_sides
from gangyao.layout.reading_order.trait_network import load_network
from gangyao.layout.reading_order.traits import join_traits
from gangyao.layout.reading_order.whole import read_whole
from training.corpus import held_out_official_models
from training.cuts import MEASURED, CutDocument, cut_documents
from training.pages import excerpt_of_length
from training.trait_networks import (
    Examples,
    Fitting,
    bits_of,
    fit_trait_network,
    measures,
    rows_of,
    write_trait_network,
)

# Excerpts of a document, and how long they are, from a short notice to a page of a newspaper; how often each
# is cut, at how many places at most, one of so many lines. Where the rests of cut lines are examples, too,
# pages of development documents come out worse.
TIMES, LENGTHS, ROUNDS, CUTS, _CUT_SHARE = 14, (400, 11_000), 6, 8, 0.15
# Lines of an excerpt that are set beside each other, and code points on either side that are looked at.
NEIGHBOURS, _REACH = 24, 600
# Other lines beside each pair of neighbours.
_OTHERS = 4
_FEWEST_LINES = 6
# 16 and 24 units lose no less (parts 1 to 4, each left out). Bounds by hand: of 300 lines of parts not seen,
# one or two are judged worse.
_LINES = Fitting(units=8, rounds=25, penalty=0.3, batch=256, rate=3e-3, least=-7.0, most=9.0)
_CLOSE_LINES = replace(_LINES, members=3)
_NEIGHBOURS = Fitting(units=8, rounds=25, penalty=0.3, batch=256, rate=3e-3, least=-6.0, most=5.0)
NETWORKS: dict[str, tuple[tuple[str, ...], Fitting]] = {
    "line_end": (END_TRAITS, _LINES),
    "line_start": (START_TRAITS, _LINES),
    "close_line_end": (CLOSE_END_TRAITS, _CLOSE_LINES),
    "close_line_start": (CLOSE_START_TRAITS, _CLOSE_LINES),
    "neighbours": (NEIGHBOUR_TRAITS, _NEIGHBOURS),
}


@dataclass(frozen=True, slots=True)
class _Cut:
    """An excerpt whose lines were cut: some whole neighbours, and the two parts of each line that was cut."""

    lines: Sequence[str]
    neighbours: Sequence[tuple[str, str]]
    parts: Sequence[tuple[str, str]]


def examples_of(cut: CutDocument, official: CharacterModel) -> Iterator[tuple[str, Examples]]:
    """Yield the examples of one excerpt of a document, by the network that they are for.

    `official` has counted official prose, too, but not the document.
    """
    # Most pages are printed without the marks of Markdown.
    length = round(math.exp(cut.rng.uniform(*map(math.log, LENGTHS))))
    lines = excerpt_of_length([line.lstrip("#").lstrip() for line in cut.paragraphs], length, cut.rng)
    if len(lines) < _FEWEST_LINES:
        return
    for _ in range(ROUNDS):
        if (parted := _cut_lines(lines, cut.rng)).parts:
            yield from _breaks(parted, cut, official)
    yield "neighbours", _neighbours(lines, cut)


def _cut_lines(lines: Sequence[str], rng: random.Random) -> _Cut:
    """Cut some lines of an excerpt; its first and its last one, which it cut itself, are no examples."""
    inside = range(1, len(lines) - 1)
    weights = [len(lines[index]) - 1 for index in inside]
    cuts = max(1, min(CUTS, round(_CUT_SHARE * len(lines))))
    chosen = {*rng.choices(inside, weights, k=cuts)} if any(weights) else set()
    parted: list[str] = []
    parts: list[tuple[str, str]] = []
    for index, line in enumerate(lines):
        if index in chosen:
            place = rng.randrange(1, len(line))
            parts.append((line[:place], line[place:]))
            parted += parts[-1]
        else:
            parted.append(line)
    whole = [index for index in inside[:-1] if not {index, index + 1} & chosen]
    # As many of either kind, whatever the length of the excerpt.
    count = min(len(whole), len(parts))
    neighbours = [(lines[index], lines[index + 1]) for index in rng.sample(whole, count)]
    return _Cut(parted, neighbours, rng.sample(parts, count))


def _breaks(cut: _Cut, document: CutDocument, official: CharacterModel) -> Iterator[tuple[str, Examples]]:
    """Yield ends and beginnings of lines, beside those that the cuts left."""
    customs = read_customs([_edge(line) for line in cut.lines])
    right = np.repeat([True, False], [len(cut.neighbours), len(cut.parts)])
    pairs = [*cut.neighbours, *cut.parts]
    ends, starts = [_edge(end) for end, _ in pairs], [_edge(start) for _, start in pairs]
    sides = read_sides([end.text for end in ends], [start.text for start in starts], document.model)
    of_ends = line_end_traits(ends, customs, sides[0])
    yield "line_end", Examples(document.part, rows_of(of_ends, END_TRAITS, right.shape), right)
    of_starts = line_start_traits(starts, customs, sides[1])
    yield "line_start", Examples(document.part, rows_of(of_starts, START_TRAITS, right.shape), right)
    of_ends = close_end_traits(ends, customs, sides[0], official)
    yield "close_line_end", Examples(document.part, rows_of(of_ends, CLOSE_END_TRAITS, right.shape), right)
    of_starts = close_start_traits(starts, customs, sides[1], official)
    yield (
        "close_line_start",
        Examples(document.part, rows_of(of_starts, CLOSE_START_TRAITS, right.shape), right),
    )


def _neighbours(lines: Sequence[str], cut: CutDocument) -> Examples:
    text = "\n".join(lines)
    ends = np.cumsum([len(line) + 1 for line in lines]) - 1
    chosen = sorted(cut.rng.sample(range(1, len(lines) - 1), min(NEIGHBOURS, len(lines) - 2)))
    tails = [text[max(0, ends[index] - _REACH) : ends[index]] for index in chosen]
    heads = [text[ends[index] + 1 : ends[index] + 1 + _REACH] for index in chosen]
    contexts = Contexts(tails, heads)
    sides = read_sides(contexts.last, contexts.first, cut.model)
    found = join_traits(contexts, sides, read_whole(text, cut.topics), cut.model)
    told = neighbour_traits(found, read_customs([_edge(line) for line in lines]))
    count = len(chosen)
    rows = rows_of(told, NEIGHBOUR_TRAITS, (count, count)).reshape(count, count, -1)
    # As many others for each pair, whatever the length of the excerpt.
    wrong = [
        rows[row, other]
        for row in range(count)
        for other in cut.rng.sample([*range(row), *range(row + 1, count)], min(_OTHERS, count - 1))
    ]
    traits = np.array([*rows[range(count), range(count)], *wrong])
    return Examples(cut.part, traits, np.repeat([True, False], [count, len(wrong)]))


def _edge(line: str) -> Edge:
    heading = parse_heading(line)
    return Edge(line, heading is not None and heading.body_start is None, read_mark(line) is not None)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the networks as the package ships them")
    arguments = parser.parse_args()
    found: dict[str, list[Examples]] = {judged: [] for judged in NETWORKS}
    official = held_out_official_models(arguments.corpus)
    for cut in cut_documents(arguments.corpus, TIMES):
        for judged, examples in examples_of(cut, official[cut.part]):
            found[judged].append(examples)
    for judged, (traits, how) in NETWORKS.items():
        seen = [some for some in found[judged] if some.part != MEASURED]
        unseen = [some for some in found[judged] if some.part == MEASURED]
        fitted, in_use = fit_trait_network(traits, seen, how), load_network(judged)
        table = Table(f"{judged}, part {MEASURED}", "in use", "fitted")
        old, new = measures(unseen, bits_of(unseen, in_use)), measures(unseen, bits_of(unseen, fitted))
        for name in old:
            table.add_row(name, f"{old[name]:.4g}", f"{new[name]:.4g}")
        Console().print(table)
        if arguments.output is not None:
            path = arguments.output / f"{judged}_network.json"
            write_trait_network(fitted, seen, "line_networks", path)


if __name__ == "__main__":
    main()
