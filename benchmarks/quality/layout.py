"""Layout: random scrambles put back in order, documents in order left alone, every character accounted for.

The character model that judges a document was trained without it (five-fold). The scrambles cut a numbered
document into 2 to 8 pieces anywhere, also inside words and headings, and print the pieces in another order.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from benchmarks.figures import Figure
from gangyao.documents.seeds import document_from_file
from gangyao.documents.source import Source, SourceFile
from gangyao.layout.arrange import lay_out
from gangyao.layout.lines import SET_ASIDE, Layout
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.text.reading import reading_text
from gangyao.text.statistics.model import CharacterModel
from gangyao.text.statistics.train import FOLDS, fold_of, one_per_group, read_folder, train

FOLDERS = ("laws", "notices", "plans", "reports-provincial", "reports-state-council")
SCRAMBLES = 200
_SEED = 20211021
_SHORTEST_PIECE = 100
_NUMBERED = 8
_DEEPEST_RANK = 6


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure layout on the corpus (`seeds` is not used)."""
    sources = {
        path.relative_to(corpus).as_posix(): document_from_file(path).source
        for folder in FOLDERS
        for path in sorted((corpus / folder).glob("*.txt"))
    }
    models = held_out_models(corpus)
    in_order = accounted = 0
    slowest = total = 0.0
    layouts: dict[str, Layout] = {}
    for name, source in sources.items():
        start = time.perf_counter()
        layout = lay_out(source, models[fold_of(name)])
        seconds = time.perf_counter() - start
        slowest, total = max(slowest, seconds), total + seconds
        layouts[name] = layout
        in_order += not layout.breaks
        accounted += _is_accounted(source, layout)
    characters = sum(len(source.text) for source in sources.values())
    restored, cuts = _restore_scrambles(sources, layouts, models)
    count = len(sources)
    return [
        Figure("scrambles restored in whole order, %", 100 * restored / SCRAMBLES, 95.0, note=f"{cuts} cuts"),
        Figure(
            "documents in order that stay so, %", 100 * in_order / count, 100.0, note=f"{count} documents"
        ),
        Figure("documents with every character accounted for, %", 100 * accounted / count, 100.0),
        Figure("slowest document, s", slowest, 10.0, "lower"),
        Figure("layout, µs per code point", 1e6 * total / characters, 0.15, "lower"),
    ]


def scramble(paragraphs: Sequence[str], pieces: int, rng: random.Random) -> list[str]:
    """Cut the paragraphs, taken as one text, at random places and print the pieces in another order."""
    text = "\n".join(paragraphs)
    while True:
        edges = [0, *sorted(rng.sample(range(1, len(text)), pieces - 1)), len(text)]
        if min(b - a for a, b in pairwise(edges)) >= _SHORTEST_PIECE:
            break
    cut = [text[a:b] for a, b in pairwise(edges)]
    order = list(range(pieces))
    while order == sorted(order):
        rng.shuffle(order)
    return [line.strip() for index in order for line in cut[index].split("\n") if line.strip()]


def _restore_scrambles(
    sources: dict[str, Source], layouts: dict[str, Layout], models: dict[int, CharacterModel]
) -> tuple[int, int]:
    rng = random.Random(_SEED)
    paragraphs = {
        name: read_paragraphs(source, layouts[name])
        for name, source in sources.items()
        if ".sent." not in name
    }
    numbered = [name for name, lines in paragraphs.items() if _is_numbered(lines)]
    restored = cuts = 0
    for _ in range(SCRAMBLES):
        name = rng.choice(numbered)
        pieces = rng.randint(2, 8)
        cuts += pieces - 1
        printed = "\n\n".join(scramble(paragraphs[name], pieces, rng)) + "\n"
        source = replace(sources[name], text=printed, files=_one_file(sources[name], len(printed)))
        layout = lay_out(source, models[fold_of(name)])
        got = "".join(reading_text(source, layout).text.split())
        restored += got == "".join("".join(paragraphs[name]).split())
    return restored, cuts


def _one_file(source: Source, length: int) -> tuple[SourceFile, ...]:
    return (replace(source.files[0], raw_start=0, raw_end=length),)


def read_paragraphs(source: Source, layout: Layout) -> list[str]:
    return [line.strip() for line in reading_text(source, layout).text.split("\n") if line.strip()]


def _is_numbered(lines: Sequence[str]) -> bool:
    marks = [mark for line in lines if (mark := read_mark(line)) is not None]
    return sum(mark.rank <= _DEEPEST_RANK for mark in marks) >= _NUMBERED


def _is_accounted(source: Source, layout: Layout) -> bool:
    """Tell whether the lines tile the text and each is either read once or set aside."""
    position = 0
    for line in layout.lines:
        if source.text[position : line.raw_start].strip("\r\n") or line.raw_end < line.raw_start:
            return False
        position = line.raw_end
    positions = [line.reading_position for line in layout.lines if line.kind not in SET_ASIDE]
    in_order = sorted(position for position in positions if position is not None)
    return not source.text[position:].strip("\r\n") and in_order == list(range(1, len(positions) + 1))


def held_out_models(corpus: Path) -> dict[int, CharacterModel]:
    texts = one_per_group(read_folder(corpus, FOLDERS))
    return {fold: train([text for text in texts if fold_of(text.name) != fold]) for fold in range(FOLDS)}
