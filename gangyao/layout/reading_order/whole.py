"""What a whole document tells about two of its texts: telling words, its subject, its pieces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gangyao.chinese.han_pairs import Keys, han_pairs, wide_code_points
from gangyao.layout.reading_order.pieces import Pieces
from gangyao.layout.reading_order.stretches import PairsOfText, Stretches, read_stretches
from gangyao.layout.reading_order.topics import Subject, Topics, subject_of
from gangyao.layout.reading_order.words import Shares

# No pair has this key.
_NO_PAIR = -1


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """The pairs of Han characters of a document, ascending, how telling each is, its subject and its pieces.

    A pair is telling if few of the lines hold it: its weight is the logarithm of the share that does not.
    `text` holds the pairs in their order, by their numbers; `line_starts` tell where lines begin, and where
    another one would.
    """

    text: PairsOfText
    line_starts: Keys
    pairs: Keys
    weights: Shares
    rarest: float
    subject: Subject
    topics: Topics
    pieces: Pieces

    def read(self, tails: Sequence[str], heads: Sequence[str]) -> tuple[Whole, Stretches, Stretches]:
        """Return which pairs texts hold, by their numbers, and the document with those that it lacks.

        It lacks those over the end of a line where the texts read on.
        """
        left, right = read_stretches(tails), read_stretches(heads)
        whole = self
        pairs = np.concatenate([left.text.pairs, right.text.pairs])
        numbers = np.searchsorted(self.pairs, pairs)
        is_known = np.append(self.pairs, _NO_PAIR)[numbers] == pairs
        if not is_known.all():
            lacked = np.sort(pairs[~is_known])
            # Not `np.unique`, which imports NumPy's masked arrays.
            lacked = lacked[np.flatnonzero(np.diff(lacked, prepend=_NO_PAIR))]
            whole, numbers = self._with(lacked), numbers + np.searchsorted(lacked, pairs)
        of_left, of_right = np.split(numbers, [len(left.text.pairs)])
        left = replace(left, text=PairsOfText(of_left, left.text.places))
        return whole, left, replace(right, text=PairsOfText(of_right, right.text.places))

    def stretches(self, starts: Keys, lengths: Sequence[int]) -> Stretches:
        """Return stretches of the document with the numbers of their pairs."""
        return Stretches(self.text, starts, np.array(lengths, dtype=np.int64))

    def _with(self, lacked: Keys) -> Whole:
        """Return the document with pairs that it lacks, given in order."""
        at = np.searchsorted(self.pairs, lacked)
        rows = np.insert(self.subject.rows, at, self.topics.rows_of(lacked))
        return replace(
            self,
            text=replace(
                self.text, pairs=self.text.pairs + np.searchsorted(lacked, self.pairs)[self.text.pairs]
            ),
            pairs=np.insert(self.pairs, at, lacked),
            weights=np.insert(self.weights, at, self.rarest),
            subject=replace(self.subject, rows=rows),
        )


def read_whole(text: str, topics: Topics) -> Whole:
    """Read a document, whose lines are parted by line breaks."""
    points = wide_code_points(text)
    found, places = han_pairs(points)
    lines = text.count("\n") + 1
    # Sorted by pair and line: each pair counts once a line.
    is_break = points == ord("\n")
    held = np.sort(found * lines + np.cumsum(is_break)[places])
    by_pair = held // lines
    is_first = np.diff(by_pair, prepend=-1) != 0
    firsts = np.flatnonzero(is_first)
    pairs = by_pair[firsts]
    times = np.diff(firsts, append=len(held))
    number = np.cumsum(is_first) - 1
    in_lines = np.bincount(number[np.diff(held, prepend=-1) != 0], minlength=len(pairs))
    return Whole(
        PairsOfText(np.searchsorted(pairs, found), places),
        np.concatenate([[0], np.flatnonzero(is_break) + 1, [len(points) + 1]]),
        pairs,
        np.log(lines / in_lines),
        math.log(max(lines, 2)),
        subject_of(pairs, times, topics),
        topics,
        Pieces(points),
    )
