"""Marks of notes: behind the word that a note explains (`再生水①`), and before the note (`① 再生水：指…`).

Markdown has `[^1]` for both, with a colon in front of the note.
"""

from __future__ import annotations

import re

from gangyao.chinese.numerals import CIRCLED

_MARK = rf"[{CIRCLED}]|\[\^[\w-]{{1,12}}\]|[\[［]\s*\d{{1,3}}\s*[\]］]|〔\d{{1,3}}〕|\*{{1,3}}|[¹²³⁴-⁹]+"
_ANY_MARK = re.compile(rf"[{CIRCLED}\[［〔¹²³⁴-⁹]")
# What a mark begins with: looking for that first is faster than for what stands before it.
_FIRST = re.compile(rf"[{CIRCLED}\[［〔*¹²³⁴-⁹]")
_REFERENCE = re.compile(rf"(?<=[\w”》）%％])(?:{_MARK})")
_NOTE = re.compile(rf"(?P<mark>{_MARK})(?:(?<=\])[：:])?\s*(?P<rest>\S.*)")
_SAYS = re.compile(
    r"[“《]?[^，。；]{1,40}?[”》]?\s*"
    r"(?:[：:]\s*(?:是|系|即|特|主要|一般)?指(?![导挥定标派数])|，?(?:是指|系指|指的是)|[：:]\s*即)"
)
_SPACE = re.compile(r"\s")


def note_mark(text: str) -> str:
    """Return the mark that a line begins with as notes do, without blanks; empty where there is none."""
    # Most lines begin with a Chinese character, which is no mark.
    note = None if "\u4e00" <= text[:1] <= "\u9fff" or not _FIRST.match(text) else _NOTE.match(text)
    return _SPACE.sub("", note["mark"]) if note is not None else ""


def says_what_a_word_means(text: str) -> bool:
    """Tell whether a line that begins with a mark of a note has its form: it says what a word means."""
    note = _NOTE.match(text)
    return note is not None and _SAYS.match(note["rest"]) is not None


def marks_inside(text: str) -> list[str]:
    """Return the marks that stand behind a word of the text; those that count a list stand behind a mark."""
    if _ANY_MARK.search(text) is None:
        return []
    found: list[str] = []
    end = 0
    for first in _FIRST.finditer(text):
        if first.start() >= end and (mark := _REFERENCE.match(text, first.start())) is not None:
            found.append(_SPACE.sub("", mark.group()))
            end = mark.end()
    return found


def without_marks(text: str) -> str:
    """Return the text without the marks that stand behind its words."""
    return _REFERENCE.sub("", text) if _ANY_MARK.search(text) is not None else text
