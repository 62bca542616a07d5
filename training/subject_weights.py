"""Fit who acts before a duty again: `python -m training.subject_weights LAWS`.

A logistic regression over the names that open a clause of a sentence of a law up to its first duty. True is
what the rules of `gangyao.tasks.duties.subjects` find; where they find nobody and the duty is one of things
(应当符合, 应当载明), every name is false; other sentences are not learnt from, and are what the weights are
for. What may begin an act is learnt from what follows duties too: a name right before its duty counts once
more as if the act stood there without it.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import gangyao.models
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.duties.scored import DUTY, OF_THINGS, Candidate, candidates
from gangyao.tasks.duties.subjects import bound_bodies, opening_body
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.lexicon import Lexicon

_SENTENCE = re.compile("[^。；]+[。；：]?")
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零]+条(?:之[一二])?[\s　]+|^[\s　]+")
# Rarer traits say nothing; the ridge is the best of three by names left out, a fifth of the sentences.
_RAREST, _RIDGE = 5, 3.0
_SMALLEST = 0.1
_OUTPUT = Path(gangyao.models.__file__).parent / "subject_weights.json"

Example = tuple[tuple[str, ...], bool]


def sentences(lines: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of laws, one paragraph a line, that set a duty."""
    for line in lines:
        for found in _SENTENCE.finditer(_ARTICLE.sub("", line)):
            if DUTY.search(found[0]) is not None:
                yield found[0]


def examples(text: str, lexicon: Lexicon) -> list[Example]:
    """Return the names of a sentence with whether they act; none where neither is known."""
    found = list(candidates(text, 0, len(text)))
    duty = DUTY.search(text)
    if not found or duty is None:
        return []
    opening = opening_body(text, 0, len(text), lexicon)
    ends = {end for start, end in bound_bodies(text, 0, duty.end(), lexicon)}
    if opening is not None and opening[1] <= duty.start():
        ends.add(opening[1])
    if not ends and OF_THINGS.match(text, duty.start()) is None:
        return []
    labelled = [(one.traits, one.end in ends) for one in found]
    return labelled + [
        (_as_act(one, text, duty.end()), True) for one in found if one.end in ends and one.end == duty.start()
    ]


def _as_act(one: Candidate, text: str, act: int) -> tuple[str, ...]:
    """Return the traits of a name whose act follows it in a clause before its duty."""
    behind = text[act : act + 2]
    told = {"a": behind, "b": f"{behind[:1]}True", "d": "1", "c": "1False"}
    return tuple([trait[0] + told.get(trait[0], trait[1:]) for trait in one.traits])


def fit(found: list[Example]) -> tuple[dict[str, float], float]:
    """Return the weights of the traits and the constant."""
    counts = Counter(trait for traits, _ in found for trait in traits)
    columns = {trait: at for at, trait in enumerate(t for t, count in counts.items() if count >= _RAREST)}
    places = [(row, columns[t]) for row, (traits, _) in enumerate(found) for t in traits if t in columns]
    rows, at = zip(*places, strict=True)
    table = csr_matrix((np.ones(len(rows)), (rows, at)), shape=(len(found), len(columns)))
    model = LogisticRegression(C=1 / _RIDGE, max_iter=300).fit(table, [is_true for _, is_true in found])
    weights = {trait: round(float(model.coef_[0][at]), 2) for trait, at in columns.items()}
    kept = {trait: weight for trait, weight in weights.items() if abs(weight) >= _SMALLEST}
    return kept, round(float(model.intercept_[0]), 2)


def main() -> None:
    """Fit on the laws, and write the weights with their provenance."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("laws", type=Path, help="laws.txt.xz of the official texts beside the corpus")
    parser.add_argument("--sentences", type=int, default=60_000, help="how many to draw")
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    lexicon = load_grammar(lexicon_of(SEEDS)).lexicon
    with lzma.open(arguments.laws, "rt", encoding="utf-8") as lines:
        all_of_them = list(sentences(lines))
    drawn = random.Random(20280502).sample(all_of_them, min(arguments.sentences, len(all_of_them)))
    found = [one for text in drawn for one in examples(text, lexicon)]
    weights, constant = fit(found)
    fitted = {
        "constant": constant,
        "traits": dict(sorted(weights.items())),
        "provenance": {
            "script": "python -m training.subject_weights",
            "sentences": len(drawn),
            "names": len(found),
            "true": sum(is_true for _, is_true in found),
        },
    }
    arguments.output.write_text(json.dumps(fitted, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
