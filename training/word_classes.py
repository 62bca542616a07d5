"""Write the table of word classes: `python -m training.word_classes DICTIONARY` (jieba's dict.txt)."""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

import gangyao.models
from gangyao.chinese.character_model import extended_keys, fold_codes, load_model
from gangyao.chinese.count_table import CountTable, build_count_table
from training.provenance import write_provenance

# A dictionary word is kept from this frequency on.
_FLOOR = 3
_HAN = re.compile(r"[\u3400-\u9fff]{1,4}")
# Tags that stand for one class, which is the number of its entry; a count table keeps 1 to 16 exactly.
_TAGS: tuple[str, ...] = (
    "n ng", "nr ns nt nz nrt nrfg", "t tg", "s f", "v vg vd vi vq", "vn", "a ad ag", "an",
    "d dg df", "m mq mg", "q", "r rr rg rz", "p", "c", "u ul uj ud uz uv ug y e o h k", "i l j b z x",
)  # fmt: skip
_CLASS_OF = {tag: number for number, tags in enumerate(_TAGS, 1) for tag in tags.split()}
_OUTPUT = Path(gangyao.models.__file__).parent / "word_classes.npz"


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


def main() -> None:
    """Write the table of a dictionary, with its provenance beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("dictionary", type=Path, help="words with frequency and class, as jieba's dict.txt")
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
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
