"""How right the answers are: facts of documents, who must act, what binds, topics, targets and results.

`answer_labels.jsonl` was written from fifteen documents before the program read them: what each document is,
who must act in a task, how it binds, what it is about, and of a figure whether it is a target or was reached,
for which year, and its indicator. It holds no text: tasks and paragraphs are known by a digest. The misses of
the first run were read and mended since, so what this prints is no longer blind.

Run as `python -m evaluation.quality.answers CORPUS`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.figures import Figure
from gangyao.document.figures import Indicator
from gangyao.document.read_document import ReadDocument
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from schemas.topics import TOPICS

LABELS = Path(__file__).with_name("answer_labels.jsonl")
_FACTS = ("issuers", "number", "date", "kind", "level", "admin_code", "years")
# What names of bodies may differ in: joints of a list, 等有关部门.
_JOINTS = re.compile("[、和及其与]|等有关(?:主管)?部门|等部门")
# Shorter names may stand in longer ones by chance.
_SURE_LENGTH = 3
# Issue 22.
_BODIES_BAR, _TOPICS_BAR = 0.9, 0.85

Label = dict[str, Any]


@dataclass(slots=True)
class Counts:
    """Right, wrong and missed, counted label by label."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what should be said that was."""
        return self.right / max(1, self.right + self.missed)


@dataclass(slots=True)
class Scores:
    """The counts of each question."""

    facts: Counts = field(default_factory=Counts)
    bodies: Counts = field(default_factory=Counts)
    bindingness: Counts = field(default_factory=Counts)
    bans: Counts = field(default_factory=Counts)
    topics: Counts = field(default_factory=Counts)
    stands: Counts = field(default_factory=Counts)
    years: Counts = field(default_factory=Counts)
    indicators: Counts = field(default_factory=Counts)


def digest(text: str) -> str:
    """Return the digest by which a task or paragraph is known."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_labels(path: Path = LABELS) -> list[Label]:
    """Read the labels, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(corpus: Path, labels: Sequence[Label], seeds: Path) -> Scores:
    """Read the documents of the labels and compare."""
    engine = load_engine(lexicon_of(seeds))
    scores = Scores()
    for file in sorted({label["file"] for label in labels}):
        path = corpus / file
        read = read_document(document_from_file(path, path.stem), engine)
        tasks = {
            digest(task.text): (index, number)
            for index, of_paragraph in enumerate(read.tasks)
            for number, task in enumerate(of_paragraph)
        }
        for label in (one for one in labels if one["file"] == file):
            match label["what"]:
                case "facts":
                    _score_facts(label["facts"], read, scores)
                case "figure":
                    _score_figure(label, read, scores)
                case _ if label["task"] in tasks:
                    _score_task(label, read, tasks[label["task"]], scores)
    return scores


def _score_facts(wanted: Label, read: ReadDocument, scores: Scores) -> None:
    facts = read.facts
    found = {
        "issuers": list(facts.issuers),
        "number": facts.document_number,
        "date": facts.announced_on.isoformat() if facts.announced_on else None,
        "kind": facts.kind,
        "level": facts.level,
        "admin_code": facts.admin_code,
        "years": [facts.year_from, facts.year_to],
    }
    is_right = [found[name] == wanted[name] for name in _FACTS]
    is_right.append(facts.title.replace(" ", "") in wanted["title"])
    scores.facts.right += sum(is_right)
    scores.facts.wrong += len(is_right) - sum(is_right)


def _score_task(label: Label, read: ReadDocument, at: tuple[int, int], scores: Scores) -> None:
    index, number = at
    task = read.tasks[index][number]
    force = read.forces[index][number]
    if "bodies" in label:
        names = [party.text for party in task.actors]
        wrong = [n for n in names if not _names(n, label["bodies"]) and not _names(n, label["maybe"])]
        missed = [w for w in label["bodies"] if not any(_names(w, [name]) for name in names)]
        scores.bodies.right += len(label["bodies"]) - len(missed)
        scores.bodies.wrong += len(wrong)
        scores.bodies.missed += len(missed)
    if "bindingness" in label:
        _count(scores.bindingness, force.bindingness, label["bindingness"])
    if "ban" in label and (force.ban or label["ban"]):
        _count(scores.bans, force.ban, label["ban"])
    if "classes" in label:
        found = [TOPICS.index(topic) + 1 for topic in read.topics.tasks[index][number]]
        scores.topics.right += sum(one in label["classes"] for one in found)
        scores.topics.wrong += sum(one not in label["classes"] for one in found)
        scores.topics.missed += not found


def _names(name: str, wanted: Sequence[str]) -> bool:
    """Tell whether a name is one of those wanted, or a piece of their list, or holds one of them."""
    bare, bodies = _JOINTS.sub("", name), [_JOINTS.sub("", one) for one in wanted]
    is_piece = len(bare) > _SURE_LENGTH and bare in "".join(bodies)
    return bare in bodies or is_piece or any(len(one) > _SURE_LENGTH and one in bare for one in bodies)


def _count(counts: Counts, found: str | None, wanted: str | None) -> None:
    if found == wanted:
        counts.right += 1
        return
    counts.wrong += found is not None
    counts.missed += wanted is not None


def _score_figure(label: Label, read: ReadDocument, scores: Scores) -> None:
    stands, facts = "neither", None
    for index, paragraph in enumerate(read.outline.paragraphs):
        if digest(paragraph.text) != label["paragraph"]:
            continue
        for result in read.results[index]:
            if result.figure.start == label["start"]:
                stands, facts = "result", result.facts
        for task, figures in zip(read.tasks[index], read.periods.figures[index], strict=True):
            for target, known in zip(task.targets, figures, strict=True):
                if target.start == label["start"]:
                    stands, facts = "target", known
    _count(scores.stands, stands, label["stands"])
    if facts is None or stands != label["stands"]:
        return
    if label["year"] is not None:
        _count(scores.years, str(facts.period.year_to), str(label["year"]))
    if label["indicator"] is not None:
        wanted = " ".join(label["indicator"])
        _count(scores.indicators, _indicator(facts.measured.indicator, wanted), wanted)


def _indicator(one: Indicator | None, wanted: str) -> str | None:
    """Return the name and measure of an indicator; with its scope where the label has it: 农业|总产值.

    Issue 22 parts scope (海洋, 城镇) from name; the labels give some names in one piece.
    """
    if one is None:
        return None
    whole = f"{one.scope or ''}{one.name} {one.measure}"
    return whole if whole == wanted else f"{one.name} {one.measure}"


def figures(corpus: Path, seeds: Path) -> Iterator[Figure]:
    """Return the figures of the answers."""
    scores = score(corpus, read_labels(), seeds)
    yield Figure("answers: facts of documents, right", scores.facts.precision)
    yield Figure("answers: who must act, precision", scores.bodies.precision, _BODIES_BAR)
    yield Figure("answers: who must act, recall", scores.bodies.recall, _BODIES_BAR)
    yield Figure("answers: what binds, right", scores.bindingness.precision)
    yield Figure("answers: bans, precision", scores.bans.precision)
    yield Figure("answers: bans, recall", scores.bans.recall)
    yield Figure("answers: topics, precision", scores.topics.precision, _TOPICS_BAR)
    yield Figure("answers: target, result or neither, right", scores.stands.precision)
    yield Figure("answers: years of figures, right", scores.years.precision)
    yield Figure("answers: names and measures of indicators, right", scores.indicators.precision)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    for figure in figures(parser.parse_args().corpus, SEEDS):
        print(f"{figure.name}: {figure.value:.3f}" + (f" (bar {figure.bar})" if figure.bar else ""))


if __name__ == "__main__":
    main()
