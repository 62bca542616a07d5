"""The flow does the same job as the direct build, and its server can tell what it did."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

BUILT_BYTES = ("csv/*.csv", "parquet/*.parquet", "datapackage.json", "croissant.json", "README.md")


@pytest.fixture(scope="module")
def flow_output(tmp_path_factory, seeds: Path) -> Path:
    from flows.build import build, task_runner

    output = tmp_path_factory.mktemp("flow") / "output"
    build.with_options(task_runner=task_runner(1))(seeds, output)
    return output


def test_flow_and_direct_build_give_the_same_bytes(flow_output: Path, release: Path):
    for pattern in BUILT_BYTES:
        direct = {path.name: path.read_bytes() for path in release.glob(pattern)}
        by_flow = {path.name: path.read_bytes() for path in flow_output.glob(pattern)}
        assert direct, pattern
        assert by_flow == direct


def test_the_server_knows_the_tasks_by_name(flow_output: Path):
    from prefect.client.orchestration import get_client

    async def names() -> set[str]:
        async with get_client() as client:
            return {run.name for run in await client.read_task_runs()}

    found = asyncio.run(names())
    assert "build batch 1 of 1" in found
    assert any(name.startswith("read seeds in ") for name in found)
    assert any(name.startswith("check and publish to ") for name in found)


def test_the_artifact_holds_the_summary(flow_output: Path):
    from prefect.artifacts import Artifact

    artifact = Artifact.get("gangyao-release")
    assert artifact is not None
    assert "sections" in str(artifact.data)
    assert "27" in str(artifact.data)


def seeds_with(tmp_path: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        folder = tmp_path / "seeds" / "documents" / name
        folder.mkdir(parents=True)
        (folder / "document.yaml").write_text("title: 规划\nfiles: [a.txt]\n", encoding="utf-8")
        (folder / "a.txt").write_text(f"第一章 总则\n建设公园{name}。\n", encoding="utf-8")
    return tmp_path / "seeds"


def test_a_document_that_cannot_be_used_fails_the_flow_and_the_others_are_published(tmp_path: Path):
    from flows.build import DocumentsLeftOut, build, task_runner
    from gangyao.release.load import load_tables

    seeds = seeds_with(tmp_path, ("broken", "good"))
    (seeds / "documents" / "broken" / "a.txt").unlink()
    output = tmp_path / "output"
    state = build.with_options(task_runner=task_runner(1))(seeds, output, return_state=True)
    assert state.is_failed()
    assert "broken" in str(state.message)
    with pytest.raises(DocumentsLeftOut):
        state.result()
    tables = load_tables(output)
    assert tables["documents"]["document_id"].to_pylist() == ["good"]
    assert tables["problems"]["document_id"].to_pylist() == ["broken"]


def test_where_no_document_can_be_used_the_old_release_stays(tmp_path: Path):
    from flows.build import build, task_runner
    from gangyao.errors import DataError

    seeds = seeds_with(tmp_path, ("broken",))
    (seeds / "documents" / "broken" / "a.txt").unlink()
    output = tmp_path / "output"
    output.mkdir()
    (output / "kept.txt").write_text("old", encoding="utf-8")
    with pytest.raises(DataError, match="none of the documents can be used"):
        build.with_options(task_runner=task_runner(1))(seeds, output)
    assert [path.name for path in output.iterdir()] == ["kept.txt"]
