"""Places where the text is improbable and a small edit would make it probable.

A noisy channel (Kernighan, Church and Gale 1990) weighed by logistic regression: places are looked at where
characters are dear and hardly part of known words or of what the document repeats; for each of them the best
edit of each kind is weighed by what it saves, the words that it makes, whether the document prints the same
elsewhere, and whether what stands there looks or sounds like what would stand there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.misreadings.candidates import doubtful_places, scan_document
from gangyao.cleaning.misreadings.confusables import load_confusables
from gangyao.cleaning.misreadings.edits import Edits, Kind, best_edits
from gangyao.cleaning.misreadings.features import describe
from gangyao.cleaning.misreadings.weights import Weights, load_weights
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.ledger import raw_span

if TYPE_CHECKING:
    from gangyao.cleaning.rule_tables import CleaningRules

DETECTOR = "statistics"
# Logarithm of the odds from which on a place is reported; set for 1.7 places per 1,000 characters of clean
# plans and reports. The odds are those of a text in which one character in 1,000 is wrong.
THRESHOLD = -2.9
# Suspects nearer to each other than this are one: the more doubtful place stands for both.
_APART = 3
_REASONS = {
    Kind.SUBSTITUTION: "unlikely here; another character would fit",
    Kind.DELETION: "unlikely here; the text reads well without it",
    Kind.TRANSPOSITION: "unlikely here; the two characters may have changed places",
    Kind.INSERTION: "unlikely after the character before it; one may be missing between them",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The characters `start`:`end` of a text may have been `suggestion`; `doubt` is a logarithm of odds."""

    start: int
    end: int
    suggestion: str
    kind: Kind
    doubt: float

    @property
    def probability(self) -> float:
        """The probability of a slip."""
        return 1 / (1 + math.exp(-self.doubt))


def find_slips(
    model: CharacterModel, text: str, weights: Weights | None = None, threshold: float = THRESHOLD
) -> tuple[Finding, ...]:
    """Return the places of `text` that may be slips, in order; spans do not overlap.

    Without `weights`, those that ship with the package count.
    """
    weights = load_weights() if weights is None else weights
    document = scan_document(model, text)
    places = doubtful_places(model, document, weights)
    if not len(places.place):
        return ()
    edits = best_edits(model, load_confusables(), document.scan, places.place)
    features = describe(model, document, places, edits)
    by_kind = weights.edits[edits.kind]
    doubt = np.einsum("ij,ij->i", features, by_kind[:, :-1]) + by_kind[:, -1]
    rows = np.flatnonzero(doubt >= threshold)
    chosen: list[int] = []
    taken: set[int] = set()
    for row in rows[np.lexsort((rows, -doubt[rows]))].tolist():
        place = int(places.place[edits.row[row]])
        if place not in taken:
            chosen.append(row)
            taken.update(range(place - _APART + 1, place + _APART))
    return tuple(
        # The scan has a line break before the text.
        _finding(text, edits, row, int(places.place[edits.row[row]]) - 1, float(doubt[row]))
        for row in sorted(chosen)
    )


def _finding(text: str, edits: Edits, row: int, start: int, doubt: float) -> Finding:
    kind = Kind(int(edits.kind[row]))
    written = chr(int(edits.code[row]))
    if kind is Kind.SUBSTITUTION:
        return Finding(start, start + 1, written, kind, doubt)
    if kind is Kind.DELETION:
        return Finding(start, start + 1, "", kind, doubt)
    if kind is Kind.INSERTION:
        return Finding(start, start + 1, written + text[start], kind, doubt)
    return Finding(start, start + 2, text[start + 1] + text[start], kind, doubt)


def statistical_suspects(cleaned: Cleaned, rules: CleaningRules) -> tuple[Suspect, ...]:
    """Return the doubted spans of a cleaned text, in reading order; the text itself is never changed.

    What a correction wrote, and what stands in a known term or name, is not doubted. `score` is the
    probability
    of a slip.
    """
    starts = np.array([correction.start for correction in cleaned.corrections], dtype=np.int64)
    ends = np.array([correction.end for correction in cleaned.corrections], dtype=np.int64)
    suspects = []
    for finding in find_slips(rules.official, cleaned.text):
        if bool(((starts < finding.end) & (ends > finding.start)).any()):
            continue
        if next(rules.lexicon.covering(cleaned.text, finding.start, finding.end), None) is not None:
            continue
        if rules.places.excuse(cleaned.text, finding.start, finding.end):
            continue
        raw_start, raw_end = raw_span(cleaned, finding.start, finding.end)
        suspects.append(
            Suspect(
                raw_start, raw_end, cleaned.text[finding.start : finding.end], finding.suggestion,
                _REASONS[finding.kind], DETECTOR, round(finding.probability, 2), finding.start, finding.end,
            )
        )  # fmt: skip
    return tuple(suspects)
