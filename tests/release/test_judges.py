"""Outside judges of the descriptors: frictionless and mlcroissant. Each is shown to catch a fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import mlcroissant
import pytest

Spoil = Callable[[Path, str, str], None]


def errors(release: Path) -> list[str]:
    report = frictionless.validate(str(release / "datapackage.json"))
    return [f"{task.name} {error.type}" for task in report.tasks for error in task.errors] + [
        error.type for error in report.errors
    ]


def describe(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads(path.read_bytes())
    change(told)
    path.write_text(json.dumps(told), encoding="utf-8")


def test_frictionless_finds_descriptor_and_csv_files_valid(release: Path) -> None:
    assert errors(release) == []


def test_frictionless_catches_a_broken_foreign_key_value_and_checksum(release: Path, spoil: Spoil) -> None:
    # Same length, so that only the content is wrong.
    spoil(release / "csv" / "tasks.csv", "linhe-2020/8/p1,1,measure", "linhe-2020/9/p1,1,measura")
    found = errors(release)
    assert "tasks hash-count" in found
    describe(release / "datapackage.json", lambda told: [one.pop("hash") for one in told["resources"]])
    found = errors(release)
    assert "tasks foreign-key" in found
    assert "tasks constraint-error" in found


def test_frictionless_catches_a_field_that_the_file_lacks(release: Path) -> None:
    describe(
        release / "datapackage.json",
        lambda told: told["resources"][0]["schema"]["fields"].insert(0, {"name": "colour", "type": "string"}),
    )
    assert errors(release)


def croissant_issues(release: Path) -> tuple[set[str], set[str]]:
    issues = mlcroissant.Dataset(str(release / "croissant.json")).metadata.ctx.issues
    return issues.errors, issues.warnings


def test_mlcroissant_finds_the_descriptor_valid_and_reads_the_rows(release: Path) -> None:
    found, warned = croissant_issues(release)
    assert not found
    # A release does not hold its day: equal inputs give equal bytes on any day. The manifest has it.
    assert {warning for warning in warned if "datePublished" not in warning} == set()
    rows = list(mlcroissant.Dataset(str(release / "croissant.json")).records("tasks"))
    assert [row["tasks/task_id"].decode() for row in rows] == ["linhe-2020/8/p1/t1", "linhe-2020/8.1/p1/t1"]


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["recordSet"][0]["field"][0]["source"]["fileObject"].update({"@id": "csv/none.csv"}),
        lambda told: told["distribution"][0].pop("contentUrl"),
        lambda told: told["recordSet"][0]["field"][0].pop("dataType"),
    ],
)
def test_mlcroissant_catches_a_fault(release: Path, change: Callable[[dict[str, Any]], object]) -> None:
    describe(release / "croissant.json", change)
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(str(release / "croissant.json"))
