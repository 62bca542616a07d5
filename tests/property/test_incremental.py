"""However a folder of documents came to be what it is: the release is the one of a build from nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gangyao.build import parts_folder, publish_parts
from gangyao.errors import DataError
from gangyao.parts import write_parts
from gangyao.paths import LEXICON, lexicon_of
from gangyao.plan import Request, plan_build
from gangyao.release.checks.release import check
from gangyao.release.files import CHANGES, CHECKSUMS, DATABASE, MANIFEST, STATE
from gangyao.release.writers import duckdb as duckdb_writer
from gangyao.release.writers import duckdb_change, parquet, splice
from schemas.registry import TABLES

NAMES = ("alpha", "beta", "Gamma", "delta", "eta")
TEXTS = (
    "第一章 总体要求\n加快建设重庆市渝北区城市公园。\n到2025年，新增公园30个以上。\n",
    "一、建设目标\n推动成都市产业升级，完善管网。\n",
    "关于做好工作的通知\n\n（一）加强管理。\n支持四川省开放开发。\n",
    "",  # holds no text: the document is left out
)
# What depends on the clock or on the release before, and what is compared table by table.
OWN = {CHANGES, CHECKSUMS, MANIFEST, DATABASE}


@dataclass(frozen=True)
class Step:
    """Give `document` this text, or remove it (None); then build."""

    document: str
    text: str | None


STEPS = st.lists(
    st.builds(Step, st.sampled_from(NAMES), st.sampled_from((*TEXTS, None))), min_size=1, max_size=5
)


def make(seeds: Path, step: Step) -> None:
    folder = seeds / "documents" / step.document
    if step.text is None:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "document.yaml").write_text(f"title: 规划{step.document}\nfiles: [a.txt]\n", "utf-8")
        (folder / "a.txt").write_text(step.text, "utf-8")


def build(seeds: Path, output: Path, **asked: bool) -> int | None:
    """Build; return the number of documents that were read, None where nothing can be published."""
    request = Request(output, seeds, **asked)  # type: ignore[arg-type]
    try:
        plan = plan_build(request)
        if not plan.nothing_changed:
            with parts_folder(output) as folder:
                parts = write_parts(plan.to_read, request.lexicon, folder, 1, lambda part: None)
                publish_parts(plan, parts)
    except DataError:
        return None
    return len(plan.to_read)


def contents(release: Path) -> dict[str, bytes]:
    return {
        path.relative_to(release).as_posix(): path.read_bytes()
        for path in release.rglob("*")
        if path.is_file() and path.name not in OWN and STATE not in path.parts
    }


def rows(release: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(release / DATABASE, read_only=True) as connection:
        asked = {table.name: f"SELECT * FROM {table.name}" for table in TABLES}
        asked |= {
            words: f"SELECT paragraph_id FROM search('{words}')" for words in ("建设", "新增 公园", "管")
        }
        return {
            what: sorted(connection.execute(question).fetchall(), key=repr)
            for what, question in asked.items()
        }


@settings(max_examples=6, deadline=None)
@given(STEPS)
def test_any_history_gives_the_release_of_a_build_from_nothing(tmp_path_factory, steps: list[Step]) -> None:
    _build_step_by_step(tmp_path_factory.mktemp("history"), steps)


@settings(max_examples=6, deadline=None)
@given(STEPS)
def test_so_it_is_where_groups_of_rows_are_copied(tmp_path_factory, steps: list[Step]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # As if a document filled a group.
        patch.setattr(parquet, "LEAST_ROWS", 1)
        patch.setattr(parquet, "_ONE_IN", 1)
        patch.setattr(splice, "MOST_ANEW", 1.0)
        # As if the database were large.
        patch.setattr(duckdb_change, "LEAST_BYTES", 0)
        patch.setattr(duckdb_change, "MOST_CHANGED", 1.0)
        patch.setattr(duckdb_change, "LEAST_LEFT", 0.0)
        _build_step_by_step(tmp_path_factory.mktemp("history"), steps)


def _build_step_by_step(folder: Path, steps: list[Step]) -> None:
    seeds = folder / "seeds"
    (seeds / "documents").mkdir(parents=True)
    stands = False
    for step in steps:
        make(seeds, step)
        stands = build(seeds, folder / "grown") is not None or stands
    fresh = build(seeds, folder / "fresh")
    if fresh is None:
        return
    assert stands
    assert contents(folder / "grown") == contents(folder / "fresh")
    assert rows(folder / "grown") == rows(folder / "fresh")
    assert check(folder / "grown", seeds) == []
    assert build(seeds, folder / "grown") == 0


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Tell of each database, as if all were large, whether it was made of the one before it."""
    told: list[bool] = []

    def change(*asked: Any) -> bool:
        told.append(duckdb_change.change_duckdb(*asked))
        return told[-1]

    monkeypatch.setattr(duckdb_writer, "change_duckdb", change)
    monkeypatch.setattr(duckdb_change, "LEAST_BYTES", 0)
    return told


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Build three documents, any of which may be changed; return the seeds and the release."""
    monkeypatch.setattr(duckdb_change, "MOST_CHANGED", 1.0)
    seeds, output = tmp_path / "seeds", tmp_path / "output"
    for name, text in zip(NAMES, TEXTS[:3], strict=False):
        make(seeds, Step(name, text))
    build(seeds, output)
    return seeds, output


def test_a_large_database_is_changed_and_not_written(told: list[bool], built: tuple[Path, Path]) -> None:
    seeds, output = built
    # A third of the paragraphs may not be replaced twice: the third time all is written.
    for number in range(3):
        make(seeds, Step("beta", TEXTS[1] + f"完善第{number}条道路。\n"))
        assert build(seeds, output) == 1
        assert check(output, seeds) == []
    assert told == [True, False, True]


def test_a_large_database_that_was_damaged_is_written_anew(
    told: list[bool], built: tuple[Path, Path]
) -> None:
    seeds, output = built
    database = output / DATABASE
    database.write_bytes(database.read_bytes()[:-1] + b"!")
    make(seeds, Step("beta", TEXTS[1] + "完善道路。\n"))
    assert build(seeds, output) == 1
    assert told == [False]
    assert check(output, seeds) == []


def test_what_is_warned_of_as_before_is_no_change(
    tmp_path: Path, told: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    # One of the three that are published; it is told of the fourth, each time, that it was left out.
    monkeypatch.setattr(duckdb_change, "MOST_CHANGED", 0.34)
    seeds, output = tmp_path / "seeds", tmp_path / "output"
    for name, text in zip(NAMES, TEXTS, strict=False):
        make(seeds, Step(name, text))
    build(seeds, output)
    make(seeds, Step("beta", TEXTS[1] + "完善道路。\n"))
    assert build(seeds, output) == 1
    assert told == [True]
    assert check(output, seeds) == []


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "output"
    for name, text in zip(NAMES, TEXTS, strict=False):
        make(seeds, Step(name, text))
    assert build(seeds, output) == 4
    assert build(seeds, output) == 0
    written = (output / MANIFEST).stat().st_mtime_ns
    make(seeds, Step("beta", TEXTS[1] + "完善道路。\n"))
    assert build(seeds, output) == 1
    assert (output / MANIFEST).stat().st_mtime_ns != written
    make(seeds, Step("beta", None))
    assert build(seeds, output) == 0
    assert build(seeds, output, force=True) == 3


def test_a_lost_or_damaged_record_costs_a_full_build_and_nothing_else(tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "output"
    for name, text in zip(NAMES, TEXTS[:2], strict=False):
        make(seeds, Step(name, text))
    assert build(seeds, output) == 2
    before = contents(output)
    record = output / STATE / "record.json"
    good = record.read_bytes()
    for bad in (b"", good[:-1], good.replace(b"alpha", b"alphb", 1), b"2" + good[1:], b"\xff\xfe"):
        record.write_bytes(bad)
        assert build(seeds, output) == 2
        assert contents(output) == before
    shutil.rmtree(output / STATE)
    assert build(seeds, output) == 2
    assert contents(output) == before


def test_a_release_that_was_touched_is_written_again(tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "output"
    for name, text in zip(NAMES, TEXTS[:2], strict=False):
        make(seeds, Step(name, text))
    build(seeds, output)
    before = contents(output)
    (output / "csv" / "tasks.csv").write_text("task_id\n", encoding="utf-8")
    assert build(seeds, output) == 0  # the rows of the Parquet files still hold
    assert contents(output) == before
    table = output / "parquet" / "tasks.parquet"
    table.write_bytes(table.read_bytes()[:-1] + b"!")
    assert build(seeds, output) == 2
    assert contents(output) == before
    assert check(output, seeds) == []


def test_a_changed_lexicon_rebuilds(tmp_path: Path, seeds: Path) -> None:
    own, output = tmp_path / "seeds", tmp_path / "output"
    shutil.copytree(lexicon_of(seeds), own / LEXICON)
    make(own, Step("alpha", TEXTS[0]))
    assert build(own, output) == 1
    assert build(own, output) == 0
    with (own / LEXICON / "terms.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert build(own, output) == 1
