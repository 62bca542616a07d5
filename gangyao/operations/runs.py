"""The record of runs: `<output>.history/runs.jsonl`, a line for each, also for those that failed.

Free of the engine: where nothing changed, nothing more is imported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from gangyao.errors import DataError
from gangyao.one_line import one_line
from gangyao.paths import history_of
from gangyao.state import State

RUNS = "runs.jsonl"
# Half a year of nightly runs; a line is some 300 bytes.
KEPT_RUNS = 200

Result = Literal["published", "unchanged", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Changed:
    """How many rows of a table were added, removed, changed and renamed."""

    added: int
    removed: int
    changed: int
    renamed: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run that has ended.

    `started` and `due`, when the next run is expected where a schedule says so, are in UTC; `by` is what
    ran it; `documents` are those of the release, `read` those that were read and not taken over; `changed`
    is by table, of those that changed; `message` says why a run failed.
    """

    started: datetime
    seconds: float
    result: Result
    by: str
    documents: int = 0
    read: int = 0
    left_out: tuple[str, ...] = ()
    warnings: int = 0
    changed: Mapping[str, Changed] | None = None
    message: str = ""
    due: datetime | None = None


def ended(started: datetime, result: Result, by: str, due: datetime | None = None, message: str = "") -> Run:
    """Return a run that ended now and of which there is nothing more to say."""
    return Run(started, since(started), result, by, message=one_line(message), due=due)


def unchanged_run(started: datetime, by: str, before: State, due: datetime | None = None) -> Run:
    """Return a run that found the release of `before` standing, and ended now."""
    return replace(
        ended(started, "unchanged", by, due),
        documents=sum(record.is_published for record in before.documents.values()),
        left_out=tuple(sorted({one.document_id for one in before.problems if one.leaves_out})),
        warnings=sum(not one.leaves_out for one in before.problems),
        changed={},
    )


def since(started: datetime) -> float:
    """Return the seconds since `started`."""
    return round((datetime.now(UTC) - started).total_seconds(), 3)


@contextmanager
def failures_recorded(output: Path, by: str, due: datetime | None = None) -> Iterator[datetime]:
    """Record a run that ends by an exception; yields when it started.

    To be entered by who holds the lock on `output`. A call that names nothing to build, where nothing was
    built yet, is no run. `due`: when the next run is expected, where that is known.
    """
    started = datetime.now(UTC)
    try:
        yield started
    except BaseException as error:
        # What is no Exception was sent by who wants the run to end.
        result: Result = "failed" if isinstance(error, Exception) else "cancelled"
        if output.exists() or (history_of(output) / RUNS).exists() or not isinstance(error, DataError):
            append_run(output, ended(started, result, by, due, str(error) or type(error).__name__))
        raise


def append_run(output: Path, run: Run) -> None:
    """Add a run to the record, of which the last `KEPT_RUNS` are kept."""
    path = history_of(output) / RUNS
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    lines = [*lines, json.dumps(asdict(run), ensure_ascii=False, default=_told)][-KEPT_RUNS:]
    new = path.with_suffix(".new")
    new.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    new.replace(path)


def _told(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    raise TypeError(f"{type(value).__name__} has no place in the record of runs")


def read_runs(output: Path) -> tuple[Run, ...]:
    """Return the runs recorded of `output`, the first first; damaged lines are passed over."""
    path = history_of(output) / RUNS
    if not path.is_file():
        return ()
    runs = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        with suppress(ValueError, KeyError, TypeError):
            runs.append(_read(json.loads(line)))
    return tuple(runs)


def _read(told: dict[str, Any]) -> Run:
    changed = told["changed"]
    return Run(
        **{
            **told,
            "started": datetime.fromisoformat(told["started"]),
            "left_out": tuple(told["left_out"]),
            "changed": changed and {name: Changed(**rows) for name, rows in changed.items()},
            "due": told["due"] and datetime.fromisoformat(told["due"]),
        }
    )
