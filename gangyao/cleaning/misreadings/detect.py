"""Places where the text is improbable and a small edit would make it probable.

A noisy channel (Kernighan, Church and Gale 1990) weighed by a small network: places are looked at where
characters are dear and hardly part of known words or of what the document repeats; for each of them the best
edit of each kind is weighed by what it saves, the words that it makes, whether the document prints the same
elsewhere, and whether what stands there looks or sounds like what would stand there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.code_points import code_points
from gangyao.cleaning.misreadings.allowance import LEAST_ODDS, within_allowance
from gangyao.cleaning.misreadings.candidates import (
    HAN,
    Documents,
    doubtful_places,
    odd_places,
    scan_document,
    scan_documents,
    weigh,
)
from gangyao.cleaning.misreadings.cloze_network import ClozeNetwork
from gangyao.cleaning.misreadings.features import late_features
from gangyao.cleaning.misreadings.proposals import propose
from gangyao.cleaning.misreadings.report_cuts import load_report_cuts
from gangyao.cleaning.misreadings.rescoring import (
    CloserWeights,
    likely_gaps,
    load_closer_weights,
    look_closer,
)
from gangyao.cleaning.misreadings.shortlist import Kind
from gangyao.cleaning.misreadings.weighing import WeighedEdits, weigh_edits
from gangyao.cleaning.misreadings.weights import Weights, load_weights
from gangyao.document.changes import Cleaned, Suspect
from gangyao.document.ledger import raw_span

if TYPE_CHECKING:
    from gangyao.cleaning.rule_tables import CleaningRules

Integers = npt.NDArray[np.int64]

DETECTOR = "statistics"
CLOSER_DETECTOR = "cloze"
# The numerals of sums of money: rare wherever they stand, and right.
_OF_SUMS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
# The rest of a name and an office in brackets, and what stands before a name.
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{0,3}[（(][^（()）\n]{0,28}(?:长|书记|主任|主席|委员|经理|秘书|干事|教授|院士|主编|记者|代表|组员|成员|副职)[）)]"
)
_NAME_BEFORE = re.compile(r"(?:^|[\n：:、，；\s])[\u4e00-\u9fff]{0,3}$")
_REACH_OF_NAME = 5
# Suspects nearer to each other than this are one: the more doubtful place stands for both.
_APART = 3
# Code points that are searched at once: one call for documents of 15,000 costs a quarter more per code point
# than one for six of them, and one for 18 a sixth, since more of what is read again has left the caches.
_AT_ONCE = 80_000
_REASONS = {
    Kind.SUBSTITUTION: "{written} would fit here better than {printed}",
    Kind.DELETION: "the text reads better without {printed}",
    Kind.TRANSPOSITION: "{printed} may be {written} in the wrong order",
    Kind.INSERTION: "{written} may stand here for {printed}: a character seems to be missing",
}
_LIKELY = "; {percent} % likely a slip, {judge}"
_JUDGES = {
    DETECTOR: "by what official texts print",
    CLOSER_DETECTOR: "by what official texts print and a network that reads on both sides",
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


def find_slips(model: CharacterModel, text: str, threshold: float = LEAST_ODDS) -> tuple[Finding, ...]:
    """Return the places of `text` that may be slips, from a logarithm of odds on, in order, none overlapping.

    What would hardly reach `LEAST_ODDS` is not weighed in full (`report_cuts.py`).
    """
    return find_slips_in_each(model, [text], threshold)[0]


def find_slips_in_each(
    model: CharacterModel, texts: Sequence[str], threshold: float = LEAST_ODDS
) -> list[tuple[Finding, ...]]:
    """Return what `find_slips` does of each text; texts that are read at once cost less than one by one."""
    weights, cuts = load_weights(), load_report_cuts()
    documents = scan_documents(model, texts)
    odd = odd_places(documents, weights)
    odd = odd.pick(cuts.early.weigh(odd.features) >= 0)
    places = doubtful_places(documents, weights, odd)
    proposals = propose(documents, places)
    kept = cuts.late.weigh(late_features(documents, places, proposals)) >= 0
    weighed = weigh_edits(documents, places.pick(kept), proposals.pick(kept), weights)
    return _findings(documents, texts, weighed, threshold)


def find_all_slips(
    model: CharacterModel, text: str, weights: Weights, threshold: float = LEAST_ODDS
) -> tuple[Finding, ...]:
    """Return what `find_slips` does, without the cuts that save time: what those are fitted to."""
    documents = scan_document(model, text)
    places = doubtful_places(documents, weights, odd_places(documents, weights))
    proposals = propose(documents, places)
    weighed = weigh_edits(documents, places, proposals, weights)
    return _findings(documents, [text], weighed, threshold)[0]


def find_slips_closely(
    model: CharacterModel,
    network: ClozeNetwork,
    text: str,
    weights: CloserWeights | None = None,
    threshold: float = LEAST_ODDS,
) -> tuple[Finding, ...]:
    """Return what `find_slips` does, with a closer look at the doubtful places, and characters left out."""
    closer = load_closer_weights() if weights is None else weights
    documents = scan_document(model, text)
    characters, gaps = look_closer(network, documents, load_weights(), closer.gap_cut)
    gaps = likely_gaps(network, documents, gaps, closer.gaps)
    weighed = WeighedEdits(
        np.concatenate([characters.place, gaps.place]),
        np.concatenate([characters.kind, np.full(len(gaps.place), Kind.INSERTION)]),
        np.concatenate([characters.code, gaps.code]),
        np.concatenate(
            [weigh(characters.features, closer.characters), weigh(gaps.features, closer.gaps_again)]
        ),
    )
    return _findings(documents, [text], weighed, threshold)[0]


def _findings(
    documents: Documents, texts: Sequence[str], edits: WeighedEdits, threshold: float
) -> list[tuple[Finding, ...]]:
    """Return of each text the edits from a threshold on, the likeliest of those that are near, in order."""
    rows = np.flatnonzero(edits.odds >= threshold)
    chosen: list[int] = []
    taken: set[int] = set()
    for row in rows[np.lexsort((rows, -edits.odds[rows]))].tolist():
        place = int(edits.place[row])
        if place not in taken:
            chosen.append(row)
            taken.update(range(place - _APART + 1, place + _APART))
    chosen.sort(key=lambda row: int(edits.place[row]))
    found: list[list[Finding]] = [[] for _ in texts]
    for row, number in zip(chosen, documents.number(edits.place[chosen]).tolist(), strict=True):
        # Before each text stands a line break.
        start = int(edits.place[row] - documents.starts[number]) - 1
        written = chr(int(edits.code[row]))
        kind, odds = Kind(int(edits.kind[row])), float(edits.odds[row])
        if texts[number][start] not in _OF_SUMS:
            found[number].append(_finding(texts[number], start, kind, written, odds))
    return [tuple(findings) for findings in found]


def _finding(text: str, start: int, kind: Kind, written: str, doubt: float) -> Finding:
    if kind is Kind.SUBSTITUTION:
        return Finding(start, start + 1, written, kind, doubt)
    if kind is Kind.DELETION:
        return Finding(start, start + 1, "", kind, doubt)
    if kind is Kind.INSERTION:
        return Finding(start, start + 1, written + text[start], kind, doubt)
    return Finding(start, start + 2, text[start + 1] + text[start], kind, doubt)


def statistical_suspects(
    cleaned: Cleaned, rules: CleaningRules, network: ClozeNetwork | None = None
) -> tuple[Suspect, ...]:
    """Return the doubted spans of a cleaned text, in reading order; the text itself is never changed.

    Where there is a `network`, it takes a closer look. What a correction wrote, and what stands in a known
    term or name, is not doubted. The likeliest are returned, as many as the allowance of the document bears
    (`allowance.py`); `score` is the probability of a slip.
    """
    return statistical_suspects_of_each([cleaned], rules, network)[0]


def statistical_suspects_of_each(
    cleaned: Sequence[Cleaned], rules: CleaningRules, network: ClozeNetwork | None = None
) -> list[tuple[Suspect, ...]]:
    """Return what `statistical_suspects` does of each text; without a network, they are searched at once."""
    texts = [one.text for one in cleaned]
    if network is None:
        found = [findings for few in _at_once(texts) for findings in find_slips_in_each(rules.official, few)]
        detector = DETECTOR
    else:
        found = [find_slips_closely(rules.official, network, text) for text in texts]
        detector = CLOSER_DETECTOR
    return [_reported(one, findings, rules, detector) for one, findings in zip(cleaned, found, strict=True)]


def _at_once(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut texts into runs that are searched at once, each of at least one text."""
    first = reached = 0
    for number, text in enumerate(texts, start=1):
        reached += len(text)
        if reached >= _AT_ONCE or number == len(texts):
            yield texts[first:number]
            first, reached = number, 0


def _reported(
    cleaned: Cleaned, found: Sequence[Finding], rules: CleaningRules, detector: str
) -> tuple[Suspect, ...]:
    text = cleaned.text
    corrected = _corrected(cleaned, found)

    def is_open(index: int) -> bool:
        start, end = found[index].start, found[index].end
        return not (
            corrected[index]
            or next(rules.lexicon.covering(text, start, end), None) is not None
            or rules.places.excuse(text, start, end)
            or _is_in_person(text, start, end)
        )

    certain = [suspect.score for suspect in cleaned.suspects if suspect.score is not None]
    reported = within_allowance([finding.doubt for finding in found], _count_han(text), certain, is_open)
    return tuple(_suspect(cleaned, found[index], detector) for index in sorted(reported))


def _is_in_person(text: str, start: int, end: int) -> bool:
    """Tell whether a span lies in the name of somebody whose office follows: 周小兰（县气象局局长）."""
    behind = _OFFICE.match(text, end)
    return (
        behind is not None and _NAME_BEFORE.search(text[max(0, start - _REACH_OF_NAME) : start]) is not None
    )


def _corrected(cleaned: Cleaned, found: Sequence[Finding]) -> list[bool]:
    """Tell of each finding whether a correction wrote some of it; corrections are in order."""
    starts = np.array([correction.start for correction in cleaned.corrections], dtype=np.int64)
    ends = np.array([0, *(correction.end for correction in cleaned.corrections)], dtype=np.int64)
    before = np.searchsorted(starts, [finding.end for finding in found])
    last: list[int] = np.maximum.accumulate(ends)[before].tolist()
    return [end > finding.start for end, finding in zip(last, found, strict=True)]


def _count_han(text: str) -> int:
    points = code_points(text)
    return int(np.count_nonzero(HAN[np.minimum(points, len(HAN) - 1)]))


def _suspect(cleaned: Cleaned, finding: Finding, detector: str) -> Suspect:
    raw_start, raw_end = raw_span(cleaned, finding.start, finding.end)
    printed = cleaned.text[finding.start : finding.end]
    return Suspect(
        raw_start, raw_end, printed, finding.suggestion, _reason(finding, printed, detector), detector,
        round(finding.probability, 2), finding.start, finding.end,
    )  # fmt: skip


def _reason(finding: Finding, printed: str, detector: str) -> str:
    what = _REASONS[finding.kind].format(printed=printed, written=finding.suggestion)
    return what + _LIKELY.format(percent=round(100 * finding.probability), judge=_JUDGES[detector])
