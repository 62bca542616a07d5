"""Fit what tells statements from tasks again: `python -m training.statement_weights CORPUS`.

Two logistic regressions. The first weighs the features of a sentence; it learns from labelled sentences of
`evaluation/quality/statement_labels.csv` and, each counting little, from the sentences of work reports, whose
titles say whether they look back or set tasks. The second weighs the first one's answer with that on the
sentences around and with what the part of the document does; it learns from labelled sentences alone. The
parts `held-out`, `random-held-out` and `blind` of the labels, and files that a blind part names, are not
learnt from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import gangyao.models
from evaluation.quality import extraction
from evaluation.quality.statements import LABELS, digest, outline_of, read_labels
from gangyao.document.outline import Outline
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.statements.features import FEATURES, read_features
from gangyao.tasks.statements.grammar import StatementGrammar
from gangyao.tasks.statements.judge import NEIGHBOUR_LIMIT, OWN_LIMIT, is_aside, looks_back
from gangyao.tasks.statements.sections import (
    bounded_mean,
    evidence_near,
    read_stances,
    titles_of_sections,
)
from gangyao.tasks.statements.weights import PLACE_FEATURES
from training.corpus import FOLDERS
from training.logistic import fit_logistic

_UNSEEN = frozenset({"held-out", "blind", "random-held-out"})
# Parts of the annotated paragraphs of evaluation.quality.extraction whose misses have been read.
_ANNOTATED = frozenset({"development", "development-2", "blind", "blind-2", "blind-3", "blind-4", "blind-5"})
_REPORTS = ("reports-provincial", "reports-state-council")
# Set by hand: a label counts as sixty sentences whose titles alone say what they are.
_LABEL_COUNT, _TITLE_COUNT = 3.0, 0.05
# The best of five pairs where a sixth of the files at a time was left out.
_SENTENCE_RIDGE, _PLACE_RIDGE = 0.5, 2.0
_STANCES = PLACE_FEATURES[4:]
# What sentences of these are is set by hand, see gangyao.tasks.statements.weights.
_BY_HAND = frozenset({"note", "aims"})
_OUTPUT = Path(gangyao.models.__file__).parent / "statement_weights.json"

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The sentences of one file: features, label (None where there is none), stance and paragraph of each."""

    outline: Outline
    features: Array
    labels: list[float | None]
    titled: list[float | None]
    stances: list[str]
    paragraph_stances: list[str]
    paragraphs: list[int]
    texts: list[str]


def read_sample(
    path: Path,
    file: str,
    grammar: StatementGrammar,
    labels: dict[tuple[str, str], float],
    kept_out: frozenset[str],
) -> Sample:
    """Read a corpus file as far as the features of its sentences; what is `kept_out` has no label."""
    outline = outline_of(path, lexicon_of(SEEDS))[1]
    of_paragraphs = read_stances(outline, titles_of_sections(outline))
    places = [
        (index, paragraph.text[start:end])
        for index, paragraph in enumerate(outline.paragraphs)
        if not (paragraph.is_formal or paragraph.is_table)
        for start, end in paragraph.sentences
    ]
    texts = [text for _, text in places]
    rows = read_features(texts, grammar.cues, grammar.lexicon)
    stances = [of_paragraphs[index] for index, _ in places]
    is_report = file.startswith(_REPORTS)
    said = {"review": 1.0, "plan": 0.0, "aims": 0.0}
    digests = [digest(text) for text in texts]
    return Sample(
        outline,
        np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES)),
        [None if sentence in kept_out else labels.get((file, sentence)) for sentence in digests],
        [
            said.get(stance) if is_report and sentence not in kept_out else None
            for stance, sentence in zip(stances, digests, strict=True)
        ],
        stances,
        of_paragraphs,
        [index for index, _ in places],
        texts,
    )


def place_features(sample: Sample, own: Array) -> Array:
    """Return PLACE_FEATURES of each sentence, given what it says by itself."""
    bounded = np.clip(own, -NEIGHBOUR_LIMIT, NEIGHBOUR_LIMIT)
    members: dict[int, list[int]] = {}
    for sentence, paragraph in enumerate(sample.paragraphs):
        members.setdefault(paragraph, []).append(sentence)
    means = [
        bounded_mean([own[one] for one in members.get(index, ()) if not is_aside(sample.texts[one])])
        for index in range(len(sample.outline.paragraphs))
    ]
    near = evidence_near(sample.outline, means, sample.paragraph_stances)
    rows = np.zeros((len(own), len(PLACE_FEATURES)))
    for paragraph, sentences in members.items():
        total = float(bounded[sentences].sum())
        behind_review = 0.0
        for sentence in sentences:
            neighbours = (total - bounded[sentence]) / max(1, len(sentences) - 1)
            stance = [float(sample.stances[sentence] == name) for name in _STANCES]
            value = float(np.clip(own[sentence], -OWN_LIMIT, OWN_LIMIT))
            rows[sentence] = [value, neighbours, behind_review, near[paragraph], *stance]
            text = sample.texts[sentence]
            if looks_back(text, 0, len(text)):
                behind_review = 1.0
    return rows


def fit(samples: Sequence[Sample]) -> tuple[Array, Array]:
    """Return the weights of the sentence and of the place, the constant last in each."""
    features = np.vstack([sample.features for sample in samples])
    labels = [label for sample in samples for label in sample.labels]
    titled = [label for sample in samples for label in sample.titled]
    counts = np.array(
        [
            _LABEL_COUNT if label is not None else _TITLE_COUNT if title is not None else 0.0
            for label, title in zip(labels, titled, strict=True)
        ]
    )
    truth = np.array(
        [label if label is not None else title or 0.0 for label, title in zip(labels, titled, strict=True)]
    )
    used = counts > 0
    sentence = fit_logistic(features[used], truth[used], counts[used], _SENTENCE_RIDGE)
    places = np.vstack(
        [place_features(sample, sample.features @ sentence[:-1] + sentence[-1]) for sample in samples]
    )
    stances = [stance for sample in samples for stance in sample.stances]
    is_labelled = np.array(
        [label is not None and stance not in _BY_HAND for label, stance in zip(labels, stances, strict=True)]
    )
    ones = np.ones(int(is_labelled.sum()))
    return sentence, fit_logistic(places[is_labelled], truth[is_labelled], ones, _PLACE_RIDGE)


def main() -> None:
    """Fit on the corpus, and write the weights with their provenance."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    known = read_labels(LABELS)
    annotated = extraction.read_labels()
    unseen = {label.file for label in known if label.part == "blind"}
    kept_out = frozenset(label["sentence"] for label in annotated if label["part"] not in _ANNOTATED)
    labels = {
        (label.file, label.sentence): float(label.is_statement)
        for label in known
        if label.part not in _UNSEEN
    }
    labels |= {
        (label["file"], label["sentence"]): float(label["label"] == "statement")
        for label in annotated
        if label["part"] in _ANNOTATED and label["label"] in ("statement", "task")
    }
    grammar = load_grammar(lexicon_of(SEEDS)).statements
    samples = []
    for folder in FOLDERS:
        for path in sorted((arguments.corpus / folder).glob("*.txt")):
            file = f"{folder}/{path.name}"
            if file not in unseen:
                samples.append(read_sample(path, file, grammar, labels, kept_out))
    sentence, place = fit(samples)
    fitted = {
        "sentence": dict(zip((*FEATURES, "constant"), sentence.round(3).tolist(), strict=True)),
        "place": dict(zip((*PLACE_FEATURES, "constant"), place.round(3).tolist(), strict=True)),
        "provenance": {
            "script": "python -m training.statement_weights",
            "documents": len(samples),
            "sentences": sum(len(sample.texts) for sample in samples),
            "labelled": sum(label is not None for sample in samples for label in sample.labels),
        },
    }
    described = json.dumps(fitted, ensure_ascii=False, indent=1)
    arguments.output.write_text(described + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
