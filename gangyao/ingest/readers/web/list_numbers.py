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


def numbers_in(ordered: LexborNode) -> dict[int, str]:
    """Return what a browser prints before the items of an `ol`, by `mem_id`."""
    numbers: dict[int, str] = {}
    rank = _integer(ordered, "start", 1) - 1
    for child in ordered.iter():
        if child.tag == "li":
            rank = _integer(child, "value", rank + 1)
            numbers[child.mem_id] = _number(child, rank, _form(child) or _form(ordered))
    return numbers


def _number(item: LexborNode, rank: int, form: str) -> str:
    """Return a number as it is written in a form; nothing where the item's text begins with one itself."""
    if parse_heading((item.text() or "").strip()[:40]) is not None:
        return ""
    if form in _CHINESE:
        return f"{chinese_number(rank)}、"
    if form in _ALPHABETS and 1 <= rank <= _LETTERS:
        return f"{chr(ord(_ALPHABETS[form]) + rank - 1)}."
    return f"{rank}." if form in _DECIMAL else ""


def _form(element: LexborNode) -> str:
    style = _STYLE.search(element.attributes.get("style") or "")
    return style.group(1).lower() if style else (element.attributes.get("type") or "")


def _integer(element: LexborNode, attribute: str, otherwise: int) -> int:
    value = element.attributes.get(attribute) or ""
    return int(value) if re.fullmatch(r"[0-9]{1,4}", value) else otherwise
