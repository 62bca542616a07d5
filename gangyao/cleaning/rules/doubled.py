"""Words and characters printed twice: `经济经济`, `推进进`.

Doubling alone proves nothing: 成都都市圈, 中国国际 and 饮用水水源 are right, and recognition also writes
one word over another (`就业就业` for 共享就业). So a repetition is removed only where that restores a known
term that the print does not show; otherwise it is a suspect where it is likely that it was printed twice:
where the
text reads much better without it, and dictionary words do not account for both copies (控股|股东).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel, extended_keys, fold_codes
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
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
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    sites = [site for site in doubled_sites(scan, model) if not _stands(lexicon, site)]
    for site, probability in zip(sites, _probabilities(sites, model), strict=True):
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
    sites = [_site(scan.text, start, length) for start, length in _repetitions(scan)]
    gains = _gains(sites, model)
    return [replace(site, gain=gain) for site, gain in zip(sites, gains, strict=True) if gain >= LEAST_GAIN]


def site_features(sites: Sequence[Site], model: CharacterModel) -> npt.NDArray[np.float64]:
    """Return a row of `FEATURES` for each doubling."""
    rows = []
    for site in sites:
        printed = site.left + 2 * site.word + site.right
        seam, size = len(site.left) + len(site.word), len(site.word)
        longest = range(max(2, size), _LONGEST_WORD + 1)
        left = _word_frequency([printed[max(0, seam - length) : seam] for length in longest], model)
        right = _word_frequency([printed[seam : seam + length] for length in longest], model)
        across = _word_frequency(
            [
                printed[first:last]
                for first in range(max(0, seam - _LONGEST_WORD + 1), seam)
                for last in range(seam + 1, first + _LONGEST_WORD + 1)
            ],
            model,
        )
        both = left > 0 and right > 0
        rows.append(
            [
                min(site.gain, _MOST_GAIN),
                size > 1,
                both,
                np.log1p(min(left, right)),
                (left > 0) != (right > 0),
                np.log1p(across),
            ]
        )
    return np.array(rows, dtype=np.float64).reshape(-1, len(FEATURES))


def _probabilities(sites: Sequence[Site], model: CharacterModel) -> list[float]:
    """Return for each doubling how likely it is that one copy is too many."""
    odds = site_features(sites, model) @ _weights()[:-1] + _weights()[-1]
    probabilities: list[float] = (1 / (1 + np.exp(-odds))).tolist()
    return probabilities


@lru_cache(maxsize=1)
def _weights() -> npt.NDArray[np.float64]:
    """Load the weights of `FEATURES` and the constant, which `training.doubled_weights` fits."""
    stored = json.loads((resources.files("gangyao.models") / "doubled_weights.json").read_text("utf-8"))
    return np.array([stored["weights"][name] for name in (*FEATURES, "constant")])


def _word_frequency(strings: Sequence[str], model: CharacterModel) -> float:
    """Return how often the most frequent of some strings is counted as a dictionary word."""
    words = [string for string in strings if 2 <= len(string) <= _LONGEST_WORD]
    keys = []
    for word in words:
        codes = fold_codes(word, model.fold)
        key = codes[:1]
        for place in range(1, len(codes)):
            key = extended_keys(key, codes[place : place + 1])
        keys.append(key)
    return float(model.words.look_up(np.concatenate(keys)).max()) if keys else 0.0


def _is_figure(site: Site) -> bool:
    """Tell whether a word is said twice on purpose: 一代一代, or with another one: 轰轰烈烈."""
    if len(site.word) > 1:
        return site.word[0] == "一"
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
    reach = ORDER - 1
    single = [site.left[-reach:] + site.word + site.right[:reach] for site in sites]
    double = [site.left[-reach:] + 2 * site.word + site.right[:reach] for site in sites]
    costs = model.costs([*single, *double])
    gains: list[float] = (costs[len(sites) :] - costs[: len(sites)]).tolist()
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
    start = len(site.left)
    end = start + len(site.word)
    found = lexicon.covering(site.left + site.word + site.right, start, end)
    return any(first < start and end < last for first, last in found)


def _repetitions(scan: Scan) -> list[tuple[int, int]]:
    """Return (start, length) of each run of Han characters that is printed twice, the longest first."""
    points = scan.points
    han = (scan.kinds & np.uint32(Kind.HAN)) != 0
    found: list[tuple[int, int]] = []
    taken = -1
    candidates: list[tuple[int, int]] = []
    for length in range(1, _LONGEST + 1):
        if len(points) < 2 * length:
            break
        same: npt.NDArray[np.bool_] = (points[:-length] == points[length:]) & han[:-length] & han[length:]
        run = same[: len(same) - length + 1].copy()
        for step in range(1, length):
            run &= same[step : len(same) - length + 1 + step]
        candidates += [(start, length) for start in np.flatnonzero(run).tolist()]
    for start, length in sorted(candidates, key=lambda item: (item[0], -item[1])):
        # `ABABA` repeats at two places, `AAA` at two lengths: the first one stands for all.
        if start >= taken and not (length > 1 and len(set(scan.text[start : start + length])) == 1):
            found.append((start, length))
            taken = start + 2 * length - 1
    return found
