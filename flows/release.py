"""A flow that makes the files of a tagged release: build, prove, package."""

from __future__ import annotations

from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.build import build
from flows.stages import IO_RETRIES, Clock, Done, Stages, done
from gangyao.operations.run_report import stages_table
from gangyao.paths import OUTPUT, SEEDS
from gangyao.release.assets import write_assets
from gangyao.release.checks.problems import ReleaseError
from gangyao.release.checks.release import check
from gangyao.release.files import release_files

DIST = Path("dist/release")


@task(name="prove", task_run_name="prove {output}", cache_policy=NO_CACHE)
def prove(output: Path, seeds: Path) -> State[Done[None]]:
    """Hold the release against itself and the seeds; raises ReleaseError where it does not hold."""
    clock = Clock()
    problems = check(output, seeds)
    if problems:
        raise ReleaseError(tuple(problems))
    return done("prove", clock, (("files", len(release_files(output))),), (("problems", 0),), None)


@task(name="package", task_run_name="package {output} into {dist}", cache_policy=NO_CACHE, **IO_RETRIES)
def package(output: Path, dist: Path) -> State[Done[tuple[Path, ...]]]:
    """Write the files that are attached to a tagged release, with their checksums."""
    clock = Clock()
    assets = write_assets(output, dist)
    size = sum(path.stat().st_size for path in assets)
    gave = (("files", len(assets)), ("bytes", size))
    return done("package", clock, (("files", len(release_files(output))),), gave, assets)


@flow(name="gangyao release", flow_run_name="release {output}")
def release(seeds: Path = SEEDS, output: Path = OUTPUT, dist: Path = DIST) -> None:
    """Build the release of `seeds`, with every document or not at all, prove it, and package it.

    Args:
        seeds: Folder with documents/ and lexicon/.
        output: Where the release goes.
        dist: Where the files that are attached to a tagged release go.
    """
    build(seeds=seeds, output=output, strict=True)
    stages = Stages()
    stages.of(prove(output, seeds, return_state=True))
    assets: tuple[Path, ...] = stages.of(package(output, dist, return_state=True))
    files = "\n".join(f"- {path.name}, {path.stat().st_size:,} bytes" for path in assets)
    create_markdown_artifact(f"{stages_table(stages.told)}\n{files}\n", "gangyao-package", f"Files in {dist}")
