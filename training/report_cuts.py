"""Fit the cuts that tell what counts would report: `python -m training.report_cuts CORPUS -o FILE`.

Slips of every class are put into the documents of each part of the split but part 0 and into laws that are
set aside, as for the weights that ship, which must be fitted before. What those weights would report is what
the cuts are fitted to: they stand in for the weighing, not for a curator.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.misreadings.allowance import LEAST_ODDS
from gangyao.cleaning.misreadings.candidates import doubtful_places, odd_places, scan_document
from gangyao.cleaning.misreadings.features import late_features
from gangyao.cleaning.misreadings.proposals import propose
from gangyao.cleaning.misreadings.report_cuts import LATE_FEATURES
from gangyao.cleaning.misreadings.small_network import SmallNetwork
from gangyao.cleaning.misreadings.weighing import weigh_edits
from gangyao.cleaning.misreadings.weights import SCAN_FEATURES, load_weights
from training.small_network import fit_network, scaled, stored
from training.suspect_weights import MEASURED, Sample, held_out, least_odds, samples, slip_weights
from training.texts import FOLDS

# Places per 1,000 characters of clean text that each cut leaves, of 90 and 28 before it. On part 1, fitted on
# the others, 60 and 13 lost .3 % and .7 % of the slips that are reported.
EARLY, LATE = 54, 11
# What a planted slip counts, in those of a text with one in 1,000 characters: none should be lost.
_SLIP = 3.0

Matrix = npt.NDArray[np.float64]
Features = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rows:
    """Features, a row for each place, whether it is reported, what it counts, whether it is clean text."""

    features: Matrix
    reported: Mask
    counts: Matrix
    clean: Mask


def outcomes(
    models: Mapping[int, CharacterModel], drawn: Sequence[Sample]
) -> Iterator[tuple[Sample, Features, Features, Integers, Integers, Mask]]:
    """Yield of each sample: features for the early and the late cut, their places, the places reported."""
    weights = load_weights()
    for sample in drawn:
        model = models[sample.part]
        documents = scan_document(model, sample.text)
        odd = odd_places(documents, weights)
        places = doubtful_places(documents, weights, odd)
        proposals = propose(documents, places)
        edits = weigh_edits(documents, places, proposals, weights)
        reported = np.zeros(len(sample.text) + 1, dtype=bool)
        reported[edits.place[edits.odds >= LEAST_ODDS]] = True
        late = late_features(documents, places, proposals)
        yield sample, odd.features, late, odd.place, places.place, reported


def rows_of(models: Mapping[int, CharacterModel], drawn: Sequence[Sample]) -> tuple[Rows, Rows]:
    """Return the rows of the early and of the late cut: all of clean text, and what is reported of slips."""
    weight_of = slip_weights(drawn)
    parts: tuple[list[Rows], list[Rows]] = ([], [])
    for sample, early, late, odd, doubtful, reported in outcomes(models, drawn):
        is_clean = sample.kind is None
        counts = 1.0 if is_clean else _SLIP * weight_of[sample.slip_class]
        for rows, features, places in ((parts[0], early, odd), (parts[1], late, doubtful)):
            # A slip is reported at its place or beside it.
            near = np.isin(places, np.add.outer(sample.slips, (-1, 0, 1)).ravel()) & reported[places]
            chosen = np.ones(len(places), dtype=bool) if is_clean else near
            count = int(chosen.sum())
            rows.append(
                Rows(
                    features[chosen].astype(np.float64),
                    reported[places[chosen]],
                    np.full(count, counts),
                    np.full(count, is_clean),
                )
            )
    first, second = (_together(part) for part in parts)
    return first, second


def _together(parts: Sequence[Rows]) -> Rows:
    return Rows(
        *(np.concatenate([getattr(rows, name) for rows in parts]) for name in Rows.__dataclass_fields__)
    )


def fit_cut(rows: Rows, kept: int) -> SmallNetwork:
    """Fit a cut that leaves so many rows of clean text."""
    cut = fit_network(rows.features, rows.reported.astype(np.float64), rows.counts)
    odds = cut.weigh(rows.features[rows.clean].astype(np.float32))
    return scaled(cut, 1, -least_odds(odds, kept))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    models, documents = held_out(arguments.corpus, [part for part in range(FOLDS) if part != MEASURED])
    drawn = list(samples(arguments.corpus, documents))
    clean = sum(len(sample.text) for sample in drawn if sample.kind is None)
    early, late = rows_of(models, drawn)
    written = {
        "early": stored(fit_cut(early, EARLY * clean // 1000), SCAN_FEATURES),
        "late": stored(fit_cut(late, LATE * clean // 1000), LATE_FEATURES),
        "provenance": {
            "script": "python -m training.report_cuts",
            "parts_of_the_split": list(documents),
            "clean_characters": clean,
            "places_of_slips": int((~early.clean).sum()),
        },
    }
    arguments.output.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
