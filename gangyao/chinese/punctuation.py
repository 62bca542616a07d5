"""The end or the beginning of a fragment, and the marks by which sentences and brackets end."""

from __future__ import annotations

import re
from dataclasses import dataclass

FINAL = frozenset("。！？；：…!?;:")
CLOSERS = """”’」』）)》】〕"'"""
OPENERS = "“‘（(《〈「『【〔"
_BRACKETS = re.compile(f"[{re.escape(OPENERS + CLOSERS)}]")
NEVER_FIRST = frozenset("，。、；：！？）》”’」』】…%％·,.;:!?)")
#: What stands before the items of a list without numbers. ○ and □ stand for lost characters too.
BULLETS = "•▪▫■●◆◇▲►▶➢➤❖★☆√✓✔"
#: What boxes and tables of plain text are ruled with, but for the upright rules between cells.
DRAWN = "─━═┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╞╪╡┠╂┨╟╫╢╒╤╕╘╧╛╓╥╖╙╨╜┯┷┰┸"
INNER_MARK = re.compile("[，。；！？]")
_NOTE_OPENERS, _NOTE_CLOSERS = frozenset("（(〔【"), frozenset("）)〕】")
_FINAL_NOTE_OPENERS, _FINAL_NOTE_CLOSERS = "（([【", frozenset("）)]】")
_TITLE_LENGTH = 48
_LABEL_LENGTH = 8
# A first sentence of so few code points is the rest of one that began elsewhere (by hand).
_SHORT_REST = 4


@dataclass(frozen=True, slots=True)
class Edge:
    """The end or the beginning of a fragment: its line, and what kind of line that is (see `Unit`)."""

    text: str
    is_heading: bool
    is_numbered: bool = False
    is_customary: bool = False
    is_cut: bool = False
    ends_early: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the line is a number and nothing else of what it numbers."""
        return self.is_cut and len(self.text) <= _LABEL_LENGTH

    @property
    def ends_open(self) -> bool:
        """Whether the line breaks off: it is no heading and has no final mark."""
        return not self.is_heading and not ends_sentence(self.text)

    @property
    def is_short(self) -> bool:
        """Whether the line could be a title or an item of a list, which need no final mark."""
        return self.is_customary or (
            not self.is_cut and len(self.text) <= _TITLE_LENGTH and INNER_MARK.search(self.text) is None
        )


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with a final mark, be it before closing marks or notes (。 [5][6])."""
    while text.rstrip(CLOSERS)[-1:] not in FINAL:
        # Notes are taken off one by one: a line may have a thousand of them.
        note = max(map(text.rfind, _FINAL_NOTE_OPENERS)) if text[-1:] in _FINAL_NOTE_CLOSERS else -1
        if note <= 0:
            return False
        text = text[:note].rstrip()
    return True


def is_bracketed(text: str) -> bool:
    """Tell whether a sentence stands in brackets from end to end, as notes do: （牵头单位：县财政局）."""
    return text[0] in _NOTE_OPENERS and text[-1] in _NOTE_CLOSERS


def begins_with_rest(text: str) -> bool:
    """Tell whether the first sentence of a line (问题。) is too short to be a whole one."""
    beginning = text[: _SHORT_REST + 1]
    return "。" in beginning or "；" in beginning


def open_at_end(text: str) -> bool:
    """Tell whether the text opens a bracket or quotation that it does not close."""
    return sum(text.count(c) for c in OPENERS) > sum(text.count(c) for c in CLOSERS)


def closes_bracket(text: str) -> bool:
    """Tell whether the text closes a bracket or quotation that it did not open."""
    depth = 0
    for c in _BRACKETS.findall(text):
        depth += 1 if c in OPENERS else -1
        if depth < 0:
            return True
    return False
