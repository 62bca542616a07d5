"""Characters that a converter lost: `(cid:1234)`, `GLYPH<c=12,font=/ABC>`, `/uni4E2D`, `锟斤拷`.

A token that names its character is that character. The others say only that something stood there: each is
doubted, without a suggestion, and no other rule may touch it. So is a question mark inside a clause that asks
nothing (`现代?产业`), which encodings write for what they do not have, and a box (`加强□础设施`) that is not
there to be ticked: it is drawn for a glyph that the font does not have.
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
    r"|\[UNK\]|<unk>|&lt;unk&gt;"
)
_REASONS = {
    "(": "a glyph that the converter could not map to a character",
    "G": "a glyph that the converter could not map to a character",
    "/": "the name of a glyph in its font instead of a character",
    "[": "a character that the model does not have",
    "<": "a character that the model does not have",
    "&": "a character that the model does not have",
}
_LOST = "characters that were lost in a change of encoding"
_QUESTION = re.compile(r"(?<=[\u4e00-\u9fff])\?{1,4}(?=[\u4e00-\u9fff])")
_ASKS = re.compile("[吗呢么何怎哪谁几]|是否|是不是|能不能|多少|多大|多久")
_SENTENCE_END = re.compile("[。！？?；\n]")
_NOT_ASKED = "a question mark where nothing is asked: a lost character"
# The box that fonts draw for what they lack, in several shapes; the geta mark that printers set for a missing
# type; the sign for an object that was not carried over.
_BOXES = "□▢▯■◻◼⬜〓\ufffc"
# Inside a clause: between Chinese characters, or between one and a number or mark.
_BOX = re.compile(
    rf"(?:(?<=[\u4e00-\u9fff])[{_BOXES}]{{1,4}}(?=[\u4e00-\u9fff0-9，。；、：？！”》）])"
    rf"|(?<=[0-9，；、：“《（])[{_BOXES}]{{1,4}}(?=[\u4e00-\u9fff]))"
)
# Boxes of one line with a few characters between them are there to be ticked (`男□女□`, `□是　□否`), but not
# in a sentence.
_TO_TICK = re.compile(rf"[{_BOXES}][^{_BOXES}，。；]{{1,8}}[{_BOXES}][^。；]*$")
_TRIGGERS = ("(cid:", "GLYPH", "/uni", "/g", "锟斤拷", "烫烫烫", "屯屯屯", "[UNK]", "unk")


def find_lost_glyphs(scan: Scan) -> Findings:
    """Write the characters that tokens name; doubt the tokens that name none."""
    doubts = _question_marks(scan.text) if "?" in scan.text else []
    if any(box in scan.text for box in _BOXES):
        doubts += _boxes(scan.text)
        doubts.sort(key=lambda doubt: doubt.start)
    if not any(trigger in scan.text for trigger in _TRIGGERS):
        return Findings(doubts=doubts)
    edits: list[Edit] = []
    for token in _TOKEN.finditer(scan.text):
        start, end = token.span()
        named = _named(token["code"]) if token["code"] else None
        if named is not None:
            edits.append(Edit(start, end, named, _NAMED))
        elif token.group()[0] == "/" and not _beside_chinese(scan.text, start, end):
            continue
        else:
            doubts.append(Doubt(start, end, None, _REASONS.get(token.group()[0], _LOST), DETECTOR))
    doubts.sort(key=lambda doubt: doubt.start)
    return Findings(edits, doubts)


def _question_marks(text: str) -> list[Doubt]:
    """Doubt the question marks that stand for lost characters."""
    doubts: list[Doubt] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        mark = _QUESTION.match(text, end.start()) if end.group() == "?" else None
        if mark is not None and _ASKS.search(text, start, end.start()) is None:
            doubts.append(Doubt(*mark.span(), None, _NOT_ASKED, DETECTOR))
        else:
            start = end.end()
    return doubts


def _boxes(text: str) -> list[Doubt]:
    """Doubt the boxes that stand for lost characters: none of a line that has boxes to tick."""
    doubts: list[Doubt] = []
    lines: dict[int, list[re.Match[str]]] = {}
    for box in _BOX.finditer(text):
        lines.setdefault(text.rfind("\n", 0, box.start()), []).append(box)
    for before, found in lines.items():
        end = text.find("\n", before + 1)
        line = text[before + 1 : end if end >= 0 else len(text)]
        if _TO_TICK.search(line) is None:
            doubts += (Doubt(*box.span(), None, _REASONS["G"], DETECTOR) for box in found)
    return doubts


def _named(code: str) -> str | None:
    """Return the character of a code point; blanks become a space, what is no character gives None."""
    char = chr(int(code, 16))
    if char.isspace():
        return " "
    return char if char.isprintable() else None


def _beside_chinese(text: str, start: int, end: int) -> bool:
    """Tell whether a token stands in Chinese text and not in a path or address."""
    return any("\u3400" <= char <= "\u9fff" for char in (text[start - 1 : start], text[end : end + 1]))
