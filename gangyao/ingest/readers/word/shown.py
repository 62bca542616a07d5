"""What a Word paragraph shows: its text as it is now, without field codes, hidden text and readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from gangyao.ingest.raised_figures import raised
from gangyao.ingest.readers.word.containers import PLACEHOLDER

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# Deleted or moved away, the fall-back of a drawing, the reading printed above a character.
_SKIPPED = frozenset({*map(qn, ("w:del", "w:moveFrom", "w:rt")), _FALLBACK})
_BOX = qn("w:txbxContent")
_TEXTS = frozenset({qn("w:t"), _MATH_TEXT})
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
# Signs of Microsoft's symbol fonts that tables of work are ticked with, by font and code.
_TICKS = {
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFE): "☑", ("wingdings", 0xFB): "✗", ("wingdings", 0xFD): "☒",
    ("wingdings", 0xA8): "□", ("wingdings", 0x6F): "□", ("wingdings", 0x6E): "■", ("wingdings", 0x6C): "●",
    ("wingdings", 0xA1): "○", ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x4F): "✗", ("wingdings 2", 0x53): "☒", ("wingdings 2", 0xA3): "□",
    ("symbol", 0xB4): "×", ("symbol", 0xB7): "·", ("symbol", 0xB0): "°", ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤", ("symbol", 0xD6): "√",
}  # fmt: skip
# Symbol fonts lie in this part of the private use area; what is not known there was printed and is not read.
_PRIVATE = range(0xF000, 0xF100)
_UNMAPPED = "\ufffd"
_OFF = ("0", "false", "off")


def shown_text(paragraph: Any) -> str:
    """Return the text of a paragraph; tabs and breaks in it as such, text boxes left out."""
    parts: list[str] = []
    # Codes of fields, which may stand in each other, run from `begin` to `separate`.
    is_code: list[bool] = []
    for node in _descended(paragraph):
        if node.tag == qn("w:fldChar"):
            _enter_field(node.get(qn("w:fldCharType")), is_code)
        elif any(is_code):
            continue
        elif node.tag in _TEXTS:
            parts.append(raised(node.text or "") if _is_raised(node) else node.text or "")
        elif node.tag == qn("w:sym"):
            parts.append(_symbol(node.get(qn("w:font")) or "", node.get(qn("w:char")) or ""))
        elif node.tag in _SIGNS:
            parts.append(_SIGNS[node.tag])
    return "".join(parts)


def boxes_of(paragraph: Any) -> list[Any]:
    """Return the contents of the text boxes that hang on a paragraph; not those that stand in one of them."""
    found: list[Any] = []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag == _BOX:
            found.append(node)
        elif node.tag not in _SKIPPED:
            stack.extend(reversed(node))
    return found


def is_contents(paragraph: Any) -> bool:
    """Tell whether a paragraph is an entry of a generated contents, which links to a heading (`_Toc…`)."""
    links = paragraph.iter(qn("w:hyperlink"))
    return any((link.get(qn("w:anchor")) or "").startswith("_Toc") for link in links)


def _descended(paragraph: Any) -> Iterator[Any]:
    """Yield what stands in a paragraph and is shown, in order."""
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag in _SKIPPED or node.tag == _BOX or (node.tag == qn("w:r") and _is_hidden(node)):
            continue
        if node.tag == qn("w:sdt") and node.find(PLACEHOLDER) is not None:
            continue
        yield node
        stack.extend(reversed(node))


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF


def _is_raised(text: Any) -> bool:
    mark = text.getparent().find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return mark is not None and mark.get(qn("w:val")) == "superscript"


def _enter_field(kind: str | None, is_code: list[bool]) -> None:
    if kind == "begin":
        is_code.append(True)
    elif kind == "separate" and is_code:
        is_code[-1] = False
    elif kind == "end" and is_code:
        is_code.pop()


def _symbol(font: str, code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return _UNMAPPED
    known = _TICKS.get((font.lower(), value & 0xFF))
    if known is not None and (value in _PRIVATE or value <= 0xFF):
        return known
    return _UNMAPPED if value in _PRIVATE or value == 0 or 0xD800 <= value < 0xE000 else chr(value)
