"""What a particle model looks at: the characters and the words on either side of a gap in a text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gangyao.text.statistics.model import CharacterModel, extended_keys

Codes = npt.NDArray[np.uint64]
Tokens = npt.NDArray[np.int64]
Flags = npt.NDArray[np.float32]

# What may stand in the gap: nothing, or one of these.
CLASSES: tuple[str, ...] = (
    "", "的", "了", "和", "与", "及", "在", "等", "为", "对", "以", "将", "把", "从", "于",
    "是", "并", "而", "之", "地", "中", "得", "着", "或", "向", "到", "上", "要", "也",
)  # fmt: skip
REACH = 6
# Hashed features share this many rows of weights.
ROWS = 1 << 16
_BREAK = ord("\n")
_LONGEST_WORD = 4

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


def tokens(rows: Codes, model: CharacterModel) -> Tokens:
    """Return the hashed features of each gap: numbers of rows of weights."""
    hashed = []
    for number, group in enumerate(_GROUPS):
        hashes = np.full(len(rows), number + 1, dtype=np.uint64)
        for place in group:
            hashes = hashes * _MIX + _at(rows, place) + np.uint64(7)
        hashed.append(hashes)
    left, right, across = _word_lengths(rows, model)
    left_word, right_word = _hash_word(rows, left, -1), _hash_word(rows, right, 1)
    lengths = left * np.uint64(10) + right
    words = (
        across + np.uint64(100), lengths + np.uint64(200),
        across * np.uint64(100) + lengths + np.uint64(1000),
        left_word, right_word, left_word * _MIX + right_word, left_word * _MIX + _at(rows, 1),
        _at(rows, -1) * _MIX + right_word, left_word * _MIX + right, right_word * _MIX + left,
    )  # fmt: skip
    hashed += [word * np.uint64(31) + np.uint64(1000003 * (number + 50)) for number, word in enumerate(words)]
    return np.stack([_scramble(hashes) % np.uint64(ROWS) for hashes in hashed], axis=1).astype(np.int64)


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


def _word_lengths(rows: Codes, model: CharacterModel) -> tuple[Codes, Codes, Codes]:
    """Return the lengths of the longest words that end at, begin at, and reach over the gap (0: none)."""
    left = np.ones(len(rows), dtype=np.uint64)
    right = np.ones(len(rows), dtype=np.uint64)
    across = np.zeros(len(rows), dtype=np.uint64)
    for length in range(2, _LONGEST_WORD + 1):
        before = [_at(rows, -step) for step in range(length, 0, -1)]
        after = [_at(rows, step) for step in range(1, length + 1)]
        left[_is_word(before, model)] = length
        right[_is_word(after, model)] = length
        for cut in range(1, length):
            across[_is_word([*before[length - cut :], *after[: length - cut]], model)] = length
    return left, right, across


def _hash_word(rows: Codes, lengths: Codes, side: int) -> Codes:
    hashes = np.zeros(len(rows), dtype=np.uint64)
    for step in range(1, _LONGEST_WORD + 1):
        longer = hashes * _MIX + _at(rows, side * step) + np.uint64(3)
        hashes = np.where(lengths >= step, longer, hashes)
    return hashes


def _scramble(hashes: Codes) -> Codes:
    mixed = hashes ^ (hashes >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed = mixed ^ (mixed >> np.uint64(27))
    scrambled: Codes = mixed * np.uint64(0x94D049BB133111EB) >> np.uint64(31)
    return scrambled
