"""The flows around the build: the watch, and the files of a tagged release."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest


def write_document(seeds: Path, name: str, text: str) -> None:
    folder = seeds / "documents" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "document.yaml").write_text("title: 规划\nfiles: [a.txt]\n", encoding="utf-8")
    (folder / "a.txt").write_text(f"第一章 总则\n{text}\n", encoding="utf-8")


def test_a_watch_builds_what_was_added_changed_and_removed_and_outlives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from flows import watch as flow
    from gangyao.operations.runs import read_runs
    from gangyao.release.load import load_tables

    seeds, output = tmp_path / "seeds", tmp_path / "output"
    write_document(seeds, "a", "建设公园。")
    seen: list[list[str]] = []

    def waits(every_seconds: float, hours: float | None) -> Iterator[None]:
        """Stand in for the time between looks: something happens, and two looks later it was built."""
        for happens in (
            lambda: write_document(seeds, "b", "建设学校。"),
            (seeds / "documents" / "a" / "a.txt").unlink,
            lambda: shutil.rmtree(seeds / "documents" / "a"),
        ):
            happens()
            yield
            yield
            seen.append(load_tables(output)["documents"]["document_id"].to_pylist())

    monkeypatch.setattr(flow, "_waits", waits)
    flow.watch(seeds, output, workers=1)
    assert seen == [["a", "b"], ["b"], ["b"]]
    assert [run.left_out for run in read_runs(output)] == [(), (), ("a",), ()]


def test_a_release_is_built_proved_and_packaged(tmp_path: Path):
    from flows.release import release

    seeds = tmp_path / "seeds"
    write_document(seeds, "a", "建设公园。")
    state = release(seeds, tmp_path / "output", tmp_path / "dist", return_state=True)
    assert state.is_completed()
    assert {"SHA256SUMS", "gangyao-release.zip", "tasks.parquet"} <= {
        path.name for path in (tmp_path / "dist").iterdir()
    }
    (seeds / "documents" / "a" / "a.txt").unlink()
    assert release(seeds, tmp_path / "output", tmp_path / "dist", return_state=True).is_failed()
