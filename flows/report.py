"""What a run shows and tells: progress, artifacts, events, and when the next one is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import DeploymentFilter, FlowRunFilter
from prefect.client.schemas.sorting import FlowRunSort
from prefect.events import emit_event
from prefect.runtime import deployment

from gangyao.build import Outcome
from gangyao.operations.run_report import (
    CORRECTIONS,
    SUSPECTS,
    changes_rows,
    counts,
    new_rows,
    problems_table,
    stages_table,
)
from gangyao.operations.runs import Run
from gangyao.operations.stages import Stage
from gangyao.operations.summary import markdown, summarise
from gangyao.release.kept import release_id

# What automations can match (`flows.alerts` does).
PUBLISHED = "gangyao.release.published"
PROBLEMS = "gangyao.release.problems"


class Progress:
    """How much of the documents is read, as an artifact; of one batch there is nothing to show."""

    def __init__(self, documents: int, batches: int) -> None:
        self._documents = documents
        self._read = 0
        self._artifact: UUID | None = None
        if batches > 1:
            made = create_progress_artifact(0.0, "gangyao-progress", self._description)
            self._artifact = cast(UUID, made)  # a coroutine only where there is an event loop

    @property
    def _description(self) -> str:
        return f"{self._read:,} of {self._documents:,} documents read"

    def advance(self, documents: int) -> None:
        """Tell that more documents are read."""
        self._read += documents
        if self._artifact is not None:
            update_progress_artifact(self._artifact, 100.0 * self._read / self._documents, self._description)


def show(outcome: Outcome, stages: Sequence[Stage], run: Run, output: Path, seeds: Path) -> int:
    """Leave what the run has to show with it, and return how many artifacts that are."""
    summary = markdown(summarise(outcome.tables, run.seconds))
    said = "" if outcome.is_new else "Nothing changed: the release stays as it is.\n\n"
    create_markdown_artifact(
        f"{said}{summary}\n{stages_table(stages)}", "gangyao-release", f"Release in {output}"
    )
    tables = {
        "changes": changes_rows(outcome.changes) if outcome.changes is not None else [],
        "corrections": new_rows(outcome, "corrections", CORRECTIONS),
        "suspects": new_rows(outcome, "suspects", SUSPECTS),
        "warnings": [{"warning": str(warning)} for warning in outcome.warnings],
    }
    shown = {name: rows for name, rows in tables.items() if rows}
    for name, rows in shown.items():
        create_table_artifact(rows, f"gangyao-{name}", f"{_TITLES[name]} {output}")
    if outcome.problems:
        create_markdown_artifact(
            problems_table(outcome.problems, seeds), "gangyao-problems", f"What is wrong in {seeds}"
        )
    return 1 + len(shown) + bool(outcome.problems)


_TITLES = {
    "changes": "What changed since the release before in",
    "corrections": "New corrections in",
    "suspects": "New suspects in",
    "warnings": "What readers should know of",
}


def tell(outcome: Outcome, output: Path) -> None:
    """Emit the events that automations match: a release was published; it has problems."""
    resource = {
        "prefect.resource.id": f"gangyao.output.{output.resolve()}",
        "prefect.resource.name": str(output),
    }
    found = {
        "output": str(output),
        "release_id": release_id(output.resolve()),
        "rows": counts(outcome.tables),
        "left_out": list(outcome.left_out),
        "problems": [str(one) for one in outcome.problems],
        "changed": [] if outcome.changes is None else [one.table for one in outcome.changes.tables],
    }
    if outcome.is_new:
        emit_event(PUBLISHED, resource, payload=found)
    if outcome.left_out:
        emit_event(PROBLEMS, resource, payload=found)


def due_next() -> datetime | None:
    """Return when the schedule of this deployment will run it again; None where there is none."""
    if deployment.id is None:
        return None
    now = datetime.now(UTC)
    with get_client(sync_client=True) as client:
        found = client.read_flow_runs(
            deployment_filter=DeploymentFilter.model_validate({"id": {"any_": [deployment.id]}}),
            flow_run_filter=FlowRunFilter.model_validate(
                {"state": {"type": {"any_": ["SCHEDULED"]}}, "expected_start_time": {"after_": now}}
            ),
            sort=FlowRunSort.EXPECTED_START_TIME_ASC,
            limit=1,
        )
    return found[0].expected_start_time if found and found[0].auto_scheduled else None
