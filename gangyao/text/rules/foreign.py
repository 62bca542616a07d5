"""Stray letters of other scripts in Chinese text: Hangul, kana, Thai, Cyrillic, Latin with diacritics.

Optical character recognition writes one where it did not make out a Chinese character, most often a particle,
or where dirt stood. Language statistics decide which; what they leave open is a suspect. Foreign words that
belong to the text stay: a word of three letters and more, letters beside Latin letters, a name in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Doubt, Findings
from gangyao.text.ledger import Edit, Grounds
from gangyao.text.pairs import are_attested
from gangyao.text.particles.features import CLASSES
from gangyao.text.particles.model import ParticleModel
from gangyao.text.statistics.model import CharacterModel

# U+FFFD stands for a lost character; private use characters for a glyph of an unknown font.
_RANGES = (
    (0x00C0, 0x00D6), (0x00D8, 0x00F6), (0x00F8, 0x024F), (0x1E00, 0x1EFF),  # Latin with diacritics
    (0x0400, 0x052F), (0x0530, 0x07FF), (0x0900, 0x0E7F), (0x0E80, 0x10FF),  # Cyrillic to Georgian, Thai
    (0x1100, 0x115E), (0x1161, 0x11FF), (0x1200, 0x167F), (0x1780, 0x17B3), (0x17B6, 0x17FF),
    (0x3041, 0x30FA), (0x30FC, 0x3163), (0x3165, 0x318F), (0x31A0, 0x31BF), (0x31F0, 0x31FF),  # kana, jamo
    (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FB), (0xE000, 0xF8FF),  # Hangul, private use
    (0xFF66, 0xFF9F), (0xFFA1, 0xFFDC), (0xFFFD, 0xFFFD),
)  # fmt: skip
FOREIGN = frozenset(point for first, last in _RANGES for point in range(first, last + 1))

# Characters of the line on either side that the particle model may look at.
_REACH = 16
_WORD = 3
_OPENING, _CLOSING = frozenset("(（[［【〔"), frozenset(")）]］】〕")
# Letters that mean 的: recognition that knows several languages writes them for it.
_MEANS_OF = frozenset("의の")

# Log odds, set on held-out documents for a cost that puts one wrong silent change at many suspects.
# `_OF_PRIOR`: by far the most common particle is also the one that recognition loses most. `_LEFT_SPACE`:
# recognition leaves white space beside a letter that it wrote for a character, seldom beside dirt. A particle
# must be `_SURE_PARTICLE` likelier than nothing and `_SURE_WHICH` likelier than the next (的, which is
# seldom confused, `_SURE_OF`); nothing must be `_SURE_NOTHING` likelier than the best particle.
_OF_PRIOR = 0.5
_OF_BY_MEANING = 0.5
_LEFT_SPACE = 1.0
_SURE_PARTICLE = 0.5
_SURE_NOTHING = 3.0
_SURE_WHICH = 3.0
_SURE_OF = 2.2
# Bits by which the character of the same shape must beat everything else.
_SURE_SHAPE = 6.0

_PARTICLE = Grounds("stray_script", "foreign", "a foreign letter where language statistics read a particle")
_LOOKALIKE = Grounds("stray_script", "foreign", "a foreign letter in place of the character of its shape")
_DELETED = Grounds("stray_script", "foreign", "a foreign letter between characters that belong together")
_LOST = "\ufffd"
_REASON = "a letter of another script in Chinese text"
_OF = CLASSES.index("的")


@dataclass(frozen=True, slots=True)
class _Stray:
    """A stray letter with the white space that recognition left around it, and what stands beside it."""

    start: int
    end: int
    printed: str
    left: str
    right: str


def find_foreign(
    scan: Scan, particles: ParticleModel, lookalikes: Mapping[str, str], model: CharacterModel
) -> Findings:
    """Replace or delete stray letters where that is decided; doubt the others."""
    strays = [_stray(scan.text, *run) for run in scan.runs(Kind.FOREIGN) if not _belongs(scan, *run)]
    # Two letters with only white space between them are one stray.
    strays = [
        stray for index, stray in enumerate(strays) if not index or strays[index - 1].end <= stray.start
    ]
    if not strays:
        return Findings()
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    gaps = [(stray.left, stray.right) for stray in strays]
    for stray, scores in zip(strays, particles.scores(gaps, model), strict=True):
        shape = lookalikes.get(stray.printed)
        if shape and _fits(stray, shape, scores, model):
            edits.append(Edit(stray.start, stray.end, shape, _LOOKALIKE))
            continue
        weighed = scores.copy()
        weighed[_OF] += _OF_PRIOR + (_OF_BY_MEANING if stray.printed in _MEANS_OF else 0.0)
        if stray.end - stray.start > len(stray.printed):
            weighed[0] -= _LEFT_SPACE
        second, best = (int(index) for index in np.argsort(weighed[1:], kind="stable")[-2:] + 1)
        odds = float(weighed[best] - weighed[0])
        before, after = stray.left[-1:], stray.right[:1]
        reads = are_attested([before + CLASSES[best], CLASSES[best] + after, before + after], model)
        sure = weighed[best] - weighed[second] > (_SURE_OF if best == _OF else _SURE_WHICH)
        # U+FFFD is a character that was lost, not misread; and what reads like nothing known is open too.
        lost = _LOST in stray.printed
        if not lost and odds > _SURE_PARTICLE and sure and reads[0] and reads[1]:
            edits.append(Edit(stray.start, stray.end, CLASSES[best], _PARTICLE))
        elif odds < -_SURE_NOTHING and reads[2] and not lost:
            edits.append(Edit(stray.start, stray.end, "", _DELETED))
        else:
            suggestion = CLASSES[best] if odds > 0 or lost else ""
            doubts.append(Doubt(stray.start, stray.end, suggestion, _REASON, "foreign", abs(round(odds, 1))))
    return Findings(edits, doubts)


def _fits(stray: _Stray, shape: str, scores: npt.NDArray[np.float64], model: CharacterModel) -> bool:
    """Tell whether the character of the same shape reads better than any particle and than nothing."""
    best = CLASSES[int(np.argmax(scores))]
    costs = model.replacement_costs(stray.left, [shape, best, ""], stray.right)
    return float(costs[0]) + _SURE_SHAPE < min(float(costs[1]), float(costs[2]))


def _belongs(scan: Scan, start: int, end: int) -> bool:
    """Tell whether the letters are a foreign word of the text."""
    text = scan.text
    if scan.at(start - 1) & Kind.LETTER or scan.at(end) & Kind.LETTER:
        return True
    if end - start >= _WORD:
        return True
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING


def _stray(text: str, start: int, end: int) -> _Stray:
    printed = text[start:end]
    while start > 0 and text[start - 1] in " \u3000":
        start -= 1
    while end < len(text) and text[end] in " \u3000":
        end += 1
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    right = text[end : stop if stop >= 0 else len(text)]
    return _Stray(start, end, printed, text[line:start][-_REACH:], right[:_REACH])
