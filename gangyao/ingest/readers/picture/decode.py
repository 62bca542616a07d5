"""From what a recogniser sees in a line to its text.

The network answers for each step along a line how likely each character is there, or none; a character that
stays the best over several steps is one character (best path decoding: Graves et al. 2006, Connectionist
temporal classification).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gangyao.document.recognised import Reading, Rival
from gangyao.ingest.readers.picture.engine import Likelihoods

_NONE = 0
# A character less likely than this at each step of another is no rival of it.
_LEAST_LIKELY = 0.005
_HAN = r"[\u4e00-\u9fff]"
_MARK = re.compile(rf"(?<={_HAN})[(),:;!?]|[(](?={_HAN})|[)](?={_HAN})")
_WIDE = str.maketrans("(),:;!?", "（），：；！？")


# So many steps with one character are longer than a Han character takes at half its width; a dash or a mark
# may take as many.
_LONG_STAY = 3
_DASHES = "—－-一…·"
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,．，]")


def may_lack(seen: Likelihoods, reading: Reading, alphabet: Sequence[str]) -> bool:
    """Tell whether a narrowed line may have lost characters that stand beside their like.

    Two equal characters are two only where the network sees none between them (Graves et al. 2006), which
    takes three steps; two narrow digits have fewer: 3000 is read 300 by a network that is sure of it. A Han
    character that stays the best for long may be two.
    """
    if _NUMBER.search(reading.text):
        return True
    best = seen.argmax(axis=1)
    (changes,) = np.nonzero(np.diff(best, prepend=-1, append=-1))
    return any(
        end - start >= _LONG_STAY and best[start] != _NONE and alphabet[best[start]] not in _DASHES
        for start, end in pairwise(changes.tolist())
    )


def decode(seen: Likelihoods, alphabet: Sequence[str]) -> Reading:
    """Return the text of a line, without blanks at its ends."""
    best = seen.argmax(axis=1)
    is_new = np.ones(len(best), bool)
    is_new[1:] = best[1:] != best[:-1]
    (starts,) = np.nonzero(is_new)
    ends = np.append(starts[1:], len(best))
    steps = [(start, end) for start, end in zip(starts, ends, strict=True) if best[start] != _NONE]
    text = "".join(alphabet[best[start]] for start, _ in steps)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    steps = steps[first:last]
    scores = tuple(float(seen[start, best[start]]) for start, _ in steps)
    rivals = tuple(
        rival
        for place, (start, end) in enumerate(steps)
        for rival in _rivals(place, seen[start:end].max(axis=0), int(best[start]), alphabet)
    )
    return Reading(wide_marks(text[first:last]), scores, rivals)


def _rivals(place: int, likely: NDArray[np.float32], best: int, alphabet: Sequence[str]) -> Iterator[Rival]:
    (near,) = np.nonzero(likely > _LEAST_LIKELY)
    for char in near.tolist():
        if char not in (_NONE, best):
            yield Rival(place, alphabet[char], float(likely[char]))


def wide_marks(text: str) -> str:
    """Return a line with the marks beside Han in their full width, in which they are printed.

    The recogniser tells （ from ( only by the room around it, and errs.
    """
    return _MARK.sub(lambda mark: mark.group().translate(_WIDE), text)
