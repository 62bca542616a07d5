"""A document whose reading never ends is left out of a build, with one worker and with several."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gangyao.paths import SEEDS

# Stands in for a stage that never ends, in every process that is started with it: for documents that say so.
STAGE = """
import re
import gangyao.parts
import gangyao.pipeline

read = gangyao.pipeline.find_citations

def find_citations(paragraphs):
    text = "".join(paragraph.text for paragraph in paragraphs)
    if "无限循环" in text:
        while True:
            pass
    if "无限匹配" in text:
        re.match("(a|a)*b", "a" * 60)
    return read(paragraphs)

gangyao.pipeline.find_citations = find_citations
# A batch for each document, so that there is something to share.
gangyao.parts.BATCH_BYTES = 1
"""
TEXT = "第一章 总体要求\n加快建设{}公园。\n"
ENDLESS = {"loop": "无限循环", "pattern": "无限匹配"}
USUAL = {"a": "城市", "z": "湿地"}
# Processor seconds: enough for a good document on a slow machine.
SECONDS = "3"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, park in {**USUAL, **ENDLESS}.items():
        (folder / f"{name}.txt").write_text(TEXT.format(park), encoding="utf-8")
    return folder


def build(documents: Path, output: Path, stage: Path, *options: str) -> subprocess.CompletedProcess[str]:
    stage.mkdir(exist_ok=True)
    (stage / "sitecustomize.py").write_text(STAGE, encoding="utf-8")
    root = Path(__file__).parents[3]
    paths = os.pathsep.join([str(stage), str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    told = {**os.environ, "PYTHONPATH": paths, "GANGYAO_DOCUMENT_SECONDS": SECONDS}
    command = [sys.executable, "-m", "gangyao", "build", str(documents), "--seeds", str(SEEDS)]
    return subprocess.run(
        [*command, "--output", str(output), *options],
        env=told, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def test_a_document_that_never_ends_is_left_out_alone(documents: Path, tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    outputs = []
    for workers in ("1", "2"):
        output = tmp_path / workers
        run = build(documents, output, stage, "--workers", workers)
        assert run.returncode == 1, run.stderr
        for name in ENDLESS:
            assert f"fault: {name}: to read it takes more than 3 seconds of processor time" in run.stderr
            report = (tmp_path / f"{workers}.faults" / f"{name}.txt").read_text(encoding="utf-8")
            assert "in find_citations" in report
        outputs.append({path.name: path.read_bytes() for path in sorted((output / "csv").iterdir())})
    assert outputs[0] == outputs[1]
    published = outputs[0]["documents.csv"].decode("utf-8").splitlines()[1:]
    assert [row.split(",")[0] for row in published] == sorted(USUAL)
    assert outputs[0]["problems.csv"].count(b"cut the document into shorter ones") == len(ENDLESS)
    # What was left out is not read again before something changed.
    again = build(documents, output, stage, "--workers", "1")
    assert "nothing changed" in again.stdout
    assert again.returncode == 1
