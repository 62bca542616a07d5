"""How well `gangyao collate` tells planted differences from differences of form.

From each document a copy is made: a stretch is cut out of it, its lines are wrapped anew, its parts change
places, it is converted to Traditional characters, its punctuation takes other forms, and words are replaced,
left out and put in at known places. Every planted change should be proposed as an erratum with the copy's
reading, and nothing else.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from evaluation.figures import Figure
from gangyao.chinese.scripts import to_traditional
from gangyao.collation.collate import Apparatus, collate
from gangyao.collation.errata import propose_errata
from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout, Line, LineKind
from gangyao.document.ledger import open_ledger
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Document, DocumentSpec, Source, SourceFile, Witness
from training.corpus import FOLDERS
from training.texts import one_per_group, read_folder

DOCUMENTS = 24
# Planted changes stand this far apart, so that each is one difference; one is planted in so many characters.
_APART = 25
_EVERY = 250
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Planted:
    """The copy has `reading` where the document has `printed`, which starts at `start` of its text."""

    start: int
    printed: str
    reading: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the planted changes of one copy."""

    planted: int
    found: int
    proposed: int
    invented: int


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Measure on documents of the corpus and on the raw text of the seeds."""
    texts = [text.text for text in one_per_group(read_folder(corpus, FOLDERS))]
    texts = [_tidy(text) for text in texts if len(text) > 4000]
    chooser = random.Random(7)
    chosen = chooser.sample(texts, min(DOCUMENTS, len(texts)))
    chosen += [_tidy(path.read_text(encoding="utf-8")) for path in sorted(seeds.glob("documents/*/*.txt"))]
    outcomes: dict[str, list[Outcome]] = {}
    for number, text in enumerate(chosen):
        for name, witness, changes in copies(text, random.Random(number)):
            outcomes.setdefault(name, []).append(_judge(text, witness, changes))
    report = []
    for name, results in outcomes.items():
        planted = sum(result.planted for result in results)
        found = sum(result.found for result in results)
        invented = sum(result.invented for result in results)
        note = f"{planted} planted in {len(results)} copies"
        report.append(
            Figure(f"collation, {name}: planted changes proposed (%)", 100 * found / planted, 99, note=note)
        )
        report.append(Figure(f"collation, {name}: proposals that nobody planted", invented, 0, "lower", note))
    report.append(Figure("collation: seconds for 100,000 characters", _seconds(texts), 1.0, "lower"))
    return report


def copies(text: str, chooser: random.Random) -> Iterator[tuple[str, str, tuple[Planted, ...]]]:
    """Yield kinds of copy: name, text, and what was planted in it."""
    changed, planted = _planted(text, chooser)
    yield "words changed", changed, planted
    yield "wrapped anew", _wrapped(changed, chooser), planted
    yield "Traditional, other punctuation", _other_marks(to_traditional(changed)), planted
    yield "without punctuation", re.sub(r"[，。；：、！？（）“”《》]", "", changed), planted
    lines = changed.split("\n")
    cut = len(lines) // 3
    yield (
        "parts in another order",
        "\n".join([*lines[2 * cut :], *lines[:cut], *lines[cut : 2 * cut]]),
        planted,
    )
    start = chooser.randrange(len(text) // 2)
    excerpt, inside = _planted(text[start : start + len(text) // 3], chooser)
    shifted = tuple(Planted(item.start + start, item.printed, item.reading) for item in inside)
    page = "网站首页 新闻 公告\n" + excerpt + "\n责任编辑：某某 版权所有 联系我们"
    yield "excerpt on a page", page, shifted


def _planted(text: str, chooser: random.Random) -> tuple[str, tuple[Planted, ...]]:
    """Replace, leave out and put in words of one to three characters at distant places."""
    words = _HAN.findall(text)
    wanted = len(text) // _EVERY
    planted: list[Planted] = []
    places = sorted(
        chooser.sample(range(_APART, max(_APART + 1, len(text) - _APART)), min(3 * wanted, len(text) // 9))
    )
    parts: list[str] = []
    position = 0
    for place in places:
        length = chooser.choice((1, 1, 2, 2, 3))
        printed = text[place : place + length]
        around = text[place - 12 : place + length + 12]
        if (
            place < position + _APART
            or not _HAN.fullmatch(text[place - 1 : place + length + 1])
            or "\n" in around
        ):
            continue
        word = chooser.choice(words)[:length]
        kind = chooser.choice(("replace", "replace", "omit", "add"))
        if kind == "add":
            printed = ""
        reading = "" if kind == "omit" else word
        if (
            set(printed) & set(reading)
            or text[place - 1] in printed + reading
            or text[place + len(printed)] in printed + reading
        ):
            continue
        parts += (text[position:place], reading)
        position = place + len(printed)
        planted.append(Planted(place, printed, reading))
        if len(planted) >= wanted:
            break
    parts.append(text[position:])
    return "".join(parts), tuple(planted)


def _wrapped(text: str, chooser: random.Random) -> str:
    width = chooser.randrange(18, 45)
    joined = text.replace("\n", "")
    return "\r\n　　".join(joined[start : start + width] for start in range(0, len(joined), width))


def _other_marks(text: str) -> str:
    return text.translate(str.maketrans("，；：（）“”", ",;:()「」"))


def _judge(text: str, witness: str, planted: tuple[Planted, ...]) -> Outcome:
    document, cleaned = _as_printed(text)
    apparatus = collate(document, cleaned, Witness("copy", witness))
    proposals = _proposed_spans(apparatus)
    found = sum(any(_agrees(text, item, proposal) for proposal in proposals) for item in planted)
    invented = sum(
        not any(start - 2 <= item.start + len(item.printed) and end + 2 >= item.start for item in planted)
        for start, end, _ in proposals
    )
    return Outcome(len(planted), found, len(proposals), invented)


def _agrees(text: str, item: Planted, proposal: tuple[int, int, str]) -> bool:
    """Tell whether carrying out a proposal makes of the place what the copy has."""
    start, end, after = proposal
    low, high = item.start - 12, item.start + len(item.printed) + 12
    if start < low or end > high:
        return False
    wanted = text[low : item.start] + item.reading + text[item.start + len(item.printed) : high]
    return text[low:start] + after + text[end:high] == wanted


def _proposed_spans(apparatus: Apparatus) -> list[tuple[int, int, str]]:
    raw = apparatus.document.source.text
    spans = []
    for row in propose_errata(apparatus):
        assert raw.count(row.context) == 1
        within = row.context.index(row.before) if row.before else len(row.context)
        start = raw.index(row.context) + within
        spans.append((start, start + len(row.before), row.after))
    return spans


def _as_printed(text: str) -> tuple[Document, Cleaned]:
    """Take a text as it is for a document whose cleaning changed nothing."""
    source = Source(text, (SourceFile("text.txt", "", "utf-8", 0, len(text)),))
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        kind: LineKind = "paragraph" if line else "blank"
        position = number if line else None
        lines.append(Line(number, "text.txt", start, start + len(line), kind, 1, position))
        start += len(line) + 1
    document = Document(DocumentSpec("text", "text", ("text.txt",)), source)
    return document, open_ledger(reading_text(source, Layout(tuple(lines)))).cleaned()


def _tidy(text: str) -> str:
    return re.sub(r"[ \t\u3000\xa0]*\r?\n\s*", "\n", text.removeprefix("\ufeff")).strip()


def _seconds(texts: list[str]) -> float:
    text = "\n".join(texts)[:100_000]
    witness, _ = _planted(text, random.Random(3))
    document, cleaned = _as_printed(text)
    start = perf_counter()
    collate(document, cleaned, Witness("copy", witness))
    return perf_counter() - start
