"""Documents cut at random places inside their lines: which pairs of ends and beginnings belong together.

What comes before and after one cut is parts of one line, what comes before one and after another is not. A
model and vectors of what texts are about that have not counted the part of the split judge its
documents.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gangyao.chinese.character_model import CharacterModel
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.stage import lay_out
from training.corpus import FOLDERS, held_out_models, read_paragraphs
from training.texts import fold_of
from training.topics import held_out_topics

#: Part of the split on which fits are measured; they see the others.
MEASURED = 0
#: Cuts of a document at a time.
CUTS = 24
#: What all random choices of fits of reading order begin with.
SEED = 20211021


@dataclass(frozen=True, slots=True, eq=False)
class CutDocument:
    """The paragraphs of a document, what judges it without having counted it, and where it is cut."""

    part: int
    paragraphs: Sequence[str]
    places: Sequence[int]
    model: CharacterModel
    topics: Topics
    rng: random.Random


def cut_documents(corpus: Path, times: int) -> Iterator[CutDocument]:
    """Yield the documents of the corpus, each cut so many times."""
    models, topics = held_out_models(corpus), held_out_topics(corpus)
    for folder in FOLDERS:
        for path in sorted((corpus / folder).glob("*.txt")):
            if ".sent." in path.name:
                continue
            name = path.relative_to(corpus).as_posix()
            part, source = fold_of(name), document_from_file(path).source
            paragraphs = read_paragraphs(source, lay_out(source, models[part], topics[part]))
            for time in range(times):
                rng = random.Random(f"{SEED} {name} {time}")
                places = choose_cuts("\n".join(paragraphs), rng)
                if places:
                    yield CutDocument(part, paragraphs, places, models[part], topics[part], rng)


def choose_cuts(text: str, rng: random.Random) -> list[int]:
    """Choose places inside lines; none where the text is too short."""
    inside = [
        place for place in range(100, len(text) - 100) if text[place] != "\n" and text[place - 1] != "\n"
    ]
    return sorted(rng.sample(inside, CUTS)) if len(inside) >= 2 * CUTS else []
