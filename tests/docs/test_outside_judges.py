"""The citation file and the workflows before outside judges, each of which is shown to catch a fault."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).parent.parent.parent
JUDGES = REPOSITORY / ".venv" / "judges" / "bin"
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))


def judge(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def cffconvert(path: Path) -> subprocess.CompletedProcess[str]:
    return judge(JUDGES / "cffconvert", "--validate", "-i", path)


def test_citation_is_valid():
    assert cffconvert(REPOSITORY / "CITATION.cff").returncode == 0


def test_a_fault_in_the_citation_is_caught(tmp_path: Path):
    broken = tmp_path / "CITATION.cff"
    text = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    broken.write_text(text.replace("type: dataset", "type: novel"), encoding="utf-8")
    assert cffconvert(broken).returncode != 0


def test_workflows_are_valid():
    assert WORKFLOWS
    done = judge(JUDGES / "actionlint", *WORKFLOWS)
    assert done.returncode == 0, done.stdout


def test_a_fault_in_a_workflow_is_caught(tmp_path: Path):
    broken = tmp_path / "ci.yml"
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    broken.write_text(text.replace("ubuntu-latest", "${{ nothing.here }}"), encoding="utf-8")
    assert judge(JUDGES / "actionlint", broken).returncode != 0


def make_calls() -> list[tuple[str, str]]:
    """Every `make TARGET` that a workflow runs, as (workflow, target)."""
    calls = []
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                targets = re.findall(r"\bmake ([a-z]+)", step.get("run", ""))
                calls += [(path.name, target) for target in targets]
    return calls


@pytest.mark.parametrize(("workflow", "target"), make_calls())
def test_what_a_workflow_calls_is_a_make_target(workflow: str, target: str):
    done = judge("make", "-n", "-C", REPOSITORY, target, "OLD=output")
    assert done.returncode == 0, f"{workflow}: {done.stderr}"


def test_versions_agree():
    from gangyao import __version__

    citation = yaml.safe_load((REPOSITORY / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
