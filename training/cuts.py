"""Documents cut at random places inside their lines: which pairs of ends and beginnings belong together.

What comes before and after one cut is parts of one line, what comes before one and after another is not; two
lines that follow each other are where a paragraph ends and one begins, the two parts of lines at cuts are
not. A model and vectors of what texts are about that have not counted the part of the split judge its
documents.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import Edge
from gangyao.ingest.seeds import document_from_file
from gangyao.layout.reading_order.line_breaks import paragraph_end_traits, paragraph_start_traits
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.traits import JOIN_TRAITS, Traits, join_traits
from gangyao.layout.reading_order.whole import read_whole
from gangyao.layout.stage import lay_out
from training.corpus import FOLDERS, held_out_models, read_paragraphs
from training.texts import fold_of
from training.topics import held_out_topics

#: Part of the split on which fits are measured; they see the others.
MEASURED = 0
#: Cuts of a document at a time.
CUTS = 24
# Code points on either side of a cut that are looked at.
_REACH = 600
#: What all random choices of fits of reading order begin with.
SEED = 20211021

Bits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of an end and a beginning of one document: traits (pairs, traits), and which pairs are right."""

    part: int
    traits: Traits
    right: Mask


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


def joins_at(cut: CutDocument) -> Candidates:
    """Return what is before each cut with what is after each, end by end."""
    text, places = "\n".join(cut.paragraphs), cut.places
    tails = [text[max(0, place - _REACH) : place] for place in places]
    heads = [text[place : place + _REACH] for place in places]
    # As on the page, where the parts of a cut line are two lines, so that nothing is seen over the cut.
    whole = read_whole("\n".join(text[a:b] for a, b in pairwise([0, *places, len(text)])), cut.topics)
    found = join_traits(tails, heads, whole, cut.model)
    shape = (len(places), len(places))
    traits = np.stack([np.broadcast_to(found[trait], shape).ravel() for trait in JOIN_TRAITS], axis=1)
    return Candidates(cut.part, traits.astype(np.float64), np.eye(len(places), dtype=bool).ravel())


def breaks_at(cut: CutDocument) -> Candidates:
    """Return lines that follow each other, and the ends and beginnings that cuts leave, in another order."""
    text, places, rng = "\n".join(cut.paragraphs), cut.places, cut.rng
    follow = rng.sample(list(pairwise(cut.paragraphs)), min(CUTS, len(cut.paragraphs) - 1))
    tails = [text[:place].rpartition("\n")[2] for place in places]
    heads = [text[place:].partition("\n")[0] for place in places]
    ends = [*(line for line, _ in follow), *tails]
    beginnings = [*(line for _, line in follow), *rng.sample(heads, len(heads))]
    traits = np.hstack(
        [
            paragraph_end_traits([_edge(line) for line in ends], cut.model),
            paragraph_start_traits([_edge(line) for line in beginnings], cut.model),
        ]
    )
    return Candidates(cut.part, traits, np.repeat([True, False], [len(follow), len(tails)]))


def _edge(line: str) -> Edge:
    heading = parse_heading(line)
    return Edge(line, heading is not None and heading.body_start is None, read_mark(line) is not None)


def measures(candidates: Sequence[Candidates], bits: Bits) -> dict[str, float]:
    """Return how well the bits of pairs, one document after the other, tell right from wrong ones."""
    labels = np.concatenate([some.right for some in candidates])
    right, wrong = bits[labels], bits[~labels]
    return {
        "area under the ROC curve": float(roc_auc_score(labels, bits)),
        "right pairs below 0 bits, %": 100 * float(np.mean(right < 0)),
        "wrong pairs above 0 bits, %": 100 * float(np.mean(wrong > 0)),
        "bits lost per right and wrong pair": float(
            np.logaddexp2(0, -right).mean() + np.logaddexp2(0, wrong).mean()
        ),
    }
