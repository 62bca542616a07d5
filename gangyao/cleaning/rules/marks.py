"""Punctuation inside Chinese text in the form that Chinese prints: `，` for `,`, `；` for `;`, `。` for `.`.

ASCII marks stay between digits and Latin letters (`1,000`, `10:30`, `R&D.`).
"""

from __future__ import annotations

import re

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

_CHINESE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "∶": "："}
_WIDTH = Grounds("punctuation", "mark", "an ASCII mark inside Chinese text")
_STOP = Grounds("punctuation", "mark", "an ASCII full stop at the end of a Chinese sentence")
_STOP_READ = Grounds(
    "punctuation", "mark", "an ASCII full stop where language statistics read a sentence's end"
)
_STOP_CUSTOM = Grounds(
    "punctuation", "mark", "an ASCII full stop in a text that ends its paragraphs with them"
)
# Paragraphs of running text, which has a mark inside, that end so; so many show a custom (by hand).
_CLOSED = re.compile(r"[\u4e00-\u9fff%）)”》]\.[ \t\r]*(?=\n|$)")
_MARK_INSIDE = re.compile("[，,；;、]")
_FEWEST_CLOSED = 2
# What stands before a full stop near the head of a line is the number of an item: 第十二条.
_LONGEST_LABEL = 4
_ELLIPSIS = Grounds("punctuation", "ellipsis", "a variant of the Chinese ellipsis")
# A longer run of dots is the leader of a table of contents.
_LONGEST_ELLIPSIS = 6
# What else a Chinese sentence ends with, before its full stop.
_ENDS = ("%", "）", ")", "”", "》", "℃", "‰")
_OPENS = frozenset("“《（")
# What a full stop between Chinese characters may be, and the bits by which `。` may cost more: it is by far
# the likeliest, and dirt of that shape the least.
_STOPS = ("。", "·", "、", "")
_MARGINS = (0.0, 0.0, 5.0)
_REACH = 6
_HAN_SIDE = Kind.HAN | Kind.CHINESE_PUNCTUATION
_ASCII_SIDE = Kind.DIGIT | Kind.LETTER


def find_marks(scan: Scan, model: CharacterModel) -> Findings:
    """Give the marks beside Chinese characters their Chinese form."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    text = scan.text
    done = 0
    is_custom = _ends_sentences(text)
    for offset in scan.where(Kind.PUNCTUATION):
        if offset < done:
            continue
        char = text[offset]
        left, right = _kind_left(scan, offset), _kind_right(scan, offset + 1)
        if char in _CHINESE:
            opens_line = offset == 0 or text[offset - 1] == "\n"
            beside = left & _HAN_SIDE or (right & _HAN_SIDE and not _in_address(text, offset))
            beside = beside and not opens_line
            if beside and not (left & _ASCII_SIDE and scan.at(offset + 1) & _ASCII_SIDE):
                edits.append(Edit(offset, offset + 1, _CHINESE[char], _WIDTH))
        elif char == ".":
            done = _end_of_run(text, offset)
            if 3 <= done - offset <= _LONGEST_ELLIPSIS and (left & Kind.HAN or right & Kind.HAN):
                edits.append(Edit(offset, done, "……", _ELLIPSIS))
            elif done - offset == 1 and (left & Kind.HAN or text[offset - 1 : offset] in _ENDS):
                _full_stop(scan, offset, model, edits, doubts, is_custom)
    return Findings(edits, doubts)


def _ends_sentences(text: str) -> bool:
    """Tell whether a text without a Chinese full stop ends its paragraphs with those of ASCII."""
    if "。" in text or "." not in text:
        return False
    # Looked for from the ends: a search from each mark on would read a long line as often as it has marks.
    lines = ((text.rfind("\n", 0, end.start()) + 1, end.start()) for end in _CLOSED.finditer(text))
    return sum(_MARK_INSIDE.search(text, *line) is not None for line in lines) >= _FEWEST_CLOSED


def _parts_sentences(text: str, offset: int) -> bool:
    """Tell whether white space and Chinese text follow a full stop, as between English sentences."""
    following = text[offset + 1 : offset + 4].lstrip(" \u3000")[:1]
    return text[offset + 1 : offset + 2] in (" ", "\u3000") and (
        "\u4e00" <= following <= "\u9fff" or following in _OPENS
    )


def _full_stop(
    scan: Scan,
    offset: int,
    model: CharacterModel,
    edits: list[Edit],
    doubts: list[Doubt],
    is_custom: bool,
) -> None:
    text = scan.text
    following = text[offset + 1 : offset + 2]
    line = text.rfind("\n", 0, offset) + 1
    if offset - line <= _LONGEST_LABEL:
        return
    if following in ("", "\n", "”", "’") or _ends_line(scan, offset + 1) or _parts_sentences(text, offset):
        edits.append(Edit(offset, offset + 1, "。", _STOP))
    elif is_custom and scan.at(offset + 1) & (Kind.HAN | Kind.DIGIT):
        edits.append(Edit(offset, offset + 1, "。", _STOP_CUSTOM))
    elif scan.at(offset + 1) & Kind.HAN and scan.at(offset - 1) & Kind.HAN:
        left, right = text[max(line, offset - _REACH) : offset], text[offset + 1 : offset + 1 + _REACH]
        stop, *others = model.replacement_costs(left, _STOPS, right.split("\n")[0]).tolist()
        if all(stop < other + margin for other, margin in zip(others, _MARGINS, strict=True)):
            edits.append(Edit(offset, offset + 1, "。", _STOP_READ))
        else:
            doubts.append(
                Doubt(offset, offset + 1, "。", "an ASCII full stop between Chinese characters", "mark")
            )


def _ends_line(scan: Scan, offset: int) -> bool:
    while scan.at(offset) & Kind.SPACE:
        offset += 1
    return scan.text[offset : offset + 1] in ("", "\n")


def _end_of_run(text: str, offset: int) -> int:
    end = offset
    while end < len(text) and text[end] == text[offset]:
        end += 1
    return end


def _kind_left(scan: Scan, offset: int) -> int:
    while offset > 0 and scan.at(offset - 1) & Kind.SPACE:
        offset -= 1
    return scan.at(offset - 1)


def _kind_right(scan: Scan, offset: int) -> int:
    while scan.at(offset) & Kind.SPACE:
        offset += 1
    return scan.at(offset)


def _in_address(text: str, offset: int) -> bool:
    """Tell whether the colon at `offset` belongs to an address (`http:`)."""
    return text[offset] == ":" and text[offset + 1 : offset + 3] == "//"
