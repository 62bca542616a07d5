"""How many slips of one character the statistics flag, and how often they doubt text that is right.

Measured on held-out documents, which the character model has not counted, after cleaning. The confusions of
recognition and of typing come from published lists of real errors beside the corpus.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
import numpy.typing as npt

from benchmarks.figures import Figure
from benchmarks.quality.cleaning import Bench, set_up
from gangyao.documents.seeds import load_seeds
from gangyao.layout.arrange import lay_out
from gangyao.text.changes import Suspect
from gangyao.text.clean import clean, load_rules
from gangyao.text.errata import place_errata
from gangyao.text.reading import reading_text
from gangyao.text.statistics.likeness import load_likeness
from gangyao.text.statistics.model import load_model
from gangyao.text.statistics.suspects import DETECTOR, find_slips, statistical_suspects

# Planted slips stand at least this far apart.
_APART = 8
_PER_THOUSAND = 5
_COMMON = 2500
# Work reports of the last century are written in another language than plans are today.
_OLD = re.compile(r"sc_19")


def is_old(name: str) -> bool:
    """Tell whether a document of the corpus is of the last century."""
    return _OLD.search(name) is not None


@dataclass(frozen=True, slots=True)
class Slip:
    """`text[start:end]` of the damaged text is wrong; `right` stood there."""

    start: int
    end: int
    right: str


Maker = Callable[[str, int, random.Random], tuple[int, str] | None]
Confusions = Mapping[str, tuple[str, ...]]


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
        find_slips(bench.model, text)
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
    doubts = sum(len(find_slips(bench.model, text)) for text in texts)
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
    bits = bench.model.surprise(text)
    bits[[at for at, char in enumerate(text) if not _is_han(char)]] = 0
    return bits


def plant(text: str, maker: Maker, chooser: random.Random) -> tuple[str, tuple[Slip, ...]]:
    """Put slips into a text, `_PER_THOUSAND` per 1,000 characters."""
    wanted = len(text) * _PER_THOUSAND // 1000
    places = sorted(chooser.sample(range(4, max(5, len(text) - 8)), min(len(text) // 12, wanted * 8)))
    chooser.shuffle(places)
    changes: dict[int, tuple[int, str]] = {}
    for place in places:
        if len(changes) == wanted:
            break
        if all(abs(place - other) >= _APART for other in changes):
            change = maker(text, place, chooser)
            if change is not None:
                changes[place] = change
    parts: list[str] = []
    slips: list[Slip] = []
    position = length = 0
    for place in sorted(changes):
        taken, written = changes[place]
        parts += (text[position:place], written)
        length += place - position
        slips.append(Slip(length, length + len(written), text[place : place + taken]))
        length += len(written)
        position = place + taken
    parts.append(text[position:])
    return "".join(parts), tuple(slips)


def slip_makers(corpus: Path, texts: list[str]) -> dict[str, Maker]:
    """Return a maker of slips for each class."""
    counts = Counter(char for text in texts for char in text if _is_han(char))
    common = tuple(char for char, _ in counts.most_common(_COMMON))
    recognised = _confusions(corpus / "spelling" / "faspell_ocr_train_3575.txt", (2, 1))
    typed = _confusions(corpus / "spelling" / "lemon_ec_odw.txt", (1, 0))

    def confused(confusions: Confusions) -> Maker:
        def make(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
            wrong = confusions.get(text[at])
            return (1, chooser.choice(wrong)) if wrong else None

        return make

    def any_other(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        other = chooser.choice(common)
        return (1, other) if _is_han(text[at]) and other != text[at] else None

    weights = [counts[char] ** 0.5 for char in common]

    def frequent(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        (other,) = chooser.choices(common, weights=weights)
        return (1, other) if _is_han(text[at]) and other != text[at] else None

    def left_out(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        is_inside = all(map(_is_han, text[at - 1 : at + 2])) and text[at] != text[at + 1]
        return (1, "") if is_inside else None

    def put_in(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        return (0, chooser.choice(common)) if _is_han(text[at]) and _is_han(text[at - 1]) else None

    def swapped(text: str, at: int, chooser: random.Random) -> tuple[int, str] | None:
        pair = text[at : at + 2]
        return (2, pair[::-1]) if all(map(_is_han, pair)) and pair[0] != pair[1] else None

    return {
        "substitution as in recognition": confused(recognised),
        "substitution as in typing": confused(typed),
        "substitution at random": any_other,
        "substitution by a frequent character": frequent,
        "substitution by a look-alike": confused(_alike(common, load_likeness().lookalikes)),
        "substitution by a sound-alike": confused(_alike(common, load_likeness().soundalikes)),
        "character left out": left_out,
        "character put in": put_in,
        "characters swapped": swapped,
    }


def _confusions(path: Path, columns: tuple[int, int]) -> Confusions:
    """Read pairs of right and wrong characters from lines of right and wrong sentences."""
    pairs: defaultdict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.replace(" ", "").split("\t")
        right, wrong = cells[columns[0]], cells[columns[1]]
        if len(right) == len(wrong):
            for one, other in zip(right, wrong, strict=True):
                if one != other and _is_han(one) and _is_han(other):
                    pairs[one].append(other)
    return {char: tuple(sorted(others)) for char, others in pairs.items()}


def _alike(common: tuple[str, ...], table: npt.NDArray[np.uint16]) -> Confusions:
    """Return what looks or sounds like each common character, by the table that the detector knows too."""
    known = set(common)
    rows = load_likeness().row_of[[ord(char) for char in common]]
    others = (tuple(chr(code) for code in table[row].tolist() if chr(code) in known) for row in rows)
    return {char: each for char, each in zip(common, others, strict=True) if each}


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


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
    for document in load_seeds(seeds):
        reading = reading_text(document.source, lay_out(document.source, model))
        cleaned = clean(reading, (), document.spec.script or "hans", rules, model)
        doubts = (*cleaned.suspects, *statistical_suspects(cleaned, model, rules))
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
