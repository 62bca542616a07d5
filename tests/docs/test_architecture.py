"""The drawing of the house is the one that import-linter holds, and its walk through the stages runs."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pytest

from gangyao.cli import app
from schemas.lexicon.registry import FILES
from schemas.registry import TABLES

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_drawing_shows_the_layers_that_the_linter_holds() -> None:
    (drawing,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    drawn = [set(re.findall(r"[\w.]+", row)) for row in drawing.splitlines()]
    (contract,) = (one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    assert drawn == [set(re.findall(r"[\w.]+", layer)) for layer in contract["layers"]]


def test_every_package_is_described() -> None:
    described = set(re.findall(r"^\| `([\w.]+)` \|", PAGE, re.MULTILINE))
    packages = {f"gangyao.{path.parent.name}" for path in (REPOSITORY / "gangyao").glob("*/__init__.py")}
    modules = {
        f"gangyao.{name}"
        for name in (
            "pipeline",
            "questions",
            "batch",
            "doubts",
            "state",
            "plan",
            "parts",
            "shipping",
            "build",
        )
    }
    assert described == packages | modules | {"schemas", "flows", "training", "evaluation"}


def test_every_dependency_says_what_it_is_for() -> None:
    described = re.findall(r"^\| ([\w-]+) \| \S", PAGE.split("## What each dependency")[1], re.MULTILINE)
    names = [re.split(r"[\[<>=]", line)[0] for line in PROJECT["project"]["dependencies"]]
    assert sorted(described) == sorted([*names, "dependency", "---"])


def test_the_walk_through_the_stages_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    # A fence ends the output before it.
    walk = doctest.DocTestParser().get_doctest(PAGE.replace("```", "\n"), {}, "architecture.md", None, 0)
    result = doctest.DocTestRunner().run(walk)
    assert result.attempted > 10
    assert result.failed == 0


def test_every_command_table_and_lexicon_file_has_its_reference(tmp_path: Path) -> None:
    from docs.generate import command_names, write_reference

    write_reference(tmp_path)
    commands = (tmp_path / "commands.md").read_text(encoding="utf-8")
    assert {"status", "releases roll-back", *(str(one.name) for one in app.registered_commands)} <= set(
        command_names()
    )
    for name in command_names():
        assert f"\n## gangyao {name}\n" in commands
    lexicon = (tmp_path / "lexicon.md").read_text(encoding="utf-8")
    assert [line[3:] for line in lexicon.splitlines() if line.startswith("## ")] == [
        f"{table.name}.csv ({table.title_zh})" for table in FILES
    ]
    for table in TABLES:
        text = (tmp_path / f"{table.name}.md").read_text(encoding="utf-8")
        assert all(f"| `{column.name}` |" in text for column in table.columns)
