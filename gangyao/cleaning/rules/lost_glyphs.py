"""Characters that a converter lost: `(cid:1234)`, `GLYPH<c=12,font=/ABC>`, `/uni4E2D`, `锟斤拷`.

A token that names its character is that character. The others say only that something stood there: each is
doubted, without a suggestion, and no other rule may touch it.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

DETECTOR = "lost_glyph"
_NAMED = Grounds("encoding", "named_glyph", "a token that names the code point of its character")
# pdfminer and pdfplumber write (cid:n) for a glyph without a Unicode value, docling GLYPH<…>, others the name
# of the glyph in the font; 锟斤拷 is U+FFFD in UTF-8 read as GBK, 烫烫烫 and 屯屯屯 uninitialised memory.
_TOKEN = re.compile(
    r"\(cid:\d{1,6}\)|GLYPH<[^<>\n]{1,80}>|GLYPH&lt;[^<>&\n]{1,80}&gt;"
    r"|/uni(?P<code>[0-9A-Fa-f]{4})(?![0-9A-Fa-f])|/g(?:lyph|id)?\d{2,5}(?!\d)|(?:锟斤拷)+锟?|烫{3,}|屯{3,}"
)
_REASONS = {
    "(": "a glyph that the converter could not map to a character",
    "G": "a glyph that the converter could not map to a character",
    "/": "the name of a glyph in its font instead of a character",
}
_LOST = "characters that were lost in a change of encoding"
_TRIGGERS = ("(cid:", "GLYPH", "/uni", "/g", "锟斤拷", "烫烫烫", "屯屯屯")


def find_lost_glyphs(scan: Scan) -> Findings:
    """Write the characters that tokens name; doubt the tokens that name none."""
    if not any(trigger in scan.text for trigger in _TRIGGERS):
        return Findings()
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for token in _TOKEN.finditer(scan.text):
        start, end = token.span()
        named = _named(token["code"]) if token["code"] else None
        if named is not None:
            edits.append(Edit(start, end, named, _NAMED))
        elif token.group()[0] == "/" and not _beside_chinese(scan.text, start, end):
            continue
        else:
            doubts.append(Doubt(start, end, None, _REASONS.get(token.group()[0], _LOST), DETECTOR))
    return Findings(edits, doubts)


def _named(code: str) -> str | None:
    """Return the character of a code point; blanks become a space, what is no character gives None."""
    char = chr(int(code, 16))
    if char.isspace():
        return " "
    return char if char.isprintable() else None


def _beside_chinese(text: str, start: int, end: int) -> bool:
    """Tell whether a token stands in Chinese text and not in a path or address."""
    return any("\u3400" <= char <= "\u9fff" for char in (text[start - 1 : start], text[end : end + 1]))
