"""Places where the text is improbable and a small edit would make it probable.

A place is looked at where its characters are dear, are no part of a known word, and are not printed so again
in the same document (names and terms repeat; slips do not). For each such place the best edit of each kind is
weighed by what it saves, what the text still costs after it, and the words that it makes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gangyao.text.changes import Cleaned, Suspect
from gangyao.text.ledger import raw_span
from gangyao.text.statistics.counts import CountTable, Keys
from gangyao.text.statistics.edits import Edits, Integers, Kind, best_edits
from gangyao.text.statistics.model import ORDER, CharacterModel, Scan

if TYPE_CHECKING:
    from gangyao.text.clean import CleaningRules

DETECTOR = "statistics"
# Bits that the place and the three characters after it cost at least, where a place is looked at.
DEAR = 26.0
_MOST_BUCKET_BITS = 24
# Characters on either side of a place that are its surroundings.
_AROUND = 100

Mask = npt.NDArray[np.bool_]
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Finding:
    """The characters `start`:`end` of a text may have been `suggestion`; `doubt` is a logarithm of odds."""

    start: int
    end: int
    suggestion: str
    kind: Kind
    doubt: float


def doubtful_places(model: CharacterModel, scan: Scan) -> Integers:
    """Return the places of a scan that are worth looking at, in order."""
    bits = scan.bits
    count = len(bits)
    if count < ORDER + 2:
        return np.zeros(0, dtype=np.int64)
    ahead = bits.copy()
    for step in range(1, ORDER):
        ahead[:-step] += bits[step:]
    # The last places have no window to weigh.
    ahead[0] = 0
    ahead[count - 1 :] = 0
    (places,) = np.nonzero(ahead > DEAR)
    places = places[han_codes()[scan.codes[places].astype(np.int64)]]
    for length in range(2, ORDER + 1):
        places = places[~_covered(places, scan.keys[length - 1], length, model.words)]
    if not len(places):
        return places
    threes = _repeats(scan.keys[2])
    for step in range(3):
        places = places[threes.again(places + step) < 1]
    return places


def han_codes() -> Mask:
    """Tell of each code whether it is a Han character."""
    return _HAN


_HAN: Mask = np.zeros(0x10000, dtype=bool)
_HAN[0x3400:0xA000] = True


def _covered(places: Integers, keys: Keys, length: int, words: CountTable) -> Mask:
    """Tell which places are part of a known word of `length` characters."""
    covered = np.zeros(len(places), dtype=bool)
    for step in range(length):
        ends = np.minimum(places + step, len(keys) - 1)
        covered |= words.look_up(keys[ends]) > 0
    return covered


@dataclass(frozen=True, slots=True, eq=False)
class _Repeats:
    """How often the n-grams of a text occur in it, counted in buckets.

    With 16 buckets to a character, strangers seldom meet; a text of more than a million characters has fewer.
    """

    buckets: Integers
    times: Integers

    def again(self, places: Integers) -> Integers:
        """Return how often the n-gram that ends at each place comes again; a place may lie after the end."""
        return self.times[self.buckets[np.minimum(places, len(self.buckets) - 1)]] - 1


def _repeats(keys: Keys) -> _Repeats:
    bits = min(_MOST_BUCKET_BITS, max(10, int(len(keys) * 16).bit_length()))
    buckets = ((keys * np.uint64(0x9FB21C651E98DF25)) >> np.uint64(64 - bits)).astype(np.int64)
    return _Repeats(buckets, np.bincount(buckets, minlength=1 << bits))


def _surroundings(bits: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Return the mean bits of the text around each place: some passages are full of names."""
    sums = np.concatenate([[0.0], np.cumsum(bits, dtype=np.float64)])
    places = np.arange(len(bits))
    first, last = np.maximum(places - _AROUND, 0), np.minimum(places + _AROUND + 1, len(bits))
    means: npt.NDArray[np.float64] = (sums[last] - sums[first]) / (last - first)
    return means


def describe(scan: Scan, edits: Edits) -> Matrix:
    """Return what tells slips from rare words: one row per edit, one column per name in `WEIGHTS`."""
    bits, place = scan.bits, edits.place
    last = len(bits) - 1
    pairs = _repeats(scan.keys[1])
    cost = [bits[np.minimum(place + step, last)] for step in range(ORDER)]
    occurrences = np.bincount(scan.codes.astype(np.int64), minlength=0x10000)
    columns = [
        edits.saved,
        _surroundings(bits)[place],
        sum(cost),
        cost[1],
        cost[2],
        edits.words == 2,
        edits.words == 3,
        edits.words >= 4,
        pairs.again(place) > 0,
        pairs.again(place + 1) > 0,
        np.log1p(occurrences[scan.codes[place].astype(np.int64)] - 1.0),
        np.ones(len(place)),
    ]
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


# What the columns of `describe` are, and what each adds to the doubt (natural logarithm of the odds) for a
# substitution, deletion, transposition and insertion. Fitted by logistic regression on documents that the
# model had not counted: slips put into them against all that `doubtful_places` lets through of them as they
# are. `python -m benchmarks.suspect_weights` prints this table; it makes deletions and insertions rarer.
WEIGHTS: dict[str, tuple[float, float, float, float]] = {
    "bits saved": (0.282, 0.353, 0.427, 0.237),
    "bits of the surroundings": (-0.201, -0.093, 0.138, -0.181),
    "bits printed": (-0.079, -0.092, -0.091, -0.030),
    "bits of the next character": (0.019, 0.042, 0.001, -0.038),
    "bits of the second next": (0.032, 0.066, 0.108, 0.010),
    "makes a word of two": (1.072, 2.244, 2.137, 1.055),
    "makes a word of three": (1.189, 2.320, 1.863, 1.760),
    "makes a word of four": (2.466, 2.899, 4.822, 3.877),
    "the pair with the left character comes again": (-0.920, -2.014, -0.608, -1.036),
    "the pair with the right character comes again": (-0.571, -1.235, -0.430, 0.388),
    "logarithm of the character's other occurrences": (-0.319, -0.506, 0.114, 0.322),
    "constant": (-0.516, -6.229, -3.326, -4.292),
}
# Doubt from which on a place is reported; set for 1.1 to 1.4 places per 1,000 characters of clean text.
THRESHOLD = 0.4
# Suspects nearer to each other than this are one: the more doubtful place stands for both.
_APART = 3
_REASONS = {
    Kind.SUBSTITUTION: "unlikely here; another character would fit",
    Kind.DELETION: "unlikely here; the text reads well without it",
    Kind.TRANSPOSITION: "unlikely here; the two characters may have changed places",
    Kind.INSERTION: "unlikely after the character before it; one may be missing between them",
}


def find_slips(model: CharacterModel, text: str) -> tuple[Finding, ...]:
    """Return the places of `text` that may be slips, in order; spans do not overlap."""
    scan = model.scan(text)
    places = doubtful_places(model, scan)
    if not len(places):
        return ()
    edits = best_edits(model, scan.codes, places, han_codes())
    weights = np.array(list(WEIGHTS.values()))
    doubt = np.einsum("ij,ji->i", describe(scan, edits), weights[:, edits.kind])
    rows = np.flatnonzero(doubt >= THRESHOLD)
    chosen: list[int] = []
    taken: set[int] = set()
    for row in rows[np.lexsort((rows, -doubt[rows]))].tolist():
        place = int(edits.place[row])
        if place not in taken:
            chosen.append(row)
            taken.update(range(place - _APART + 1, place + _APART))
    return tuple(_finding(text, edits, row, float(doubt[row])) for row in sorted(chosen))


def _finding(text: str, edits: Edits, row: int, doubt: float) -> Finding:
    # The scan has a line break before the text.
    start = int(edits.place[row]) - 1
    kind = Kind(int(edits.kind[row]))
    written = chr(int(edits.code[row]))
    if kind is Kind.SUBSTITUTION:
        return Finding(start, start + 1, written, kind, doubt)
    if kind is Kind.DELETION:
        return Finding(start, start + 1, "", kind, doubt)
    if kind is Kind.INSERTION:
        return Finding(start, start + 1, written + text[start], kind, doubt)
    return Finding(start, start + 2, text[start + 1] + text[start], kind, doubt)


def statistical_suspects(
    cleaned: Cleaned, model: CharacterModel, rules: CleaningRules
) -> tuple[Suspect, ...]:
    """Return the doubted spans of a cleaned text, in reading order; the text itself is never changed.

    What a correction wrote, and what stands in a known term, is not doubted. `score` is the logarithm of the
    odds of a slip.
    """
    starts = np.array([correction.start for correction in cleaned.corrections], dtype=np.int64)
    ends = np.array([correction.end for correction in cleaned.corrections], dtype=np.int64)
    suspects = []
    for finding in find_slips(model, cleaned.text):
        if bool(((starts < finding.end) & (ends > finding.start)).any()):
            continue
        if next(rules.lexicon.covering(cleaned.text, finding.start, finding.end), None) is not None:
            continue
        raw_start, raw_end = raw_span(cleaned, finding.start, finding.end)
        suspects.append(
            Suspect(
                raw_start, raw_end, cleaned.text[finding.start : finding.end], finding.suggestion,
                _REASONS[finding.kind], DETECTOR, round(finding.doubt, 1), finding.start, finding.end,
            )
        )  # fmt: skip
    return tuple(suspects)
