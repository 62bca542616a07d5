"""Fit which spans are names of works again: `python -m training.project_weights CORPUS`.

A logistic regression over the candidates of `gangyao.projects.judge` in paragraphs in which names of works
were marked: those of 31 work reports of provinces (`project_labels.jsonl`, by place and checksum; the texts
are public records and not copied here) and sentences in the manner of counties and cities, which were
invented for it (`project_inventions.txt`). True is the candidate that is a marked name, or nearest to it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import gangyao.models
from gangyao.document.mentions import Mention
from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from gangyao.projects.judge import Candidate, Words, candidates, words_of_works

_OUTPUT = Path(gangyao.models.__file__).parent / "project_weights.json"
_LABELS, _INVENTIONS = "project_labels.jsonl", "project_inventions.txt"
_MARKED = re.compile(r"\{([^|}]*)\|(\w)\}")
_GENERAL = re.compile("(?:工程|项目|建设)$")
# The head that makes the invented sentences those of a county.
_HEAD = "青禾县2026年政府工作报告\n——2026年1月15日在青禾县第十八届人民代表大会第五次会议上\n"
# Rarer traits say nothing; the ridge is the best of three by documents left out, a third of them.
_RAREST, _RIDGE = 3, 1.0
_SMALLEST = 0.05
_DIGITS = 2
# A name that overlaps a marked one so far (shared over joint length) is taken for it where none is nearer.
_NEAR = 0.75
# A whole list of sure names adds three nats: the best of one to six by documents left out.
_SIBLINGS = 3.0
# Moves all odds: by documents left out two names more are found for each that is wrong (or true, not marked).
_SHIFT = 0.8

Spans = Sequence[tuple[int, int]]


class Example(NamedTuple):
    """A paragraph with its mentions, the names marked in it, and whether its document is below a province."""

    text: str
    mentions: tuple[Mention, ...]
    spans: Spans
    is_local: bool


def unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a line without marks, and the spans that `{name|stage}` marks in it."""
    text, spans, at = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    return text + line[at:], spans


def checksum(text: str) -> str:
    """Return by what a paragraph is known again."""
    return sha256(text.encode("utf-8")).hexdigest()[:16]


def _read(name: str, raw: bytes) -> ReadDocument:
    source = join_files([(name, raw)])
    return read_document(Document(DocumentSpec(name, "", (name,)), source), load_engine(lexicon_of(SEEDS)))


def _examples(read: ReadDocument, spans: Mapping[str, Spans], is_local: bool) -> Iterator[Example]:
    for paragraph, mentions in zip(read.outline.paragraphs, read.mentions, strict=True):
        if (marked := spans.get(checksum(paragraph.text))) is not None:
            yield Example(paragraph.text, mentions, marked, is_local)


def labelled(corpus: Path) -> Iterator[Example]:
    """Yield the paragraphs of work reports in which names were marked."""
    marked: defaultdict[str, dict[str, Spans]] = defaultdict(dict)
    for line in (Path(__file__).parent / _LABELS).read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        marked[label["file"]][label["paragraph"]] = [(start, end) for start, end in label["spans"]]
    for name, spans in sorted(marked.items()):
        yield from _examples(_read(name, (corpus / name).read_bytes()), spans, is_local=False)


def invented() -> Iterator[Example]:
    """Yield the invented sentences."""
    lines = (Path(__file__).parent / _INVENTIONS).read_text(encoding="utf-8").splitlines()
    marked = [unmarked(line) for line in lines]
    text = _HEAD + "\n".join(text for text, _ in marked) + "\n"
    spans = {checksum(text): spans for text, spans in marked}
    yield from _examples(_read(_INVENTIONS, text.encode("utf-8")), spans, is_local=True)


def true_candidates(text: str, found: Sequence[Candidate], spans: Spans) -> set[int]:
    """Return which candidates are the marked names: each the one that is it, or is nearest."""
    true = set()
    for start, end in spans:
        nearness = [_nearness(text, one, start, end) for one in found]
        best = max(range(len(found)), key=nearness.__getitem__, default=None)
        if best is not None and nearness[best] > _NEAR:
            true.add(best)
    return true


def _nearness(text: str, one: Candidate, start: int, end: int) -> float:
    if (one.start, one.end) == (start, end):
        return 3.0
    bare = _GENERAL.sub("", text[start:end])
    if one.start == start and _GENERAL.sub("", text[one.start : one.end]) == bare:
        return 2.0
    shared = min(end, one.end) - max(start, one.start)
    return max(shared, 0) / (max(end, one.end) - min(start, one.start))


def fit(examples: Iterable[Example], words: Words) -> tuple[dict[str, float], float]:
    """Return the weights of traits and the constant, in nats."""
    rows: list[tuple[str, ...]] = []
    is_true: list[bool] = []
    for example in examples:
        found = list(candidates(example.text, example.mentions, words, example.is_local))
        true = true_candidates(example.text, found, example.spans)
        rows += [one.traits for one in found]
        is_true += [index in true for index in range(len(found))]
    counts = Counter(trait for row in rows for trait in row)
    column = {
        trait: index for index, trait in enumerate(sorted(one for one, n in counts.items() if n >= _RAREST))
    }
    indices = [sorted({column[trait] for trait in row if trait in column}) for row in rows]
    pointers = np.cumsum([0, *map(len, indices)])
    flat = [index for row in indices for index in row]
    matrix = csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(column)))
    model = LogisticRegression(C=1 / _RIDGE, solver="liblinear", random_state=0, max_iter=300)
    fitted = model.fit(matrix, np.array(is_true))
    weights = dict(zip(column, fitted.coef_[0].tolist(), strict=True))
    return weights, float(fitted.intercept_[0]) + _SHIFT


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description="Fit which spans are names of works.")
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus
    words = words_of_works(read_lexicon(lexicon_of(SEEDS)))
    weights, constant = fit([*labelled(corpus), *invented()], words)
    kept = {
        trait: round(weight, _DIGITS) for trait, weight in sorted(weights.items()) if abs(weight) >= _SMALLEST
    }
    stored = {
        "script": "training.project_weights",
        "inputs": {
            name: sha256((Path(__file__).parent / name).read_bytes()).hexdigest()
            for name in (_LABELS, _INVENTIONS)
        },
        "constant": round(constant, _DIGITS),
        "siblings": _SIBLINGS,
        "traits": kept,
    }
    _OUTPUT.write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights")


if __name__ == "__main__":
    main()
