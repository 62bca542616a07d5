"""Words and characters printed twice: `经济经济`, `推进进`.

Doubling alone proves nothing: 成都都市圈, 中国国际 and 饮用水水源 are right, and recognition also writes
one word over another (`就业就业` for 共享就业). So a repetition is removed only where that restores a known
term that the print does not show; otherwise, where the text reads much better without it, it is a suspect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.cleaning.term_index import Lexicon
from gangyao.document.ledger import Edit, Grounds, drop_overlapping

_GROUNDS = Grounds("doubling", "doubled", "a word printed twice inside a known term", "lexicon")
_LONGEST = 8
_REACH = 12
# Bits that a doubling must cost, beyond what the text costs without it, to be doubted. A single character is
# doubled by chance more often (人人, 层层, and where two words meet).
_COSTLY_CHARACTER = 7.5
_COSTLY_WORD = 10.0


@dataclass(frozen=True, slots=True)
class _Site:
    """A doubling at `start`:`end` with what stands on either side of it in its line."""

    start: int
    end: int
    left: str
    word: str
    right: str


def find_doubled(scan: Scan, lexicon: Lexicon, model: CharacterModel) -> Findings:
    """Repair doublings that break a known term; doubt the others that read badly."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    sites = [_site(scan.text, start, length) for start, length in _repetitions(scan)]
    for site, gain in zip(sites, _gains(sites, model), strict=True):
        length = len(site.word)
        if gain < (_COSTLY_CHARACTER if length == 1 else _COSTLY_WORD) or _stands(lexicon, site):
            continue
        if _restores(lexicon, site):
            edits.append(Edit(site.start, site.end, site.word, _GROUNDS))
        else:
            reason = "a character printed twice" if length == 1 else "a word printed twice"
            doubts.append(Doubt(site.start, site.end, site.word, reason, "doubled", round(gain, 1)))
    # In AAA two places overlap; taking one A out repairs both.
    return Findings(drop_overlapping(edits), doubts)


def _site(text: str, start: int, length: int) -> _Site:
    end = start + 2 * length
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    stop = text.find("\n", end)
    last = min(stop if stop >= 0 else len(text), end + _REACH)
    return _Site(start, end, text[first:start], text[start : start + length], text[end:last])


def _gains(sites: Sequence[_Site], model: CharacterModel) -> list[float]:
    """Return the bits that each text saves when the word stands once."""
    reach = ORDER - 1
    single = [site.left[-reach:] + site.word + site.right[:reach] for site in sites]
    double = [site.left[-reach:] + 2 * site.word + site.right[:reach] for site in sites]
    costs = model.costs([*single, *double])
    gains: list[float] = (costs[len(sites) :] - costs[: len(sites)]).tolist()
    return gains


def _stands(lexicon: Lexicon, site: _Site) -> bool:
    """Tell whether a known term is printed across the seam (成都都市圈)."""
    seam = len(site.left) + len(site.word)
    window = site.left + 2 * site.word + site.right
    return any(True for _ in lexicon.covering(window, seam - 1, seam + 1))


def _restores(lexicon: Lexicon, site: _Site) -> bool:
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
