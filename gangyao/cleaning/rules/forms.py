"""Compatibility forms: characters that stand for another character, whatever stands around them.

Kangxi radicals, CJK compatibility ideographs, fullwidth letters and digits, ligatures. NFKC as a whole
would do harm: it rewrites `，：（` to ASCII, `⑴` to `(1)`, `㎡` to `m2` and `Ⅲ` to `III`. So only these
blocks are folded, and `seeds/lexicon/forms.csv` adds what Unicode has no folding for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

# What Chinese text prints in full width stays so.
_FULLWIDTH_CHINESE = frozenset("！（），：；？～")

_BLOCKS: tuple[tuple[range, str, str], ...] = (
    (range(0x2E80, 0x2FE0), "radical", "a radical in place of the character"),
    (range(0xF900, 0xFB00), "compatibility", "a compatibility ideograph in place of the character"),
    (range(0xFB00, 0xFB07), "ligature", "a ligature of Latin letters"),
    (range(0xFF01, 0xFF5F), "width", "the fullwidth form of an ASCII character"),
    (range(0x1D400, 0x1D800), "width", "a letter or digit of mathematical type"),
    (range(0x2F800, 0x2FA1E), "compatibility", "a compatibility ideograph in place of the character"),
)

_SUBSCRIPT = "subscript"

FormGrounds = tuple[str, Grounds]


def unicode_forms() -> dict[str, FormGrounds]:
    """Return the foldings that Unicode itself defines, per block."""
    forms: dict[str, FormGrounds] = {}
    for block, category, reason in _BLOCKS:
        grounds = Grounds(category, "form", reason)
        for point in block:
            char = chr(point)
            folded = unicodedata.normalize("NFKC", char)
            if folded != char and char not in _FULLWIDTH_CHINESE:
                forms[char] = (folded, grounds)
    return forms


def find_forms(scan: Scan, forms: Mapping[str, FormGrounds]) -> Findings:
    """Replace each character that has a form of its own; neighbours of one category make one edit."""
    edits: list[Edit] = []
    text = scan.text
    for offset in scan.where(Kind.FORM):
        after, grounds = forms[text[offset]]
        if grounds.category == _SUBSCRIPT:
            # The formula is the unit that a reader looks for: `O₃`, not its index.
            start = offset
            while scan.at(start - 1) & Kind.LETTER:
                start -= 1
            if not edits or edits[-1].end <= start:
                edits.append(Edit(start, offset + 1, text[start:offset] + after, grounds))
                continue
        if edits and edits[-1].end == offset and edits[-1].grounds is grounds:
            last = edits.pop()
            edits.append(Edit(last.start, offset + 1, last.after + after, grounds))
        else:
            edits.append(Edit(offset, offset + 1, after, grounds))
    return Findings(edits)
