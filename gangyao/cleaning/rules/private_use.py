"""Private-use characters whose meaning is known: blanks and bullets of the fonts that programs embed.

Others say nothing outside of their font; `gangyao.cleaning.rules.foreign` weighs or doubts them.
"""

from __future__ import annotations

from gangyao.chinese.attested_bigrams import are_attested
from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

# The ideographic space of GBK, and the space of Symbol and Wingdings.
_BLANKS = frozenset("\ue5e5\uf020")
# Bullets of Symbol and Wingdings: ●, ■, ◆, ❖, ▪, •, ➢, ✓.
_BULLETS = frozenset("\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc")

_BLANK = Grounds("private_use", "private_use", "a blank of an embedded font")
_BULLET = Grounds("private_use", "private_use", "the bullet of a symbol font before an item")
_INSIDE = Grounds("private_use", "private_use", "the bullet of a symbol font inside a word")


def find_private_use(scan: Scan, model: CharacterModel) -> Findings:
    """Write a bullet before an item as `•`; delete blanks, and bullets between attested neighbours."""
    if not scan.has(Kind.FOREIGN):
        return Findings()
    edits: list[Edit] = []
    text = scan.text
    for offset in scan.where(Kind.FOREIGN):
        char = text[offset]
        if char in _BLANKS:
            edits.append(Edit(offset, offset + 1, "", _BLANK))
        elif char in _BULLETS:
            line = text.rfind("\n", 0, offset) + 1
            if not text[line:offset].strip():
                edits.append(Edit(offset, offset + 1, "•", _BULLET))
            elif _inside(scan, offset, model):
                edits.append(Edit(offset, offset + 1, "", _INSIDE))
    return Findings(edits)


def _inside(scan: Scan, offset: int, model: CharacterModel) -> bool:
    if not scan.at(offset - 1) & scan.at(offset + 1) & Kind.HAN:
        return False
    return are_attested([scan.text[offset - 1] + scan.text[offset + 1]], model)[0]
