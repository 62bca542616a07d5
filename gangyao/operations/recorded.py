"""What the record says of a build that ended well."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from gangyao.build import Outcome
from gangyao.operations.runs import Changed, Run, ended
from gangyao.release.diff import ReleaseDiff


def finished_run(started: datetime, by: str, outcome: Outcome, due: datetime | None = None) -> Run:
    """Return the run that gave `outcome` and ended now; `due`: when the next run is expected."""
    return replace(
        ended(started, "published" if outcome.is_new else "unchanged", by, due),
        documents=outcome.tables.count("documents"),
        read=outcome.read,
        left_out=outcome.left_out,
        warnings=len(outcome.warnings) + sum(not problem.leaves_out for problem in outcome.problems),
        changed=changed_rows(outcome.changes) if outcome.is_new else {},
    )


def changed_rows(found: ReleaseDiff | None) -> dict[str, Changed] | None:
    """Return how many rows changed, by table; None where there was nothing to compare with."""
    if found is None:
        return None
    return {
        one.table: Changed(
            len(one.added),
            len(one.removed),
            len({change.row for change in one.changed}),
            len(one.renamed),
        )
        for one in found.tables
    }
