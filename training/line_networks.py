"""Fit the networks that judge line breaks: `python -m training.line_networks CORPUS -o FOLDER`.

How much a line looks like the last of a paragraph, or the first: lines of excerpts as long as pages, beside
those that cuts in them leave, as columns do. How much two lines look like neighbours: those that follow each
other, beside others of the same excerpt. Fitted on all parts of the split but `MEASURED`, on which each is
set beside the one in use.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.line_breaks import NEIGHBOUR_TRAITS
from gangyao.layout.reading_order.line_ends import END_TRAITS, line_end_traits
from gangyao.layout.reading_order.line_starts import START_TRAITS, line_start_traits
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.sides import read_sides
from gangyao.layout.reading_order.trait_network import load_network
from gangyao.layout.reading_order.traits import first_lines, join_traits, last_lines
from gangyao.layout.reading_order.whole import read_whole
from training.cuts import MEASURED, CutDocument, cut_documents
from training.pages import excerpt_of_page
from training.trait_networks import (
    Examples,
    Fitting,
    bits_of,
    fit_trait_network,
    measures,
    rows_of,
    write_trait_network,
)

# Excerpts of a document; how often each is cut, and at how many places, which leave as many lines.
TIMES, ROUNDS, CUTS = 5, 6, 8
# Lines of an excerpt that are set beside each other, and code points on either side that are looked at.
NEIGHBOURS, _REACH = 24, 600
_FEWEST_LINES = 10
# 16 and 24 units lose no less (parts 1 to 4, each left out). Bounds by hand: of 300 lines of parts not seen,
# one or two are judged worse.
_LINES = Fitting(units=8, rounds=25, penalty=0.3, batch=256, rate=3e-3, least=-7.0, most=9.0)
_NEIGHBOURS = Fitting(units=8, rounds=25, penalty=0.3, batch=256, rate=3e-3, least=-6.0, most=5.0)
NETWORKS: dict[str, tuple[tuple[str, ...], Fitting]] = {
    "line_end": (END_TRAITS, _LINES),
    "line_start": (START_TRAITS, _LINES),
    "neighbours": (NEIGHBOUR_TRAITS, _NEIGHBOURS),
}


@dataclass(frozen=True, slots=True)
class _Cut:
    """An excerpt whose lines were cut: some whole neighbours, and the two parts of each line that was cut."""

    lines: Sequence[str]
    neighbours: Sequence[tuple[str, str]]
    parts: Sequence[tuple[str, str]]


def examples_of(cut: CutDocument) -> Iterator[tuple[str, Examples]]:
    """Yield the examples of one excerpt of a document, by the network that they are for."""
    # Most pages are printed without the marks of Markdown.
    lines = excerpt_of_page([line.lstrip("#").lstrip() for line in cut.paragraphs], cut.rng)
    if len(lines) < _FEWEST_LINES:
        return
    for _ in range(ROUNDS):
        yield from _breaks(_cut_lines(lines, cut.rng), cut)
    yield "neighbours", _neighbours(lines, cut)


def _cut_lines(lines: Sequence[str], rng: random.Random) -> _Cut:
    """Cut some lines of an excerpt; its first and its last one, which it cut itself, are no examples."""
    inside = range(1, len(lines) - 1)
    weights = [len(lines[index]) - 1 for index in inside]
    chosen = {*rng.choices(inside, weights, k=CUTS)} if any(weights) else set()
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
    followed = rng.sample(whole, min(CUTS, len(whole)))
    return _Cut(parted, [(lines[index], lines[index + 1]) for index in followed], parts)


def _breaks(cut: _Cut, document: CutDocument) -> Iterator[tuple[str, Examples]]:
    customs = read_customs([_edge(line) for line in cut.lines])
    right = np.repeat([True, False], [len(cut.neighbours), len(cut.parts)])
    pairs = [*cut.neighbours, *cut.parts]
    ends, starts = [_edge(end) for end, _ in pairs], [_edge(start) for _, start in pairs]
    shape = (len(pairs),)
    sides = read_sides([end for end, _ in pairs], [start for _, start in pairs], document.model)
    of_ends = line_end_traits(ends, customs, sides[0])
    yield "line_end", Examples(document.part, rows_of(of_ends, END_TRAITS, shape), right)
    of_starts = line_start_traits(starts, customs, sides[1])
    yield "line_start", Examples(document.part, rows_of(of_starts, START_TRAITS, shape), right)


def _neighbours(lines: Sequence[str], cut: CutDocument) -> Examples:
    text = "\n".join(lines)
    ends = np.cumsum([len(line) + 1 for line in lines]) - 1
    chosen = sorted(cut.rng.sample(range(1, len(lines) - 1), min(NEIGHBOURS, len(lines) - 2)))
    tails = [text[max(0, ends[index] - _REACH) : ends[index]] for index in chosen]
    heads = [text[ends[index] + 1 : ends[index] + 1 + _REACH] for index in chosen]
    sides = read_sides(last_lines(tails), first_lines(heads), cut.model)
    found = join_traits(tails, heads, sides, read_whole(text, cut.topics), cut.model)
    rows = rows_of(found, NEIGHBOUR_TRAITS, (len(chosen), len(chosen)))
    return Examples(cut.part, rows, np.eye(len(chosen), dtype=bool).ravel())


def _edge(line: str) -> Edge:
    heading = parse_heading(line)
    return Edge(line, heading is not None and heading.body_start is None, read_mark(line) is not None)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="write the networks as the package ships them")
    arguments = parser.parse_args()
    found: dict[str, list[Examples]] = {judged: [] for judged in NETWORKS}
    for cut in cut_documents(arguments.corpus, TIMES):
        for judged, examples in examples_of(cut):
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
            right = sum(int(some.right.sum()) for some in seen)
            path = arguments.output / f"{judged}_network.json"
            write_trait_network(fitted, right, "line_networks", path)


if __name__ == "__main__":
    main()
