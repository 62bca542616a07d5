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

# Characters that an anchor has at least.
_ANCHOR = 8
# A chain that matches fewer characters than this is a phrase that both copies use, not a shared part.
_SHORTEST_CHAIN = 16
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
    chains = [chain for chain in _chains(_anchors(left, right)) if _matched(chain) >= _SHORTEST_CHAIN]
    return tuple(Chain(tuple(_complete(chain, left, right))) for chain in chains)


def _matched(runs: list[Run]) -> int:
    return sum(run.length for run in runs)


def _anchors(left: Codes, right: Codes) -> list[Run]:
    """Return the longest equal runs around the n-grams that occur once in either text, in left order."""
    left_keys, left_at = _unique_ngrams(left)
    right_keys, right_at = _unique_ngrams(right)
    _, in_left, in_right = np.intersect1d(left_keys, right_keys, assume_unique=True, return_indices=True)
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
    """Group anchors that follow each other in both texts, each joining the chain that it continues best."""
    chains: list[list[Run]] = []
    active: list[list[Run]] = []
    for run in anchors:
        best: list[Run] | None = None
        best_cost = 0
        for chain in active:
            skipped_left = run.left - chain[-1].left_end
            skipped_right = run.right - chain[-1].right_end
            # A run may overlap the one before it by some characters where one copy repeats them.
            if skipped_left < -_ANCHOR or skipped_right < -_ANCHOR:
                continue
            if min(skipped_left, skipped_right) > _FURTHEST:
                continue
            cost = abs(skipped_left - skipped_right) + max(skipped_left, skipped_right, 0)
            if best is None or cost < best_cost:
                best, best_cost = chain, cost
        if best is None:
            best = []
            chains.append(best)
            active.append(best)
        trimmed = _after(run, best[-1]) if best else run
        if trimmed is not None:
            best.append(trimmed)
    return chains


def _after(run: Run, last: Run) -> Run | None:
    """Cut off the start of a run that overlaps the last one; None when nothing is left."""
    overlap = max(0, last.left_end - run.left, last.right_end - run.right)
    if overlap >= run.length:
        return None
    return Run(run.left + overlap, run.right + overlap, run.length - overlap)


def _complete(chain: list[Run], left: Codes, right: Codes) -> list[Run]:
    """Add the equal runs between the anchors of a chain, and those just beyond its ends."""
    first, last = chain[0], chain[-1]
    head_left = left[max(0, first.left - _REACH) : first.left][::-1]
    head_right = right[max(0, first.right - _REACH) : first.right][::-1]
    head = [
        Run(first.left - run.left_end, first.right - run.right_end, run.length)
        for run in reversed(_worthwhile(head_left, head_right))
    ]
    tail = _worthwhile(
        left[last.left_end : last.left_end + _REACH], right[last.right_end : last.right_end + _REACH]
    )
    runs: list[Run] = [*head, first]
    for run in chain[1:]:
        before = runs[-1]
        runs += _shifted(
            _equal_runs(left[before.left_end : run.left], right[before.right_end : run.right]),
            before.left_end,
            before.right_end,
        )
        runs.append(run)
    return _joined(runs + _shifted(tail, last.left_end, last.right_end))


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
