"""The best order of fragments: a beam search over permutations, then moves of blocks while they help.

An order is scored by how well each fragment goes on the one before (`continuity`) and by how well its
headings count (`numbering`), both in bits. Fragments that are neighbours in print get a bonus, so that the
printed order stands where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gangyao.layout.reading_order.numbering import Mark, advance, least_cost, read_mark
from gangyao.layout.reading_order.scores import Scores
from gangyao.layout.reading_order.units import Unit

_WIDTH = 40
# What numbers weigh beside pairs: 0.6 by the fit that `priors` tells of; chapters of documents without any
# broken line need more.
_NUMBERS = 0.8
# Successors that are this many bits worse than the best one of a fragment are not tried.
_HOPELESS = 25.0
# Moves of blocks that lose more than this in the pairs are not weighed against the numbers; so many are.
_WORST_GAIN = -40.0
_NO_GAIN = -8.0
_MOST_MOVES = 150
_MOST_RIVALS = 40
_CERTAIN = 20.0

# The last number of each family, and whether an outer heading has come since, sorted.
_Numbers = tuple[tuple[str, tuple[int, bool]], ...]
_StepKey = tuple[int, bool, _Numbers, str, Mark | None]
# As much of a line as its number can take.
_LABEL = 16


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of units: its first and last line, and the numbers on the lines between."""

    first: Unit
    last: Unit
    inner: tuple[Mark, ...]
    is_single: bool


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order of fragments with its score in bits (higher is better)."""

    order: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Problem:
    """The fragments to order, their scores, and the families of numbers that are counted through.

    `least_costs` is what the numbers inside each fragment cost in any order, in bits; `steps` keeps what the
    search has worked out.
    """

    fragments: Sequence[Fragment]
    scores: Scores
    through: frozenset[str]
    least_costs: tuple[float, ...]
    steps: dict[_StepKey, _Step] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rival:
    """The best order without a given break: how many bits worse it is, by its pairs and by its numbers."""

    loss: float
    by_pairs: float
    by_numbers: float


@dataclass(frozen=True, slots=True)
class _Step:
    """What reading one more fragment leaves: the last numbers, their cost, the beginning of the last line.

    The number of that line is read when it is known what the line goes on with.
    """

    numbers: _Numbers = ()
    cost: float = 0.0
    pending: str = ""
    pending_mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class _Path:
    order: tuple[int, ...]
    used: int
    score: float
    step: _Step


def make_fragment(units: Sequence[Unit]) -> Fragment:
    """Make a fragment of a run of units."""
    inner = tuple(unit.mark for unit in units[1:-1] if unit.mark is not None)
    return Fragment(units[0], units[-1], inner, len(units) == 1)


def score_order(order: Sequence[int], problem: Problem) -> float:
    """Return the score of one order."""
    path = _Path((), 0, best_score(problem), _Step())
    for index in order:
        path = _extend(path, index, problem)
    return _finish(path, problem)


def best_orders(problem: Problem, floor: float, width: int = _WIDTH) -> list[Ordered]:
    """Return the best orders that the beam holds in the end, best first; none scores less than `floor`."""
    count = len(problem.fragments)
    pair, start = problem.scores.pair.tolist(), problem.scores.start.tolist()
    beam = [_Path((), 0, best_score(problem), _Step())]
    for _ in range(count):
        grown: dict[tuple[int, int, str, _Numbers], _Path] = {}
        for path in beam:
            row = pair[path.order[-1]] if path.order else start
            for index in _successors(path, problem.scores, count):
                # Numbers never add to a score.
                if path.score + row[index] < floor:
                    continue
                longer = _extend(path, index, problem)
                if longer.score < floor:
                    continue
                key = (longer.used, index, longer.step.pending, longer.step.numbers)
                known = grown.get(key)
                if known is None or known.score < longer.score:
                    grown[key] = longer
        beam = sorted(grown.values(), key=lambda path: (-path.score, path.order))[:width]
    ordered = [Ordered(path.order, _finish(path, problem)) for path in beam]
    ordered = [found for found in ordered if found.score >= floor]
    return sorted(ordered, key=lambda found: (-found.score, found.order))


def improve(order: Sequence[int], problem: Problem) -> Ordered:
    """Move blocks of fragments within `order` as long as the score grows (Or-opt, best move first)."""
    best = Ordered(tuple(order), score_order(order, problem))
    while True:
        moves = _block_moves(best.order, problem.scores)
        moves.sort(key=lambda move: (-move[0], move[1]))
        better: Ordered | None = None
        spare = _number_cost(best, problem) - _NUMBERS * sum(problem.least_costs)
        for gain, moved in moves[:_MOST_MOVES]:
            # No order gains more in its numbers than what they cost now beyond the least that they can.
            if gain + spare <= (better or best).score - best.score or (better and gain < _NO_GAIN):
                break
            score = score_order(moved, problem)
            if score > (better or best).score + 1e-6:
                better = Ordered(moved, score)
        if better is None:
            return best
        best = better


def _number_cost(ordered: Ordered, problem: Problem) -> float:
    """Return what the numbers cost in an order: what its score lacks of its pairs and its two ends."""
    scores, order = problem.scores, ordered.order
    pairs = sum(float(scores.pair[left, right]) for left, right in pairwise(order))
    return scores.base + pairs + float(scores.start[order[0]]) + float(scores.end[order[-1]]) - ordered.score


def rival_of(order: tuple[int, ...], pair: tuple[int, int], problem: Problem) -> Rival:
    """Find the best order that parts the two fragments of `pair` by one move of a block."""
    best = score_order(order, problem)
    rival = Rival(_CERTAIN, _CERTAIN, _CERTAIN)
    moves = sorted(_block_moves(order, problem.scores), key=lambda move: (-move[0], move[1]))
    tried = 0
    for gain, moved in moves:
        if pair in pairwise(moved):
            continue
        loss = best - score_order(moved, problem)
        if loss < rival.loss:
            rival = Rival(loss, -gain, loss + gain)
        tried += 1
        if tried == _MOST_RIVALS:
            break
    return rival


def _block_moves(order: tuple[int, ...], scores: Scores) -> list[tuple[float, tuple[int, ...]]]:
    """Return the orders that swap two neighbouring blocks of `order`, with what the pairs gain by it."""
    # Single entries of lists are read faster than those of arrays.
    pair, start, end = scores.pair.tolist(), scores.start.tolist(), scores.end.tolist()
    count = len(order)
    moves: list[tuple[float, tuple[int, ...]]] = []
    for i in range(count):
        for j in range(i + 1, count):
            for k in range(j + 1, count + 1):
                first, last = (order[i], order[j - 1]), (order[j], order[k - 1])
                gain = pair[last[1]][first[0]] - pair[first[1]][last[0]]
                if i:
                    before = order[i - 1]
                    gain += pair[before][last[0]] - pair[before][first[0]]
                else:
                    gain += start[last[0]] - start[first[0]]
                if k < count:
                    after = order[k]
                    gain += pair[first[1]][after] - pair[last[1]][after]
                else:
                    gain += end[first[1]] - end[last[1]]
                if gain > _WORST_GAIN:
                    moves.append((gain, order[:i] + order[j:k] + order[i:j] + order[k:]))
    return moves


def best_score(problem: Problem) -> float:
    """Return what no order can exceed: the best assignment of pairs, and the numbers at their best."""
    return problem.scores.base - _NUMBERS * sum(problem.least_costs)


def make_problem(fragments: Sequence[Fragment], scores: Scores, through: frozenset[str]) -> Problem:
    """Put a problem together."""
    return Problem(fragments, scores, through, tuple(least_cost(part.inner, through) for part in fragments))


def _successors(path: _Path, scores: Scores, count: int) -> list[int]:
    free = [index for index in range(count) if not path.used >> index & 1]
    if not path.order or len(free) <= 6:
        return free
    last = path.order[-1]
    row = scores.pair[last]
    best = max(row[index] for index in free)
    return [index for index in free if row[index] >= best - _HOPELESS or index == last + 1]


def _extend(path: _Path, index: int, problem: Problem) -> _Path:
    scores = problem.scores
    if path.order:
        last = path.order[-1]
        score = path.score + float(scores.pair[last, index])
        joins = scores.joins[last][index]
    else:
        score = path.score + float(scores.start[index])
        joins = False
    before = path.step
    key = (index, joins, before.numbers, before.pending, before.pending_mark)
    step = problem.steps.get(key)
    if step is None:
        step = _read_fragment(problem.fragments[index], before, problem.through, joins=joins)
        problem.steps[key] = step
    score -= _NUMBERS * (step.cost - problem.least_costs[index])
    return _Path((*path.order, index), path.used | 1 << index, score, step)


def _read_fragment(fragment: Fragment, before: _Step, through: frozenset[str], *, joins: bool) -> _Step:
    """Read the numbers of a fragment after what stands before it; `joins`: it goes on the line before."""
    marks: list[Mark] = []
    if joins:
        head, head_mark = before.pending, before.pending_mark
        if len(head) < _LABEL:
            head = (head + fragment.first.text)[:_LABEL]
            head_mark = read_mark(head)
    else:
        if before.pending_mark is not None:
            marks.append(before.pending_mark)
        head = fragment.first.text[:_LABEL]
        head_mark = fragment.first.mark
    if fragment.is_single:
        pending, pending_mark = head, head_mark
    else:
        if head_mark is not None:
            marks.append(head_mark)
        marks.extend(fragment.inner)
        pending, pending_mark = fragment.last.text[:_LABEL], fragment.last.mark
    numbers, cost = advance(dict(before.numbers), marks, through)
    return _Step(tuple(sorted(numbers.items())), cost, pending, pending_mark)


def _finish(path: _Path, problem: Problem) -> float:
    step = path.step
    marks = [step.pending_mark] if step.pending_mark is not None else []
    _, cost = advance(dict(step.numbers), marks, problem.through)
    return path.score - _NUMBERS * cost + float(problem.scores.end[path.order[-1]])
