"""Parts on disk: what workers write, and a document that takes its process with it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from gangyao import parts
from gangyao.build import parts_folder, publish_parts
from gangyao.errors import DataError
from gangyao.ingest.inventory import ListedDocument, list_files
from gangyao.parts import WrittenPart, write_part, write_parts
from gangyao.paths import lexicon_of
from gangyao.plan import Request, plan_build
from gangyao.release.part_tables import PartTables
from gangyao.release.table_source import read_table

TEXT = "第一章 总体要求\n加快建设城市公园{}。\n"


@pytest.fixture
def lexicon(seeds: Path) -> Path:
    return lexicon_of(seeds)


@pytest.fixture
def listed(tmp_path: Path) -> tuple[ListedDocument, ...]:
    files = []
    for name in "abc":
        path = tmp_path / f"{name}.txt"
        path.write_text(TEXT.format(name), encoding="utf-8")
        files.append(path)
    return list_files(files)


class Deadly:
    """Whatever process this is sent to ends."""

    def __reduce__(self):
        return os._exit, (9,)


def ids(written: tuple[WrittenPart, ...]) -> list[str]:
    return [
        one
        for part in written
        for one in read_table(PartTables(part.folder), "documents")["document_id"].to_pylist()
    ]


def test_a_part_tells_of_each_document_what_became_of_it(listed, lexicon: Path, tmp_path: Path):
    listed[1].path.write_bytes(b"")
    part = write_part(listed, lexicon, tmp_path / "part")
    assert [(one.document_id, one.is_in_part) for one in part.reports] == [
        ("a", True),
        ("b", False),
        ("c", True),
    ]
    assert [one.document_id for one in part.problems] == ["b"]
    assert part.reports[0].inputs[0].path == "a.txt"
    assert part.reports[1].identity is None
    assert ids((part,)) == ["a", "c"]


def test_a_document_that_kills_its_process_is_left_out(listed, lexicon: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(parts, "BATCH_BYTES", 1)
    deadly = replace(listed[1], path=Deadly())
    told: list[WrittenPart] = []
    written = write_parts(
        [listed[0], deadly, listed[2]], lexicon, tmp_path / "parts", workers=2, on_part=told.append
    )
    assert ids(written) == ["a", "c"]
    assert sum(len(part.reports) for part in told) == 3
    (problem,) = (problem for part in written for problem in part.problems)
    assert (problem.document_id, problem.severity) == ("b", "fault")
    assert "ended" in problem.message


def test_workers_and_batches_do_not_show_in_the_release(listed, tmp_path: Path, monkeypatch):
    contents = []
    for number, (workers, size) in enumerate([(1, 1_000_000), (1, 1), (2, 1)]):
        monkeypatch.setattr(parts, "BATCH_BYTES", size)
        plan = plan_build(Request(tmp_path / f"out{number}", tmp_path, tuple(one.path for one in listed)))
        with parts_folder(plan.request.output) as folder:
            written = write_parts(plan.to_read, plan.request.lexicon, folder, workers, lambda part: None)
            publish_parts(plan, written)
        files = [*(tmp_path / f"out{number}").glob("csv/*"), *(tmp_path / f"out{number}").glob("parquet/*")]
        contents.append({path.name: path.read_bytes() for path in files})
    assert contents[0] == contents[1] == contents[2]
    assert [path.name for path in tmp_path.iterdir() if "parts" in path.name] == []


def test_where_nothing_can_be_used_nothing_is_published(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"")
    plan = plan_build(Request(tmp_path / "out", tmp_path, (tmp_path / "a.txt",)))
    with parts_folder(plan.request.output) as folder:
        written = write_parts(plan.to_read, plan.request.lexicon, folder, 1, lambda part: None)
        with pytest.raises(DataError, match="nothing was published"):
            publish_parts(plan, written)
    assert not (tmp_path / "out").exists()


def test_a_file_listed_twice_is_a_warning_and_its_document_is_in_the_release(lexicon: Path, tmp_path: Path):
    folder = tmp_path / "seeds" / "documents" / "plan"
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text("title: 某市规划\nfiles: [a.txt, a.txt]\n", encoding="utf-8")
    (folder / "a.txt").write_text(TEXT.format("甲"), encoding="utf-8")
    plan = plan_build(Request(tmp_path / "out", tmp_path / "seeds"))
    with parts_folder(tmp_path / "out") as place:
        part = write_part(plan.listed, lexicon, place / "1")
        outcome = publish_parts(plan, [part])
    assert outcome.left_out == ()
    assert [problem.severity for problem in outcome.problems] == ["warning"]
    assert read_table(outcome.tables, "tasks").num_rows == 1
    assert read_table(outcome.tables, "problems")["document_id"].to_pylist() == ["plan"]


def test_a_document_is_no_twin_of_one_that_is_left_out(lexicon: Path, tmp_path: Path):
    for name in ("first", "second"):
        folder = tmp_path / "seeds" / "documents" / name
        folder.mkdir(parents=True)
        (folder / "document.yaml").write_text("title: 某市规划\nfiles: [a.txt]\n", encoding="utf-8")
        (folder / "a.txt").write_text(TEXT.format("甲"), encoding="utf-8")
    errata = "context,before,after,evidence,source,note\n没有这句,没有,有,witness,a,b\n"
    (tmp_path / "seeds" / "documents" / "first" / "errata.csv").write_text(errata, encoding="utf-8")
    plan = plan_build(Request(tmp_path / "out", tmp_path / "seeds"))
    with parts_folder(tmp_path / "out") as place:
        outcome = publish_parts(plan, [write_part(plan.listed, lexicon, place / "1")])
    assert outcome.left_out == ("first",)
    assert read_table(outcome.tables, "documents")["document_id"].to_pylist() == ["second"]
