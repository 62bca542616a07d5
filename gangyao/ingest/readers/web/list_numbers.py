"""The numbers that a browser prints before the items of an ordered list."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.numerals import chinese_number

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
# Values of `type` (HTML) and of `list-style-type` (CSS Counter Styles 3) by how numbers are written.
_ALPHABETS = {
    "a": "a",
    "lower-alpha": "a",
    "lower-latin": "a",
    "A": "A",
    "upper-alpha": "A",
    "upper-latin": "A",
}
_CHINESE = frozenset({"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"})
# Signs that are no numbers, and forms that are not written here: such lists are printed without.
_DECIMAL = frozenset({"", "1", "decimal"})
_LETTERS = 26


def number_of(item: LexborNode) -> str:
    """Return what a browser prints before an `li`; nothing where its text begins with a number itself."""
    above = item.parent
    if above is None or above.tag != "ol" or parse_heading((item.text() or "").strip()[:40]) is not None:
        return ""
    form = _form(item) or _form(above)
    if form in _CHINESE:
        return f"{chinese_number(_rank(item, above))}、"
    rank = _rank(item, above)
    if form in _ALPHABETS and 1 <= rank <= _LETTERS:
        return f"{chr(ord(_ALPHABETS[form]) + rank - 1)}."
    return f"{rank}." if form in _DECIMAL else ""


def _form(element: LexborNode) -> str:
    style = _STYLE.search(element.attributes.get("style") or "")
    return style.group(1).lower() if style else (element.attributes.get("type") or "")


def _rank(item: LexborNode, above: LexborNode) -> int:
    rank = _integer(above, "start", 1) - 1
    for child in above.iter():
        if child.tag == "li":
            rank = _integer(child, "value", rank + 1)
        if child.mem_id == item.mem_id:
            break
    return rank


def _integer(element: LexborNode, attribute: str, otherwise: int) -> int:
    value = element.attributes.get(attribute) or ""
    return int(value) if re.fullmatch(r"[0-9]{1,4}", value) else otherwise
