"""Stray letters of other scripts in Chinese text: Hangul, kana, Thai, Cyrillic, Latin with diacritics.

Optical character recognition writes one where it did not make out a Chinese character, most often a particle,
or where dirt stood. Language statistics decide which; what they leave open is a suspect. Foreign words that
belong to the text stay: a word of three letters and more, letters beside Latin letters, a name in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gangyao.text.characters import Kind, Scan
from gangyao.text.findings import Doubt, Findings
from gangyao.text.ledger import Edit, Grounds
from gangyao.text.statistics.model import CharacterModel

# U+FFFD stands for a lost character; private use characters for a glyph of an unknown font.
FOREIGN = frozenset(
    [*range(0x00C0, 0x00D7), *range(0x00D8, 0x00F7), *range(0x00F8, 0x0250), *range(0x1E00, 0x1F00)]
    + [*range(0x0400, 0x0530), *range(0x0530, 0x0800), *range(0x0900, 0x0E80), *range(0x0E80, 0x1100)]
    + [*range(0x1100, 0x1200), *range(0x1200, 0x1680), *range(0x1780, 0x1800), *range(0x3041, 0x30FB)]
    + [*range(0x30FC, 0x3164), *range(0x3165, 0x3190), *range(0x31A0, 0x31C0), *range(0x31F0, 0x3200)]
    + [*range(0xA000, 0xA4D0), *range(0xA960, 0xA980), *range(0xAC00, 0xD7FC), *range(0xE000, 0xF900)]
    + [*range(0xFF66, 0xFFA0), *range(0xFFA1, 0xFFDD), 0xFFFD]
) - frozenset(range(0x115F, 0x1161))

_REACH = 8
_WORD = 3
_PARTICLE_MARGIN = 4.0
_PLAUSIBLE = 24.0
_OPENING, _CLOSING = frozenset("(（[［【〔"), frozenset(")）]］】〕")

_PARTICLE = Grounds("stray_script", "foreign", "a foreign letter where language statistics read a particle")
_LOOKALIKE = Grounds("stray_script", "foreign", "a foreign letter in place of the character of its shape")
_DELETED = Grounds("stray_script", "foreign", "a foreign letter between characters that belong together")


def find_foreign(
    scan: Scan, particles: Sequence[str], lookalikes: Mapping[str, str], model: CharacterModel
) -> Findings:
    """Replace or delete stray letters where that is decided; doubt the others."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for start, end in scan.runs(Kind.FOREIGN):
        if _belongs(scan, start, end):
            continue
        _decide(scan.text, start, end, particles, lookalikes, model, edits, doubts)
    return Findings(edits, doubts)


def _belongs(scan: Scan, start: int, end: int) -> bool:
    """Tell whether the letters are a foreign word of the text."""
    text = scan.text
    if scan.at(start - 1) & Kind.LETTER or scan.at(end) & Kind.LETTER:
        return True
    if end - start >= _WORD:
        return True
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING


def _decide(
    text: str, start: int, end: int, particles: Sequence[str], lookalikes: Mapping[str, str],
    model: CharacterModel, edits: list[Edit], doubts: list[Doubt],
) -> None:  # fmt: skip
    # The spaces that recognition left around the letter go with it.
    while start > 0 and text[start - 1] in " \u3000":
        start -= 1
    while end < len(text) and text[end] in " \u3000":
        end += 1
    if edits and edits[-1].end > start:
        return
    left = text[text.rfind("\n", 0, start) + 1 : start][-_REACH:]
    stop = text.find("\n", end)
    right = text[end : stop if stop >= 0 else len(text)][:_REACH]
    printed = text[start:end].strip()
    same_shape = lookalikes.get(printed)
    candidates = ["", *particles]
    if same_shape:
        candidates.append(same_shape)
    costs = model.replacement_costs(left, candidates, right)
    deletion = float(costs[0])
    order = sorted(range(1, len(candidates)), key=lambda index: float(costs[index]))
    best, second = order[0], order[1]
    best_cost = float(costs[best])
    detector = "foreign"
    reason = "a letter of another script in Chinese text"
    if best_cost + _PARTICLE_MARGIN < deletion and float(costs[second]) - best_cost > 1.0:
        grounds = _LOOKALIKE if candidates[best] == same_shape else _PARTICLE
        edits.append(Edit(start, end, candidates[best], grounds))
    elif deletion + _PARTICLE_MARGIN < best_cost and deletion < _PLAUSIBLE:
        edits.append(Edit(start, end, "", _DELETED))
    else:
        doubts.append(Doubt(start, end, candidates[best], reason, detector, abs(best_cost - deletion)))
