"""Fit the judge of names again: `python -m training.name_judge CORPUS [--cross-validate]`.

It learns from the paragraphs of `evaluation/quality/name_labels.jsonl` that were annotated to be learnt from
(`gold-…`), from those of `name_inventions.jsonl`, which were written about real places after news and notices
of the web, and from the seed's chapters 7 to 9, given what the grammar finds in them. Which
characters names stand beside is counted in the whole corpus, where the grammar finds names; in
cross-validation (five parts of the documents, by the hash of their names) without the documents left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import evaluation.quality
import gangyao.models
from evaluation.quality.entities import SEED_DOCUMENT, place_of, read_text
from evaluation.quality.measures import REFERENCE
from evaluation.quality.names import LEARNT, Label, Paragraph, f1, interval, is_open, read_labels
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.entities.grammar import names_by_grammar
from gangyao.entities.judging.borders import BEFORE, BEHIND, Side, Slice
from gangyao.entities.judging.evidence import (
    Evidence,
    end_features,
    gather,
    span_features,
    start_features,
)
from gangyao.entities.judging.judge import FoundNames, judged, spans
from gangyao.entities.judging.spans import NamePlaces
from gangyao.entities.judging.weights import weights_of
from gangyao.entities.one_form import one_form
from gangyao.entities.places import PlaceContext
from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from training.border_counts import COUNTED, BorderCounts
from training.corpus import FOLDERS
from training.span_field import FittedField, Span, fit_field
from training.texts import FOLDS, fold_of, one_per_group, read_folder

_INVENTIONS = Path(evaluation.quality.__file__).with_name("name_inventions.jsonl")
# Names may begin behind a pair of characters of which a sixteenth begins one: 97 % of the annotated do.
_LEAST_SHARE = 1 / 16
# Weights below this move no judgement that others do not.
_LEAST_WEIGHT = 0.02
_DIGITS = 3
# The first source counts for so many: nothing right in it may be lost.
_SEED_COUNT = 4
# The likeliest set leaves out names of which it is not sure: F1 is the best with so much for every span.
_LEANING = 0.5
# Spans whose borders weigh less are hardly ever chosen: F1 is the same without them (--cross-validate).
_LEAST_END, _LEAST_BORDERS = 1.0, 1.5
# Endings that weigh less are half of those that stand in a text, and end hardly any name.
_LEAST_OF_ENDING = -0.75
# What the names of features begin with that stand for characters beside a border.
_OF_BORDERS = tuple(f"{side} {one.first} {one.last} " for side in get_args(Side) for one in COUNTED)
# Last words of names in the lexicon; the names of places are told by other means.
_PLACES = frozenset(("country", "admin_area"))
_LEAST_ENDINGS = 2
# An ending that stands so often and ends no missed name ends none.
_OFTEN = 3
_ENDING = 2
_LONGEST_TAIL = 3
# Fewer names than this do not prove what a tail of one, two or three characters tells.
_LEAST_OF_TAIL = {1: 3, 2: 2, 3: 1}
_OUTPUT = Path(gangyao.models.__file__).parent / "name_judge.json"


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph with its names, what is open in it, and what the grammar makes of it."""

    file: str
    label: Label
    text: str
    known: Evidence


def read_examples(corpus: Path, gazetteer: Gazetteer) -> list[Example]:
    """Read what is learnt from."""
    examples = []
    for label in read_labels():
        if label.part in LEARNT:
            path = corpus / label.file
            document = read_text(path)
            text = one_form(document[label.start : label.start + label.length])
            place = place_of(path, document)
            examples.append(Example(label.file, label, text, _evidence(text, place, gazetteer)))
    for line in _INVENTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = one_form(row["text"])
        names = {(start, end): kind for start, end, kind in row["entities"]}
        unsure = tuple((start, end) for start, end in row.get("open", ()))
        label = Label("invented", row["group"], 0, len(text), "", names, unsure)
        known = _evidence(text, PlaceContext("", (), None), gazetteer)
        examples.append(Example(row["group"], label, text, known))
    for line in REFERENCE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = {(one["start"], one["end"]): one["type"] for one in row["entities"]}
        text = one_form(row["text"])
        label = Label("seed", "seed", 0, len(text), "", names)
        known = _evidence(text, SEED_DOCUMENT, gazetteer)
        examples += [Example("seed", label, text, known)] * _SEED_COUNT
    return examples


def _evidence(text: str, place: PlaceContext, gazetteer: Gazetteer) -> Evidence:
    found = names_by_grammar(text, place, gazetteer)
    return gather(text, found.names, found.heads, gazetteer)


def count_borders(corpus: Path, gazetteer: Gazetteer) -> dict[int, BorderCounts]:
    """Count the borders of names in each part of the corpus."""
    counts = {fold: BorderCounts() for fold in range(FOLDS)}
    for one in one_per_group(read_folder(corpus, FOLDERS)):
        place = place_of(corpus / one.name, one.text)
        text = one_form(one.text.replace("\r\n", "\n"))
        found = names_by_grammar(text, place, gazetteer)
        counts[fold_of(one.name)].count(text, ((name.start, name.end) for name in found.names))
    return counts


def tails_of(examples: Iterable[Example]) -> dict[str, Counter[str]]:
    """The types of the annotated names by their last characters, one to three."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for (start, end), kind in example.label.entities.items():
            for length in range(1, min(_LONGEST_TAIL, end - start) + 1):
                counted[example.text[end - length : end]][kind] += 1
    return counted


def endings_of(examples: Iterable[Example], lexicon: Path) -> list[str]:
    """The last two characters of names that the grammar misses, and of the lexicon's that are no places.

    What often stands in the annotated paragraphs and ends none of them that was missed is left out.
    """
    tables = read_lexicon(lexicon)
    listed = Counter(
        form[-_ENDING:]
        for form, kind in tables.rows("entities", "form", "type")
        if kind not in _PLACES and len(form) > _ENDING + 1
    )
    known = {head[-_ENDING:] for head in tables.words("name_heads") if len(head) >= _ENDING}
    known |= {ending for ending, count in listed.items() if count >= _LEAST_ENDINGS}
    missed: set[str] = set()
    standing: Counter[str] = Counter()
    for example in examples:
        text = example.text
        standing.update(text[at : at + _ENDING] for at in range(len(text) - 1))
        found = {(one.start, one.end) for one in example.known.found}
        missed |= {text[end - _ENDING : end] for start, end in example.label.entities.keys() - found}
    known = {ending for ending in known if standing[ending] < _OFTEN}
    return sorted(one for one in known | missed if len(one) == _ENDING)


def types_of(tails: dict[str, Counter[str]]) -> dict[str, str]:
    """The type that each tail tells; new names of places are left to the tables of divisions."""
    told = {}
    for tail, kinds in sorted(tails.items()):
        kind, _ = kinds.most_common(1)[0]
        if kinds.total() >= _LEAST_OF_TAIL[len(tail)] and kind not in _PLACES:
            told[tail] = kind
    return told


def candidates(example: Example, places: NamePlaces, counts: BorderCounts) -> Iterator[Span]:
    """The spans of a paragraph with their features."""
    known, text = example.known, example.text
    for start, end in spans(known, places):
        is_right = _is_right((start, end), example)
        if is_right is not None:
            before = (*_border_features("start", text, start, counts), *start_features(known, start))
            behind = (*_border_features("end", text, end, counts), *chain(*end_features(known, end)))
            inside = chain(*span_features(known, start, end))
            yield Span(start, end, is_right, (*before, *behind, *inside))


def _is_right(span: tuple[int, int], example: Example) -> bool | None:
    """Tell whether a span is a name; of what is open the grammar's names stand, None of the rest."""
    if span in example.label.open:
        one = example.known.by_start.get(span[0])
        return True if one is not None and one.end == span[1] else None
    return None if is_open(span, example.label) else span in example.label.entities


def _border_features(side: Side, text: str, at: int, counts: BorderCounts) -> Iterator[str]:
    for one in COUNTED:
        yield from _run_features(side, one, one.of(text, at), counts)


def _run_features(side: Side, one: Slice, run: str, counts: BorderCounts) -> tuple[str, ...]:
    """What is learnt of a run of characters: itself, and how often it stands beside such a border."""
    name = f"{side} {one.first} {one.last}"
    return f"{name} {run}", f"{name} share {counts.share(side, one, run)}"


def fit(examples: Sequence[Example], counts: BorderCounts, lexicon: Path) -> dict[str, object]:
    """Return the fitted judge as gangyao.entities.judging.weights reads it."""
    tails = tails_of(examples)
    endings = endings_of(examples, lexicon)
    openers = counts.openers(_LEAST_SHARE)
    places = NamePlaces(openers, endings)
    field = fit_field([list(candidates(example, places, counts)) for example in examples])
    end = _border_weights("end", field, counts)
    return {
        "start": _border_weights("start", field, counts),
        "end": end,
        "features": {
            name: round(weight, _DIGITS)
            for name, weight in field.weights.items()
            if abs(weight) >= _LEAST_WEIGHT and not name.startswith(_OF_BORDERS)
        },
        "constant": round(field.constant + _LEANING, _DIGITS),
        "openers": openers,
        "endings": [ending for ending in endings if _weight_before(ending, end) >= _LEAST_OF_ENDING],
        "types": types_of(tails),
        "least_end": _LEAST_END,
        "least_borders": _LEAST_BORDERS,
    }


def _weight_before(run: str, border: dict[str, Any]) -> float:
    """What a run of characters before a border weighs, or the part of it that is known."""
    before: dict[str, float] = border["before"]
    unknown: float = border["unknown"][0]
    return before.get(run, before.get(run[-1], unknown))


def _border_weights(side: Side, field: FittedField, counts: BorderCounts) -> dict[str, Any]:
    """What runs beside a border weigh, those of more characters with what the fewer in them do."""
    before, behind = (_weights_of_runs(side, slices, field, counts) for slices in (BEFORE, BEHIND))
    return {"before": before[0], "behind": behind[0], "unknown": [before[1], behind[1]]}


def _weights_of_runs(
    side: Side, slices: tuple[Slice, ...], field: FittedField, counts: BorderCounts
) -> tuple[dict[str, float], float]:
    """The weights of the runs in `slices`, which grow from the border on; what is unknown, last."""
    weights: dict[str, float] = {}
    unknown = 0.0
    for one in slices:
        name = f"{side} {one.first} {one.last} "
        of_unknown = field.weights.get(f"{name}share ", 0.0)
        runs = {feature[len(name) :] for feature in field.weights if feature.startswith(name)}
        longer = {}
        for run in sorted(runs | counts.places[one].keys()):
            if len(run) != one.last - one.first:
                continue
            own = sum(field.weights.get(feature, 0.0) for feature in _run_features(side, one, run, counts))
            if abs(own - of_unknown) >= _LEAST_WEIGHT:
                shorter = run[1:] if one.last == 0 else run[:-1]
                longer[run] = own + _longest(weights, shorter, one, unknown)
        weights = {run: weight + of_unknown for run, weight in weights.items()} | longer
        unknown += of_unknown
    return {run: round(weight, _DIGITS) for run, weight in weights.items()}, round(unknown, _DIGITS)


def _longest(weights: dict[str, float], run: str, one: Slice, unknown: float) -> float:
    """What the longest known run weighs that `run` holds at its border."""
    while run:
        if run in weights:
            return weights[run]
        run = run[1:] if one.last == 0 else run[:-1]
    return unknown


def cross_validate(
    examples: Sequence[Example], counts: dict[int, BorderCounts], gazetteer: Gazetteer, lexicon: Path
) -> None:
    """Print F1 of the grammar and of the judge on documents that the judge has not learnt from."""
    of_grammar: list[Paragraph] = []
    of_judge: list[Paragraph] = []
    for fold in range(FOLDS):
        learnt = [example for example in examples if fold_of(example.file) != fold]
        weights = weights_of(
            fit(learnt, _summed(count for part, count in counts.items() if part != fold), lexicon)
        )
        for example in examples:
            if fold_of(example.file) == fold and example.label.part != "seed":
                known = example.known
                heads = [(start, end, head) for end, (start, head) in known.heads.items()]
                (names,) = judged([FoundNames(example.text, known.found, heads)], gazetteer, weights)
                of_grammar.append(_paragraph(example, known.found))
                of_judge.append(_paragraph(example, names))
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
    return Paragraph(example.label.part, example.file, example.text, example.label.entities, found)


def _summed(parts: Iterable[BorderCounts]) -> BorderCounts:
    total = BorderCounts()
    for part in parts:
        total.add(part)
    return total


def main() -> None:
    """Fit on the labels and the corpus, and write the weights with their provenance."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    parser.add_argument("--cross-validate", action="store_true")
    arguments = parser.parse_args()
    lexicon = lexicon_of(SEEDS)
    gazetteer = load_gazetteer(lexicon)
    examples = read_examples(arguments.corpus, gazetteer)
    counts = count_borders(arguments.corpus, gazetteer)
    if arguments.cross_validate:
        cross_validate(examples, counts, gazetteer, lexicon)
        return
    fitted = fit(examples, _summed(counts.values()), lexicon)
    fitted["provenance"] = {
        "script": "python -m training.name_judge",
        "paragraphs": len(examples),
        "names": sum(len(example.label.entities) for example in examples),
    }
    described = json.dumps(fitted, ensure_ascii=False, indent=0)
    arguments.output.write_text(described + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
