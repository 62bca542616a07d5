"""The texts that fits read, and the split of a corpus into parts that are held out in turn."""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDS = 5


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


def read_official(folder: Path) -> tuple[TrainingText, ...]:
    """Read the packed texts of a folder, in the order of their names; blank lines are dropped."""
    texts = []
    for path in sorted(folder.glob("*.txt.xz")):
        raw = path.read_bytes()
        lines = [line for line in lzma.decompress(raw).decode("utf-8").split("\n") if line]
        texts.append(TrainingText(path.name, "\n".join(lines), hashlib.sha256(raw).hexdigest()))
    return tuple(texts)
