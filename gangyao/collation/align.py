"""Alignment of two copies of a text, in spite of missing parts and parts in another order.

Runs of characters that occur once in either copy anchor the alignment; anchors that follow each other in both
copies form a chain, one for each part that stands in another place; what lies between the anchors of a chain
is aligned by edit distance (rapidfuzz, Levenshtein). So a whole document takes time linear in its length.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from gangyao.collation.characters import Codes

Mask = npt.NDArray[np.bool_]

# Characters that an anchor has at least.
_ANCHOR = 8
# A chain that matches fewer characters than this is a phrase that both copies use, not a shared part.
_SHORTEST_CHAIN = 16
# More parts in other places than this are not followed.
_MOST_CHAINS = 60
# Anchors further apart than this in both copies do not belong to one chain.
_FURTHEST = 600
# How far a chain is followed beyond its last anchor, over small differences.
_REACH = 40
_MATCH, _EDIT = 1.0, -1.5
_BASE = np.uint64(0x9E3779B97F4A7C55)


@dataclass(frozen=True, slots=True)
class Run:
    """`length` equal characters: from `left` in the one text, from `right` in the other."""

    left: int
    right: int
    length: int

    @property
    def left_end(self) -> int:
        """Where the run ends in the one text."""
        return self.left + self.length

    @property
    def right_end(self) -> int:
        """Where the run ends in the other text."""
        return self.right + self.length


@dataclass(frozen=True, slots=True)
class Chain:
    """A part that both texts hold: runs of equal characters in the order of both texts."""

    runs: tuple[Run, ...]


def align(left: Codes, right: Codes) -> tuple[Chain, ...]:
    """Align two texts (as compared characters); chains in the order of the left text."""
    chains = [part for chain in _chains(_anchors(left, right)) for part in _parts(chain)]
    chains = [chain for chain in chains if _matched(chain) >= _SHORTEST_CHAIN]
    chains.sort(key=lambda chain: chain[0].left)
    taken_left, taken_right = _taken(chains, len(left), len(right))
    completed = []
    for number, chain in enumerate(chains, 1):
        free_left = (taken_left == 0) | (taken_left == number)
        free_right = (taken_right == 0) | (taken_right == number)
        completed.append(Chain(tuple(_complete(chain, left, right, free_left, free_right))))
    return tuple(completed)


def _taken(
    chains: list[list[Run]], left_length: int, right_length: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the number of the chain whose anchor holds each character, 0 for none."""
    left = np.zeros(left_length, dtype=np.int32)
    right = np.zeros(right_length, dtype=np.int32)
    for number, chain in enumerate(chains, 1):
        for run in chain:
            left[run.left : run.left_end] = number
            right[run.right : run.right_end] = number
    return left, right


def _matched(runs: list[Run]) -> int:
    return sum(run.length for run in runs)


def _anchors(left: Codes, right: Codes) -> list[Run]:
    """Return the longest equal runs around the n-grams that occur once in either text, in left order."""
    left_keys, left_at = _unique_ngrams(left)
    right_keys, right_at = _unique_ngrams(right)
    _, in_left, in_right = np.intersect1d(left_keys, right_keys, assume_unique=True, return_indices=True)
    if not len(in_left):
        return []
    starts, targets = left_at[in_left], right_at[in_right]
    order = np.argsort(starts, kind="stable")
    starts, targets = starts[order], targets[order]
    # Hits next to each other on one diagonal are one run.
    diagonal = targets - starts
    fresh = np.ones(len(starts), dtype=bool)
    fresh[1:] = (diagonal[1:] != diagonal[:-1]) | (starts[1:] - starts[:-1] > _ANCHOR)
    (firsts,) = np.nonzero(fresh)
    lasts = np.append(firsts[1:], len(starts)) - 1
    runs: list[Run] = []
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        begin, target = int(starts[first]), int(targets[first])
        end = int(starts[last]) + _ANCHOR
        while begin and target and left[begin - 1] == right[target - 1]:
            begin, target = begin - 1, target - 1
        end_target = target + end - begin
        while end < len(left) and end_target < len(right) and left[end] == right[end_target]:
            end, end_target = end + 1, end_target + 1
        if not runs or end > runs[-1].left_end or target - begin != runs[-1].right - runs[-1].left:
            runs.append(Run(begin, target, end - begin))
    return runs


def _unique_ngrams(codes: Codes) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Return the keys of the n-grams that occur once, sorted, and where they start."""
    count = len(codes) - _ANCHOR + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    keys = np.zeros(count, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    for offset in range(_ANCHOR):
        keys = keys * _BASE + wide[offset : offset + count]
    found, at, times = np.unique(keys, return_index=True, return_counts=True)
    once = times == 1
    return found[once], at[once]


def _chains(anchors: list[Run]) -> list[list[Run]]:
    """Take the heaviest sequence of anchors in the order of both texts, then that of the rest, and so on."""
    chains: list[list[Run]] = []
    rest = anchors
    while _matched(rest) >= _SHORTEST_CHAIN and len(chains) < _MOST_CHAINS:
        heaviest = _heaviest_sequence(rest)
        chosen = set(heaviest)
        chain: list[Run] = []
        for index in heaviest:
            run = _after(rest[index], chain[-1]) if chain else rest[index]
            if run is not None:
                chain.append(run)
        if _matched(chain) < _SHORTEST_CHAIN:
            break
        chains.append(chain)
        rest = [run for index, run in enumerate(rest) if index not in chosen]
    return chains


def _heaviest_sequence(anchors: list[Run]) -> list[int]:
    """Return the indexes of the anchors, increasing in both texts, that match most characters together."""
    rank = {start: index for index, start in enumerate(sorted({run.right for run in anchors}), 1)}
    # Fenwick tree of the best sequence that ends at or before a place of the right text.
    best: list[tuple[int, int]] = [(0, -1)] * (len(rank) + 1)
    previous = [-1] * len(anchors)
    weights = [0] * len(anchors)
    for index, run in enumerate(anchors):
        place = rank[run.right] - 1
        found = (0, -1)
        while place > 0:
            found = max(found, best[place])
            place -= place & -place
        weights[index], previous[index] = found[0] + run.length, found[1]
        place = rank[run.right]
        while place < len(best):
            best[place] = max(best[place], (weights[index], index))
            place += place & -place
    last = max(range(len(anchors)), key=lambda index: weights[index])
    sequence = []
    while last >= 0:
        sequence.append(last)
        last = previous[last]
    return sequence[::-1]


def _parts(chain: list[Run]) -> list[list[Run]]:
    """Cut a chain where both texts go on with much that does not match."""
    parts = [[chain[0]]]
    for run in chain[1:]:
        last = parts[-1][-1]
        if min(run.left - last.left_end, run.right - last.right_end) > _FURTHEST:
            parts.append([])
        parts[-1].append(run)
    return parts


def _after(run: Run, last: Run) -> Run | None:
    """Cut off the start of a run that overlaps the last one; None when nothing is left."""
    overlap = max(0, last.left_end - run.left, last.right_end - run.right)
    if overlap >= run.length:
        return None
    return Run(run.left + overlap, run.right + overlap, run.length - overlap)


def _complete(chain: list[Run], left: Codes, right: Codes, free_left: Mask, free_right: Mask) -> list[Run]:
    """Add the equal runs between the anchors of a chain, and those just beyond its ends.

    Only among the characters that are free: those that no other chain holds.
    """
    first, last = chain[0], chain[-1]
    head_left = _until_taken(left, free_left, first.left - 1, -1)
    head_right = _until_taken(right, free_right, first.right - 1, -1)
    head = [
        Run(first.left - run.left_end, first.right - run.right_end, run.length)
        for run in reversed(_worthwhile(head_left, head_right))
    ]
    runs: list[Run] = [*head, first]
    for run in chain[1:]:
        before = runs[-1]
        left_gap, right_gap = slice(before.left_end, run.left), slice(before.right_end, run.right)
        # A gap where a part was moved to or from is no place for small differences.
        if free_left[left_gap].all() and free_right[right_gap].all():
            equal = _equal_runs(left[left_gap], right[right_gap])
            runs += _shifted(equal, before.left_end, before.right_end)
        runs.append(run)
    tail = _worthwhile(
        _until_taken(left, free_left, last.left_end, 1), _until_taken(right, free_right, last.right_end, 1)
    )
    return _joined(runs + _shifted(tail, last.left_end, last.right_end))


def _until_taken(codes: Codes, free: Mask, start: int, step: int) -> Codes:
    """Return up to `_REACH` characters from `start` on, forwards or backwards, that no other chain holds."""
    indexes = [index for index in range(start, start + step * _REACH, step) if 0 <= index < len(codes)]
    end = next((at for at, index in enumerate(indexes) if not free[index]), len(indexes))
    return codes[np.array(indexes[:end], dtype=np.int64)]


def _equal_runs(left: Codes, right: Codes) -> list[Run]:
    """Align two short stretches by edit distance."""
    if not len(left) or not len(right):
        return []
    operations = Levenshtein.opcodes(left.tolist(), right.tolist())
    return [
        Run(op.src_start, op.dest_start, op.src_end - op.src_start) for op in operations if op.tag == "equal"
    ]


def _worthwhile(left: Codes, right: Codes) -> list[Run]:
    """Align the beginnings of two stretches as far as more characters match than differ."""
    kept: list[Run] = []
    best = score = 0.0
    candidate: list[Run] = []
    at_left = at_right = 0
    for run in _equal_runs(left, right):
        score += _EDIT * max(run.left - at_left, run.right - at_right) + _MATCH * run.length
        at_left, at_right = run.left_end, run.right_end
        candidate.append(run)
        if score > best:
            best = score
            kept += candidate
            candidate = []
    return kept


def _shifted(runs: list[Run], left: int, right: int) -> list[Run]:
    return [Run(run.left + left, run.right + right, run.length) for run in runs]


def _joined(runs: list[Run]) -> list[Run]:
    """Make one run of runs that follow each other without a gap."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].left_end == run.left and joined[-1].right_end == run.right:
            last = joined.pop()
            run = Run(last.left, last.right, last.length + run.length)
        joined.append(run)
    return joined
