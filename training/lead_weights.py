"""Fit which first sentences are leads again: `python -m training.lead_weights CORPUS --local FOLDER`.

A logistic regression over the traits of `gangyao.outline.lead_traits`, of first sentences that can be themes
and that annotators called a lead or a task: those of the reference texts (`predicate_labels.jsonl` and the
labels of the evaluation, without the parts that are set aside), and those of public documents of provinces,
cities and counties (`local_lead_labels.csv`), of which no text is kept here. Which paragraphs stand side by
side, and whether a title names their theme, is asked as the program asks it. `--parts N` prints how many are
told wrongly, N parts of the files left out in turn, and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np

import gangyao.models
from evaluation.quality.statements import digest, outline_of
from gangyao.outline.lead_traits import TRAITS, read_openings
from gangyao.outline.themes import paragraphs_beside
from gangyao.paths import SEEDS, lexicon_of
from training.annotated_sentences import LAWS, labels_of_files
from training.logistic import Array, fit_logistic
from training.predicate_clauses import part_of

_OUTPUT = Path(gangyao.models.__file__).parent / "lead_weights.json"
_LOCAL = Path(__file__).with_name("local_lead_labels.csv")
# Sentences of the reference texts count half: more than half of those are of reports whose sections all open
# with leads. One of a local document counts whole.
_CORPUS_COUNTS = 0.5
_RIDGE = 2.0
# A lead taken for a task is a row too many, a task taken for a lead is one lost, and the next sentences say
# of a lead what it says: so sure has it to be.
_SURE = 0.6
_DIGITS = 3


class Example(NamedTuple):
    """A first sentence that can be a theme: its file, traits, label, and how often it counts.

    `is_settled`: no weights are asked whether it is a lead.
    """

    file: str
    traits: tuple[float, ...]
    is_lead: bool
    counts: float
    is_settled: bool


def examples(path: Path, file: str, labels: Mapping[str, bool], counts: float) -> Iterator[Example]:
    """Yield the examples of a document; `labels` tells by digest which sentences are leads."""
    _, outline = outline_of(path, lexicon_of(SEEDS))
    for beside in paragraphs_beside(outline.sections, outline.paragraphs):
        read = read_openings(beside.texts, has_theme=beside.has_theme)
        for at, one in enumerate(read.each):
            is_lead = None if one is None else labels.get(digest(one.sentence))
            if one is not None and is_lead is not None:
                yield Example(
                    file, read.traits(at), is_lead, counts, is_settled=read.is_told or one.is_lead_by_count
                )


def read_examples(corpus: Path, local: Path | None) -> list[Example]:
    """Return the examples of the reference texts, and of the documents that stand in `local`."""
    of_corpus: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for label in labels_of_files():
        if label["label"] in ("lead", "task") and label["file"] != LAWS:
            of_corpus[label["file"]][label["sentence"]] = label["label"] == "lead"
    of_local: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    with _LOCAL.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            of_local[row["file"]][row["sentence"]] = row["label"] == "lead"
    found: list[Example] = []
    for folder, by_file, counts in ((corpus, of_corpus, _CORPUS_COUNTS), (local, of_local, 1.0)):
        for file, labels in sorted(by_file.items()):
            if folder is not None and (folder / file).exists():
                found += examples(folder / file, file, labels, counts)
    return found


def fit(examples: Sequence[Example]) -> tuple[Array, float]:
    """Return the weights of the traits and the constant, in nats.

    What no weights are asked of is not learnt: where a title names the theme, annotators were of two minds.
    """
    found = [one for one in examples if not one.is_settled]
    rows = np.array([one.traits for one in found], float)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    fitted = fit_logistic(
        (rows - mean) / spread,
        np.array([one.is_lead for one in found], float),
        np.array([one.counts for one in found]),
        _RIDGE,
    )
    weights = fitted[:-1] / spread
    return weights, float(fitted[-1] - weights @ mean - np.log(_SURE / (1 - _SURE)))


def left_out(found: Sequence[Example], parts: int) -> None:
    """Print how many are told wrongly by weights that have not seen their file."""
    wrong: defaultdict[str, int] = defaultdict(int)
    for part in range(parts):
        weights, constant = fit([one for one in found if part_of(one.file, parts) != part])
        for one in found:
            if part_of(one.file, parts) == part and not one.is_settled:
                told = constant + weights @ np.array(one.traits) > 0
                where = "reference" if one.counts < 1 else "local"
                wrong[f"{where}: {'leads' if one.is_lead else 'tasks'}"] += 1
                wrong[f"{where}: {'leads' if one.is_lead else 'tasks'} told wrongly"] += told != one.is_lead
    for what, count in sorted(wrong.items()):
        print(f"{what}: {count}")


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description="Fit which first sentences are leads.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--local", type=Path)
    parser.add_argument("--parts", type=int)
    options = parser.parse_args()
    found = read_examples(options.corpus, options.local)
    if options.parts is not None:
        left_out(found, options.parts)
        return
    weights, constant = fit(found)
    stored = {
        "script": "training.lead_weights",
        "inputs": {_LOCAL.name: sha256(_LOCAL.read_bytes()).hexdigest()},
        "learnt": {
            where: sum((one.counts < 1) == (where == "reference") and not one.is_settled for one in found)
            for where in ("reference", "local")
        },
        "constant": round(constant, _DIGITS),
        "traits": dict(zip(TRAITS, (round(float(one), _DIGITS) for one in weights), strict=True)),
    }
    _OUTPUT.write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(stored)


if __name__ == "__main__":
    main()
