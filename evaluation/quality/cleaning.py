"""How well cleaning repairs planted noise, and how little it does to clean text, on held-out documents.

The character model is trained on the other documents of the corpus for this, as the shipped one has seen
them all. Prints the figures when run: `python -m evaluation.quality.cleaning CORPUS`.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from opencc import OpenCC

from evaluation.figures import Figure
from evaluation.quality.noise import CLASSES, DOUBLED, KINDS, PARTICLES, RULE_CLASSES, Planted, damage
from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.script import Script
from gangyao.cleaning.clean import CleaningRules, clean, load_rules
from gangyao.cleaning.misreadings.detect import statistical_suspects
from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout, Line
from gangyao.document.ledger import clean_span
from gangyao.document.reading_text import ReadingText, reading_text
from gangyao.document.source import Source
from training.character_model import train
from training.corpus import FOLDERS
from training.official_texts import beside, without_copies
from training.particle_model import train_particles
from training.texts import TrainingText, fold_of, one_per_group, read_folder

# Changes of form that say nothing else than the printed text does.
FORM_ONLY = frozenset({"space", "width", "punctuation", "invisible"})
SEED = 20211021
# Planted errors stand at least this far apart, so each is judged with so much of its surroundings.
_CONTEXT = 4
# Each document is damaged this many times, differently.
_ROUNDS = 4
# Stray letters are judged by many more examples, since they are the hardest.
_ALONE = ("stray", "particle")


@dataclass(frozen=True, slots=True)
class Bench:
    """The held-out documents, and a model that has counted what was `seen` instead."""

    texts: tuple[TrainingText, ...]
    rules: CleaningRules
    model: CharacterModel
    seen: tuple[TrainingText, ...] = ()

    def clean(self, text: str, script: Script = "hans") -> Cleaned:
        cleaned = clean(as_reading(text), (), script, self.rules, self.model)
        doubts = statistical_suspects(cleaned, self.rules)
        return Cleaned(cleaned.reading, cleaned.text, cleaned.corrections, (*cleaned.suspects, *doubts))


def as_reading(text: str) -> ReadingText:
    """Take a text line by line, as it stands."""
    lines = []
    position = 0
    for number, line in enumerate(text.split("\n"), 1):
        kind = "paragraph" if line.strip() else "blank"
        end = position + len(line)
        lines.append(Line(number, "text", position, end, kind, 1, number))  # type: ignore[arg-type]
        position = end + 1
    return reading_text(Source(text, ()), Layout(tuple(lines)))


def set_up(corpus: Path, seeds: Path, part: int = 0) -> Bench:
    texts = one_per_group(read_folder(corpus, FOLDERS))
    seen = [text for text in texts if fold_of(text.name) != part]
    held_out = tuple(text for text in texts if fold_of(text.name) == part)
    model = train(seen)
    official = train(seen, official=without_copies(beside(corpus), held_out))
    rules = replace(load_rules(seeds / "lexicon"), particles=train_particles(seen, model), official=official)
    return Bench(held_out, rules, model, tuple(seen))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a planted error."""

    planted: Planted
    repaired: bool
    flagged: bool
    changed: bool
    expected: str
    got: str
    document: str


def judge(
    bench: Bench, kinds: Iterable[str], per_thousand: float = 5.0, rounds: int = _ROUNDS
) -> Iterator[Verdict]:
    """Plant errors in every held-out text, clean it, and look at each place."""
    wanted = tuple(kinds)
    for number, text in enumerate((*bench.texts,) * rounds):
        noisy, planted = damage(text.text, SEED + number, wanted, per_thousand)
        before, after = bench.clean(text.text), bench.clean(noisy)
        flags = [(suspect.raw_start, suspect.raw_end) for suspect in after.suspects]
        edits = [(change.raw_start, change.raw_end) for change in after.corrections]
        for item in planted:
            expected = _around(before, item.start, item.end)
            got = _around(after, item.noisy_start, item.noisy_end)
            yield Verdict(
                item, got == expected,
                any(start <= item.noisy_end and item.noisy_start <= end for start, end in flags),
                any(start < item.noisy_end and item.noisy_start < end for start, end in edits),
                expected, got, text.name,
            )  # fmt: skip


def _around(cleaned: Cleaned, start: int, end: int) -> str:
    """Return what the raw span, with the nearest characters of its line, has become."""
    lengths = ((piece, piece.raw_start + piece.end - piece.start) for piece in cleaned.reading.pieces)
    line, line_end = next((p.raw_start, stop) for p, stop in lengths if p.raw_start <= start <= stop)
    left, right = max(line, start - _CONTEXT), min(line_end, end + _CONTEXT)
    first, last = clean_span(cleaned, left, right)
    return cleaned.text[first:last]


def share(verdicts: list[Verdict], test: Callable[[Verdict], bool]) -> float:
    return 100 * sum(map(test, verdicts)) / len(verdicts) if verdicts else 0.0


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    bench = set_up(corpus, seeds)
    characters = sum(len(text.text) for text in bench.texts)
    clean_texts = [bench.clean(text.text) for text in bench.texts]
    wrong = sum(change.category not in FORM_ONLY for cleaned in clean_texts for change in cleaned.corrections)
    doubts = sum(len(cleaned.suspects) for cleaned in clean_texts)
    verdicts = [verdict for verdict in judge(bench, KINDS) if verdict.planted.kind not in _ALONE]
    verdicts += judge(bench, _ALONE, rounds=1)
    by_kind = {kind: [v for v in verdicts if v.planted.kind == kind] for kind in KINDS}
    by_class = {name: [v for kind in kinds for v in by_kind[kind]] for name, kinds in CLASSES.items()}
    doubled = [verdict for kind in DOUBLED for verdict in by_kind[kind]]
    note = f"{len(bench.texts)} documents, {characters} characters, none seen by the model"
    found = [
        Figure(
            "wrong changes per 100,000 characters of clean text", 1e5 * wrong / characters,
            1, "lower", note,
        ),
        Figure("suspects per 1,000 characters of clean text", 1e3 * doubts / characters, 2, "lower", note),
        Figure(
            "rule noise repaired exactly, %",
            sum(share(by_class[name], lambda v: v.repaired) for name in RULE_CLASSES) / len(RULE_CLASSES),
            97, note="mean of the seven classes below that the issue names",
        ),
        Figure(
            "stray letter for a particle: right or suspect, %",
            share(by_kind["particle"], lambda v: v.repaired or v.flagged), 98,
        ),
        Figure(
            "stray letter for a particle: right particle, %",
            share(by_kind["particle"], lambda v: v.repaired), 80,
        ),
        Figure(
            "doubled: repaired rightly or flagged, %", share(doubled, lambda v: v.repaired or v.flagged), 90
        ),
        Figure(
            "doubled: wrongly repaired, %", share(doubled, lambda v: v.changed and not v.repaired), 2, "lower"
        ),
    ]  # fmt: skip
    found += particle_figures(by_kind["particle"])
    for name, items in [*by_class.items(), *by_kind.items()]:
        if not items:
            continue
        found.append(
            Figure(f"{name}: repaired exactly, %", share(items, lambda v: v.repaired), note=f"n={len(items)}")
        )
        found.append(
            Figure(f"{name}: repaired or flagged, %", share(items, lambda v: v.repaired or v.flagged))
        )
    return found + baseline(bench)


def particle_figures(verdicts: list[Verdict]) -> list[Figure]:
    """Return what became of stray letters for particles: by frequency, the six commonest, 的 alone."""
    found = []
    for name, wanted in (("18 particles", PARTICLES), ("的和与为在以", "的和与为在以"), ("的", "的")):
        items = [verdict for verdict in verdicts if verdict.planted.meant in wanted]
        note = f"n={len(items)}"
        found += [
            Figure(f"stray letter for {name}: right, %", share(items, lambda v: v.repaired), note=note),
            Figure(
                f"stray letter for {name}: right or suspect, %",
                share(items, lambda v: v.repaired or v.flagged), note=note,
            ),
            Figure(
                f"stray letter for {name}: wrong in silence, %",
                share(items, lambda v: not v.repaired and not v.flagged), better="lower", note=note,
            ),
        ]  # fmt: skip
    return found


def baseline(bench: Bench) -> list[Figure]:
    """Return the same figures for OpenCC (t2s) and NFKC, what a user would otherwise run."""
    converter = OpenCC("t2s")

    def plain(text: str) -> str:
        return unicodedata.normalize("NFKC", str(converter.convert(text)))

    characters = sum(len(text.text) for text in bench.texts)
    lost: Counter[str] = Counter()
    for text in bench.texts:
        lost.update(char for char in text.text if plain(char) != char)
    verdicts = []
    for number, text in enumerate(bench.texts):
        noisy, planted = damage(text.text, SEED + number)
        for item in planted:
            if any(item.kind in kinds for kinds in RULE_CLASSES.values()):
                got = plain(noisy[item.noisy_start : item.noisy_end])
                verdicts.append(got == plain(text.text[item.start : item.end]))
    widest = ", ".join(f"{char}→{plain(char)}" for char, _ in lost.most_common(8))
    marks = sum(count for char, count in lost.items() if char in "，：（）；！？…⑴⑵⑶ⅡⅢⅠⅣⅤ㎡")
    return [
        Figure(
            "OpenCC + NFKC: rule noise repaired exactly, %", 100 * sum(verdicts) / len(verdicts),
            note="judged leniently: Chinese punctuation that it turns to ASCII is not counted here",
        ),
        Figure(
            "OpenCC + NFKC: Chinese marks and numerals rewritten per 100,000 characters",
            1e5 * marks / characters,
            better="lower", note=widest,
        ),
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--show", nargs="*", default=[], help="kinds whose misses are printed")
    arguments = parser.parse_args()
    if arguments.show:
        for verdict in judge(set_up(arguments.corpus, arguments.seeds), KINDS):
            item = verdict.planted
            if item.kind in arguments.show and not verdict.repaired:
                state = "flagged" if verdict.flagged else "missed"
                print(item.kind, state, repr(item.printed), verdict.expected, "→", repr(verdict.got))
        return
    for figure in figures(arguments.corpus, arguments.seeds):
        mark = {True: "reached", False: "MISSED", None: ""}[figure.reached]
        print(f"{figure.value:10.2f} {figure.bar or '':>6} {mark:8} {figure.name} {figure.note}")


if __name__ == "__main__":
    main()
