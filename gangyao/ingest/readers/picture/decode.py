"""From what a recogniser sees in a line to its text.

The network answers for each step along a line how likely each character is there, or none; a character that
stays the best over several steps is one character (best path decoding: Graves et al. 2006, Connectionist
temporal classification).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gangyao.ingest.readers.picture.engine import Likelihoods

_NONE = 0
_HAN = r"[\u4e00-\u9fff]"
_MARK = re.compile(rf"(?<={_HAN})[(),:;!?]|[(](?={_HAN})|[)](?={_HAN})")
_WIDE = str.maketrans("(),:;!?", "（），：；！？")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a line and how sure the recogniser is of each character, from 0 to 1."""

    text: str
    scores: tuple[float, ...]

    @property
    def least(self) -> float:
        """How sure the least certain character is; 0 where there is none."""
        return min(self.scores, default=0.0)

    @property
    def mean(self) -> float:
        """How sure the characters are on the whole; 0 where there is none."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


def decode(seen: Likelihoods, alphabet: Sequence[str]) -> Reading:
    """Return the text of a line, without blanks at its ends."""
    best = seen.argmax(axis=1)
    is_new = best != _NONE
    is_new[1:] &= best[1:] != best[:-1]
    (steps,) = np.nonzero(is_new)
    text = "".join(alphabet[best[step]] for step in steps)
    scores = tuple(float(seen[step, best[step]]) for step in steps)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Reading(wide_marks(text[start:end]), scores[start:end])


def wide_marks(text: str) -> str:
    """Return a line with the marks beside Han in their full width, in which they are printed.

    The recogniser tells （ from ( only by the room around it, and errs.
    """
    return _MARK.sub(lambda mark: mark.group().translate(_WIDE), text)
