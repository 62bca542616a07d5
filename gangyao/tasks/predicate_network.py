"""A small network that reads the predicate of a clause again, beside what the rules read there.

Convolutions over the characters of a clause, the pairs that they stand in, the classes of the words that
two of them make, and marks of where the rules read the verb group. Each character is scored as the first of
the group, as one of it and as the last; the clause, for having none. What the rules read is worth more, by
kind of doubt. `training.predicate_network` fits it to annotated clauses, after clauses that a far larger
network had read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints
from gangyao.chinese.vocabulary import NO_CHARACTER, Vocabulary, vocabulary_of
from gangyao.tasks.lexicon import Lexicon

Numbers = npt.NDArray[np.intp]
Scores = npt.NDArray[np.float32]
Span = tuple[int, int]

#: The span of a clause that has no predicate.
NO_PREDICATE: Span = (-1, -1)
# So many places stand before a clause and behind it, as far as the network reaches: the comma that parts it
# from the next clause and the character beyond that, none where a sentence begins or ends.
EDGE = 2
_COMMA = "，"
# Marks of a place: the group of the rules begins there, goes on there, ends there.
_BEGINS, _INSIDE, _ENDS = 1, 2, 4
_MARKS = 8
# More clauses at once push each other out of the caches.
_AT_ONCE = 128
_ROWS = 128


class Doubt(NamedTuple):
    """A clause at `start`:`end` of a text whose predicate is doubtful in the way of number `kind`.

    `read` is where the rules read it, in the same text, `NO_PREDICATE` where they read none. `has_before` and
    `has_behind` tell whether a comma and one more character of its sentence stand on that side.
    """

    start: int
    end: int
    read: Span
    kind: int
    has_before: bool = False
    has_behind: bool = False


def sides(text: str, start: int, end: int, clause_start: int, clause_end: int) -> tuple[bool, bool]:
    """Tell whether the network sees what is before a clause of the sentence `text[start:end]`, and behind."""
    return (
        clause_start - start >= EDGE and text[clause_start - 1] == _COMMA,
        end - clause_end >= EDGE and text[clause_end] == _COMMA,
    )


@dataclass(frozen=True, slots=True, eq=False)
class PredicateNetwork:
    """The weights, made ready: what a character, and what the class and the marks of a place, add to the
    units of each place near it, and what a pair adds to those of its two characters; then those of the
    other convolutions, of the clause as a whole, and of the answers.

    `margin`: by so much another answer must be better.
    """

    vocabulary: Vocabulary
    characters: Scores
    pairs_before: Scores
    pairs_on: Scores
    places: Scores
    kinds: Scores
    farther: tuple[tuple[Scores, Scores], ...]
    whole: Scores
    whole_constants: Scores
    answers: Scores
    answer_constants: Scores
    none: Scores
    none_constant: float
    worth: Scores
    margin: float

    def read_again(self, codes: CodePoints, doubts: Sequence[Doubt], lexicon: Lexicon) -> list[Span | None]:
        """Return where the predicate of each clause stands; None where the rules are to be followed.

        `codes` are the code points of the text in which the clauses lie.
        """
        found: list[Span | None] = []
        for first in range(0, len(doubts), _AT_ONCE):
            some = doubts[first : first + _AT_ONCE]
            table = np.array([(start, end, *read, *more) for start, end, read, *more in some], np.intp)
            found.extend(self._read_some(codes, _laid_out(table), lexicon))
        return found

    def _read_some(self, codes: CodePoints, laid: _Laid, lexicon: Lexicon) -> list[Span | None]:
        units = self._first_units(codes, laid, lexicon)
        for layer, (weights, constants) in enumerate(self.farther):
            units = _convolved(units, weights, constants, EDGE << layer)
            units *= laid.is_inside[:, None]
        near = units[EDGE:-EDGE]
        whole = np.maximum.reduceat(near, laid.firsts - EDGE, axis=0) @ self.whole + self.whole_constants
        np.maximum(whole, 0, out=whole)
        none: Scores = (whole @ self.none + self.none_constant).astype(np.float32)
        by_place = _product(near, self.answers[None])[0]
        answers = by_place.T.take(laid.table_places, axis=1)
        answers += (whole @ self.answers + self.answer_constants).T[:, :, None]
        answers[::2, laid.is_beyond] = -np.inf
        answers[1, laid.is_beyond] = 0
        return self._decide(answers, none, laid)

    def _first_units(self, codes: CodePoints, laid: _Laid, lexicon: Lexicon) -> Scores:
        """Return the units of the first convolution, nothing outside the clauses."""
        size = len(laid.is_inside)
        reach = len(self.characters) // 2
        numbers = np.full(size + 2 * reach, NO_CHARACTER, np.intp)
        beside, where = laid.beside
        for at, of in ((laid.inside, laid.where), (beside, where)):
            numbers[at + reach] = self.vocabulary.numbers_of(codes[of])
        places = np.full(size + 2 * reach, (self.places.shape[1] // _MARKS - 1) * _MARKS, np.intp)
        places[laid.inside + reach] = lexicon.kinds_at(codes, laid.where).astype(np.intp) * _MARKS
        places[reach : size + reach] += laid.marks
        units: Scores = self.kinds.take(np.repeat(laid.kinds, laid.rows), axis=0)
        for near in range(2 * reach + 1):
            units += self.characters[near].take(numbers[near : near + size], axis=0)
            units += self.places[near].take(places[near : near + size], axis=0)
        # Pairs inside a clause alone: what is beside it is read by its characters.
        pairs = self.vocabulary.pairs_of(numbers[reach : size + reach].astype(np.uint16))
        pairs[:-1] *= laid.is_inside[:-1] & laid.is_inside[1:]
        units += self.pairs_on.take(pairs, axis=0)
        units[1:] += self.pairs_before.take(pairs[:-1], axis=0)
        np.maximum(units, 0, out=units)
        units *= laid.is_inside[:, None]
        return units

    def _decide(self, answers: Scores, none: Scores, laid: _Laid) -> list[Span | None]:
        """Return the best spans that are better than those of the rules by the margin.

        `answers` are the scores of each place as the first of a group, as one of it and as the last.
        """
        through = np.cumsum(answers[1], axis=1)
        opening = answers[0] - through + answers[1]
        closing = answers[2] + through
        # The best place to close at from each place on.
        best = np.maximum.accumulate(closing[:, ::-1], axis=1)[:, ::-1]
        first = np.argmax(opening + best, axis=1)
        clauses = np.arange(len(first))
        value = opening[clauses, first] + best[clauses, first]
        begins, stops = laid.read
        read = np.where(begins < 0, none, opening[clauses, begins] + closing[clauses, stops - 1])
        other = np.maximum(value, none)
        spans: list[Span | None] = [None] * len(first)
        for clause in np.flatnonzero(other > read + self.worth[laid.kinds] + self.margin).tolist():
            if none[clause] >= value[clause]:
                spans[clause] = NO_PREDICATE
                continue
            at, start = int(first[clause]), int(laid.starts[clause])
            spans[clause] = (start + at, start + at + int(np.argmax(closing[clause, at:])) + 1)
        return spans


class _Laid(NamedTuple):
    """Clauses laid in one row, with edges between: for each its `starts` in the text, `kinds`, where the
    rules `read` it (begin and end, counted in it), where it begins in the row (`firsts`), edges and all
    `rows`.

    `inside` are the places of the row that have a character, `where` those of the text that they are;
    `is_inside` tells of each place. `marks` are those of the groups. `table_places` are the places of a table
    of one clause a row, behind the first edge; `is_beyond` tells where that has none. `beside` are the edges
    of the row that have a character, and which places of the text these are.
    """

    starts: Numbers
    kinds: Numbers
    read: tuple[Numbers, Numbers]
    firsts: Numbers
    rows: Numbers
    inside: Numbers
    where: Numbers
    is_inside: npt.NDArray[np.bool_]
    marks: Numbers
    table_places: Numbers
    is_beyond: npt.NDArray[np.bool_]
    beside: tuple[Numbers, Numbers]


def _laid_out(doubts: Numbers) -> _Laid:
    """Lay out clauses; each row tells start, end, begin and end of the group, kind, and what is beside."""
    starts, ends, begins, stops, kinds, has_before, has_behind = doubts.T
    lengths = ends - starts
    rows = lengths + 2 * EDGE
    firsts = np.cumsum(rows) - rows + EDGE
    columns = np.arange(int(lengths.max()))
    is_beyond = columns >= lengths[:, None]
    table = firsts[:, None] + columns
    inside = table[~is_beyond]
    is_inside = np.zeros(int(rows.sum()), np.bool_)
    is_inside[inside] = True
    has_group = begins >= 0
    begins = np.where(has_group, begins - starts, -1)
    stops = np.where(has_group, stops - starts, 0)
    marks = np.zeros(len(is_inside), np.intp)
    within = (columns >= begins[:, None]) & (columns < stops[:, None])
    marks[table[within]] = _INSIDE
    marks[(firsts + begins)[has_group]] += _BEGINS
    marks[(firsts + stops)[has_group] - 1] += _ENDS
    return _Laid(
        starts, kinds, (begins, stops), firsts, rows, inside, inside + np.repeat(starts - firsts, lengths),
        is_inside, marks, np.where(is_beyond, 0, table - EDGE), is_beyond,
        (
            _sides(firsts, firsts + lengths, has_before, has_behind),
            _sides(starts, ends, has_before, has_behind),
        ),
    )  # fmt: skip


def _sides(starts: Numbers, ends: Numbers, has_before: Numbers, has_behind: Numbers) -> Numbers:
    """Return the places before those of `starts` that have something before them, and from `ends` on."""
    steps = np.arange(EDGE)
    before, behind = starts[has_before > 0] - EDGE, ends[has_behind > 0]
    return (np.concatenate([before, behind])[:, None] + steps).ravel()


def _convolved(units: Scores, weights: Scores, constants: Scores, reach: int) -> Scores:
    """Return `units` with what a convolution adds to them, of places `reach` apart."""
    before, at, behind = _product(units, weights)
    near: Scores = at + constants
    near[reach:] += before[:-reach]
    near[:-reach] += behind[reach:]
    np.maximum(near, 0, out=near)
    near += units
    return near


def _product(rows: Scores, weights: Scores) -> Scores:
    """Return the products of `rows` and each matrix of `weights`, a few rows at a time.

    OpenBLAS takes threads for more, and those mostly wait for each other.
    """
    blocks = -(-len(rows) // _ROWS)
    padded = np.zeros((blocks * _ROWS, rows.shape[1]), np.float32)
    padded[: len(rows)] = rows
    products: Scores = padded.reshape(1, blocks, _ROWS, -1) @ weights[:, None]
    return products.reshape(len(weights), blocks * _ROWS, -1)[:, : len(rows)]


def network_of(stored: Mapping[str, npt.NDArray[Any]]) -> PredicateNetwork:
    """Make weights ready that `training.predicate_network` stores. Raises KeyError where one is missing."""

    def floats(name: str) -> Scores:
        return np.ascontiguousarray(stored[name], np.float32)

    sizes = np.cumsum([stored["characters"].shape[1], stored["classes"].shape[1]])
    by_character, by_class, by_mark = np.split(floats("first"), sizes, axis=1)
    marks = np.array([[mark & bit > 0 for bit in (_BEGINS, _INSIDE, _ENDS)] for mark in range(_MARKS)])
    classes = np.einsum("ce,new->ncw", floats("classes"), by_class)
    marked = np.einsum("ce,new->ncw", marks.astype(np.float32), by_mark)
    places = (classes[:, :, None] + marked[:, None]).reshape(len(classes), -1, classes.shape[2])
    no_pair = np.zeros((1, len(floats("pair_scale"))), np.float32)
    pairs = np.concatenate([no_pair, floats("pairs") * floats("pair_scale")])
    on, before = np.split(pairs, 2, axis=1)
    return PredicateNetwork(
        vocabulary=vocabulary_of(str(stored["known"]), stored["pair_keys"]),
        pairs_on=np.ascontiguousarray(on),
        pairs_before=np.ascontiguousarray(before),
        characters=np.einsum("ce,new->ncw", floats("characters"), by_character, order="C"),
        places=np.ascontiguousarray(places),
        kinds=floats("kinds") + floats("first_constants"),
        farther=tuple(zip(floats("farther"), floats("farther_constants"), strict=True)),
        whole=floats("whole"),
        whole_constants=floats("whole_constants"),
        answers=floats("answers"),
        answer_constants=floats("answer_constants"),
        none=floats("none"),
        none_constant=float(stored["none_constant"]),
        worth=floats("worth"),
        margin=float(stored["margin"]),
    )


@lru_cache(maxsize=1)
def load_network() -> PredicateNetwork:
    """Return the network that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "predicate_network.npz"
    with resource.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return network_of(stored)
