"""What failed for I/O is tried again, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest


def seeds_with(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / "seeds" / "documents" / name
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text("title: 规划\nfiles: [a.txt]\n", encoding="utf-8")
    (folder / "a.txt").write_text("第一章 总则\n建设公园。\n", encoding="utf-8")
    return tmp_path / "seeds"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tasks be tried again without a wait."""
    from flows import build

    for task in (build.ingest, build.merge_tables, build.publish):
        monkeypatch.setattr(task, "retry_delay_seconds", 0)


def failing(times: int, error: Exception, real):
    """Return a function that fails so many times, and its calls."""
    calls: list[int] = []

    def call(*arguments, **named):
        calls.append(len(calls))
        if len(calls) <= times:
            raise error
        return real(*arguments, **named)

    return call, calls


def test_a_disk_that_fails_while_files_are_written_is_tried_again(
    tmp_path: Path, at_once: None, monkeypatch: pytest.MonkeyPatch
):
    from flows.build import build
    from gangyao.release import publish as publishing
    from gangyao.release.checks.release import check

    call, calls = failing(2, OSError(5, "Input/output error"), publishing.descriptors)
    monkeypatch.setattr(publishing, "descriptors", call)
    state = build(seeds_with(tmp_path, "a"), tmp_path / "output", workers=1, return_state=True)
    assert (state.name, len(calls)) == ("Completed", 3)
    assert check(tmp_path / "output") == []


def test_a_share_that_does_not_answer_is_tried_again_and_then_given_up(
    tmp_path: Path, at_once: None, monkeypatch: pytest.MonkeyPatch
):
    from flows import build as flow

    call, calls = failing(9, OSError(116, "Stale file handle"), flow.plan_build)
    monkeypatch.setattr(flow, "plan_build", call)
    state = flow.build(seeds_with(tmp_path, "a"), tmp_path / "output", workers=1, return_state=True)
    assert (state.name, len(calls)) == ("Failed", 4)


def test_what_is_wrong_with_the_data_is_not_tried_again(
    tmp_path: Path, at_once: None, monkeypatch: pytest.MonkeyPatch
):
    from flows import build as flow
    from gangyao.errors import DataError

    call, calls = failing(9, DataError("no seeds"), flow.plan_build)
    monkeypatch.setattr(flow, "plan_build", call)
    state = flow.build(seeds_with(tmp_path, "a"), tmp_path / "output", workers=1, return_state=True)
    assert (state.name, len(calls)) == ("Failed", 1)
