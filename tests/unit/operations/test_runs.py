"""The record of runs, and what the status makes of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gangyao.errors import DataError
from gangyao.operations.openmetrics import openmetrics
from gangyao.operations.runs import (
    KEPT_RUNS,
    RUNS,
    Changed,
    Run,
    append_run,
    failures_recorded,
    read_runs,
)
from gangyao.operations.status import LATE, status_json, status_of, status_text
from gangyao.paths import history_of

NIGHT = datetime(2026, 11, 28, 3, 17, tzinfo=UTC)
GOOD = Run(
    NIGHT, 12.5, "published", "nightly", 3, 1, ("broken",), 2, {"tasks": Changed(1, 0, 2, 0)},
    due=NIGHT + timedelta(days=1),
)  # fmt: skip


def test_a_run_is_read_back_as_it_was_recorded(tmp_path: Path) -> None:
    append_run(tmp_path / "out", GOOD)
    assert read_runs(tmp_path / "out") == (GOOD,)


def test_the_last_runs_are_kept_and_damaged_lines_passed_over(tmp_path: Path) -> None:
    path = history_of(tmp_path / "out") / RUNS
    append_run(tmp_path / "out", GOOD)
    path.write_text('{"started": 3}\nnonsense\n' + path.read_text(encoding="utf-8") * (KEPT_RUNS + 5))
    append_run(tmp_path / "out", Run(NIGHT, 1.0, "unchanged", "nightly"))
    found = read_runs(tmp_path / "out")
    assert len(found) == KEPT_RUNS
    assert found[-1].result == "unchanged"


def test_a_run_that_fails_and_one_that_is_ended_are_recorded(tmp_path: Path) -> None:
    output = tmp_path / "out"
    with pytest.raises(OSError, match="disk"), failures_recorded(output, "test"):
        raise OSError("the disk\nis full")
    with pytest.raises(KeyboardInterrupt), failures_recorded(output, "test"):
        raise KeyboardInterrupt
    assert [(run.result, run.message) for run in read_runs(output)] == [
        ("failed", "the disk is full"),
        ("cancelled", "KeyboardInterrupt"),
    ]


def test_a_call_that_names_nothing_is_no_run_where_nothing_was_built(tmp_path: Path) -> None:
    with pytest.raises(DataError), failures_recorded(tmp_path / "out", "test"):
        raise DataError("no such seeds")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_was_built_all_is_well_unless_something_was_due(tmp_path: Path) -> None:
    found = status_of(tmp_path / "out", NIGHT)
    assert found.is_well
    assert "nothing was built here yet" in status_text(found)
    assert status_of(tmp_path / "out", NIGHT, timedelta(hours=26)).faults == (
        "no run ended well yet, and one was asked for every 26 hours",
    )


def test_a_failed_run_and_an_overdue_one_are_faults(tmp_path: Path) -> None:
    output = tmp_path / "out"
    append_run(output, GOOD)
    assert status_of(output, NIGHT + timedelta(hours=2)).is_well
    late = status_of(output, NIGHT + timedelta(days=1) + LATE + timedelta(minutes=1))
    assert late.faults == ("a run is overdue since 2026-11-29 04:17 UTC",)
    assert not status_of(output, NIGHT + timedelta(hours=2), timedelta(hours=1)).is_well
    append_run(output, Run(NIGHT, 1.0, "failed", "nightly", message="no space"))
    assert status_of(output, NIGHT).faults == ("the last run failed: no space",)


def test_the_status_of_a_release(release: Path) -> None:
    found = status_of(release, datetime.now(UTC))
    assert found.is_well
    assert found.release is not None
    told = json.loads(status_json(found))
    assert told["release"]["rows"]["tasks"] == found.release.rows["tasks"] > 100
    assert "all well" in status_text(found)


def test_a_scraper_reads_the_figures(release: Path, tmp_path: Path) -> None:
    from prometheus_client.openmetrics.parser import text_string_to_metric_families

    append_run(tmp_path / "out", GOOD)
    (tmp_path / "out").symlink_to(release)
    for text in (openmetrics(status_of(release, NIGHT)), openmetrics(status_of(tmp_path / "out", NIGHT))):
        families = {one.name: one for one in text_string_to_metric_families(text)}
        assert families["gangyao_up"].samples[0].value == 1
    append_run(tmp_path / "none", GOOD)
    text = openmetrics(status_of(tmp_path / "none", NIGHT))
    families = {one.name: one for one in text_string_to_metric_families(text)}
    assert families["gangyao_last_run_duration_seconds"].samples[0].value == 12.5
    results = {one.labels["result"]: one.value for one in families["gangyao_last_run_result"].samples}
    assert results == {"published": 1, "unchanged": 0, "failed": 0, "cancelled": 0}
