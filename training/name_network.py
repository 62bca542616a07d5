"""Fit the judge of names again: `python -m training.name_network CORPUS TRAINING --local FOLDER`.

Needs the extra `training`. A network learns from annotated paragraphs (training.name_examples) and what the
grammar finds in them where names stand, starting from vectors of characters and pairs that are counted in the
corpus, in what was written to be learnt from and in official prose (training.character_vectors); a log-linear
model learns their types (training.name_kinds). With `--cross-validate` (five parts of the documents, by the
hash of their names) a part is left out of what both learn from. One thread and fixed seeds: about 80 seconds
of one processor core.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch

import gangyao.models
from evaluation.quality.names import Paragraph, f1, interval, is_open
from gangyao.chinese.vocabulary import vocabulary_of
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import load_gazetteer
from gangyao.entities.judging.judge import Judge, judged
from gangyao.entities.judging.kinds import kinds_of
from gangyao.entities.judging.network import network_of
from gangyao.entities.one_form import one_form
from gangyao.paths import SEEDS, lexicon_of
from training.character_vectors import Vectors, character_vectors
from training.corpus import FOLDERS
from training.name_examples import SEED, Example, read_examples
from training.name_kinds import fit_kinds, listed_names
from training.name_networks import fit, places_of, stored
from training.provenance import write_provenance
from training.texts import FOLDS, fold_of, one_per_group, read_folder, read_official

_MODELS = Path(gangyao.models.__file__).parent
# So many characters of laws, in which names are few, are counted.
_OF_LAWS = 6_000_000
_SEED = 1
# The first source counts for so many: nothing right in it may be lost.
_SEED_COUNT = 8


def read_vectors(corpus: Path, official: Path, examples: Iterable[Example]) -> Vectors:
    """Count the vectors of characters and pairs in the corpus, what was written, and official prose."""
    texts = [one_form(one.text.replace("\r\n", "\n")) for one in one_per_group(read_folder(corpus, FOLDERS))]
    texts += [example.found.text for example in examples if example.label.part == "invented"]
    laws, reports = (one_form(one.text) for one in read_official(official))
    return character_vectors("\n".join(texts), f"{reports}\n{laws[:_OF_LAWS]}")


def fit_judge(
    examples: Sequence[Example], vectors: Vectors, listed: dict[str, int]
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Return the weights of the network and of the types."""
    vocabulary = vocabulary_of(vectors.known, vectors.pairs)
    repeated = [*examples, *[one for one in examples if one.label.part == SEED] * (_SEED_COUNT - 1)]
    network = fit([places_of(one, vocabulary) for one in repeated], vectors, seed=_SEED)
    return stored(network, vectors), fit_kinds(repeated, listed)


def cross_validate(examples: Sequence[Example], vectors: Vectors, listed: dict[str, int]) -> None:
    """Print F1 of the grammar and of the judge on documents that the judge has not learnt from."""
    of_grammar: list[Paragraph] = []
    of_judge: list[Paragraph] = []
    for part in range(FOLDS):
        learnt = [example for example in examples if fold_of(example.file) != part]
        network, kinds = fit_judge(learnt, vectors, listed)
        judge = Judge(network_of(network), kinds_of(kinds))
        left = [one for one in examples if fold_of(one.file) == part and one.label.part != SEED]
        names = judged([one.found for one in left], judge)
        of_grammar += [_paragraph(one, one.found.names) for one in left]
        of_judge += [_paragraph(one, some) for one, some in zip(left, names, strict=True)]
    for name, rows in (("grammar", of_grammar), ("judge", of_judge)):
        for kind in ("all", *sorted({row.kind for row in rows})):
            some = [row for row in rows if kind in ("all", row.kind)]
            span, typed = f1(some, typed=False), f1(some, typed=True)
            low, high = interval(some, typed=True)
            print(f"{name}, {kind}: span {span:.4f}, span and type {typed:.4f} [{low:.3f}, {high:.3f}]")


def _paragraph(example: Example, names: Iterable[Candidate]) -> Paragraph:
    found = {
        (one.start, one.end): str(one.type)
        for one in names
        if not is_open((one.start, one.end), example.label)
    }
    kind = (
        example.file.split("/")[0].split("-")[0]
        if example.label.part == "invented"
        else example.file.split("/")[0]
    )
    return Paragraph(example.label.part, kind, example.found.text, example.label.entities, found)


def main() -> None:
    """Fit, and write the weights with their provenance; or print what cross-validation says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("training", type=Path, help="folder with laws.txt.xz and political-reports.txt.xz")
    parser.add_argument("--local", type=Path, help="folder with the documents of name_local_labels.jsonl")
    parser.add_argument("-o", "--output", type=Path, default=_MODELS)
    parser.add_argument("--cross-validate", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    lexicon = lexicon_of(SEEDS)
    examples = read_examples(arguments.corpus, arguments.local, load_gazetteer(lexicon))
    vectors = read_vectors(arguments.corpus, arguments.training, examples)
    listed = listed_names(lexicon)
    if arguments.cross_validate:
        cross_validate(examples, vectors, listed)
        return
    network, kinds = fit_judge(examples, vectors, listed)
    for name, arrays in (("name_network.npz", network), ("name_kinds.npz", kinds)):
        np.savez_compressed(arguments.output / name, **arrays)  # type: ignore[arg-type]
    provenance: dict[str, object] = {
        "script": "python -m training.name_network",
        "paragraphs": len(examples),
        "names": sum(len(example.label.entities) for example in examples),
        "names of the lexicon": len(listed),
    }
    write_provenance(provenance, arguments.output / "name_network.npz")


if __name__ == "__main__":
    main()
