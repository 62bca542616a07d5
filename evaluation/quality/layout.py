"""Layout: scrambled pages put back in order, texts in order left alone, every character accounted for.

The models that judge a document were trained without it (five-fold).
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scipy.stats import binomtest

from evaluation.figures import Figure
from gangyao.chinese.character_model import CharacterModel
from gangyao.document.layout import SET_ASIDE, Layout
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Source
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.stage import lay_out
from training.corpus import FOLDERS, held_out_models, held_out_official_models, read_paragraphs
from training.pages import (
    SHORTEST_PIECE,
    excerpt,
    print_columns,
    print_side_by_side,
    scramble,
    scramble_lines,
    wrap,
)
from training.texts import fold_of
from training.topics import held_out_topics

SCRAMBLES = 400
UNNUMBERED_SCRAMBLES = 100
COLUMNS = 100
EXCERPTS = 200
PAGES = 100
_SEED = 20211021
_MOST_PIECES = 8
_WIDTHS = (28, 40)
_NARROW_WIDTHS = (12, 20)
_NUMBERED = 8
_DEEPEST_RANK = 6


@dataclass(frozen=True, slots=True)
class Document:
    """A document, its paragraphs in order, and models and vectors of topics that have not counted it."""

    source: Source
    paragraphs: Sequence[str]
    model: CharacterModel
    topics: Topics
    official: CharacterModel

    def lay_out(self, source: Source) -> Layout:
        """Lay out a text that the document was made to."""
        return lay_out(source, self.model, self.topics, lambda: self.official)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many pages are read whole in the right order, left as printed (but not right), read otherwise."""

    right: int
    as_printed: int
    other: int

    def figure(self, name: str, part: int, bar: float | None) -> Figure:
        """Give the share of `part` with its 95 % interval (Wilson 1927), and what came of all pages."""
        count = self.right + self.as_printed + self.other
        interval = binomtest(part, count).proportion_ci(method="wilson")
        note = (
            f"95 %: {100 * interval.low:.1f} to {100 * interval.high:.1f}; of {count}: {self.right} right,"
            f" {self.as_printed} as printed, {self.other} other"
        )
        return Figure(name, 100 * part / count, bar, note=note)


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure layout on the corpus (`seeds` is not used)."""
    sources = {
        path.relative_to(corpus).as_posix(): document_from_file(path).source
        for folder in FOLDERS
        for path in sorted((corpus / folder).glob("*.txt"))
    }
    models, topics = held_out_models(corpus), held_out_topics(corpus)
    official = held_out_official_models(corpus)
    in_order = accounted = 0
    slowest = total = 0.0
    documents = []
    for name, source in sources.items():
        part = fold_of(name)
        start = time.perf_counter()
        document = Document(source, (), models[part], topics[part], official[part])
        layout = document.lay_out(source)
        seconds = time.perf_counter() - start
        slowest, total = max(slowest, seconds), total + seconds
        in_order += not layout.breaks
        accounted += _is_accounted(source, layout)
        if ".sent." not in name:
            documents.append(replace(document, paragraphs=read_paragraphs(source, layout)))
    characters = sum(len(source.text) for source in sources.values())
    count = len(sources)
    return [
        *_figures_of_scrambles(documents),
        Figure(
            "documents in order that stay so, %", 100 * in_order / count, 100.0, note=f"{count} documents"
        ),
        *_figures_of_pages(documents),
        *_figures_of_order(documents),
        Figure("documents with every character accounted for, %", 100 * accounted / count, 100.0),
        Figure("slowest document, s", slowest, 10.0, "lower"),
        Figure("layout, µs per code point", 1e6 * total / characters, 0.6, "lower"),
    ]


def _figures_of_scrambles(documents: Sequence[Document]) -> Iterator[Figure]:
    """Measure pages whose pieces are printed in another order."""
    numbered = [document for document in documents if _is_numbered(document.paragraphs)]
    others = [document for document in documents if not _is_numbered(document.paragraphs)]

    def anywhere(text: Sequence[str], rng: random.Random) -> str:
        return "\n\n".join(scramble(text, _pieces(text, rng), rng))

    def by_columns(text: Sequence[str], rng: random.Random) -> str:
        pieces = _pieces(text, rng)
        return "\n".join(scramble_lines(wrap(text, rng.randint(*_WIDTHS)), pieces, rng))

    for name, bar, chosen, count, printed in (
        ("scrambles restored in whole order, %", 95.0, numbered, SCRAMBLES, anywhere),
        ("scrambles without numbers restored, %", None, others, UNNUMBERED_SCRAMBLES, anywhere),
        ("columns of wrapped lines restored, %", None, numbered, COLUMNS, by_columns),
    ):
        rng = random.Random(_SEED)
        outcomes = Counter[str]()
        for _ in range(count):
            document = rng.choice(chosen)
            page = printed(document.paragraphs, rng)
            outcomes[_outcome(document, page, "".join(document.paragraphs))] += 1
        tally = _tally(outcomes)
        yield tally.figure(name, tally.right, bar)


def _figures_of_pages(documents: Sequence[Document]) -> Iterator[Figure]:
    """Measure pages as newspapers print them: an excerpt in columns cut anywhere, in another order."""
    chosen = [document for document in documents if _is_numbered(document.paragraphs)]
    rng = random.Random(_SEED)
    pages = [(each, print_side_by_side(each.paragraphs, rng)) for each in rng.choices(chosen, k=PAGES)]
    tally = _tally(Counter(_outcome(document, page.text, page.excerpt) for document, page in pages))
    yield tally.figure("columns side by side read in whole order, %", tally.right, 95.0)
    for name, widths, bar in (
        ("newspaper pages restored in whole order, %", None, 95.0),
        ("wrapped newspaper pages restored in whole order, %", _NARROW_WIDTHS, 80.0),
    ):
        rng = random.Random(_SEED)
        outcomes = Counter[str]()
        for _ in range(PAGES):
            document = rng.choice(chosen)
            width = None if widths is None else rng.randint(*widths)
            page = print_columns(document.paragraphs, width, rng)
            outcomes[_outcome(document, page.text, page.excerpt)] += 1
        tally = _tally(outcomes)
        yield tally.figure(name, tally.right, bar)


def _figures_of_order(documents: Sequence[Document]) -> Iterator[Figure]:
    """Measure pages that print a text in its order."""
    rng = random.Random(_SEED)
    wrapped = [(each, "\n".join(wrap(each.paragraphs, rng.randint(*_WIDTHS)))) for each in documents]
    parts = [
        (each, "\n\n".join(excerpt(each.paragraphs, rng))) for each in rng.choices(documents, k=EXCERPTS)
    ]
    for name, pages in (
        ("wrapped texts in order that stay so, %", wrapped),
        ("excerpts in order that stay so, %", parts),
    ):
        tally = _tally(Counter(_outcome(document, page, page) for document, page in pages))
        yield tally.figure(name, tally.right + tally.as_printed, 100.0)


def _outcome(document: Document, page: str, right: str) -> str:
    """Lay out a page and tell how it is read; white space is not looked at."""
    files = (replace(document.source.files[0], raw_start=0, raw_end=len(page) + 1),)
    source = replace(document.source, text=page + "\n", files=files)
    layout = document.lay_out(source)
    if "".join(reading_text(source, layout).text.split()) == "".join(right.split()):
        return "right"
    return "other" if layout.breaks else "as printed"


def _tally(outcomes: Counter[str]) -> Outcomes:
    return Outcomes(outcomes["right"], outcomes["as printed"], outcomes["other"])


def _pieces(lines: Sequence[str], rng: random.Random) -> int:
    """Choose a number of pieces; texts that are too short for so many are cut into fewer."""
    return min(rng.randint(2, _MOST_PIECES), max(2, sum(map(len, lines)) // (3 * SHORTEST_PIECE)))


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
