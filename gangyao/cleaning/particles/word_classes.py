"""The words on either side of a gap and their class: noun, verb, adjective, preposition and so on.

`python -m training.word_classes DICTIONARY` writes the table that ships with the package.

The classes are facts of a general dictionary (jieba's, which follows the ICTCLAS tags), one class to a word,
stored under the keys of the character model. A table holds no words, so no list can be read out of it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import extended_keys
from gangyao.chinese.count_table import CountTable

Codes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]

LONGEST_WORD = 4


def at_columns(rows: Codes, columns: Integers) -> Codes:
    """Return one code per row, each from a column of its own; 0 outside of the row."""
    inside = (columns >= 0) & (columns < rows.shape[1])
    found: Codes = rows[np.arange(len(rows)), np.clip(columns, 0, rows.shape[1] - 1)]
    return np.where(inside, found, np.uint64(0))


def longest_words(rows: Codes, columns: Integers, side: int, words: CountTable) -> tuple[Integers, Codes]:
    """Return length and key of the longest word of each row that begins (`side` 1) or ends (-1) at a column.

    A character that is part of no known word is a word of its own.
    """
    lengths = np.ones(len(rows), dtype=np.int64)
    longest = at_columns(rows, columns)
    for length in range(2, LONGEST_WORD + 1):
        first = columns - (length - 1) if side < 0 else columns
        key = at_columns(rows, first)
        for step in range(1, length):
            key = extended_keys(key, at_columns(rows, first + step))
        known = words.look_up(key) > 0
        lengths = np.where(known, length, lengths)
        longest = np.where(known, key, longest)
    return lengths, longest


def kinds_of_words(keys: Codes, lengths: Integers, classes: CountTable) -> Integers:
    """Return one number for the class and the length of each word.

    Words of one class, but of one and of two characters, differ in what they join.
    """
    kinds: Integers = classes.look_up(keys).astype(np.int64) * (LONGEST_WORD + 1) + lengths
    return kinds


@lru_cache(maxsize=1)
def load_word_classes() -> CountTable:
    """Load the table that ships with the package; cached per process."""
    resource = resources.files("gangyao.models") / "word_classes.npz"
    with resource.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return CountTable(stored["cells"], int(stored["seed"]))
