"""Runs in which every character is printed twice: `一一、、总总体体要要求求`.

Some programs print bold by drawing each glyph twice. Where all of a run of four characters or more
are doubled one after the other, the run itself proves it; words that are built so (`家家户户`,
`高高兴兴`) are told by how likely they are as they stand.
"""

from __future__ import annotations

import re

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("doubling", "doubled_run", "every character of a run is printed twice")
_RUN = re.compile(r"(?:([^\n])\1){4,}")
# In a document that prints bold so, a whole line of this few is doubled, too.
_LINE = re.compile(r"^(?:([^\n])\1){2,}$", re.MULTILINE)
_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST_DIFFERENT = 3
# Bits that the run costs as printed over those of its characters once each: 3.6 to 5.7 times in nine invented
# runs, 1.4 to 2.2 times in chains of words of the form AABB.
_UNLIKELIER = 2.4


def find_doubled_runs(scan: Scan, model: CharacterModel) -> Findings:
    """Take the second copy of each character out of runs in which all are doubled."""
    if not _may_hold_run(scan):
        return NOTHING
    runs = [found.span() for found in _RUN.finditer(scan.text) if _has_words(found.group())]
    if not runs:
        return NOTHING
    costs = model.costs(
        [text for start, end in runs for text in (scan.text[start:end], scan.text[start:end:2])]
    )
    doubled = [
        run
        for run, printed, once in zip(runs, costs[::2].tolist(), costs[1::2].tolist(), strict=True)
        if printed > _UNLIKELIER * once
    ]
    if not doubled:
        return NOTHING
    taken = {start for start, _ in doubled}
    doubled += [found.span() for found in _LINE.finditer(scan.text) if found.start() not in taken]
    return Findings(
        [
            Edit(place, place + 1, "", _GROUNDS)
            for start, end in sorted(doubled)
            for place in range(start + 1, end, 2)
        ]
    )


def _may_hold_run(scan: Scan) -> bool:
    """Tell whether four pairs of equal characters stand in a row: most texts are done with this question."""
    same = scan.points[:-1] == scan.points[1:]
    return bool(np.any(same[:-6] & same[2:-4] & same[4:-2] & same[6:]))


def _has_words(run: str) -> bool:
    return len(set(run)) >= _FEWEST_DIFFERENT and len(_HAN.findall(run)) >= 2 * _FEWEST_DIFFERENT
