"""How an output stands: its release, its last run, and what someone should look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from gangyao.operations.runs import Run, read_runs
from gangyao.release.files import MANIFEST
from gangyao.release.kept import held_release, kept_releases, release_id
from gangyao.state import read_state

# A nightly build of ten thousand documents that all changed ends within it.
LATE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """A release in short; `left_out` are the ids of documents that its readers miss."""

    release_id: str
    built_at: datetime
    rows: dict[str, int]
    problems: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How an output stands at `at`.

    `due`: when the next run was expected, where a schedule, or who asks, says so. `faults` are what someone
    should look at, a line each; none on a machine where nothing was built yet.
    """

    output: Path
    at: datetime
    release: ReleaseFacts | None
    last: Run | None
    kept: int
    held: str | None
    due: datetime | None
    faults: tuple[str, ...]

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to look at."""
        return not self.faults


def status_of(output: Path, at: datetime, most: timedelta | None = None) -> Status:
    """Return how `output` stands; `most`, where given, is the greatest age of its last good run."""
    runs = read_runs(output)
    last = runs[-1] if runs else None
    release = _release(output)
    held = held_release(output)
    due = _due(runs, release, most)
    faults = []
    if last is not None and last.result == "failed":
        faults.append(f"the last run failed: {last.message}")
    if release is not None and release.left_out:
        faults.append(f"{len(release.left_out)} left out: {', '.join(release.left_out)}")
    if due is not None and at > due and held is None:
        faults.append(f"a run is overdue since {due:%Y-%m-%d %H:%M} UTC")
    if due is None and most is not None:
        every = most.total_seconds() / 3_600
        faults.append(f"no run ended well yet, and one was asked for every {every:g} hours")
    state = read_state(output)
    if release is not None and state is not None and not state.stands_in(output):
        faults.append("files of the release were changed or removed since it was published")
    return Status(output, at, release, last, len(kept_releases(output)), held, due, tuple(faults))


def _due(runs: tuple[Run, ...], release: ReleaseFacts | None, most: timedelta | None) -> datetime | None:
    """Return when the next run that ends well was expected at the latest."""
    if most is not None:
        well = [run.started for run in runs if run.result in {"published", "unchanged"}]
        built = [release.built_at] if release is not None else []
        return max([*well, *built]) + most if well or built else None
    scheduled = [run.due for run in runs if run.due is not None]
    return scheduled[-1] + LATE if scheduled else None


def _release(output: Path) -> ReleaseFacts | None:
    """Return the facts of a release; None where none was built, as in a fresh clone."""
    name = release_id(output)
    if name is None:
        return None
    told = json.loads((output / MANIFEST).read_bytes())
    problems = told.get("problems", [])
    left_out = sorted({one["document_id"] for one in problems if one["severity"] != "warning"})
    built = datetime.fromisoformat(told["built_at"]).astimezone(UTC)
    return ReleaseFacts(name, built, told["rows"], len(problems), tuple(left_out))


def ago(then: datetime, now: datetime) -> str:
    """Return how long ago `then` was, in the largest unit of which there are two."""
    seconds = max(0.0, (now - then).total_seconds())
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit} ago"
    return f"{seconds:.0f} s ago"


def status_text(status: Status) -> str:
    """Return the status for people."""
    lines = []
    if status.release is None:
        lines.append(f"{status.output}: nothing was built here yet")
    else:
        one = status.release
        rows = ", ".join(f"{one.rows.get(name, 0):,} {name}" for name in ("documents", "tasks", "entities"))
        lines.append(f"{status.output}: release {one.release_id}, {ago(one.built_at, status.at)}: {rows}")
    if status.last is not None:
        run = status.last
        lines.append(
            f"last run: {run.result} by {run.by}, {ago(run.started, status.at)}, took {run.seconds:.1f} s, "
            f"read {run.read} of {run.documents} documents"
        )
    if status.kept:
        lines.append(f"kept: {status.kept} earlier (`gangyao releases`)")
    if status.held is not None:
        lines.append(f"held at {status.held}: builds are refused until `gangyao releases resume`")
    if status.due is not None:
        lines.append(f"next run expected by {status.due:%Y-%m-%d %H:%M} UTC")
    lines += [f"LOOK: {fault}" for fault in status.faults] or ["all well"]
    return "\n".join(lines)


def status_json(status: Status) -> str:
    """Return the status as JSON."""
    release, last = status.release, status.last
    found: dict[str, Any] = {
        "output": str(status.output),
        "at": _iso(status.at),
        "is_well": status.is_well,
        "faults": list(status.faults),
        "release": release
        and {
            "release_id": release.release_id,
            "built_at": _iso(release.built_at),
            "rows": release.rows,
            "problems": release.problems,
            "left_out": list(release.left_out),
        },
        "last_run": last
        and {
            "started": _iso(last.started),
            "seconds": last.seconds,
            "result": last.result,
            "by": last.by,
            "documents": last.documents,
            "read": last.read,
            "left_out": list(last.left_out),
            "warnings": last.warnings,
            "message": last.message,
        },
        "kept": status.kept,
        "held": status.held,
        "due": status.due and _iso(status.due),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
