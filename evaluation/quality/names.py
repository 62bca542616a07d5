"""How well names are found in paragraphs of all kinds, read by hand before the program ran on them.

`name_labels.jsonl` has one line per paragraph: its set, its file, where it starts and how long it is, a
digest of it, its entities as start, end and type, and what is open; it has none of the text. Those of
`blind-4` to `-7` were read after their first score; the misses of `blind` (chosen to be hard), `random`
(drawn from all documents) and `blind-8` (reports of provinces and notices) were never looked at: read their
figures and leave them so.
`gold-a` to `-i` (reports, notices and plans, drawn by chance, one annotator each; on 45 paragraphs of
`gold-a` that two read they agree with F1 .97 of spans, .96 with type), and `dev` and `development-2` to `-4`,
which were worked on before, are what the judge of names learns from, with the paragraphs of
`name_inventions.jsonl`: read its cross-validation
(`python -m training.name_network CORPUS TRAINING --cross-validate`) beside what the grammar alone finds in
them, which is printed here.
Annotators differed in kinds of names. By kind, `gold-…`, `blind-8` and what was written follow the guide and
most of those who read it: a coined name with the 行动, 工程 or 计划 that it is the name of is one name
(“暖民心”行动), a place with what it lies in is one (湖北省巴东县), 乡村振兴, 稳中求进 and 区域重大战略 are
policies, 12345热线 is a brand, 驻闽 names a province. `random`, `blind` and `-4` to `-7` are as they were
read: their readers differ in the first two kinds.
What the judge changed in `blind` and `random` was read once, to tell that.
An interval is the middle 95 % of 1,000 draws of paragraphs.

Run as `python -m evaluation.quality.names CORPUS [--misses]`; --misses prints what was missed of `blind-7`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.figures import Figure
from evaluation.quality.entities import place_of, read_text
from gangyao.entities.find import find_by_grammar, find_mentions
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.entities.judging.judge import load_judge
from gangyao.paths import SEEDS, lexicon_of

LABELS = Path(__file__).with_name("name_labels.jsonl")
#: Learnt from: only what the grammar finds by itself can be measured on these.
LEARNT = frozenset(
    {f"gold-{annotator}" for annotator in "abdefghi"}
    | {"dev", "development-2", "development-3", "development-4"}
)
# Issue 21, spans and spans with type: on paragraphs that are chosen to be hard, and on documents.
_BARS = {
    "blind-4": (0.80, 0.78),
    "blind-5": (0.88, 0.85),
    "blind-6": (0.88, 0.85),
    "blind-7": (0.88, 0.85),
    "blind-8": (0.88, 0.85),
    **dict.fromkeys(sorted(LEARNT), (None, None)),
    "blind": (0.80, 0.78),
    "random": (0.88, 0.85),
}
_DRAWS = 1000

Spans = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph that was read by hand: `entities` are types by start and end in it.

    What the guide leaves open, and what lies in it or around it, is neither wanted nor wrong.
    """

    part: str
    file: str
    start: int
    length: int
    sha256: str
    entities: Spans
    open: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, what is named in it and what was found."""

    part: str
    kind: str
    text: str
    wanted: Spans
    found: Spans


def read_labels(path: Path = LABELS) -> list[Label]:
    """Read the paragraphs."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Label(
            row["set"],
            row["file"],
            row["start"],
            row["length"],
            row["sha256"],
            {(start, end): kind for start, end, kind in row["entities"]},
            tuple((start, end) for start, end in row.get("open", ())),
        )
        for row in rows
    ]


def read_paragraphs(corpus: Path, gazetteer: Gazetteer) -> Iterator[Paragraph]:
    """Find the names of each paragraph. Raises ValueError for a text that is not the one that was read."""
    by_file: dict[str, list[Label]] = defaultdict(list)
    for label in read_labels():
        by_file[label.file].append(label)
    for file, labels in by_file.items():
        text = read_text(corpus / file)
        texts = [text[label.start : label.start + label.length] for label in labels]
        place = place_of(corpus / file, text)
        judged = find_mentions(texts, place, gazetteer, load_judge())
        alone = find_by_grammar(texts, place, gazetteer)
        for label, paragraph, *both in zip(labels, texts, judged, alone, strict=True):
            if hashlib.sha256(paragraph.encode()).hexdigest()[:16] != label.sha256:
                raise ValueError(f"{file}: not the text that was read at {label.start}")
            spans = {
                (mention.start, mention.end): str(mention.type)
                for mention in both[label.part in LEARNT]
                if not is_open((mention.start, mention.end), label)
            }
            yield Paragraph(label.part, file.split("/")[0], paragraph, label.entities, spans)


def is_open(span: tuple[int, int], label: Label) -> bool:
    """Tell whether a mention is one of the things that are open, a part of one, or holds one."""
    return span not in label.entities and any(
        (start <= span[0] and span[1] <= end) or (span[0] <= start and end <= span[1])
        for start, end in label.open
    )


def f1(paragraphs: Sequence[Paragraph], *, typed: bool) -> float:
    """F1 of spans, with their types where `typed`."""
    right = sum(
        span in one.found and (not typed or one.found[span] == kind)
        for one in paragraphs
        for span, kind in one.wanted.items()
    )
    both = sum(len(one.found) + len(one.wanted) for one in paragraphs)
    return 2 * right / both if both else 0.0


def interval(paragraphs: Sequence[Paragraph], *, typed: bool) -> tuple[float, float]:
    """The middle 95 % of the F1 of as many paragraphs, drawn again and again."""
    draw = random.Random(1)
    values = sorted(f1(draw.choices(paragraphs, k=len(paragraphs)), typed=typed) for _ in range(_DRAWS))
    return values[_DRAWS // 40], values[-_DRAWS // 40 - 1]


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """F1 of each set with its interval, and of each kind of document."""
    paragraphs = list(read_paragraphs(corpus, load_gazetteer(lexicon_of(seeds))))
    rows: list[Figure] = []
    for part, (span_bar, typed_bar) in _BARS.items():
        chosen = [one for one in paragraphs if one.part == part]
        for name, typed, bar in (("spans", False, span_bar), ("span and type", True, typed_bar)):
            low, high = interval(chosen, typed=typed)
            note = f"{low:.3f} to {high:.3f}, {len(chosen)} paragraphs"
            rows.append(Figure(f"names, {part}: F1, {name}", f1(chosen, typed=typed), bar, note=note))
    for kind in sorted({one.kind for one in paragraphs}):
        chosen = [one for one in paragraphs if one.kind == kind]
        wanted = sum(len(one.wanted) for one in chosen)
        rows.append(
            Figure(f"names in {kind}: F1, span and type", f1(chosen, typed=True), note=f"{wanted} wanted")
        )
    return rows


def main() -> None:
    """Print the figures, with --misses what was missed of `blind-7`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    for figure in figures(arguments.corpus, SEEDS):
        print(f"{figure.name}: {figure.value:.3f} {figure.note}")
    if arguments.misses:
        for one in read_paragraphs(arguments.corpus, load_gazetteer(lexicon_of(SEEDS))):
            for start, end in sorted(one.wanted.keys() | one.found.keys()) if one.part == "blind-7" else ():
                wanted, got = one.wanted.get((start, end)), one.found.get((start, end))
                if wanted != got:
                    print(one.text[start:end], "wanted", wanted, "got", got)


if __name__ == "__main__":
    main()
