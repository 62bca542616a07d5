"""Fit which clauses the network is asked of: `python -m training.predicate_passing CORPUS TRAINING`.

A logistic regression, with an absolute penalty so that few weights are left, of whether the network that
ships reads something else than the rules; run it after `training.predicate_network`. The constants are
moved until the wanted shares of what the network changes are passed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import gangyao.models
from gangyao.chinese.code_points import code_points
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.predicate_network import NO_PREDICATE, Doubt, load_network
from gangyao.tasks.predicates.doubts import DOUBTS, SURE
from gangyao.tasks.predicates.passing import NAMES
from training.predicate_clauses import Clause, read_by_rules

_OUTPUT = Path(gangyao.models.__file__).parent / "predicate_passing.json"
_CONSTANT = "constant"
_SAMPLE, _HELD_OUT, _SEED = 120_000, 0.2, 5
# Weaker penalties kept more weights and passed no less.
_STRENGTH = 1.0
_DIGITS = 2
#: Of what the network changes this share is passed, by one clause in four; .8 needs one in six, and leaves
#: more of what it would mend in laws and notices that nobody had read.
_PASSED = 0.85
#: The same of sure clauses, by one in thirteen of them; .8 needs one in seven.
_SURE_PASSED = 0.65


def features_of(clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the named features of a clause, as `gangyao.tasks.predicates.passing` reads them."""
    text, (begin, stop) = clause.text, clause.read
    if clause.doubt in SURE:
        yield "behind", text[stop : stop + 2]
        yield "tails", text[max(begin, stop - 2) : stop]
        yield "sizes", str(stop - begin)
        return
    if clause.behind:
        yield "following", clause.behind
    if clause.read == NO_PREDICATE:
        yield "ends", text[-2:]
        yield "starts", text[:2]
        return
    yield "groups", text[begin:stop]
    yield "behind", text[stop : stop + 2]
    yield "ends", text[-2:]
    yield "before", text[begin - 1 : begin + 1] if begin > 0 else text[0]
    yield "borders", text[stop - 1 : stop + 1]


def differs(clauses: Sequence[Clause], lexicon: Lexicon) -> list[bool]:
    """Tell of each clause whether the network reads something else."""
    joined = "".join(clause.before + clause.text + clause.behind for clause in clauses)
    doubts, at = [], 0
    for clause in clauses:
        at += len(clause.before)
        begin, stop = clause.read
        read = NO_PREDICATE if clause.read == NO_PREDICATE else (begin + at, stop + at)
        beside = bool(clause.before), bool(clause.behind)
        doubts.append(Doubt(at, at + len(clause.text), read, clause.doubt, *beside))
        at += len(clause.text) + len(clause.behind)
    return [span is not None for span in load_network().read_again(code_points(joined), doubts, lexicon)]


def main() -> None:
    """Fit and write the weights; print what share of clauses passes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("training", type=Path, help="folder with laws.txt.xz and political-reports.txt.xz")
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    grammar = load_grammar(lexicon_of(SEEDS))
    clauses = read_by_rules(arguments.corpus, arguments.training, grammar)
    # All of the corpus, which is nearest to what is read, and of the rest what the sample has room for.
    random.Random(_SEED).shuffle(clauses)
    clauses.sort(key=lambda clause: clause.document != "corpus")
    clauses = clauses[:_SAMPLE]
    random.Random(_SEED).shuffle(clauses)
    differ = np.array(differs(clauses, grammar.lexicon))
    rows = [
        {
            f"{clause.doubt} {_CONSTANT}": 1.0,
            **{f"{clause.doubt} {name} {value}": 1.0 for name, value in features_of(clause)},
        }
        for clause in clauses
    ]
    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform(rows)
    model = LogisticRegression(
        l1_ratio=1.0, C=_STRENGTH, solver="liblinear", fit_intercept=False, random_state=_SEED
    )
    known = int(len(clauses) * (1 - _HELD_OUT))
    model.fit(features[:known], differ[:known])
    odds = model.decision_function(features[known:])
    is_sure = np.array([clause.doubt in SURE for clause in clauses[known:]])
    least = {
        sure: float(np.quantile(odds[differ[known:] & (is_sure == sure)], 1 - share))
        for sure, share in ((False, _PASSED), (True, _SURE_PASSED))
    }
    constants = dict.fromkeys(DOUBTS, 0.0)
    weights: dict[str, dict[str, dict[str, float]]] = {
        name: {doubt: {} for doubt in DOUBTS} for name in NAMES
    }
    fitted = model.coef_[0].round(_DIGITS).tolist()
    for name, weight in zip(vectorizer.get_feature_names_out(), fitted, strict=True):
        number, part, *value = name.split(" ", 2)
        if part == _CONSTANT:
            constants[DOUBTS[int(number)]] = round(weight - least[int(number) in SURE], _DIGITS)
        elif weight:
            weights[part][DOUBTS[int(number)]][value[0]] = weight
    described = {
        "constants": constants,
        **weights,
        "provenance": {
            "script": "python -m training.predicate_passing",
            "clauses": len(clauses),
            "read otherwise": int(differ.sum()),
            "passed, of doubtful ones left out": round(float((odds > least[False])[~is_sure].mean()), 3),
            "of sure ones": round(float((odds > least[True])[is_sure].mean()), 3),
            "of what is read otherwise": _PASSED,
            "of sure ones that are": _SURE_PASSED,
        },
    }
    arguments.output.write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(described["provenance"])


if __name__ == "__main__":
    main()
