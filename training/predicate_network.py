"""Fit the network that reads predicates again: `python -m training.predicate_network CORPUS TRAINING`.

`--local FOLDER`: the public documents of `local_sentence_labels.jsonl`, of which nothing is kept here.

Needs the extra `training`. First a wide network learns from the clauses of the corpus and of official
prose as the rules read them, without being told what they read: what it says is smoother than they are. It
is given the parts of speech that LAC tells, which nearly doubles what it mends. It is then fitted to
annotated clauses, now with what the rules read. A narrow network that learnt from the rules in the same way,
and to tell the parts of speech itself (Caruana 1997), learns what the wide one says of clauses, most of them
such as the rules are often wrong in (distillation; Hinton et al. 2015), and is fitted to the annotated ones.
`--parts N` prints how many readings of the rules it mends and breaks, N parts of the documents left out in
turn of all that learns from annotations, and writes nothing. One thread and fixed seeds.
"""

from __future__ import annotations

import argparse
import copy
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

import gangyao.models
from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.predicate_network import FIRST_KNOWN, NO_PREDICATE
from gangyao.tasks.predicates.doubts import DOUBTS, LONGEST
from training.annotated_sentences import described
from training.predicate_clauses import Clause, part_of, read_annotated, read_by_rules, tagged
from training.predicate_networks import (
    NARROW,
    WIDE,
    Chances,
    Network,
    Size,
    any_right,
    chances_of,
    fit,
    likeness,
)
from training.provenance import write_provenance
from training.word_tags import Tagger

_OUTPUT = Path(gangyao.models.__file__).parent / "predicate_network.npz"
_KNOWN = 4000
_SEED = 7
# With documents left out 1.0 breaks a seventh less and mends a ninth less, .6 a fifth more and a tenth more.
MARGIN = 0.8
# What the rules say counts less where they are often wrong.
_COUNTS = {"none": 0.4, "inside": 0.6, "nominal": 0.5, "inside, may be a noun": 0.4, "ground": 0.6}
# Clauses of the corpus are nearer to plans, and fewer, than those of laws.
_CORPUS_COUNT = 1.5
# All of the corpus, and of official prose what that leaves room for.
_CLAUSES = 170_000
_WIDE_PASSES, _WIDE_RATE = 1, 2e-3
_NARROW_PASSES, _NARROW_RATE = 1, 3e-3
_TAUGHT_PASSES, _TAUGHT_RATE = 2, 2e-3
# Shares of the clauses that are taught, so that no kind of doubt fills most of them.
_SHARES = {"sure": 0.16, "none": 0.4, "bound inside": 0.0}
_ANSWERS = 6
# In nats: the rules are right in fourteen of fifteen annotated clauses.
_RULES_ARE_WORTH = 2.5
_WITHOUT_DUTY, _WITH_SUBJECT = 0.4, 0.12
_LONGEST_SUBJECT = 14


def varied(clauses: Sequence[Clause], rng: random.Random) -> list[Clause]:
    """Return the clauses, some without the duty that binds them and some behind the subject of another one.

    So the place of a predicate inside a clause is learnt from clauses where it is sure.
    """
    subjects = [
        clause
        for clause in clauses
        if clause.doubt == DOUBTS.index("bound inside") and clause.read[0] <= _LONGEST_SUBJECT
    ]
    found = []
    for clause in clauses:
        begin, end = clause.accepted[0]
        if clause.modal and end - begin > clause.modal and rng.random() < _WITHOUT_DUTY:
            cut = begin + clause.modal
            clause = replace(
                clause,
                text=clause.text[:begin] + clause.text[cut:],
                kinds=clause.kinds[:begin] + clause.kinds[cut:],
                tags=clause.tags[:begin] + clause.tags[cut:],
                accepted=((begin, end - clause.modal),),
            )
        elif begin == 0 and not clause.modal and rng.random() < _WITH_SUBJECT:
            subject = rng.choice(subjects)
            size = subject.read[0]
            if size + len(clause.text) <= LONGEST:
                clause = replace(
                    clause,
                    text=subject.text[:size] + clause.text,
                    kinds=subject.kinds[:size] + clause.kinds,
                    tags=subject.tags[:size] + clause.tags,
                    accepted=((size, size + end),),
                )
        found.append(clause)
    return found


def fit_by_rules(
    clauses: Sequence[Clause], known: dict[str, int], size: Size, *, passes: int, rate: float
) -> Network:
    """Return a network that learnt from what the rules read."""
    torch.manual_seed(_SEED)
    network = Network(len(known), size)
    rng = random.Random(_SEED)
    used = [clause for clause in varied(clauses, rng) if clause.text]
    wanted: list[Chances] = [{clause.accepted[0]: 1.0} for clause in used]
    counts = [
        _COUNTS.get(DOUBTS[clause.doubt], 1.0) * (_CORPUS_COUNT if clause.document == "corpus" else 1.0)
        for clause in used
    ]
    fit(
        network, used, wanted, counts, known, passes=passes, rate=rate, worth_rate=0.0,
        seed=_SEED, with_rules=False, loss=likeness,
    )  # fmt: skip
    return network


def fit_annotated(
    network: Network, clauses: Sequence[Clause], known: dict[str, int], *, passes: int, rate: float
) -> None:
    """Fit a network to annotated clauses."""
    wanted: list[Chances] = [dict.fromkeys(clause.accepted, 1.0) for clause in clauses]
    fit(
        network, clauses, wanted, [1.0] * len(clauses), known, passes=passes, rate=rate, worth_rate=2e-2,
        seed=_SEED, with_rules=True, loss=any_right, batch=48,
    )  # fmt: skip


def fit_narrow(
    wide: Network,
    narrow: Network,
    by_rules: Sequence[Clause],
    annotated: Sequence[Clause],
    known: dict[str, int],
) -> Network:
    """Return the narrow network, taught by the wide one once that has learnt from the annotated clauses.

    Both have learnt from the rules, and stay as they are.
    """
    teacher = copy.deepcopy(wide)
    torch.nn.init.constant_(teacher.worth.weight, _RULES_ARE_WORTH)
    fit_annotated(teacher, annotated, known, passes=5, rate=4e-4)
    rng = random.Random(_SEED)
    taught = [
        clause
        for clause in by_rules
        if (clause.document == "corpus" and clause.doubt != 0)
        or clause.read not in clause.accepted
        or rng.random() < _SHARES.get(DOUBTS[clause.doubt], 1.0)
    ]
    chances = chances_of(teacher, taught, known, _ANSWERS)
    narrow = copy.deepcopy(narrow)
    counts = [
        (_CORPUS_COUNT if clause.document == "corpus" else 1.0) * (1.0 if clause.doubt else 0.5)
        for clause in taught
    ]
    fit(
        narrow, taught, chances, counts, known, passes=_TAUGHT_PASSES, rate=_TAUGHT_RATE,
        worth_rate=_TAUGHT_RATE, seed=_SEED, with_rules=True, loss=likeness,
    )  # fmt: skip
    fit_annotated(narrow, annotated, known, passes=6, rate=1e-3)
    return narrow


def mended_and_broken(
    network: Network, clauses: Sequence[Clause], known: dict[str, int], margins: Sequence[float]
) -> list[tuple[int, int]]:
    """Return for each margin how many readings of the rules are mended, and how many are broken."""
    tallies = [[0, 0] for _ in margins]
    for clause, chances in zip(clauses, chances_of(network, clauses, known, _ANSWERS), strict=True):
        best = max(chances, key=lambda span: chances[span])
        if best == clause.read:
            continue
        lead = np.log(chances[best]) - np.log(max(chances.get(clause.read, 0.0), 1e-9))
        was, is_now = clause.read in clause.accepted, best in clause.accepted
        for tally, margin in zip(tallies, margins, strict=True):
            if lead > margin:
                tally[0] += is_now and not was
                tally[1] += was and not is_now
    return [(mended, broken) for mended, broken in tallies]


def export(network: Network, known: dict[str, int], output: Path) -> None:
    """Write the weights as `gangyao.tasks.predicate_network` reads them."""
    state = {name: value.numpy() for name, value in network.state_dict().items()}
    arrays = {
        "known": np.array(
            [ord(character) for character in sorted(known, key=lambda one: known[one])], np.uint32
        ),
        "characters": state["character.weight"].astype(np.float16),
        "classes": state["kind.weight"].astype(np.float16),
        "first": state["first.weight"].transpose(2, 1, 0).astype(np.float16),
        "first_constants": state["first.bias"],
        "kinds": state["doubt.weight"],
        "second": state["more.0.weight"].transpose(2, 1, 0),
        "second_constants": state["more.0.bias"],
        "whole": state["whole.weight"].T,
        "whole_constants": state["whole.bias"],
        "answers": state["answer.weight"].T,
        "answer_constants": state["answer.bias"],
        "none": state["none.weight"][0],
        "none_constant": state["none.bias"][0],
        "worth": state["worth.weight"][:, 0],
        "margin": np.float32(MARGIN),
    }
    np.savez_compressed(
        output, allow_pickle=False, **{name: np.array(of, order="C") for name, of in arrays.items()}
    )


def _known(clauses: Sequence[Clause]) -> dict[str, int]:
    counted = Counter(
        character for clause in clauses for character in clause.text if ord(character) < 1 << 16
    )
    return {character: FIRST_KNOWN + rank for rank, (character, _) in enumerate(counted.most_common(_KNOWN))}


def main() -> None:
    """Fit, and write the network with its provenance; or print what cross-validation says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("training", type=Path, help="folder with laws.txt.xz and political-reports.txt.xz")
    parser.add_argument("--local", type=Path, help="folder with the documents of local_sentence_labels.jsonl")
    parser.add_argument(
        "--parts", type=int, default=0, help="cross-validate with so many parts, write nothing"
    )
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    grammar = load_grammar(lexicon_of(SEEDS))
    tagger = Tagger()
    annotated = tagged(read_annotated(arguments.corpus, arguments.training, arguments.local, grammar), tagger)
    texts = {clause.text for clause in annotated}
    by_rules = [
        clause
        for clause in read_by_rules(arguments.corpus, arguments.training, grammar)
        if clause.text not in texts
    ]
    random.Random(_SEED).shuffle(by_rules)
    by_rules.sort(key=lambda clause: clause.document != "corpus")
    by_rules = tagged(by_rules[:_CLAUSES], tagger)
    known = _known(by_rules)
    wide = fit_by_rules(by_rules, known, WIDE, passes=_WIDE_PASSES, rate=_WIDE_RATE)
    by_narrow = fit_by_rules(by_rules, known, NARROW, passes=_NARROW_PASSES, rate=_NARROW_RATE)
    if arguments.parts:
        margins = (0.0, 0.3, 0.6, 1.0, 1.5, 2.0)
        total = np.zeros((len(margins), 2), int)
        for part in range(arguments.parts):
            learnt = [one for one in annotated if part_of(one.document, arguments.parts) != part]
            left = [one for one in annotated if part_of(one.document, arguments.parts) == part]
            narrow = fit_narrow(wide, by_narrow, by_rules, learnt, known)
            total += np.array(mended_and_broken(narrow, left, known, margins))
        for margin, (mended, broken) in zip(margins, total.tolist(), strict=True):
            print(f"margin {margin}: {mended} mended, {broken} broken")
        return
    narrow = fit_narrow(wide, by_narrow, by_rules, annotated, known)
    export(narrow, known, arguments.output)
    provenance: dict[str, object] = {
        "script": "python -m training.predicate_network",
        "clauses read by the rules": len(by_rules),
        "annotated clauses": len(annotated),
        "wrong by the rules": sum(clause.read not in clause.accepted for clause in annotated),
        "annotated sentences": described(),
        "no predicate": sum(NO_PREDICATE in clause.accepted for clause in annotated),
    }
    write_provenance(provenance, arguments.output)


if __name__ == "__main__":
    main()
