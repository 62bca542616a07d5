"""Words and characters printed twice: `经济经济`, `推进进`.

Doubling alone proves nothing: 成都都市圈, 中国国际 and 饮用水水源 are right, and recognition also writes
one word over another (`就业就业` for 共享就业). So a repetition is removed only where that restores a known
term that the print does not show; otherwise it is a suspect where it is likely that it was printed twice:
where the
text reads much better without it, and dictionary words do not account for both copies (控股|股东).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import islice

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel, extended_keys, fold_codes
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.cleaning.term_index import Lexicon
from gangyao.document.ledger import Edit, Grounds, drop_overlapping

_GROUNDS = Grounds("doubling", "doubled", "a word printed twice inside a known term", "lexicon")
_LONGEST = 8
_REACH = 12
# Bits from which on a doubling is weighed at all.
LEAST_GAIN = 3.0
# More bits say no more.
_MOST_GAIN = 30.0
# Probability from which on a doubling is reported: 6 in 100,000 characters of clean text, and 97 of 100
# planted ones.
_REPORTED = 0.12
_LONGEST_WORD = 4
# What slogans count: “十十百千”工程.
_COUNTS = frozenset("一二三四五六七八九十百千万")
# 全区|区级, 东山区|区长: a level of government after the name of such.
_LEVELS, _OF_LEVEL = frozenset("省市县区乡镇村州"), frozenset("长委级界直管域属")

#: What `models/doubled_weights.json` weighs; see `site_features`.
FEATURES = (
    "bits saved by one copy",
    "a word is doubled",
    "dictionary words account for both copies",
    "frequency of the rarer of the two",
    "a dictionary word accounts for one copy",
    "frequency of a dictionary word across the seam",
)


@dataclass(frozen=True, slots=True)
class Site:
    """A doubling at `start`:`end` with what stands on either side of it in its line.

    `gain` are the bits that the text saves when the word stands once.
    """

    start: int
    end: int
    left: str
    word: str
    right: str
    gain: float = 0.0


def find_doubled(scan: Scan, lexicon: Lexicon, model: CharacterModel) -> Findings:
    """Repair doublings that break a known term; doubt the others that are likely a slip."""
    return find_doubled_in_each([scan], lexicon, model)[0]


def find_doubled_in_each(scans: Sequence[Scan], lexicon: Lexicon, model: CharacterModel) -> list[Findings]:
    """Do the same in each of many texts: the model is asked once for the doublings of all of them."""
    sites = [
        [site for site in found if not _stands(lexicon, site)]
        for found in _doubled_sites_of_each(scans, model)
    ]
    probabilities = iter(_probabilities([site for found in sites for site in found], model))
    return [_judged(found, islice(probabilities, len(found)), lexicon) for found in sites]


def _judged(sites: Sequence[Site], probabilities: Iterable[float], lexicon: Lexicon) -> Findings:
    if not sites:
        return NOTHING
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for site, probability in zip(sites, probabilities, strict=True):
        if _restores(lexicon, site):
            edits.append(Edit(site.start, site.end, site.word, _GROUNDS))
        elif probability >= _REPORTED and not _is_figure(site):
            what = "a character" if len(site.word) == 1 else "a word"
            reason = f"{what} printed twice: {site.word} alone is likelier here"
            doubts.append(Doubt(site.start, site.end, site.word, reason, "doubled", round(probability, 2)))
    # In AAA two places overlap; taking one A out repairs both.
    return Findings(drop_overlapping(edits), doubts)


def doubled_sites(scan: Scan, model: CharacterModel) -> list[Site]:
    """Return the doublings without which the text reads better, with the bits that this saves."""
    return _doubled_sites_of_each([scan], model)[0]


def _doubled_sites_of_each(scans: Sequence[Scan], model: CharacterModel) -> list[list[Site]]:
    sites = [[_site(scan.text, start, length) for start, length in _repetitions(scan)] for scan in scans]
    gains = iter(_gains([site for found in sites for site in found], model))
    return [
        [
            Site(site.start, site.end, site.left, site.word, site.right, gain)
            for site, gain in zip(found, islice(gains, len(found)), strict=True)
            if gain >= LEAST_GAIN
        ]
        for found in sites
    ]


def site_features(sites: Sequence[Site], model: CharacterModel) -> npt.NDArray[np.float64]:
    """Return a row of `FEATURES` for each doubling."""
    # Looked up once for all, and once for a character that is printed a thousand times.
    seams = [_seam(site) for site in sites]
    words = {seam: _words_at_seam(*seam) for seam in dict.fromkeys(seams)}
    frequency = _word_frequencies(
        {word for groups in words.values() for group in groups for word in group}, model
    )
    best = {
        seam: tuple(max((frequency[word] for word in group), default=0.0) for group in groups)
        for seam, groups in words.items()
    }
    gains = np.array([site.gain for site in sites], dtype=np.float64)
    sizes = np.array([len(site.word) for site in sites], dtype=np.int64)
    left, right, across = np.array([best[seam] for seam in seams], dtype=np.float64).reshape(-1, 3).T
    return np.stack(
        [
            np.minimum(gains, _MOST_GAIN),
            sizes > 1,
            (left > 0) & (right > 0),
            np.log1p(np.minimum(left, right)),
            (left > 0) != (right > 0),
            np.log1p(across),
        ],
        axis=1,
    )


def _seam(site: Site) -> tuple[str, str, int]:
    """Return what stands before and after the seam of two copies, as far as words reach, and their size."""
    before, after = site.left + site.word, site.word + site.right
    return before[-_LONGEST_WORD:], after[:_LONGEST_WORD], len(site.word)


def _words_at_seam(before: str, after: str, size: int) -> tuple[list[str], list[str], list[str]]:
    """Return what may be words: those that end at the seam of the two copies, begin at it, or cross it."""
    left = [before[-length:] for length in range(max(2, size), len(before) + 1)]
    right = [after[:length] for length in range(max(2, size), len(after) + 1)]
    across = [
        before[-first:] + after[:last]
        for first in range(1, len(before) + 1)
        for last in range(1, min(len(after), _LONGEST_WORD - first) + 1)
    ]
    return left, right, across


def _probabilities(sites: Sequence[Site], model: CharacterModel) -> list[float]:
    """Return for each doubling how likely it is that one copy is too many."""
    if not sites:
        return []
    odds = site_features(sites, model) @ _weights()[:-1] + _weights()[-1]
    probabilities: list[float] = (1 / (1 + np.exp(-odds))).tolist()
    return probabilities


@lru_cache(maxsize=1)
def _weights() -> npt.NDArray[np.float64]:
    """Load the weights of `FEATURES` and the constant, which `training.doubled_weights` fits."""
    stored = json.loads((resources.files("gangyao.models") / "doubled_weights.json").read_text("utf-8"))
    return np.array([stored["weights"][name] for name in (*FEATURES, "constant")])


def _word_frequencies(words: Collection[str], model: CharacterModel) -> dict[str, float]:
    """Return how often each is counted as a dictionary word."""
    found: dict[str, float] = {}
    for length in range(2, _LONGEST_WORD + 1):
        group = [word for word in words if len(word) == length]
        codes = fold_codes("".join(group), model.fold).reshape(-1, length)
        keys = codes[:, 0]
        for column in range(1, length):
            keys = extended_keys(keys, codes[:, column])
        found.update(zip(group, model.words.look_up(keys).tolist(), strict=True))
    return found


def _is_figure(site: Site) -> bool:
    """Tell whether a word is said twice on purpose: 一代一代, or with another one: 轰轰烈烈."""
    if len(site.word) > 1:
        return site.word[0] == "一"
    if site.word in _COUNTS and site.word in (site.left[-1:], site.right[:1]):
        return True
    if site.word in _LEVELS and site.right[:1] in _OF_LEVEL:
        return True
    if site.word in _COUNTS and site.right[:1] in _COUNTS and site.left[-1:] == "“":
        return True
    return _is_one_pair(site.right) or _is_one_pair(site.left[::-1])


def _is_one_pair(text: str) -> bool:
    """Tell whether a text begins with a character twice, and not with another one twice after it."""
    return len(text) > 1 and text[0] == text[1] and not (len(text) > 3 and text[2] == text[3])


def _site(text: str, start: int, length: int) -> Site:
    end = start + 2 * length
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    stop = text.find("\n", end)
    last = min(stop if stop >= 0 else len(text), end + _REACH)
    return Site(start, end, text[first:start], text[start : start + length], text[end:last])


def _gains(sites: Sequence[Site], model: CharacterModel) -> list[float]:
    """Return the bits that each text saves when the word stands once."""
    if not sites:
        return []
    reach = ORDER - 1
    single = [site.left[-reach:] + site.word + site.right[:reach] for site in sites]
    double = [site.left[-reach:] + 2 * site.word + site.right[:reach] for site in sites]
    # A character printed a thousand times is weighed once.
    place = {text: number for number, text in enumerate(dict.fromkeys([*single, *double]))}
    costs = model.costs(list(place))
    gains: list[float] = (
        costs[[place[text] for text in double]] - costs[[place[text] for text in single]]
    ).tolist()
    return gains


def _stands(lexicon: Lexicon, site: Site) -> bool:
    """Tell whether a known term is printed across the seam (成都都市圈)."""
    seam = len(site.left) + len(site.word)
    window = site.left + 2 * site.word + site.right
    return any(True for _ in lexicon.covering(window, seam - 1, seam + 1))


def _restores(lexicon: Lexicon, site: Site) -> bool:
    """Tell whether one word less restores a term that reaches over it on both sides.

    A term on one side only is printed in full already, so it says nothing about the other copy.
    """
    if not (site.left and site.right):
        return False
    text, start = site.left + site.word + site.right, len(site.left)
    return any(True for _ in lexicon.covering(text, start - 1, start + len(site.word) + 1))


def _repetitions(scan: Scan) -> list[tuple[int, int]]:
    """Return (start, length) of each run of Han characters that is printed twice, the longest first."""
    points = scan.points
    other = (scan.kinds & np.uint32(Kind.HAN)) == 0
    # What is no Han character equals nothing behind it.
    left, right = points.copy(), points.copy()
    left[other], right[other] = 0, 1
    found: list[tuple[int, int]] = []
    taken = -1
    candidates: list[tuple[int, int]] = []
    for length in range(1, _LONGEST + 1):
        if len(points) < 2 * length:
            break
        # Where a character stands again, and so many of them in a row.
        again = np.flatnonzero(left[:-length] == right[length:])
        last = again[length - 1 :]
        starts = again[: len(last)]
        starts = starts[last - starts == length - 1]
        candidates += [
            (start, length)
            for start in starts.tolist()
            # A word of one character again and again is that character, twice.
            if length == 1 or len(set(scan.text[start : start + length])) > 1
        ]
    for start, length in sorted(candidates, key=lambda item: (item[0], -item[1])):
        # `ABABA` repeats at two places, `AAA` at two lengths: the first one stands for all.
        if start >= taken:
            found.append((start, length))
            taken = start + 2 * length - 1
    return found
