"""What a stage of a build took and gave, in a line: for logs, and for who watches a run."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from gangyao.build import Outcome, Settled
from gangyao.ingest.inventory import ListedDocument
from gangyao.parts import WrittenPart
from gangyao.plan import Plan
from gangyao.release.part_tables import PartTables
from gangyao.release.table_source import TableSource, read_table
from schemas.registry import TABLES

_LOG = logging.getLogger("gangyao.build")
Figures = tuple[tuple[str, int], ...]
NAMED = 2


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that is done: its name, counts of what went in and what came out, and the seconds it took."""

    name: str
    took: Figures
    gave: Figures
    seconds: float

    def __str__(self) -> str:
        return f"{self.name}: {told(self.took)} → {told(self.gave)}; {self.seconds:.1f} s"

    @property
    def figures(self) -> dict[str, object]:
        """The same for programs."""
        return {
            "stage": self.name,
            "took": dict(self.took),
            "gave": dict(self.gave),
            "seconds": round(self.seconds, 3),
        }


def told(figures: Figures) -> str:
    """Return counts as a phrase: `3 documents, 1,024 bytes`."""
    return ", ".join(f"{count:,} {what}" for what, count in figures) or "nothing"


def named(batch: Sequence[ListedDocument]) -> str:
    """Name the documents of a batch: all of few, the first and the last of many."""
    ids = [one.document_id for one in batch]
    return ", ".join(ids) if len(ids) <= NAMED else f"{ids[0]} … {ids[-1]}"


def listed_figures(listed: Sequence[ListedDocument]) -> Figures:
    """Return what documents are before they are read."""
    return (("documents", len(listed)), ("bytes", sum(one.size for one in listed)))


def plan_figures(plan: Plan) -> Figures:
    """Return what is to be done."""
    return (
        ("documents to read", len(plan.to_read)),
        ("taken over", len(plan.listed) - len(plan.to_read)),
        ("left out for their ids", sum(problem.leaves_out for problem in plan.problems)),
    )


def parts_figures(parts: Sequence[WrittenPart]) -> Figures:
    """Return what a batch gave: documents whose tables hold, their characters, changes, doubts and rows."""
    found = [table_figures(PartTables(part.folder)) for part in parts]
    summed = tuple((same[0][0], sum(count for _, count in same)) for same in zip(*found, strict=True))
    return (*summed, ("left out", sum(not report.is_in_part for part in parts for report in part.reports)))


def settled_figures(settled: Settled) -> Figures:
    """Return what will be published, and what is wrong."""
    published = sum(record.is_published for record in settled.records.values())
    left_out = {one.document_id for one in settled.problems if one.leaves_out}
    return (
        ("documents", published),
        ("left out", len(left_out)),
        ("warnings", sum(not one.leaves_out for one in settled.problems)),
    )


def table_figures(tables: TableSource) -> Figures:
    """Return what tables hold."""
    characters = read_table(tables, "documents", "raw_chars")["raw_chars"].to_pylist()
    return (
        ("documents", len(characters)),
        ("characters", sum(characters)),
        ("corrections", tables.count("corrections")),
        ("suspects", tables.count("suspects")),
        ("rows", sum(tables.count(table.name) for table in TABLES)),
    )


def outcome_figures(outcome: Outcome) -> Figures:
    """Return what was published."""
    files = sum(1 for path in outcome.tables.folder.parent.rglob("*") if path.is_file())
    return (("files", files), ("left out", len(outcome.left_out)), ("warnings", len(outcome.warnings)))


class StageLog:
    """The log of a build in one process: a line for each stage and batch, with the seconds since the last."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._batches = 0
        # Counting rows opens the files of a part: not for a log that nobody asked for.
        self._is_wanted = _LOG.isEnabledFor(logging.INFO)

    def ingested(self, plan: Plan) -> None:
        """Log that the documents are listed."""
        if self._is_wanted:
            self._log("ingest", listed_figures(plan.listed), plan_figures(plan))

    def read(self, part: WrittenPart) -> None:
        """Log that a batch was read."""
        self._batches += 1
        if self._is_wanted:
            took = (("documents", len(part.reports)),)
            self._log(f"read batch {self._batches}", took, parts_figures([part]))

    def published(self, outcome: Outcome) -> None:
        """Log that the release stands."""
        if self._is_wanted:
            self._log("publish", table_figures(outcome.tables), outcome_figures(outcome))

    def _log(self, name: str, took: Figures, gave: Figures) -> None:
        now = time.perf_counter()
        log_stage(Stage(name, took, gave, now - self._last))
        self._last = now


def log_stage(stage: Stage) -> None:
    """Log a stage that is done."""
    _LOG.info("%s", stage, extra={"figures": stage.figures})
