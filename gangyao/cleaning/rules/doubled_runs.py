"""Runs in which every character is printed twice, or more often: `一一、、总总体体要要求求`.

Some programs print bold by drawing each glyph two, three or four times. Where all of a run of four
characters or more are repeated so one after the other, the run itself proves it; words that are built so
(`家家户户`, `高高兴兴`) are told by how likely they are as they stand.
"""

from __future__ import annotations

import re

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("doubling", "doubled_run", "every character of a run is printed several times")
# How often programs draw a glyph: what is drawn four times is drawn twice too, so the most come first.
_COPIES = (4, 3, 2)
# Blanks between may be printed once, or as often: 第第一一章章 总总则则. They are of no group: where they
# could be, a long row of them could be divided in more ways than can be tried.
_REPEATED = {copies: rf"([^\n \u3000])\1{{{copies - 1}}}[ \u3000]*" for copies in _COPIES}
_RUNS = {copies: re.compile(f"(?:{repeated}){{4,}}") for copies, repeated in _REPEATED.items()}
# In a document that prints bold so, a whole line of only two characters is repeated, too.
_LINES = {
    copies: re.compile(rf"^[ \u3000]*(?:{repeated}){{2,}}$", re.MULTILINE)
    for copies, repeated in _REPEATED.items()
}
_GROUPS = {copies: re.compile(rf"([^\n])\1{{{copies - 1}}}") for copies in _COPIES}
# Some programs draw word by word: headings in which each word stands twice, at least so many.
_WORDS_TWICE = re.compile(
    r"^(?=第[^\s]{1,4}[篇章节])([^\s]{2,24})\1(?:[ \u3000]+([^\s]{2,24})\2)*$", re.MULTILINE
)
_WORD = re.compile(r"[^\s]+")
_LABELS_TWICE = ("章第", "节第", "篇第")
_FEWEST_LINES = 2
_HAN = re.compile("[\u4e00-\u9fff]")
_DIGITS = re.compile("[0-9０-９]")
_FEWEST_DIFFERENT = 3
# Bits that the run costs as printed over those of its characters once each: 3.6 to 5.7 times in nine invented
# runs, 1.4 to 2.2 times in chains of words of the form AABB.
_UNLIKELIER = 2.4


def find_doubled_runs(scan: Scan, model: CharacterModel) -> Findings:
    """Take the further copies of each character out of runs in which all are repeated."""
    if any(joint in scan.text for joint in _LABELS_TWICE):
        return Findings(_twice_by_words(scan.text))
    if not _may_hold_run(scan):
        return NOTHING
    for copies in _COPIES:
        if repeated := _repeated(scan.text, copies, model):
            return Findings(
                [
                    Edit(group.start() + 1, group.end(), "", _GROUNDS)
                    for start, end in sorted(repeated)
                    for group in _GROUPS[copies].finditer(scan.text, start, end)
                ]
            )
    return NOTHING


def _twice_by_words(text: str) -> list[Edit]:
    """Return the edits for lines in which each word stands twice: `第一章第一章 总则总则`."""
    lines = list(_WORDS_TWICE.finditer(text))
    if len(lines) < _FEWEST_LINES:
        return []
    words = (word.span() for line in lines for word in _WORD.finditer(text, *line.span()))
    return [Edit((start + end) // 2, end, "", _GROUNDS) for start, end in words]


def _repeated(text: str, copies: int, model: CharacterModel) -> list[tuple[int, int]]:
    """Return the spans in which every character is printed so often, none where no run proves it."""
    runs = [found.span() for found in _RUNS[copies].finditer(text) if _has_words(found.group())]
    if not runs:
        return []
    once = _GROUPS[copies]
    costs = model.costs(
        [part for start, end in runs for part in (text[start:end], once.sub(r"\1", text[start:end]))]
    )
    repeated = {
        run
        for run, printed, once_each in zip(runs, costs[::2].tolist(), costs[1::2].tolist(), strict=True)
        if printed > _UNLIKELIER * once_each
    }
    if not repeated:
        return []
    repeated |= {found.span() for found in _RUNS[copies].finditer(text) if _has_number(found.group())}
    taken = {place for start, end in repeated for place in (start, end)}
    lines = (found.span() for found in _LINES[copies].finditer(text))
    return [*repeated, *(line for line in lines if taken.isdisjoint(line))]


def _may_hold_run(scan: Scan) -> bool:
    """Tell whether four groups of equal characters stand in a row: most texts are done with this question."""
    same = scan.points[:-1] == scan.points[1:]
    return any(
        bool(
            np.any(
                same[: -3 * copies]
                & same[copies : -2 * copies]
                & same[2 * copies : -copies]
                & same[3 * copies :]
            )
        )
        for copies in _COPIES
    )


def _has_number(run: str) -> bool:
    """Tell whether a run in such a document holds a number and what it counts (22002255年年)."""
    return len(set(run)) >= _FEWEST_DIFFERENT and _HAN.search(run) is not None and bool(_DIGITS.search(run))


def _has_words(run: str) -> bool:
    return len(set(run)) >= _FEWEST_DIFFERENT and len(_HAN.findall(run)) >= 2 * _FEWEST_DIFFERENT
