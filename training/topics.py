"""Make the vectors of what texts are about: `python -m training.topics CORPUS [-o FILE]`.

Counts in how many stretches of `_STRETCH` characters two pairs of Han characters stand together, and
factorises their positive pointwise mutual information (Levy and Goldberg 2014). Reads the documents of the
corpus and, beside it, congress reports and a sample of laws. Beside the vectors stands a JSON file that says
of what they are made. The same texts give the same figures; the last bits depend on the library that
factorises.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.linalg import eigsh

import gangyao.models
from gangyao.chinese.character_model import fold_codes
from gangyao.chinese.han_pairs import Keys, characters_of, pair_keys
from gangyao.layout.reading_order.topics import Topics
from training.corpus import FOLDERS
from training.folding import build_fold
from training.official_texts import beside, without_copies
from training.provenance import write_provenance
from training.texts import FOLDS, TrainingText, fold_of, one_per_group, read_folder

_OUTPUT = Path(gangyao.models.__file__).parent / "topics.npz"
_STRETCH = 80
# Stretches of one text that are read at most, taken at random: of the laws, a quarter.
_MOST_STRETCHES = 60_000
# What a stretch of the corpus, and of a congress report, counts beside one of the laws: both are nearer to
# plans.
_OF_CORPUS, _OF_REPORTS = 6.0, 2.0
_LAWS = "laws"
# Pairs that are known and numbers in a vector: 64 and 100 found the right one of six columns equally often
# (90 and 93 % on two held-out parts; 87 and 89 % without such vectors).
_KNOWN, _NUMBERS = 7000, 64
# Two pairs are related if so much weight of stretches holds both.
_FEWEST = 3.0
_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF
_SEED = 1

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches of text: the keys of the pairs in each, 0 where there is none, and what each counts."""

    pairs: Keys
    weight: float


def read_stretches(text: str, weight: float) -> Stretches:
    """Cut a text into stretches; of a long one, a sample."""
    codes = fold_codes(text, build_fold()).astype(np.int64)
    is_han = (codes >= _FIRST_HAN) & (codes <= _LAST_HAN)
    keys = np.where(is_han[:-1] & is_han[1:], pair_keys(codes[:-1], codes[1:]), 0)
    starts = np.arange(0, len(codes) - _STRETCH, _STRETCH)
    if len(starts) > _MOST_STRETCHES:
        chance = np.random.default_rng(_SEED)
        starts = np.sort(chance.choice(starts, _MOST_STRETCHES, replace=False))
    return Stretches(keys[starts[:, None] + np.arange(_STRETCH - 1)[None, :]], weight)


def make_topics(parts: Sequence[Stretches]) -> Topics:
    """Factorise how much oftener than by chance the pairs stand together."""
    known = _frequent_pairs(parts)
    held = sparse.vstack([_held(part.pairs, known) for part in parts]).tocsr()
    weights = np.concatenate([np.full(len(part.pairs), part.weight) for part in parts])
    together = (held.T @ sparse.diags(weights) @ held).tocoo()
    often = np.bincount(held.indices, np.repeat(weights, np.diff(held.indptr)), len(known))
    total = float(weights.sum())
    information = np.log(together.data * total / (often[together.row] * often[together.col]))
    left, right = characters_of(known)
    overlap = (right[together.row] == left[together.col]) | (left[together.row] == right[together.col])
    keep = (information > 0) & (together.row != together.col) & (together.data >= _FEWEST) & ~overlap
    table = sparse.csr_matrix(
        (information[keep], (together.row[keep], together.col[keep])), shape=(len(known), len(known))
    )
    values, directions = eigsh(table, k=_NUMBERS, which="LA", tol=1e-2, v0=np.ones(len(known)))
    vectors = directions * np.sqrt(np.maximum(values, 0.0)) * np.log(total / often)[:, None]
    return Topics(known, vectors.astype(np.float32))


def _frequent_pairs(parts: Sequence[Stretches]) -> Keys:
    """Return the keys of the pairs that are known, ascending."""
    counted: dict[int, float] = {}
    for part in parts:
        keys, counts = np.unique(part.pairs[part.pairs > 0], return_counts=True)
        for key, count in zip(keys.tolist(), counts.tolist(), strict=True):
            counted[key] = counted.get(key, 0.0) + part.weight * count
    best = sorted(counted, key=lambda key: (-counted[key], key))[:_KNOWN]
    return np.array(sorted(best), dtype=np.int64)


def _held(pairs: Keys, known: Keys) -> sparse.csr_matrix:
    """Return which of the known pairs each stretch holds."""
    places = np.minimum(np.searchsorted(known, pairs), len(known) - 1)
    rows, columns = np.nonzero(known[places] == pairs)
    shape = (len(pairs), len(known))
    held = sparse.csr_matrix((np.ones(len(rows)), (rows, places[rows, columns])), shape=shape)
    held.sum_duplicates()
    held.data[:] = 1.0
    return held


def stretches_beside(official: Sequence[TrainingText]) -> list[Stretches]:
    """Return the stretches of the official prose beside a corpus."""
    return [
        read_stretches(text.text, 1.0 if text.name.startswith(_LAWS) else _OF_REPORTS) for text in official
    ]


def stretches_of(documents: Sequence[TrainingText]) -> Stretches:
    """Return the stretches of documents of a corpus."""
    return read_stretches("\n".join(document.text for document in documents), _OF_CORPUS)


def held_out_topics(corpus: Path) -> dict[int, Topics]:
    """Return for each part of the split vectors that have not counted it."""
    documents = one_per_group(read_folder(corpus, FOLDERS))
    official = stretches_beside(without_copies(beside(corpus), documents))
    return {
        part: make_topics([*official, stretches_of([d for d in documents if fold_of(d.name) != part])])
        for part in range(FOLDS)
    }


def main() -> None:
    """Write the vectors, with their provenance beside them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    documents = one_per_group(read_folder(arguments.corpus, FOLDERS))
    official = beside(arguments.corpus)
    topics = make_topics([*stretches_beside(official), stretches_of(documents)])
    np.savez_compressed(
        arguments.output, pairs=topics.pairs.astype(np.uint32), vectors=topics.vectors.astype(np.float16)
    )
    provenance = {
        "script": "python -m training.topics",
        "texts": {text.name: text.sha256 for text in (*official, *documents)},
        "pairs": len(topics.pairs),
    }
    write_provenance(provenance, arguments.output)


if __name__ == "__main__":
    main()
