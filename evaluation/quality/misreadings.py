"""How many of real kinds of misreadings are suspected at one in 1,000 characters, and how many suspects are
false.

Look-alikes (pairs of a published list of recognition errors) and left-out characters are put into held-out
documents; every suspect of cleaning counts. With the cloze network, where onnxruntime is installed, and
without.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.figures import Figure
from evaluation.quality.cleaning import Bench, as_reading, set_up
from gangyao.cleaning.clean import CleaningRules, clean
from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork, load_cloze_network
from gangyao.cleaning.misreadings.detect import statistical_suspects
from gangyao.document.changes import Suspect
from training.character_model import train
from training.official_texts import beside, set_laws_aside
from training.slips import is_han, is_old, recognition_errors

# Of the Han characters between two others, so many are looked at; of those with a known confusion most are
# taken
# for another one, of the rest some are left out. Together about one slip in 1,000 characters.
_TRIED, _CONFUSED, _LEFT_OUT = 0.0021, 0.7, 0.4
_ROUNDS = (11, 12)
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip of a kind at `start`:`end` of a damaged text; of one left out, its neighbours."""

    kind: str
    start: int
    end: int


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure on the held-out part of the corpus and on laws that are set aside."""
    bench = set_up(corpus, seeds)
    plans = [text.text for text in bench.texts if not is_old(text.name)]
    official, laws = set_laws_aside(beside(corpus))
    errors = recognition_errors(corpus)
    report = []
    for network, how in ((None, "counts"), (load_cloze_network(), "full")):
        report += _measured(bench, bench.rules, network, plans, errors, f"plans and reports, {how}")
        if laws:
            # The held-out parts of the corpus are no laws: any model that has not counted these laws will do.
            rules = replace(bench.rules, official=train(bench.seen, official=official))
            texts = [law.text for law in laws[1::2]]
            report += _measured(bench, rules, network, texts, errors, f"laws, {how}")
    return report


def _measured(
    bench: Bench,
    rules: CleaningRules,
    network: ClozeNetwork | None,
    texts: Sequence[str],
    errors: Mapping[str, tuple[str, ...]],
    what: str,
) -> list[Figure]:
    planted, found = Counter[str](), Counter[str]()
    characters = false = sure = right = 0
    for text, slips in _damaged(texts, errors):
        characters += sum(map(is_han, text))
        cleaned = clean(as_reading(text), (), "hans", rules, bench.model)
        suspects = (*cleaned.suspects, *statistical_suspects(cleaned, rules, network))
        useful: set[Suspect] = set()
        for slip in slips:
            near = [suspect for suspect in suspects if _touches(suspect, slip)]
            useful.update(near)
            planted[slip.kind] += 1
            found[slip.kind] += bool(near)
        false += len(suspects) - len(useful)
        sure += sum((suspect.score or 0) >= _SURE for suspect in suspects)
        right += sum((suspect.score or 0) >= _SURE for suspect in useful)
    name = f"misreadings, {what}"
    # Counts alone hardly find what was left out.
    bars = {"look-alikes": 85.0} if network is None else {"look-alikes": 85.0, "left out": 50.0}
    note = f"{characters} Han characters"
    return [
        *(
            Figure(
                f"{name}: {kind} found (%)",
                100 * found[kind] / count,
                bars.get(kind),
                note=f"{count} planted",
            )
            for kind, count in sorted(planted.items())
        ),
        Figure(f"{name}: false suspects per 1,000", 1000 * false / max(1, characters), 2.0, "lower", note),
        Figure(
            f"{name}: precision at a score of .5 (%)", 100 * right / max(1, sure), 50.0, note=f"of {sure}"
        ),
    ]


def _damaged(
    texts: Sequence[str], errors: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, list[Planted]]]:
    for seed in _ROUNDS:
        chooser = random.Random(seed)
        for text in texts:
            yield _damage(text, errors, chooser)


def _damage(
    text: str, errors: Mapping[str, tuple[str, ...]], chooser: random.Random
) -> tuple[str, list[Planted]]:
    parts: list[str] = []
    slips: list[Planted] = []
    for at, char in enumerate(text):
        inside = 2 <= at < len(text) - 2 and all(map(is_han, text[at - 1 : at + 2]))
        if inside and chooser.random() < _TRIED:
            written = len(parts)
            if char in errors and chooser.random() < _CONFUSED:
                slips.append(Planted("look-alikes", written, written + 1))
                parts.append(chooser.choice(errors[char]))
                continue
            if chooser.random() < _LEFT_OUT and char not in (text[at - 1], text[at + 1]):
                slips.append(Planted("left out", written - 1, written + 1))
                continue
        parts.append(char)
    return "".join(parts), slips


def _touches(suspect: Suspect, slip: Planted) -> bool:
    return suspect.raw_start <= slip.end and slip.start <= suspect.raw_end
