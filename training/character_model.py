"""Count a folder of texts: `python -m training.character_model FOLDER --words LIST -o FILE`.

The same folder gives the same bytes. Beside the model stands a JSON file of the same name that says which
texts were counted.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

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

# An n-gram of the highest order is kept from this count on; rarer ones cost more room than they tell.
HIGHEST_ORDER_FLOOR = 2
# A dictionary word is kept from this frequency on.
WORD_FLOOR = 3
# What a word counts that its list gives no frequency for, such as a place name.
UNCOUNTED = 20
FOLDS = 5
_BREAK = ord("\n")
_WORD = re.compile(r"[\u3400-\u9fff]+")
_BLANKS = re.compile(r"[ \t\u3000\u00a0]*\r?\n\s*")


@dataclass(frozen=True, slots=True)
class TrainingText:
    """A text to count, under the name of its file."""

    name: str
    text: str
    sha256: str


def text_group(name: str) -> str:
    """Return what copies of one text share: the file name up to its first dot.

    `no1_2018.a.txt` and `no1_2018.b.txt` are copies of `no1_2018`.
    """
    return Path(name).name.split(".")[0]


def fold_of(name: str, folds: int = FOLDS) -> int:
    """Return the part of a split that a file belongs to, from the hash of its group; copies fall together."""
    digest = hashlib.sha256(text_group(name).encode()).digest()
    return int.from_bytes(digest[:8], "big") % folds


def read_folder(folder: Path, folders: Sequence[str] = ()) -> tuple[TrainingText, ...]:
    """Read the `.txt` files under `folder` (only in `folders`, where given) in the order of their names.

    Raises UnicodeDecodeError for a file that is not UTF-8.
    """
    texts = []
    for path in sorted(folder.rglob("*.txt"), key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if folders and name.split("/")[0] not in folders:
            continue
        raw = path.read_bytes()
        texts.append(TrainingText(name, raw.decode("utf-8-sig"), hashlib.sha256(raw).hexdigest()))
    return tuple(texts)


def one_per_group(texts: Iterable[TrainingText]) -> tuple[TrainingText, ...]:
    """Keep the first of several copies of a text, so that none is counted twice."""
    first: dict[str, TrainingText] = {}
    for text in texts:
        first.setdefault(text_group(text.name), text)
    return tuple(first.values())


def train(texts: Sequence[TrainingText], words: CountTable | None = None) -> CharacterModel:
    """Count the n-grams of `texts`; without `words`, the model knows the words that ship with the package."""
    fold = build_fold()
    whole = "\n" + "\n".join(_BLANKS.sub("\n", text.text.strip()) for text in texts) + "\n"
    codes = fold_codes(whole, fold)
    unigrams = np.bincount(codes.astype(np.int64), minlength=0x10000).astype(np.uint32)
    keys: list[Keys] = []
    counts = []
    running = codes
    inside = np.ones(len(codes), dtype=bool)
    inside[0] = False
    after_break = np.concatenate([[True], codes[:-1] == _BREAK])
    for order in range(2, ORDER + 1):
        running = longer_keys(running, codes)
        if order > 2:
            # An n-gram may start or end at a line break, not reach over it.
            inside = np.concatenate([[False], inside[:-1] & ~after_break[1:]])
        found, times = np.unique(running[inside], return_counts=True)
        kept = times >= (HIGHEST_ORDER_FLOOR if order == ORDER else 1)
        keys.append(found[kept])
        counts.append(times[kept].astype(np.int64))
    table = build_count_table(np.concatenate(keys), np.concatenate(counts))
    pairs = np.unique((codes[:-1] << np.uint64(16)) | codes[1:]).astype(np.uint32)
    return make_model(fold, unigrams, table, load_model().words if words is None else words, pairs)


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
    parser.add_argument("--words", nargs="+", type=Path, required=True, help="word lists (see read_words)")
    parser.add_argument("--leave-out", type=int, help=f"a part (0 to {FOLDS - 1}) of the split to leave out")
    parser.add_argument("--date", help="the day to record (the clock is not asked: same input, same bytes)")
    arguments = parser.parse_args()
    texts = read_folder(arguments.folder, arguments.only)
    if arguments.leave_out is not None:
        texts = tuple(text for text in texts if fold_of(text.name) != arguments.leave_out)
    chosen = one_per_group(texts)
    lists = [(path, read_words(path)) for path in arguments.words]
    provenance = Provenance(
        sources=tuple(Source(text.name, len(text.text), text.sha256) for text in chosen),
        word_lists=tuple(
            Source(
                f"{path.parent.name}/{path.name}", len(words), hashlib.sha256(path.read_bytes()).hexdigest()
            )
            for path, words in lists
        ),
        trained_on=arguments.date,
        characters=sum(len(text.text) for text in chosen),
        order=ORDER,
        priors=PRIORS,
        highest_order_floor=HIGHEST_ORDER_FLOOR,
        word_floor=WORD_FLOOR,
    )
    together: dict[str, int] = {}
    for _, words in lists:
        together |= {word: max(count, together.get(word, 0)) for word, count in words.items()}
    model = train(chosen, word_table(together))
    save(model, provenance, arguments.output)


if __name__ == "__main__":
    main()
