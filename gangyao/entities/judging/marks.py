"""What the grammar found, as numbers of the places of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from gangyao.chinese.pair_table import Places
from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Head
from gangyao.entities.judging.row import Row

Numbers = npt.NDArray[np.uint8]

#: The types of names in the order of their numbers.
TYPES: tuple[EntityType, ...] = get_args(EntityType)
NUMBER_OF = {kind: number for number, kind in enumerate(TYPES)}
# Of each type: a name begins at a place, or goes on there; the rest stands for no name.
_OF_FOUND = 2 * len(TYPES) + 1
#: How many numbers there are of each kind of mark.
SIZES = (2 * _OF_FOUND, len(TYPES) + 1, len(TYPES) + 1, 4)
_WEAK_BEGINS, _WEAK_ENDS = 1, 2


class FoundNames(NamedTuple):
    """What the grammar found in a text: names, sorted and apart, last words of names, by start, and divisions
    for which nothing spoke but their form.
    """

    text: str
    names: Sequence[Candidate]
    heads: Sequence[tuple[int, int, Head]]
    weak: Sequence[Candidate]


class Marks(NamedTuple):
    """What stands at each place of a row: a found name (its type, whether it begins there or goes on, and
    whether it ends), the type of a last word that begins, or ends, and a division that nothing speaks for.
    """

    found: Numbers
    heads_begin: Numbers
    heads_end: Numbers
    weak: Numbers


def marks_of(row: Row, found: Sequence[FoundNames]) -> Marks:
    """Mark what was found in the texts of `row`."""
    marks = Marks(*(np.zeros(len(row.codes), np.uint8) for _ in Marks._fields))
    for first, one in zip(row.firsts.tolist(), found, strict=True):
        _mark_names(marks.found, first, one.names)
        heads = _Spans.of(one.heads, first)
        kinds = np.fromiter((NUMBER_OF[head.type] + 1 for _, _, head in one.heads), np.uint8, len(one.heads))
        marks.heads_begin[heads.starts] = kinds
        # Of several that end at a place the longest counts: the first one, written last.
        marks.heads_end[heads.ends[::-1] - 1] = kinds[::-1]
        weak = _Spans.of([(name.start, name.end) for name in one.weak], first)
        marks.weak[weak.starts] |= _WEAK_BEGINS
        marks.weak[weak.ends - 1] |= _WEAK_ENDS
    return marks


def _mark_names(numbers: Numbers, first: int, names: Iterable[Candidate]) -> None:
    ends: list[int] = []
    for name in names:
        start, end = first + name.start, first + name.end
        number = 2 * NUMBER_OF[name.type] + 1
        numbers[start] = number
        numbers[start + 1 : end] = number + 1
        ends.append(end - 1)
    numbers[ends] += _OF_FOUND


class _Spans(NamedTuple):
    starts: npt.NDArray[np.intp]
    ends: npt.NDArray[np.intp]

    @classmethod
    def of(cls, spans: Sequence[tuple[int, int] | tuple[int, int, Head]], first: int) -> _Spans:
        count = len(spans)
        return cls(
            np.fromiter((span[0] for span in spans), np.intp, count) + first,
            np.fromiter((span[1] for span in spans), np.intp, count) + first,
        )


def types_of_found(marks: Marks, places: Places) -> npt.NDArray[np.intp]:
    """The number of the type, from 1 on, of the found name that begins at each place, 0 where none does."""
    numbers = marks.found[places] % _OF_FOUND
    types: npt.NDArray[np.intp] = np.where(numbers % 2 == 1, (numbers + 1) // 2, 0).astype(np.intp)
    return types


def ends_of(marks: Marks, places: Places) -> npt.NDArray[np.intp]:
    """The number of the type, from 1 on, of the found name that ends at each place, 0 where none does."""
    numbers = marks.found[places]
    types: npt.NDArray[np.intp] = np.where(numbers > _OF_FOUND, (numbers - _OF_FOUND + 1) // 2, 0).astype(
        np.intp
    )
    return types
