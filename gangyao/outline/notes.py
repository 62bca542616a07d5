"""Notes at the foot of a page or of the text: `① 再生水：指…`, `[1] 管网改造：指…`, `注：…`.

Converters print them where they stood on the page, in the midst of the text. One is known by its mark, which
the text has printed before behind the word that it explains, or by its form: it says what a word means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.numerals import CIRCLED
from gangyao.outline.blocks import Block

_MARK = rf"[{CIRCLED}]|[\[［]\s*\d{{1,3}}\s*[\]］]|〔\d{{1,3}}〕|\*{{1,3}}|[¹²³⁴-⁹]+"
_ANY_MARK = re.compile(rf"[{CIRCLED}\[［〔¹²³⁴-⁹]")
# What a mark begins with: looking for that first is faster than for what stands before it.
_FIRST = re.compile(rf"[{CIRCLED}\[［〔*¹²³⁴-⁹]")
_REFERENCE = re.compile(rf"(?<=[\w”》）%％])(?:{_MARK})")
_NOTE = re.compile(rf"(?P<mark>{_MARK})\s*(?P<rest>\S.*)")
_REMARK = re.compile(r"(?:备?注|说明)\s*\d{0,2}\s*[：:]")
_SAYS = re.compile(
    r"[“《]?[^，。；]{1,40}?[”》]?\s*"
    r"(?:[：:]\s*(?:是|系|即|特|主要|一般)?指(?![导挥定标派数])|，?(?:是指|系指|指的是)|[：:]\s*即)"
)
_SPACE = re.compile(r"\s")


def mark_notes(blocks: Sequence[Block]) -> None:
    """Set `formal` on the notes: they are no headings and set no task."""
    seen: set[str] = set()
    for block in blocks:
        note = _NOTE.match(block.text)
        mark = _SPACE.sub("", note["mark"]) if note is not None else ""
        is_note = note is not None and (
            (mark in seen and not mark.startswith("*")) or _SAYS.match(note["rest"]) is not None
        )
        if not block.is_table and block.formal is None and (is_note or _REMARK.match(block.text)):
            block.formal = "note"
            block.heading = None
        seen |= {_SPACE.sub("", found) for found in _marks_inside(block.text)}


def _marks_inside(text: str) -> list[str]:
    """Return the marks that stand behind a word of the text; those that count a list stand behind a mark."""
    if _ANY_MARK.search(text) is None:
        return []
    found: list[str] = []
    end = 0
    for first in _FIRST.finditer(text):
        if first.start() >= end and (mark := _REFERENCE.match(text, first.start())) is not None:
            found.append(mark.group())
            end = mark.end()
    return found
