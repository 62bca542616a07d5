"""Count a folder of texts: `python -m training.character_model FOLDER --words LIST -o FILE`.

The same folder gives the same bytes. Beside the model stands a JSON file of the same name that says which
texts were counted.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import (
    ORDER,
    PRIORS,
    CharacterModel,
    extended_keys,
    fold_codes,
    load_model,
    longer_keys,
    make_model,
)
from gangyao.chinese.count_table import CountTable, Keys, build_count_table
from training.folding import build_fold
from training.provenance import write_provenance
from training.texts import FOLDS, TrainingText, fold_of, one_per_group, read_folder, read_official

# An n-gram of the highest order is kept from this count on; rarer ones cost more room than they tell.
HIGHEST_ORDER_FLOOR = 2
# A dictionary word is kept from this frequency on.
WORD_FLOOR = 3
# What a word counts that its list gives no frequency for, such as a place name.
UNCOUNTED = 20
# What a text of the corpus counts beside one of other official prose: of 1, 4, 10 and 16, 10 and 16 found the
# most recognition errors in a held-out part (75 % against 70 and 75 at one false suspect per 1,000
# characters).
NEARNESS = 10
# Pairs of characters counted less often are no candidates where other prose is counted too: from 12 on as
# many
# misreadings are found as from 1 on, in two thirds of the time.
PAIR_FLOOR = 12
_BREAK = ord("\n")
_WORD = re.compile(r"[\u3400-\u9fff]+")
_BLANKS = re.compile(r"[ \t\u3000\u00a0]*\r?\n\s*")


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """How often texts hold each character (`unigrams`, by code) and each longer n-gram (per order from 2 on).

    `pairs` are the codes that follow each other, line breaks between them included.
    """

    unigrams: npt.NDArray[np.int64]
    keys: tuple[Keys, ...]
    counts: tuple[npt.NDArray[np.int64], ...]
    pairs: npt.NDArray[np.uint32]


def count(texts: Sequence[TrainingText], fold: npt.NDArray[np.uint16]) -> Counted:
    """Count the n-grams of `texts`; one may start or end at a line break, not reach over it."""
    whole = "\n" + "\n".join(_BLANKS.sub("\n", text.text.strip()) for text in texts) + "\n"
    codes = fold_codes(whole, fold)
    keys: list[Keys] = []
    counts = []
    running = codes
    inside = np.ones(len(codes), dtype=bool)
    inside[0] = False
    after_break = np.concatenate([[True], codes[:-1] == _BREAK])
    for order in range(2, ORDER + 1):
        running = longer_keys(running, codes)
        if order > 2:
            inside = np.concatenate([[False], inside[:-1] & ~after_break[1:]])
        found, times = np.unique(running[inside], return_counts=True)
        keys.append(found)
        counts.append(times.astype(np.int64))
    unigrams = np.bincount(codes.astype(np.int64), minlength=0x10000)
    pairs = np.unique((codes[:-1] << np.uint64(16)) | codes[1:]).astype(np.uint32)
    return Counted(unigrams, tuple(keys), tuple(counts), pairs)


def add(parts: Sequence[tuple[Counted, int]]) -> Counted:
    """Add counts up, each as many times as its number says."""
    keys, counts = [], []
    for order in range(ORDER - 1):
        distinct, own = np.unique(
            np.concatenate([part.keys[order] for part, _ in parts]), return_inverse=True
        )
        times = np.concatenate([part.counts[order] * weight for part, weight in parts])
        keys.append(distinct)
        counts.append(np.bincount(own, weights=times).astype(np.int64))
    unigrams = np.sum([part.unigrams * weight for part, weight in parts], axis=0)
    pairs = np.unique(np.concatenate([part.pairs for part, _ in parts]))
    return Counted(unigrams, tuple(keys), tuple(counts), pairs)


def _with_frequent_pairs(counted: Counted) -> Counted:
    """Drop the pairs that were counted less often than `PAIR_FLOOR`."""
    left, right = (counted.pairs >> 16).astype(np.uint64), (counted.pairs & 0xFFFF).astype(np.uint64)
    keys, counts = counted.keys[0], counted.counts[0]
    place = np.minimum(np.searchsorted(keys, extended_keys(left, right)), len(keys) - 1)
    frequent = (keys[place] == extended_keys(left, right)) & (counts[place] >= PAIR_FLOOR)
    return replace(counted, pairs=counted.pairs[frequent])


def train(
    texts: Sequence[TrainingText],
    words: CountTable | None = None,
    official: Sequence[TrainingText] = (),
) -> CharacterModel:
    """Count the n-grams of `texts`; without `words`, the model knows the words that ship with the package.

    `official` are texts of another kind that are counted too; `texts` weigh `NEARNESS` times as much then.
    """
    fold = build_fold()
    counted = count(texts, fold)
    if official:
        counted = _with_frequent_pairs(add([(counted, NEARNESS), (count(official, fold), 1)]))
    kept = [
        times >= (HIGHEST_ORDER_FLOOR if order == ORDER else 1)
        for order, times in enumerate(counted.counts, start=2)
    ]
    table = build_count_table(
        np.concatenate([keys[keep] for keys, keep in zip(counted.keys, kept, strict=True)]),
        np.concatenate([times[keep] for times, keep in zip(counted.counts, kept, strict=True)]),
    )
    return make_model(
        fold,
        counted.unigrams.astype(np.uint32),
        table,
        load_model().words if words is None else words,
        counted.pairs,
    )


def read_words(path: Path) -> dict[str, int]:
    """Read a word list: the Han words in the first or second column of each line, with their frequencies.

    Columns end at a blank, a comma or a tab; a number in the second place, as of a jieba dictionary, is a
    frequency, and words below `WORD_FLOOR` are left out.
    """
    words: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        cells = re.split(r"[ ,\t]", line)
        word = next((cell for cell in cells[:2] if _WORD.fullmatch(cell)), None)
        frequency = int(cells[1]) if len(cells) > 1 and cells[1].isdigit() else UNCOUNTED
        if word is not None and frequency >= WORD_FLOOR:
            words[word] = max(frequency, words.get(word, 0))
    return words


def word_table(words: Mapping[str, int]) -> CountTable:
    """Store frequencies of words of up to `ORDER` characters, and of longer ones for each stretch so long."""
    fold = build_fold()
    stretches: dict[str, int] = {}
    for word, frequency in words.items():
        for start in range(max(1, len(word) - ORDER + 1)):
            stretch = word[start : start + ORDER]
            stretches[stretch] = max(frequency, stretches.get(stretch, 0))
    keys: list[Keys] = []
    counts = []
    for length in range(1, ORDER + 1):
        alike = sorted(word for word in stretches if len(word) == length)
        codes = fold_codes("".join(alike), fold).reshape(-1, length)
        key = codes[:, 0]
        for column in range(1, length):
            key = extended_keys(key, codes[:, column])
        keys.append(key)
        counts.append(np.array([stretches[word] for word in alike], dtype=np.int64))
    # Words that fold to the same codes count together.
    distinct, own = np.unique(np.concatenate(keys), return_inverse=True)
    return build_count_table(distinct, np.bincount(own, weights=np.concatenate(counts)).astype(np.int64))


def save(model: CharacterModel, provenance: Provenance, path: Path) -> None:
    """Write the model to `path` (`.npz`) and its provenance beside it (`.json`)."""
    np.savez_compressed(
        path,
        fold=model.fold,
        unigrams=model.unigrams,
        cells=model.table.cells,
        seed=np.int64(model.table.seed),
        word_cells=model.words.cells,
        word_seed=np.int64(model.words.seed),
        # Steps between sorted pairs compress to half the size of the pairs.
        pair_steps=np.diff(model.pairs, prepend=np.uint32(0)),
    )
    write_provenance(asdict(provenance), path)


@dataclass(frozen=True, slots=True)
class Source:
    """What was counted: the name of a file, its code points (of a list: its words), the hash of its bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a model comes from."""

    sources: tuple[Source, ...]
    word_lists: tuple[Source, ...]
    trained_on: str | None
    characters: int
    order: int
    priors: tuple[float, ...]
    highest_order_floor: int
    word_floor: int


def main() -> None:
    """Train on a folder and write the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[], help="sub-folders to read")
    parser.add_argument("--official", type=Path, help="a folder of other official prose (see read_official)")
    parser.add_argument("--words", nargs="+", type=Path, required=True, help="word lists (see read_words)")
    parser.add_argument("--leave-out", type=int, help=f"a part (0 to {FOLDS - 1}) of the split to leave out")
    parser.add_argument("--date", help="the day to record (the clock is not asked: same input, same bytes)")
    arguments = parser.parse_args()
    texts = read_folder(arguments.folder, arguments.only)
    if arguments.leave_out is not None:
        texts = tuple(text for text in texts if fold_of(text.name) != arguments.leave_out)
    chosen = one_per_group(texts)
    official = read_official(arguments.official) if arguments.official else ()
    lists = [(path, read_words(path)) for path in arguments.words]
    provenance = Provenance(
        sources=tuple(Source(text.name, len(text.text), text.sha256) for text in (*chosen, *official)),
        word_lists=tuple(
            Source(
                f"{path.parent.name}/{path.name}", len(words), hashlib.sha256(path.read_bytes()).hexdigest()
            )
            for path, words in lists
        ),
        trained_on=arguments.date,
        characters=sum(len(text.text) for text in (*chosen, *official)),
        order=ORDER,
        priors=PRIORS,
        highest_order_floor=HIGHEST_ORDER_FLOOR,
        word_floor=WORD_FLOOR,
    )
    together: dict[str, int] = {}
    for _, words in lists:
        together |= {word: max(count, together.get(word, 0)) for word, count in words.items()}
    model = train(chosen, word_table(together), official)
    save(model, provenance, arguments.output)


if __name__ == "__main__":
    main()
