"""The flow does the same job as the direct build, and its server can tell what it did."""

from __future__ import annotations

import asyncio
import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

BUILT_BYTES = ("csv/*.csv", "parquet/*.parquet", "datapackage.json", "croissant.json", "README.md")


@pytest.fixture(scope="module")
def flow_output(tmp_path_factory, seeds: Path) -> Path:
    from flows.build import build

    output = tmp_path_factory.mktemp("flow") / "output"
    build(seeds, output, workers=1)
    return output


def test_flow_and_direct_build_give_the_same_bytes(flow_output: Path, release: Path):
    for pattern in BUILT_BYTES:
        direct = {path.name: path.read_bytes() for path in release.glob(pattern)}
        by_flow = {path.name: path.read_bytes() for path in flow_output.glob(pattern)}
        assert direct, pattern
        assert by_flow == direct


def task_states(output: Path) -> dict[str, str]:
    """Return what the states of the tasks of the builds of `output` say, by the tasks' names."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter

    async def read() -> dict[str, str]:
        async with get_client() as client:
            runs = await client.read_task_runs(
                flow_run_filter=FlowRunFilter.model_validate({"name": {"any_": [f"build {output}"]}})
            )
            return {run.name: str(run.state and run.state.message) for run in runs}

    return asyncio.run(read())


def test_the_server_shows_each_stage_with_what_it_took_and_gave(flow_output: Path, seeds: Path):
    found = task_states(flow_output)
    assert set(found) == {
        f"ingest {seeds}",
        "read batch 1 of 1: chengyu-2021",
        f"validate {flow_output}",
        f"consolidate {flow_output}",
        f"publish {flow_output}",
        f"report {flow_output}",
    }
    read = found["read batch 1 of 1: chengyu-2021"]
    assert re.fullmatch(
        r"read batch 1 of 1: 1 documents, [\d,]+ bytes → 1 documents, [\d,]+ characters, \d+ corrections, "
        r"\d+ suspects, [\d,]+ rows, 0 left out; [\d.]+ s",
        read,
    )


def artifact(output: Path, key: str) -> str:
    """Return what the last artifact with this key of a build of `output` holds."""
    from prefect.artifacts import Artifact

    found = Artifact.get(key)
    assert found is not None, key
    assert str(output) in str(found.description)
    return str(found.data)


def test_the_artifacts_hold_summary_stages_and_what_is_new(flow_output: Path):
    from gangyao.release.load import load_tables

    summary = artifact(flow_output, "gangyao-release")
    assert "| sections |" in summary
    assert "| consolidate |" in summary
    tables = load_tables(flow_output)
    for name in ("corrections", "suspects"):
        assert len(json.loads(artifact(flow_output, f"gangyao-{name}"))) == tables[name].num_rows


def seeds_with(tmp_path: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        folder = tmp_path / "seeds" / "documents" / name
        folder.mkdir(parents=True)
        (folder / "document.yaml").write_text("title: 规划\nfiles: [a.txt]\n", encoding="utf-8")
        (folder / "a.txt").write_text(f"第一章 总则\n建设公园{name}。\n", encoding="utf-8")
    return tmp_path / "seeds"


def test_a_document_that_cannot_be_used_has_a_state_of_its_own_and_the_others_are_published(tmp_path: Path):
    from prefect.artifacts import Artifact

    from flows.build import build
    from gangyao.operations.runs import read_runs
    from gangyao.release.load import load_tables

    seeds = seeds_with(tmp_path, ("broken", "good"))
    (seeds / "documents" / "broken" / "a.txt").unlink()
    output = tmp_path / "output"
    state = build(seeds, output, workers=1, return_state=True)
    assert (state.type.value, state.name) == ("COMPLETED", "CompletedWithProblems")
    assert "broken" in str(state.message)
    tables = load_tables(output)
    assert tables["documents"]["document_id"].to_pylist() == ["good"]
    assert tables["problems"]["document_id"].to_pylist() == ["broken"]
    problems = Artifact.get("gangyao-problems")
    assert problems is not None
    assert (seeds / "documents" / "broken").as_uri() in str(problems.data)
    assert [(run.result, run.left_out) for run in read_runs(output)] == [("published", ("broken",))]

    again = build(seeds, output, workers=1, return_state=True)
    assert again.name == "CompletedWithProblems"
    assert [run.result for run in read_runs(output)] == ["published", "unchanged"]

    (seeds / "documents" / "broken" / "a.txt").write_text("第一章 总则\n建设公园。\n", encoding="utf-8")
    (seeds / "documents" / "good" / "a.txt").write_text("第一章 总则\n建设学校。\n", encoding="utf-8")
    mended = build(seeds, output, workers=1, return_state=True)
    assert mended.name == "Completed"
    changes = Artifact.get("gangyao-changes")
    assert changes is not None
    assert "broken" in str(changes.data)


def test_strict_publishes_nothing(tmp_path: Path):
    from flows.build import build

    seeds = seeds_with(tmp_path, ("broken", "good"))
    (seeds / "documents" / "broken" / "a.txt").unlink()
    state = build(seeds, tmp_path / "output", workers=1, strict=True, return_state=True)
    assert state.name == "Failed"
    assert not (tmp_path / "output").exists()


def test_where_no_document_can_be_used_the_old_release_stays(tmp_path: Path):
    from flows.build import build
    from gangyao.errors import DataError
    from gangyao.operations.status import status_of

    seeds = seeds_with(tmp_path, ("broken",))
    output = tmp_path / "output"
    build(seeds, output, workers=1)
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    (seeds / "documents" / "broken" / "a.txt").unlink()
    with pytest.raises(DataError, match="none of the documents can be used"):
        build(seeds, output, workers=1)
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
    (fault,) = status_of(output, datetime.now(UTC)).faults
    assert "none of the documents can be used" in fault


def test_a_release_that_would_shrink_by_more_than_half_fails(tmp_path: Path):
    import shutil

    from flows.build import build
    from gangyao.release.load import load_tables

    seeds, output = seeds_with(tmp_path, ("a", "b", "c")), tmp_path / "output"
    build(seeds, output, workers=1)
    for name in "bc":
        shutil.rmtree(seeds / "documents" / name)
    state = build(seeds, output, workers=1, return_state=True)
    assert state.name == "Failed"
    assert "1 documents are left of the 3" in str(state.message)
    assert load_tables(output)["documents"].num_rows == 3
    assert build(seeds, output, workers=1, least_share=0.0, return_state=True).name == "Completed"
    assert load_tables(output)["documents"].num_rows == 1


def test_several_workers_give_the_same_bytes_and_one_that_dies_costs_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from prefect.artifacts import Artifact

    from flows import build as flow
    from flows import runners
    from gangyao.release.load import load_tables

    seeds = seeds_with(tmp_path, ("a", "b", "c"))
    monkeypatch.setattr(flow, "listed_batches", lambda listed, workers: tuple((one,) for one in listed))
    monkeypatch.setattr(flow, "useful_workers", lambda workers, size: 2)
    flow.build(seeds, tmp_path / "by two")
    progress = Artifact.get("gangyao-progress")
    assert progress is not None
    assert progress.data == 100.0
    flow.build(seeds, tmp_path / "direct", workers=1)
    for name in ("csv/tasks.csv", "parquet/tasks.parquet", "datapackage.json"):
        assert (tmp_path / "by two" / name).read_bytes() == (tmp_path / "direct" / name).read_bytes()

    monkeypatch.setattr(runners, "write_part_or_end", die_of_b)
    state = flow.build(seeds, tmp_path / "died", return_state=True)
    assert state.name in {"Completed", "CompletedWithProblems"}
    assert "a" in load_tables(tmp_path / "died")["documents"]["document_id"].to_pylist()


def die_of_b(batch, *rest):
    """Stand in for reading a batch, in a process that the document `b` ends."""
    from gangyao.parts import write_part

    if batch[0].document_id == "b":
        os._exit(9)
    return write_part(batch, *rest)
