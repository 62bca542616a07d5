"""Quality of tasks and actions against a reference annotation (JSON lines, one paragraph each).

Run as `python -m evaluation.quality.measures [REFERENCE] [--misses N]`; the reference of chapters 7 to 9 of
the seed and the guide that it follows are in `reference/`. Misses are printed by kind. Matching follows the
reference's own scorer: tasks in order with text similarity of at least 0.85, actions in order with the same
verb and a verb+object similarity of at least 0.9.
"""

from __future__ import annotations

import argparse
import difflib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from evaluation.figures import Figure
from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Action
from gangyao.outline.sentences import split_sentences
from gangyao.tasks.context import Context
from gangyao.tasks.grammar import Grammar, load_grammar
from gangyao.tasks.read import read_tasks

REFERENCE = Path(__file__).parent / "reference" / "chapters-7-9.jsonl"
_TASKS_BAR, _ACTIONS_BAR, _ROLE_BAR, _MODALITY_BAR = 0.99, 0.93, 0.96, 0.98

A = TypeVar("A")
B = TypeVar("B")


@dataclass
class Tally:
    """Counts over a reference; `misses` names what was wanted or got alone."""

    tasks_wanted: int = 0
    tasks_got: int = 0
    tasks_matched: int = 0
    actions_wanted: int = 0
    actions_got: int = 0
    actions_matched: int = 0
    roles: int = 0
    modalities: int = 0
    kinds: int = 0
    misses: list[str] = field(default_factory=list)


def similarity(a: str, b: str) -> float:
    """Return difflib's ratio of two strings, 1.0 for equal ones."""
    return 1.0 if a == b else difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def align(want: Sequence[A], got: Sequence[B], same: Callable[[A, B], bool]) -> list[tuple[int, int]]:
    """Return the index pairs of the longest common subsequence under `same`."""
    rows, columns = len(want), len(got)
    equal = [[same(w, g) for g in got] for w in want]
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if equal[i][j] else 0)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if equal[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def paragraph_of(row: dict[str, Any]) -> Paragraph:
    """Build the paragraph that a reference row describes, without the stages before the measures."""
    text: str = row["text"]
    return Paragraph(
        section_path=str(row["chapter"]),
        position=1,
        start=0,
        end=len(text),
        text=text,
        sentences=split_sentences(text),
        lead=row["lead"],
        is_preamble=not row["section"],
    )


def _same_action(want: dict[str, str], got: Action) -> bool:
    return (
        want["verb"] == got.verb and similarity(want["verb"] + want["object"], got.verb + got.object) >= 0.9
    )


def score(reference: Path, grammar: Grammar, title: str = "") -> Tally:
    """Read every paragraph of `reference` and count what agrees."""
    tally = Tally()
    for line in reference.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        got = read_tasks(paragraph_of(row), Context(title, (row.get("section_title") or "",)), grammar)
        want = row["tasks"]
        tally.tasks_wanted += len(want)
        tally.tasks_got += len(got)
        tally.actions_wanted += sum(len(task["actions"]) for task in want)
        tally.actions_got += sum(len(task.actions) for task in got)
        pairs = align(want, got, lambda w, g: similarity(w["text"], g.text) >= 0.85)
        tally.tasks_matched += len(pairs)
        missed = set(range(len(want))) - {i for i, _ in pairs}
        tally.misses += [f"task missed\t{row['paragraph']}\t{want[i]['text']}" for i in sorted(missed)]
        extra = set(range(len(got))) - {j for _, j in pairs}
        tally.misses += [f"task extra\t{row['paragraph']}\t{got[j].text}" for j in sorted(extra)]
        for i, j in pairs:
            tally.kinds += want[i].get("kind", got[j].kind) == got[j].kind
            _score_actions(tally, row["paragraph"], want[i]["actions"], got[j].actions)
    return tally


def _score_actions(tally: Tally, where: str, want: list[dict[str, str]], got: tuple[Action, ...]) -> None:
    pairs = align(want, got, _same_action)
    tally.actions_matched += len(pairs)
    for i, j in pairs:
        tally.roles += want[i]["role"] == got[j].role
        tally.modalities += want[i]["modality"] == got[j].modality
        for name, wanted, read in (
            ("role", want[i]["role"], got[j].role),
            ("modality", want[i]["modality"], got[j].modality),
        ):
            if wanted != read:
                tally.misses.append(f"{name}\t{where}\t{got[j].verb}|{got[j].object}\t{wanted} not {read}")
    missed = set(range(len(want))) - {i for i, _ in pairs}
    tally.misses += [f"action missed\t{where}\t{want[i]['verb']}|{want[i]['object']}" for i in sorted(missed)]
    extra = set(range(len(got))) - {j for _, j in pairs}
    tally.misses += [f"action extra\t{where}\t{got[j].verb}|{got[j].object}" for j in sorted(extra)]


def _f1(matched: int, want: int, got: int) -> float:
    return 2 * matched / (want + got) if want + got else 0.0


def as_figures(tally: Tally) -> list[Figure]:
    """Return the figures of a tally with their bars."""
    matched = max(1, tally.actions_matched)
    return [
        Figure("tasks F1", _f1(tally.tasks_matched, tally.tasks_wanted, tally.tasks_got), _TASKS_BAR),
        Figure("task kind", tally.kinds / max(1, tally.tasks_matched), 1.0),
        Figure(
            "actions F1", _f1(tally.actions_matched, tally.actions_wanted, tally.actions_got), _ACTIONS_BAR
        ),
        Figure("action role", tally.roles / matched, _ROLE_BAR),
        Figure("action modality", tally.modalities / matched, _MODALITY_BAR),
    ]


def figures(corpus: Path, seeds: Path) -> list[Figure]:
    """Return the figures on the reference annotation of the seed."""
    return as_figures(score(REFERENCE, load_grammar(seeds / "lexicon")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reference", type=Path, nargs="?", default=REFERENCE)
    parser.add_argument("--lexicon", type=Path, default=Path("seeds/lexicon"))
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    tally = score(arguments.reference, load_grammar(arguments.lexicon))
    for figure in as_figures(tally):
        print(f"{figure.name}\t{figure.value:.4f}\t{figure.bar}")
    for miss in sorted(tally.misses)[: arguments.misses]:
        print(miss)


if __name__ == "__main__":
    main()
