"""What a particle model looks at: the characters and the words on either side of a gap in a text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import CharacterModel, extended_keys
from gangyao.chinese.count_table import CountTable
from gangyao.cleaning.particles.clauses import read_clauses
from gangyao.cleaning.particles.word_classes import LONGEST_WORD, at_columns, kinds_of_words, longest_words

Codes = npt.NDArray[np.uint64]
Tokens = npt.NDArray[np.int64]
Flags = npt.NDArray[np.float32]

# What may stand in the gap: nothing, or one of these.
CLASSES: tuple[str, ...] = (
    "", "的", "了", "和", "与", "及", "在", "等", "为", "对", "以", "将", "把", "从", "于",
    "是", "并", "而", "之", "地", "中", "得", "着", "或", "向", "到", "上", "要", "也",
)  # fmt: skip
REACH = 16
# Hashed features share this many rows of weights.
ROWS = 1 << 20
_BREAK = ord("\n")
# Distances to a mark beyond this one are alike.
_FAR = 9

# Groups of characters that are looked at together: -1 is the last before the gap, 1 the first after it.
_GROUPS: tuple[tuple[int, ...], ...] = (
    (-1,), (1,), (-2, -1), (1, 2), (-3, -2, -1), (1, 2, 3), (-1, 1), (-2, -1, 1), (-1, 1, 2), (-2, -1, 1, 2),
    (-2,), (2,), (-3,), (3,), (-3, -2), (2, 3), (-4, -3, -2, -1), (1, 2, 3, 4), (-4,), (4,), (4, 5), (-5, -4),
    (-6,), (6,), (-5,), (5,),
)  # fmt: skip
# Words that a particle in the gap would make with its neighbours: how many characters on either side.
_MADE_WORDS: tuple[tuple[tuple[int, int], ...], ...] = (
    ((1, 0),), ((2, 0),), ((0, 1),), ((0, 2),), ((1, 1),), ((2, 1), (1, 2)),
)  # fmt: skip
MADE_WORDS = len(_MADE_WORDS)
# N-grams whose counts are looked at: how many characters on either side of what stands in the gap.
_COUNTED: tuple[tuple[int, int], ...] = (
    (1, 0),
    (0, 1),
    (1, 1),
    (2, 0),
    (0, 2),
    (2, 1),
    (1, 2),
    (2, 2),
    (3, 1),
    (1, 3),
)
COUNTED = len(_COUNTED)
_LONGEST_COUNTED = 4
_MIX = np.uint64(0x9E3779B97F4A7C15)


def contexts(codes: Codes, before: Tokens, after: Tokens) -> Codes:
    """Return the `REACH` codes before and after each gap, one row per gap; 0 beyond a line break.

    `before` are the places in `codes` of the last characters before the gaps, `after` those of the first
    after them.
    """
    rows = np.zeros((len(before), 2 * REACH), dtype=np.uint64)
    for places, step in ((before, -1), (after, 1)):
        alive = np.ones(len(places), dtype=bool)
        for distance in range(REACH):
            at = places + step * distance
            inside = (at >= 0) & (at < len(codes))
            found = np.where(inside, codes[np.clip(at, 0, len(codes) - 1)], _BREAK)
            column = REACH - 1 - distance if step < 0 else REACH + distance
            rows[:, column] = np.where(alive, found, 0)
            alive &= found != _BREAK
    return rows


def tokens(rows: Codes, model: CharacterModel, classes: CountTable) -> Tokens:
    """Return the hashed features of each gap: numbers of rows of weights.

    `classes` gives the class of words by their keys (see `word_classes`).
    """
    hashed = [_hash(*(_at(rows, place) for place in group)) for group in _GROUPS]
    hashed += _word_hashes(rows, model, classes)
    numbered = [part * np.uint64(31) + np.uint64(1000003 * (index + 50)) for index, part in enumerate(hashed)]
    return np.stack([_scramble(part) % np.uint64(ROWS) for part in numbered], axis=1).astype(np.int64)


def _word_hashes(rows: Codes, model: CharacterModel, classes: CountTable) -> list[Codes]:
    """Return what the words on either side are, their classes and lengths, and what their clause shows."""
    last = np.full(len(rows), REACH - 1)
    left_length, left = longest_words(rows, last, -1, model.words)
    right_length, right = longest_words(rows, last + 1, 1, model.words)
    _, left_2 = far_left = longest_words(rows, last - left_length, -1, model.words)
    _, right_2 = far_right = longest_words(rows, last + 1 + right_length, 1, model.words)
    before, after, before_2, after_2 = (
        kinds_of_words(word, length, classes)
        for length, word in ((left_length, left), (right_length, right), far_left, far_right)
    )
    across = _across(rows, model)
    first, second = _at(rows, -1), _at(rows, 1)
    words = [
        (across,), (left_length, right_length), (across, left_length, right_length), (left,), (right,),
        (left, right), (left, second), (first, right), (left, right_length), (right, left_length),
        (before,), (after,), (before, after), (before_2, before), (after, after_2),
        (before_2, before, after), (before, after, after_2), (before_2, before, after, after_2),
        (left, after), (before, right), (left, after, after_2), (before_2, before, right),
        (left_2, left), (right, right_2), (left_2,), (right_2,), (before, second), (first, after),
        (left_2, before, after), (before, after, right_2), (left_2, right), (left, right_2),
    ]  # fmt: skip
    clause = read_clauses(rows[:, REACH - 1 :: -1], rows[:, REACH:])
    near, far = np.minimum(clause.before, _FAR), np.minimum(clause.after, _FAR)
    opening = at_columns(rows, last + 2 - clause.before), at_columns(rows, last + 3 - clause.before)
    closing = at_columns(rows, last + clause.after - 1), at_columns(rows, last + clause.after)
    same = (left_length == right_length).astype(np.int64) + 2 * (before == after)
    start, end = (near, clause.left_mark), (far, clause.right_mark)
    around = [
        start, end, (near, far), (*start, *end), (clause.prepositions,), (clause.lists,), (clause.of,),
        (clause.tails,), opening, closing, (clause.lists, left_length, right_length), (opening[0], first),
        (closing[1], second), (left, *start), (right, *end), (clause.lists, left), (clause.of, left),
        (clause.of, right), (clause.tails, right), (clause.prepositions, right), (left, *closing),
        (*opening, right), (first, *start, second), (clause.prepositions, clause.tails),
        (before, after, near, far), (before, after, clause.lists), (before, after, clause.of),
        (before, after, *end), (before, after, *start), (after, clause.tails), (before, *end, after, after_2),
        (left, *end), (clause.prepositions, before, after), (same,), (same, near, far), (clause.parallel,),
        (clause.parallel, clause.lists, same),
    ]  # fmt: skip
    return [_hash(*parts) for parts in (*words, *around)]


def _hash(*parts: Codes | Tokens) -> Codes:
    hashes = np.full(len(parts[0]), 17, dtype=np.uint64)
    for part in parts:
        hashes = hashes * _MIX + part.astype(np.uint64) + np.uint64(7)
    return hashes


def made_words(rows: Codes, model: CharacterModel) -> Flags:
    """Tell which words each class makes with the neighbours of each gap (gaps, classes, kinds)."""
    flags = np.zeros((len(rows), len(CLASSES), len(_MADE_WORDS)), dtype=np.float32)
    for index, particle in enumerate(CLASSES):
        if not particle:
            continue
        code = np.full(len(rows), ord(particle), dtype=np.uint64)
        for kind, shapes in enumerate(_MADE_WORDS):
            for before, after in shapes:
                parts = [_at(rows, -step) for step in range(before, 0, -1)]
                parts += [code, *(_at(rows, step) for step in range(1, after + 1))]
                flags[:, index, kind] = np.maximum(flags[:, index, kind], _is_word(parts, model))
    return flags


def n_gram_counts(rows: Codes, model: CharacterModel, seen: Tokens | None = None) -> Flags:
    """Return the logarithm of how often each class was counted with its neighbours (gaps, classes, n-grams).

    In training the counts hold the very place that is looked at: `seen` gives the class that stands in each
    gap, and that one occurrence is taken off.
    """
    logs = np.zeros((len(rows), len(CLASSES), len(_COUNTED)), dtype=np.float32)
    for index, particle in enumerate(CLASSES):
        middle = [np.full(len(rows), ord(particle), dtype=np.uint64)] if particle else []
        for kind, (before, after) in enumerate(_COUNTED):
            if not 2 <= before + after + len(middle) <= _LONGEST_COUNTED or not (
                particle or (before and after)
            ):
                continue
            parts = [_at(rows, -step) for step in range(before, 0, -1)] + middle
            counts = _counts([*parts, *(_at(rows, step) for step in range(1, after + 1))], model)
            if seen is not None:
                counts = np.maximum(counts - (seen == index), 0)
            logs[:, index, kind] = np.log1p(counts)
    return logs


def _counts(parts: Sequence[Codes], model: CharacterModel) -> Flags:
    keys = parts[0]
    for part in parts[1:]:
        keys = extended_keys(keys, part)
    return np.asarray(model.table.look_up(keys), dtype=np.float32)


def _at(rows: Codes, place: int) -> Codes:
    column: Codes = rows[:, REACH + place] if place < 0 else rows[:, REACH + place - 1]
    return column


def _is_word(parts: Sequence[Codes], model: CharacterModel) -> npt.NDArray[np.bool_]:
    keys = parts[0]
    for part in parts[1:]:
        keys = extended_keys(keys, part)
    found: npt.NDArray[np.bool_] = model.words.look_up(keys) > 0
    return found


def _across(rows: Codes, model: CharacterModel) -> Codes:
    """Return the length of the longest word that reaches over the gap (0: none)."""
    across = np.zeros(len(rows), dtype=np.uint64)
    for length in range(2, LONGEST_WORD + 1):
        for cut in range(1, length):
            places = [*range(cut - length, 0), *range(1, cut + 1)]
            across[_is_word([_at(rows, place) for place in places], model)] = length
    return across


def _scramble(hashes: Codes) -> Codes:
    mixed = hashes ^ (hashes >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed = mixed ^ (mixed >> np.uint64(27))
    scrambled: Codes = mixed * np.uint64(0x94D049BB133111EB) >> np.uint64(31)
    return scrambled
