"""Characters of the other script: Traditional forms in Simplified text, Simplified forms in Traditional.

OpenCC says what a form stands for, by phrase where its dictionaries know one. What is right in its own right
stays: characters of the script's own standard (see `gangyao.chinese.charsets`), and the uses that
`seeds/lexicon/variants.csv` lists (乾 in 乾隆, 著 in 著名, 覆 in 覆盖).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from gangyao.chinese.script import Script
from gangyao.chinese.scripts import regional_forms, to_simplified, to_traditional
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_TO_SIMPLIFIED = Grounds("variant", "variant", "a Traditional form in a Simplified text")
_TO_TRADITIONAL = Grounds("variant", "variant", "a Simplified form in a Traditional text")
_REACH = 6
_BMP = "\uffff"


@dataclass(frozen=True, slots=True)
class Variant:
    """A form that Simplified text writes as `standard`: not in `exceptions`, and only in `only`, if given."""

    standard: str
    exceptions: tuple[str, ...]
    only: tuple[str, ...]
    grounds: Grounds


def find_variants(
    scan: Scan,
    script: Script,
    variants: Mapping[str, Variant],
    traditional: Mapping[str, tuple[str, ...]],
) -> Findings:
    """Write each form of the other script in the script of the text.

    `traditional` lists the Simplified forms that may be right in a Traditional text, with the (Simplified)
    words in which they are not.
    """
    if script == "hant":
        return Findings(_in_traditional(scan, traditional))
    edits = _converted(scan, Kind.TRADITIONAL, to_simplified, _TO_SIMPLIFIED, variants)
    edits += _listed(scan, variants)
    edits.sort(key=lambda edit: edit.start)
    return Findings(edits)


def _in_traditional(scan: Scan, traditional: Mapping[str, tuple[str, ...]]) -> list[Edit]:
    """Write Simplified forms as the document prints their Traditional ones: Taiwan and Hong Kong differ."""
    edits = []
    text = scan.text
    counts = cache(text.count)
    for offset in scan.where(Kind.SIMPLIFIED):
        char = text[offset]
        start = max(0, offset - _REACH)
        window = to_simplified(text[start : offset + _REACH])
        words = traditional.get(char, ())
        if words and not any(_inside(window, offset - start, word) for word in words):
            continue
        new = to_traditional(window)[offset - start]
        forms = regional_forms(new)
        # What one of the regions prints (户, 税) is wrong only where the document itself prints another form.
        new = max(forms, key=counts)
        if char in forms and counts(char) >= counts(new):
            continue
        if new != char and new <= _BMP:
            edits.append(Edit(offset, offset + 1, new, _TO_TRADITIONAL))
    return edits


def _converted(
    scan: Scan, kind: int, convert: Callable[[str], str], grounds: Grounds, but: Mapping[str, Variant]
) -> list[Edit]:
    edits = []
    text = scan.text
    for offset in scan.where(kind):
        if text[offset] in but:
            continue
        start = max(0, offset - _REACH)
        new = convert(text[start : offset + _REACH])[offset - start]
        # A form beyond the BMP is in no font that such a document was printed with (鱀 → U+2CDA8).
        if new != text[offset] and new <= _BMP:
            edits.append(Edit(offset, offset + 1, new, grounds))
    return edits


def _listed(scan: Scan, variants: Mapping[str, Variant]) -> list[Edit]:
    edits = []
    text = scan.text
    for offset in scan.where(Kind.GUARDED):
        variant = variants[text[offset]]
        if any(_inside(text, offset, word) for word in variant.exceptions):
            continue
        if variant.only:
            if any(_inside(text, offset, word) for word in variant.only):
                edits.append(Edit(offset, offset + 1, variant.standard, variant.grounds))
            elif scan.at(offset) & Kind.TRADITIONAL and variant.standard != text[offset]:
                start = max(0, offset - _REACH)
                new = to_simplified(text[start : offset + _REACH])[offset - start]
                if new not in (text[offset], variant.standard):
                    edits.append(Edit(offset, offset + 1, new, _TO_SIMPLIFIED))
        elif variant.standard != text[offset]:
            edits.append(Edit(offset, offset + 1, variant.standard, variant.grounds))
    return edits


def _inside(text: str, offset: int, word: str) -> bool:
    """Tell whether `word` stands in the text so that it covers `offset`."""
    char = text[offset]
    return any(
        text.startswith(word, offset - index)
        for index in range(len(word))
        if word[index] == char and index <= offset
    )
