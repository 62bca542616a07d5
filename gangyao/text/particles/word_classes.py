"""The words on either side of a gap and their class: noun, verb, adjective, preposition and so on.

`python -m gangyao.text.particles.word_classes DICTIONARY` writes the table that ships with the package.

The classes are facts of a general dictionary (jieba's, which follows the ICTCLAS tags), one class to a word,
stored under the keys of the character model. A table holds no words, so no list can be read out of it.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.text.provenance import write_provenance
from gangyao.text.statistics.counts import CountTable, build_count_table
from gangyao.text.statistics.model import extended_keys, fold_codes, load_model

Codes = npt.NDArray[np.uint64]
Integers = npt.NDArray[np.int64]

LONGEST_WORD = 4
# A dictionary word is kept from this frequency on.
_FLOOR = 3
_HAN = re.compile(r"[\u3400-\u9fff]{1,4}")
# Tags that stand for one class, which is the number of its entry; a count table keeps 1 to 16 exactly.
_TAGS: tuple[str, ...] = (
    "n ng", "nr ns nt nz nrt nrfg", "t tg", "s f", "v vg vd vi vq", "vn", "a ad ag", "an",
    "d dg df", "m mq mg", "q", "r rr rg rz", "p", "c", "u ul uj ud uz uv ug y e o h k", "i l j b z x",
)  # fmt: skip
_CLASS_OF = {tag: number for number, tags in enumerate(_TAGS, 1) for tag in tags.split()}


def read_word_classes(path: Path) -> dict[str, int]:
    """Read the Han words of up to four characters of a jieba dictionary (`word frequency tag`)."""
    classes: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = (*line.split(" "), "", "")[:3]
        if _HAN.fullmatch(word) and frequency.isdigit() and int(frequency) >= _FLOOR and tag in _CLASS_OF:
            classes[word] = _CLASS_OF[tag]
    return classes


def class_table(classes: Iterable[tuple[str, int]], fold: npt.NDArray[np.uint16]) -> CountTable:
    """Store the classes of words under the keys of their folded codes; of two equal keys, the last wins."""
    stored: dict[int, int] = {}
    for word, number in classes:
        codes = fold_codes(word, fold)
        key = codes[:1]
        for place in range(1, len(word)):
            key = extended_keys(key, codes[place : place + 1])
        stored[int(key[0])] = number
    keys = np.array(list(stored), dtype=np.uint64)
    return build_count_table(keys, np.array(list(stored.values()), dtype=np.int64))


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
    resource = resources.files("gangyao.text.particles") / "word_classes.npz"
    with resource.open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return CountTable(stored["cells"], int(stored["seed"]))


def main() -> None:
    """Write the table of a dictionary, with its provenance beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("dictionary", type=Path, help="words with frequency and class, as jieba's dict.txt")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).with_suffix(".npz"))
    arguments = parser.parse_args()
    words = read_word_classes(arguments.dictionary)
    table = class_table(words.items(), load_model().fold)
    np.savez_compressed(arguments.output, cells=table.cells, seed=np.int64(table.seed))
    provenance = {
        "name": f"{arguments.dictionary.parent.name}/{arguments.dictionary.name}",
        "words": len(words),
        "sha256": hashlib.sha256(arguments.dictionary.read_bytes()).hexdigest(),
    }
    write_provenance(provenance, arguments.output)


if __name__ == "__main__":
    main()
