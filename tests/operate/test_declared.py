"""What is declared for operators: deployments, workflows, container, units."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
PREFECT = yaml.safe_load((REPOSITORY / "prefect.yaml").read_text(encoding="utf-8"))
COMPOSE = yaml.safe_load((REPOSITORY / "compose.yaml").read_text(encoding="utf-8"))
DEPLOYMENTS = {one["name"]: one for one in PREFECT["deployments"]}


def parameters_of(entrypoint: str) -> dict[str, Any]:
    """Return the parameters of a flow, as Prefect shows them."""
    import importlib

    import flows  # noqa: F401 - settles Prefect's environment before Prefect is imported

    module, _, name = entrypoint.rpartition(".")
    flow = getattr(importlib.import_module(module), name)
    return dict(flow.parameters.properties)


def test_what_an_operator_starts_is_there():
    assert set(DEPLOYMENTS) == {"nightly", "full", "watch", "release"}


@pytest.mark.parametrize("name", sorted(DEPLOYMENTS))
def test_a_deployment_says_what_it_is_runs_one_at_a_time_and_describes_its_parameters(name: str):
    one = DEPLOYMENTS[name]
    assert one["description"]
    assert "gangyao" in one["tags"]
    assert one["concurrency_limit"]["limit"] == 1
    assert one["work_pool"]["name"] == "gangyao"
    parameters = parameters_of(one["entrypoint"])
    assert set(one["parameters"]) <= set(parameters)
    assert [key for key, value in parameters.items() if not value.get("description")] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_pin_actions_ask_for_little_and_call_targets_that_exist(workflow: Path):
    text = workflow.read_text(encoding="utf-8")
    assert re.findall(r"uses: (?!\S+@[0-9a-f]{40} # v)\S+", text) == []
    told = yaml.safe_load(text)
    assert told["permissions"] in ({}, {"contents": "read"})
    for job in told["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert set(job.get("permissions", {})) <= {"contents", "issues", "pages", "id-token"}
    called = set(re.findall(r"run: make ([a-z-]+)", text))
    assert called <= TARGETS
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def tell(tmp_path: Path, status: str, notes: str, number: str) -> list[str]:
    """Run what the pipeline runs at its end, with a `gh` that writes down how it is called."""
    (tmp_path / "bin").mkdir(exist_ok=True)
    gh = tmp_path / "bin" / "gh"
    gh.write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/calls\n[ "$2" = list ] && echo {number}\n'
        f'for last; do :; done\n[ -f "$last" ] && cat "$last" >> {tmp_path}/calls\nexit 0\n'
    )
    gh.chmod(0o755)
    (tmp_path / "NOTES.md").write_text(notes, encoding="utf-8")
    subprocess.run(
        ["bash", str(REPOSITORY / ".github" / "tell.sh"), status, str(tmp_path / "NOTES.md")],
        env={
            **os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "GITHUB_SERVER_URL": "https://x",
            "GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "7",
        },
        check=True,
    )  # fmt: skip
    return (tmp_path / "calls").read_text(encoding="utf-8").splitlines()[1:]


def test_the_pipeline_comments_what_differs_on_its_issue(tmp_path: Path):
    called = tell(tmp_path, "success", "## tasks\n\n- added `a/1/p1/t1`\n", "12")
    assert called[0].startswith("issue comment 12 --body-file ")
    assert "- added `a/1/p1/t1`" in called
    assert "https://x/a/b/actions/runs/7" in called[1]


def test_the_pipeline_opens_an_issue_when_it_fails(tmp_path: Path):
    called = tell(tmp_path, "failure", "", "")
    assert called[0].startswith("issue create --title ")
    assert "did not pass" in called[1]


@pytest.mark.parametrize(("number", "calls"), [("", 0), ("12", 1)])
def test_where_nothing_differs_the_issue_is_closed(tmp_path: Path, number: str, calls: int):
    called = tell(tmp_path, "success", "no differences\n", number)
    assert len(called) == calls
    assert all(line.startswith("issue close 12") for line in called)


def test_the_container_runs_as_nobody_special_and_nothing_listens_beyond_this_machine():
    lines = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("USER")][-1].split()[1].isdigit()
    assert set(COMPOSE["services"]) >= {"server", "worker", "explorer"}
    for service in COMPOSE["services"].values():
        assert service["healthcheck"]["test"]
        for port in service.get("ports", []):
            assert port.startswith("127.0.0.1:")


def test_what_the_image_is_made_of_is_let_in():
    let_in = (REPOSITORY / ".dockerignore").read_text(encoding="utf-8").splitlines()
    needed = ["flows", "gangyao", "prefect.yaml", "pyproject.toml", "requirements/run.txt", "schemas"]
    assert [name for name in [*needed, "seeds/lexicon", "README.md"] if f"!{name}" not in let_in] == []


def test_the_lint_of_the_dockerfile_finds_nothing():
    hadolint = Path(sys.executable).with_name("hadolint")
    found = subprocess.run(
        [hadolint, str(REPOSITORY / "Dockerfile")], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout) == (0, "")


def test_the_audit_of_the_workflows_finds_nothing():
    zizmor = Path(sys.executable).with_name("zizmor")
    found = subprocess.run(
        [zizmor, "--offline", "--no-progress", *map(str, WORKFLOWS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_units(tmp_path: Path):
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("gangyao", "python"):
        (tmp_path / ".venv" / "bin" / name).symlink_to("/bin/true")
    units = []
    for unit in (REPOSITORY / "deploy" / "systemd").iterdir():
        units.append(tmp_path / unit.name)
        units[-1].write_text(unit.read_text(encoding="utf-8").replace("/srv/gangyao", str(tmp_path)))
    found = subprocess.run(
        ["systemd-analyze", "verify", *map(str, units)], capture_output=True, text=True, check=False
    )
    assert [line for line in found.stderr.splitlines() if str(tmp_path) in line] == []


def test_the_addresses_that_the_documentation_shows_for_alerts_are_understood():
    from flows.alerts import apprise_url

    page = (REPOSITORY / "docs" / "operate.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| [^|]+ \| `([a-z]+://[^`]+)` \|$", page, re.MULTILINE)
    assert len(shown) >= 5
    assert [url for url in shown if not apprise_url(url)] == []
