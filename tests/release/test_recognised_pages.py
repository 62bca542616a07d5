"""Recognised pages end to end: words with boxes, built, published as tables, traced to page and box."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gangyao.batch import build_batch
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import lexicon_of
from gangyao.release.checks.provenance import prove
from tests.command_line import run
from tests.unit.ingest.readers.test_alto import alto, line, page
from tests.unit.ingest.readers.test_word_boxes import tsv_of

_TASK = "市商务局牵头建设跨境电子商务综合试验区。"
_LINES = ["青禾市商贸发展规划", "一、重点任务", _TASK]


def as_alto() -> bytes:
    return alto(page(*(line(text, 60, 100 + 40 * row) for row, text in enumerate(_LINES))))


def as_json() -> bytes:
    return json.dumps(
        [
            {"text": text, "box": [60, 100 + 40 * row, 60 + 20 * len(text), 120 + 40 * row], "score": 0.9}
            for row, text in enumerate(_LINES)
        ]
    ).encode()


def test_a_task_is_traced_to_its_page_and_box(tmp_path: Path) -> None:
    file, output = tmp_path / "plan.tsv", tmp_path / "out"
    file.write_bytes(tsv_of([_LINES]))
    built = run("build", str(file), "--output", str(output), "--formats", "csv,duckdb")
    assert built.returncode == 0, built.stderr
    asked = run("sql", "select task_id, text from tasks", "--output", str(output), "--format", "json")
    (task,) = json.loads(asked.stdout)
    assert task["text"] == _TASK
    traced = run("trace", task["task_id"], "--output", str(output)).stdout
    assert "page 1" in traced, traced
    assert "180" in traced, traced


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("plan.xml", as_alto(), "alto"), ("plan.json", as_json(), "recogniser json")],
)
def test_each_line_has_its_page_and_box(
    name: str, data: bytes, kind: str, tmp_path: Path, seeds: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    tables = build_batch([document_from_file(file)], lexicon_of(seeds)).tables
    assert prove(tables) == ()
    assert tables["tasks"]["text"].to_pylist() == [_TASK]
    assert [(one["kind"], one["pages"]) for one in tables["source_files"].to_pylist()] == [(kind, 1)]
    boxes = tables["line_boxes"].to_pylist()
    assert [(one["page"], round(one["box_left"]), round(one["box_top"])) for one in boxes] == [
        (1, 60, 100),
        (1, 60, 140),
        (1, 60, 180),
    ]


def test_a_low_certainty_is_a_suspect(tmp_path: Path, seeds: Path) -> None:
    file = tmp_path / "plan.tsv"
    file.write_bytes(tsv_of([_LINES]).replace("91.5\t牵头".encode(), "21.5\t牵头".encode()))
    tables = build_batch([document_from_file(file)], lexicon_of(seeds)).tables
    assert prove(tables) == ()
    doubted = [one for one in tables["suspects"].to_pylist() if one["detector"] == "recognition"]
    said = "recognised with a certainty of 0.21"
    assert [(one["text"], one["reason"]) for one in doubted] == [("牵头", said)]
