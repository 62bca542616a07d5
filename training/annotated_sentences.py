"""Sentences that annotators read: whether each sets a task, and where its actions stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.quality import extraction
from evaluation.quality.statements import digest, paragraphs_of
from gangyao.paths import SEEDS
from training.texts import read_official

#: One line per annotated sentence, as `evaluation/quality/extraction_labels.jsonl`; the file of a law's
#: sentence is `laws.txt.xz`.
LABELS = Path(__file__).with_name("predicate_labels.jsonl")
LAWS = "laws.txt.xz"
#: Parts of the evaluation that were annotated for something else, or are set aside.
NOT_LEARNT = frozenset({"blind-targets", "blind-8"})
_CUT = re.compile("[^。；！？]+[。；！？]?")
_ARTICLE = re.compile("^第[一二三四五六七八九十百零〇]{1,6}条 *")


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """A sentence; `label` is `task`, `statement`, `lead` or `open`, `actions` are those of a task.

    `document` is what it is from; `is_alone`: that is no file of the corpus, and nothing around it is known.
    """

    text: str
    document: str
    label: str
    actions: tuple[Mapping[str, Any], ...]
    is_alone: bool


def labels_of_files() -> list[Mapping[str, Any]]:
    """Return the labels of sentences whose text stands in a file of the reference texts."""
    return [
        label
        for label in (*extraction.read_labels(), *extraction.read_labels(LABELS))
        if label["part"] not in NOT_LEARNT
    ]


def read_sentences(corpus: Path, training: Path, labels: Iterable[Mapping[str, Any]]) -> Iterator[Annotated]:
    """Yield the sentences of `labels` with their text, those of laws and of the corpus."""
    for file, wanted in _by_file(labels).items():
        is_law = file == LAWS
        sentences = _law_sentences(training / file) if is_law else _sentences_of(corpus / file)
        for key, sentence in _met(sentences, wanted):
            label = wanted[key]
            # Each law sentence is of another law.
            document = key if is_law else file
            yield Annotated(sentence, document, label["label"], tuple(label.get("actions", ())), is_law)


def _by_file(labels: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Mapping[str, Any]]]:
    by_file: dict[str, dict[str, Mapping[str, Any]]] = {}
    for label in labels:
        by_file.setdefault(label["file"], {})[label["sentence"]] = label
    return by_file


def _met(sentences: Iterable[str], wanted: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the wanted ones of the sentences, each once, with their keys."""
    met: set[str] = set()
    for sentence in sentences:
        key = digest(sentence)
        if key in wanted and key not in met and len(sentence) == wanted[key]["length"]:
            met.add(key)
            yield key, sentence


def described() -> dict[str, int]:
    """Return how many annotated sentences of each part are learnt from beside those of the evaluation."""
    return Counter(label["part"] for label in extraction.read_labels(LABELS))


def _sentences_of(path: Path) -> Iterator[str]:
    for paragraph, _ in paragraphs_of(path, SEEDS):
        for start, end in paragraph.sentences:
            yield paragraph.text[start:end]


def _law_sentences(path: Path) -> Iterator[str]:
    for text in read_official(path.parent):
        if text.name != path.name:
            continue
        for line in text.text.split("\n"):
            for piece in _CUT.findall(line):
                sentence = piece.strip()
                yield sentence
                bare = _ARTICLE.sub("", sentence)
                if bare != sentence:
                    yield bare
