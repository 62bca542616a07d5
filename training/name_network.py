"""Fit the judge of names again: `python -m training.name_network CORPUS TRAINING`.

Needs the extra `training`. A pretrained encoder is fitted to annotated paragraphs (training.name_examples)
and what the grammar finds in them (training.name_teacher). The network that ships, a thousand times as fast,
starts from vectors of characters and pairs that are counted in the corpus, in what was written to be learnt
from and in official prose (training.character_vectors); it learns from what the encoder says of paragraphs
that nobody annotated, places exchanged in some (training.name_texts; distillation: Hinton et al. 2015), then
from the annotated ones, fast and slowly, and is the mean of both. Of what it is taught, half is said by the
encoder and half by a network that learnt from annotated paragraphs alone: on documents left out both together
are better than either. A log-linear model learns the types (training.name_kinds). With `--parts N` a fifth of
the documents, by the hash of their names, is left out of all that learns from annotations, the first N fifths
in turn, and how well names are found in them is printed. One thread and fixed seeds: about 20 minutes of one
processor core, most of them the encoder's.
"""

from __future__ import annotations

import argparse
import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

import gangyao.models
from evaluation.quality.names import Paragraph, f1, interval, is_open
from gangyao.chinese.vocabulary import vocabulary_of
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import load_gazetteer
from gangyao.entities.judging.judge import Judge, judged
from gangyao.entities.judging.kinds import kinds_of
from gangyao.entities.judging.marks import FoundNames, marks_of
from gangyao.entities.judging.network import NameNetwork, network_of
from gangyao.entities.judging.row import row_of
from gangyao.entities.one_form import one_form
from gangyao.paths import SEEDS, lexicon_of
from training.character_vectors import Vectors, character_vectors
from training.corpus import FOLDERS
from training.name_examples import SEED, Example, read_examples
from training.name_kinds import fit_kinds, listed_names
from training.name_networks import Course, fit, mean_of, network_from, places_of, stored
from training.name_tags import TAGS, chances_of, tags_of, unlikeliness, unlikeness
from training.name_teacher import fit_teacher, scores_by
from training.name_texts import OFFICIAL, Unread, unread
from training.pretrained_file import PretrainedFile, pretrained_path, read_pretrained
from training.provenance import write_provenance
from training.texts import fold_of, one_per_group, read_folder, read_official

_MODELS = Path(gangyao.models.__file__).parent
# So many characters of laws, in which names are few, are counted.
_OF_LAWS = 6_000_000
_SEED = 1
# The first source counts for so many: nothing right in it may be lost.
_SEED_COUNT = 8
# What counts of the teacher, and of the network that learnt from annotated paragraphs alone.
_TEACHER_COUNTS = 0.5
_ALONE = Course(unlikeliness, 6, 2e-3, 2e-3)
_TAUGHT = Course(unlikeness, 4, 2e-3, 2e-3)
# The first keeps more of what was taught (F1 of spans in documents of the corpus left out .834, in local ones
# .873), the second less (.829, .888); the mean of both networks has .836 and .883.
_ANNOTATED = (Course(unlikeliness, 4, 1e-3, 1e-3), Course(unlikeliness, 6, 2e-3, 2e-3))
# Texts that a network reads at once.
_AT_ONCE = 500


def read_vectors(corpus: Path, official: Path, examples: Iterable[Example]) -> Vectors:
    """Count the vectors of characters and pairs in the corpus, what was written, and official prose."""
    texts = [one_form(one.text.replace("\r\n", "\n")) for one in one_per_group(read_folder(corpus, FOLDERS))]
    texts += [example.found.text for example in examples if example.label.part == "invented"]
    laws, reports = (one_form(one.text) for one in read_official(official))
    return character_vectors("\n".join(texts), f"{reports}\n{laws[:_OF_LAWS]}")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is the same whatever is left out: vectors, names of the lexicon, paragraphs nobody annotated, and
    the pretrained encoder.
    """

    vectors: Vectors
    listed: Mapping[str, int]
    unread: Sequence[Unread]
    pretrained: PretrainedFile


def fit_judge(
    examples: Sequence[Example], sources: Sources
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Return the weights of the network and of the types."""
    vectors = sources.vectors
    vocabulary = vocabulary_of(vectors.known, vectors.pairs)
    repeated = [*examples, *[one for one in examples if one.label.part == SEED] * (_SEED_COUNT - 1)]
    annotated = [places_of(one.found, tags_of(one.label), vocabulary) for one in repeated]
    texts = [one.found for one in sources.unread]
    teacher = fit_teacher(
        sources.pretrained, [(one.found, tags_of(one.label)) for one in repeated], seed=_SEED
    )
    alone = network_from(vectors, seed=_SEED)
    fit(alone, annotated, _ALONE, seed=_SEED)
    said = chances_of(
        [
            _TEACHER_COUNTS * of_teacher + (1 - _TEACHER_COUNTS) * own
            for of_teacher, own in zip(
                scores_by(teacher, texts), scores_of(network_of(stored(alone, vectors)), texts), strict=True
            )
        ]
    )
    taught = [places_of(one, chances, vocabulary) for one, chances in zip(texts, said, strict=True)]
    start = network_from(vectors, seed=_SEED)
    fit(start, taught, _TAUGHT, seed=_SEED)
    ends = [copy.deepcopy(start) for _ in _ANNOTATED]
    for network, course in zip(ends, _ANNOTATED, strict=True):
        fit(network, annotated, course, seed=_SEED)
    return stored(mean_of(ends), vectors), fit_kinds(repeated, sources.listed)


def scores_of(network: NameNetwork, found: Sequence[FoundNames]) -> list[npt.NDArray[np.float32]]:
    """What a network says of the tags of each place of texts, beyond what speaks for no name."""
    scores = []
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        row = row_of([one.text for one in some])
        read = network.read(row, marks_of(row, some), row.is_text)
        table = np.zeros((len(row.codes), TAGS), np.float32)
        table[read.places, 1:] = np.stack(read.scores, axis=1)
        scores += [table[first : first + len(one.text)] for first, one in zip(row.firsts, some, strict=True)]
    return scores


def cross_validate(examples: Sequence[Example], sources: Sources, parts: int) -> None:
    """Print F1 of the grammar and of the judge on documents that the judge has not learnt from."""
    of_grammar: list[Paragraph] = []
    of_judge: list[Paragraph] = []
    for part in range(parts):
        learnt = [example for example in examples if fold_of(example.file) != part]
        others = [one for one in sources.unread if one.file == OFFICIAL or fold_of(one.file) != part]
        network, kinds = fit_judge(learnt, replace(sources, unread=others))
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
    parser.add_argument("-o", "--output", type=Path, default=_MODELS)
    parser.add_argument("--parts", type=int, default=0, help="cross-validate with so many fifths")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    lexicon = lexicon_of(SEEDS)
    gazetteer = load_gazetteer(lexicon)
    examples = read_examples(arguments.corpus, gazetteer)
    vectors = read_vectors(arguments.corpus, arguments.training, examples)
    sources = Sources(
        vectors,
        listed_names(lexicon),
        unread(arguments.corpus, arguments.training, lexicon, gazetteer),
        read_pretrained(pretrained_path()),
    )
    if arguments.parts:
        cross_validate(examples, sources, arguments.parts)
        return
    network, kinds = fit_judge(examples, sources)
    for name, arrays in (("name_network.npz", network), ("name_kinds.npz", kinds)):
        np.savez_compressed(arguments.output / name, **arrays)  # type: ignore[arg-type]
    provenance: dict[str, object] = {
        "script": "python -m training.name_network",
        "paragraphs": len(examples),
        "names": sum(len(example.label.entities) for example in examples),
        "names of the lexicon": len(sources.listed),
        "paragraphs taught by the encoder": len(sources.unread),
    }
    write_provenance(provenance, arguments.output / "name_network.npz")


if __name__ == "__main__":
    main()
