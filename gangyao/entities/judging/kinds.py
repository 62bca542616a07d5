"""The type of a name by its characters, those around it and what the grammar says: a log-linear model.

What is told of a name is a key, a hash of what it is and of the characters or types that it holds; keys of
all names are made and looked up at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints
from gangyao.chinese.pair_table import Places
from gangyao.chinese.signs import CharacterSet
from gangyao.document.mentions import EntityType
from gangyao.entities.judging.marks import TYPES, Marks, ends_of, types_of_found
from gangyao.entities.judging.row import Row

Keys = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

# Multipliers of a hash of 64 bits (Knuth's and that of FNV-1a).
_SPREAD, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0x100000001B3)
# The table has 2^18 places; what is told of a key in its place is 32 other bits of it.
_PLACE_BITS, _CHECK_SHIFT = np.uint64(46), np.uint64(12)
_PLACES = 1 << 18
# Runs of so many characters at the end and the beginning of a name, and around it.
_ENDS, _BEGINS, _AROUND = 4, 3, 3
# Names of up to so many code points are told as a whole; longer ones are hardly met again.
_WHOLE = 6
_MOST_LENGTH = 12
# A list that tells of what kind its names are ends so near: …、…等12个[项目].
_NEAR = 40
_LISTED, _COUNTED = CharacterSet("、和与及"), CharacterSet("0123456789一二三四五六七八九十百余多家个条项大")
# In nats: another type than that of the grammar has to be so much likelier. In cross-validation it is all the
# same; paragraphs that were annotated for the grammar have .840 instead of .837 (F1 with type).
_FOUND_IS_WORTH = 1.0
_OPENING, _CLOSING, _AND_SO_ON = ord("“"), ord("”"), ord("等")


class Names(NamedTuple):
    """Spans of a row: first places, and places behind the last."""

    starts: Places
    ends: Places


class Told(NamedTuple):
    """What is told of names: a key each, or several for each, which `of` numbers; 0 tells nothing."""

    keys: Keys
    of: Places | None = None


def told_of_names(codes: CodePoints, names: Names) -> Iterator[Told]:
    """What the characters of names say, as they may stand in a table too."""
    starts, ends = names
    lengths = ends - starts
    for length in range(1, _ENDS + 1):
        yield Told(_where(lengths >= length, _run(f"ends {length}", codes, ends - length, length)))
    for length in range(1, _BEGINS + 1):
        yield Told(_where(lengths >= length, _run(f"begins {length}", codes, starts, length)))
    whole = _key("is", lengths)
    for at in range(_WHOLE):
        whole = np.where(at < lengths, _with(whole, codes[np.minimum(starts + at, ends - 1)]), whole)
    yield Told(_where(lengths <= _WHOLE, whole))
    yield Told(_key("length", np.minimum(lengths, _MOST_LENGTH)))
    counts = np.maximum(lengths - 1, 1)
    of = np.repeat(np.arange(len(starts)), counts)
    places = starts[of] + np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    yield Told(_where(lengths[of] > 1, _run("holds", codes, places, 2)), of)


def told_around(row: Row, marks: Marks, names: Names) -> Iterator[Told]:
    """What stands around names, and what the grammar found there."""
    starts, ends = names
    codes = row.codes
    for length in range(1, _AROUND + 1):
        yield Told(_run(f"before {length}", codes, starts - length, length))
        yield Told(_run(f"behind {length}", codes, ends, length))
    is_marked = (codes[starts - 1] == _OPENING) & (codes[ends] == _CLOSING)
    yield Told(_where(is_marked, _run("behind the mark", codes, ends + 1, 1)))
    yield Told(_where(is_marked, _run("behind the mark, two", codes, ends + 1, 2)))
    yield Told(_where(is_marked, _run("before the mark", codes, starts - 3, 2)))
    begun, ended = types_of_found(marks, starts), ends_of(marks, ends - 1)
    found = np.where(_is_found(marks, names), begun, 0)
    yield Told(_key("found", found))
    yield Told(_where(found > 0, _with(_key("found, ends", found), codes[ends - 1])))
    yield Told(_where(found > 0, _with(_key("found, marked", found), is_marked)))
    yield Told(_where(found == 0, _key("begins with", begun)))
    yield Told(_where(found == 0, _key("ends with", ended)))
    yield Told(_key("last word of", marks.heads_end[ends - 1]))
    yield Told(_where(_LISTED.holds(codes[starts - 1]), _key("listed behind", ends_of(marks, starts - 2))))
    yield Told(_where(_LISTED.holds(codes[ends]), _key("listed before", types_of_found(marks, ends + 1))))
    is_one_of, kinds, is_list = _kinds_of_lists(row, ends)
    yield Told(_where(is_one_of, _run("one of", codes, kinds, 2)))
    yield Told(_where(is_one_of & is_list, _run("listed, one of", codes, kinds, 2)))


def _is_found(marks: Marks, names: Names) -> Flags:
    """Tell of each span whether the grammar found that very name."""
    places = np.flatnonzero(ends_of(marks, np.arange(len(marks.found))) > 0)
    if not len(places):
        return np.zeros(len(names.starts), np.bool_)
    next_end = places[np.minimum(np.searchsorted(places, names.starts), len(places) - 1)]
    is_found: Flags = (types_of_found(marks, names.starts) > 0) & (next_end == names.ends - 1)
    return is_found


def _kinds_of_lists(row: Row, ends: Places) -> tuple[Flags, Places, Flags]:
    """Whether names are said to be of a kind, where that stands, and whether others stand between."""
    closers = np.append(np.flatnonzero(row.codes == _AND_SO_ON), len(row.codes) - 1)
    at = closers[np.searchsorted(closers, ends)]
    uncounted = np.append(np.flatnonzero(~_COUNTED.holds(row.codes)), len(row.codes) - 1)
    kinds = uncounted[np.searchsorted(uncounted, np.minimum(at + 1, len(row.codes) - 1))]
    stretches = np.cumsum(row.is_barrier)
    near = (at - ends <= _NEAR) & (stretches[at] == stretches[ends]) & (row.codes[at] == _AND_SO_ON)
    return near, np.minimum(kinds, len(row.codes) - 2), at > ends


def _key(what: str, values: npt.NDArray[Any]) -> Keys:
    seed = np.uint64(2166136261)
    for character in what:
        seed = np.uint64((int(seed) ^ ord(character)) * int(_MIX) & 0xFFFFFFFFFFFFFFFF)
    return _with(np.full(len(values), seed), values)


def _with(keys: Keys, values: npt.NDArray[Any]) -> Keys:
    mixed: Keys = (keys ^ (values.astype(np.uint64) + np.uint64(1))) * _SPREAD
    return mixed ^ mixed >> np.uint64(29)


def _run(what: str, codes: CodePoints, places: Places, length: int) -> Keys:
    keys = _key(what, codes[np.clip(places, 0, len(codes) - 1)])
    for at in range(1, length):
        keys = _with(keys, codes[np.clip(places + at, 0, len(codes) - 1)])
    return keys


def _where(holds: Flags, keys: Keys) -> Keys:
    return np.where(holds, keys, np.uint64(0))


def place_of_key(keys: Keys) -> Places:
    """Where the table has what it has of each key."""
    return (keys >> _PLACE_BITS).astype(np.intp)


def check_of_key(keys: Keys) -> npt.NDArray[np.uint32]:
    """What the table has of each key."""
    return (keys >> _CHECK_SHIFT).astype(np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class KindWeights:
    """What each key weighs for each of `TYPES`, in nats: rows by the number that the table has for it; row 0
    is of what is not known. `any_name` is what weighs for any.
    """

    checks: npt.NDArray[np.uint32]
    numbers: npt.NDArray[np.uint16]
    weights: npt.NDArray[np.float32]
    any_name: npt.NDArray[np.float32]

    def types_of(self, row: Row, marks: Marks, names: Names) -> list[EntityType]:
        """The likeliest type of each name."""
        sums = np.tile(self.any_name, (len(names.starts), 1))
        if not len(sums):
            return []
        for told in (*told_of_names(row.codes, names), *told_around(row, marks, names)):
            places = place_of_key(told.keys)
            known = np.where(self.checks[places] == check_of_key(told.keys), self.numbers[places], 0)
            weights = self.weights.take(known, axis=0)
            if told.of is not None:
                weights = np.add.reduceat(weights, np.searchsorted(told.of, np.arange(len(sums))), axis=0)
            sums += weights
        found = np.where(_is_found(marks, names), types_of_found(marks, names.starts), 0)
        has_type = np.flatnonzero(found)
        sums[has_type, found[has_type] - 1] += _FOUND_IS_WORTH
        return [TYPES[number] for number in sums.argmax(axis=1).tolist()]


def kinds_of(stored: Mapping[str, npt.NDArray[Any]]) -> KindWeights:
    """Make weights ready that `training.name_kinds` stores. Raises KeyError where one is missing."""
    keys = stored["keys"]
    checks, numbers = np.zeros(_PLACES, np.uint32), np.zeros(_PLACES, np.uint16)
    places = place_of_key(keys)
    checks[places], numbers[places] = check_of_key(keys), np.arange(1, len(keys) + 1)
    scale = stored["scale"].astype(np.float32)
    weights = np.zeros((len(keys) + 1, len(TYPES)), np.float32)
    weights[1:] = stored["weights"] * scale
    return KindWeights(checks, numbers, weights, stored["any_name"].astype(np.float32))


@lru_cache(maxsize=1)
def load_kinds() -> KindWeights:
    """Return the weights that ship with the package; cached per process."""
    resource = resources.files("gangyao.models") / "name_kinds.npz"
    with resource.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return kinds_of(stored)
