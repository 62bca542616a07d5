"""How many slips of one character the statistics flag, and how often they doubt text that is right.

Measured on held-out documents, which the character model has not counted, after cleaning. The confusions of
recognition and of typing come from published lists of real errors beside the corpus.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from time import process_time

import numpy as np
import numpy.typing as npt

from evaluation.figures import Figure
from evaluation.quality.cleaning import Bench, set_up
from gangyao.chinese.character_model import load_model
from gangyao.cleaning.clean import clean, load_rules
from gangyao.cleaning.errata import place_errata
from gangyao.cleaning.misreadings.detect import DETECTOR, find_slips, statistical_suspects
from gangyao.document.changes import Suspect
from gangyao.document.reading_text import reading_text
from gangyao.ingest.seeds import load_seeds
from gangyao.layout.stage import lay_out
from training.slips import Maker, Slip, is_han, is_old, plant, slip_makers


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure on the part of the corpus that is held out, and on the seeds with errata switched off."""
    bench = set_up(corpus, seeds)
    modern = [text.text for text in bench.texts if not is_old(text.name)]
    old = [text.text for text in bench.texts if is_old(text.name)]
    report = [
        _doubts(bench, modern, "clean text", 2.0),
        _doubts(bench, old, "clean text of 1954 to 1998", None),
    ]
    for name, maker in slip_makers(corpus, modern).items():
        bar = 50.0 if "substitution" in name else None
        report += _flagged(bench, modern, name, maker, bar)
    report.append(_by_surprise_alone(bench, modern, corpus))
    report += _seed_errors(seeds)
    start = process_time()
    characters = 0
    for text in modern:
        find_slips(bench.rules.official, text)
        characters += len(text)
    microseconds = 1e6 * (process_time() - start) / characters
    report.append(Figure("suspects: microseconds of the processor per character", microseconds, 0.3, "lower"))
    return report


def _doubts(bench: Bench, texts: list[str], what: str, bar: float | None) -> Figure:
    characters = sum(map(len, texts))
    detectors = Counter(suspect.detector for text in texts for suspect in bench.clean(text).suspects)
    shares = ", ".join(f"{name} {1000 * count / characters:.2f}" for name, count in detectors.most_common())
    value = 1000 * sum(detectors.values()) / max(1, characters)
    return Figure(f"suspects per 1,000 characters of {what}", value, bar, "lower", shares)


def _flagged(bench: Bench, texts: list[str], name: str, maker: Maker, bar: float | None) -> list[Figure]:
    planted = found = suggested = 0
    for number, text in enumerate(texts):
        damaged, slips = plant(text, maker, random.Random(number))
        suspects = bench.clean(damaged).suspects
        for slip in slips:
            at_place = [suspect for suspect in suspects if _touches(suspect, slip)]
            planted += 1
            found += bool(at_place)
            suggested += any(_repairs(damaged, suspect, slip) for suspect in at_place)
    note = f"{planted} planted"
    return [
        Figure(f"suspects, {name}: flagged (%)", 100 * found / max(1, planted), bar, note=note),
        Figure(
            f"suspects, {name}: right suggestion among the flagged (%)",
            100 * suggested / max(1, found),
            note=note,
        ),
    ]


def _by_surprise_alone(bench: Bench, texts: list[str], corpus: Path) -> Figure:
    """What a language model alone would flag: the most surprising characters, as many as we doubt."""
    maker = slip_makers(corpus, texts)["substitution at random"]
    doubts = sum(one.detector == DETECTOR for text in texts for one in bench.clean(text).suspects)
    bits = np.sort(np.concatenate([_han_bits(bench, text) for text in texts]))
    limit = bits[len(bits) - doubts]
    planted = found = 0
    for number, text in enumerate(texts):
        damaged, slips = plant(text, maker, random.Random(number))
        surprise = _han_bits(bench, damaged)
        planted += len(slips)
        found += sum(bool(surprise[slip.start] >= limit) for slip in slips)
    name = "for comparison, the most surprising characters instead: substitution at random flagged (%)"
    return Figure(name, 100 * found / planted, note=f"{planted} planted; as many doubts on clean text")


def _han_bits(bench: Bench, text: str) -> npt.NDArray[np.float32]:
    """Return the bits of each Han character of a text, 0 for all else."""
    bits = bench.rules.official.surprise(text)
    bits[[at for at, char in enumerate(text) if not is_han(char)]] = 0
    return bits


def _touches(suspect: Suspect, slip: Slip) -> bool:
    return suspect.raw_start <= slip.end and slip.start <= suspect.raw_end


def _repairs(text: str, suspect: Suspect, slip: Slip) -> bool:
    if suspect.suggestion is None:
        return False
    low, high = min(slip.start, suspect.raw_start), max(slip.end, suspect.raw_end)
    suggested = text[low : suspect.raw_start] + suspect.suggestion + text[suspect.raw_end : high]
    return suggested == text[low : slip.start] + slip.right + text[slip.end : high]


def _seed_errors(seeds: Path) -> list[Figure]:
    """Count the witnessed or quoted errata of each seed that are suspects when no erratum is applied."""
    model = load_model()
    rules = load_rules(seeds / "lexicon")
    report = []
    for document in load_seeds(seeds).documents:
        reading = reading_text(document.source, lay_out(document.source, model))
        cleaned = clean(reading, (), document.spec.script or "hans", rules, model)
        doubts = (*cleaned.suspects, *statistical_suspects(cleaned, rules))
        known = [
            placed
            for placed in place_errata(document.source, document.errata)
            if placed.erratum.evidence in {"witness", "quotation"}
        ]
        for name, suspects in (
            ("statistics", [doubt for doubt in doubts if doubt.detector == DETECTOR]),
            ("statistics and rules", list(doubts)),
        ):
            flagged = sum(
                any(doubt.raw_start <= item.raw_end and item.raw_start <= doubt.raw_end for doubt in suspects)
                for item in known
            )
            note = f"of {len(known)}; {len(suspects)} suspects in {len(cleaned.text)} characters"
            name = f"suspects, {document.spec.document_id}: witnessed or quoted errors flagged by {name}"
            report.append(Figure(name, flagged, note=note))
    return report
