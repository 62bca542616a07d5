"""A release in partitions is asked, and proved, as one that is not divided."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gangyao.build import parts_folder, publish_parts
from gangyao.document.partition import Partition, partition_called, read_partition
from gangyao.errors import DataError
from gangyao.parts import write_part
from gangyao.plan import Request, of_partition, plan_build
from gangyao.release.checks.release import check
from gangyao.release.files import Format
from gangyao.release.partitions import check_partitions, same_bytes, unite
from gangyao.release.sql import QueryError, query
from gangyao.release.views import VIEWS
from schemas.registry import TABLES

COUNT = 2
TEXT = "第一章 总则\n支持成都市和重庆市建设公园{}处，到2025年森林覆盖率达到5{}%。\n"


def built(request: Request) -> Path:
    plan = plan_build(request)
    with parts_folder(request.output) as folder:
        publish_parts(plan, [write_part(plan.to_read, request.lexicon, folder / "1")])
    return request.output


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    seeds = tmp_path_factory.mktemp("plans") / "seeds"
    for number in range(5):
        folder = seeds / "documents" / f"plan-{number}"
        folder.mkdir(parents=True)
        (folder / "document.yaml").write_text(f"title: 规划{number}\nfiles: [a.txt]\n", encoding="utf-8")
        (folder / "a.txt").write_text(TEXT.format(number, number), encoding="utf-8")
    return seeds


@pytest.fixture(scope="module")
def whole(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(Request(tmp_path_factory.mktemp("whole") / "output", plans))


@pytest.fixture(scope="module")
def united(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("united") / "output"
    for number in range(1, COUNT + 1):
        request = Request(output, plans, formats=frozenset({Format.parquet}))
        built(of_partition(request, Partition(number, COUNT)))
    unite(output)
    return output


@pytest.fixture
def copy(united: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(united, tmp_path / "copy"))


def test_every_table_has_the_rows_of_the_undivided_release(whole: Path, united: Path) -> None:
    for table in TABLES:
        sql = f'select * from "{table.name}" order by all'
        assert query(united, sql).to_pylist() == query(whole, sql).to_pylist(), table.name
    assert check(whole) == list(check_partitions(united)) == []
    assert query(united, "select count(distinct document_id) as n from tasks").to_pylist() == [{"n": 5}]


def test_every_view_answers_as_the_undivided_release(whole: Path, united: Path) -> None:
    for view in VIEWS:
        if view.parameters is None:
            # A view does not know that a column is never empty.
            columns = "* exclude (is_nullable)" if view.name == "v_columns" else "*"
            sql = f'select {columns} from "{view.name}" order by all'
            assert query(united, sql).to_pylist() == query(whole, sql).to_pylist(), view.name
    for wanted in ("公园 成都", "園", "no such word", ""):
        sql = f"select paragraph_id from search('{wanted}') order by all"
        assert query(united, sql).to_pylist() == query(whole, sql).to_pylist()
    assert query(united, "describe tasks").num_rows == query(whole, "describe tasks").num_rows


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to 'parquet/x.csv'",
        "explain analyze copy (select 1) to 'parquet/x.csv'",
        "export database 'parquet'",
        "from read_text('/etc/hostname')",
        "from read_text('partitions/../../../etc/hostname')",
        "from read_text('SHA256SUMS')",
    ],
)
def test_a_query_sees_the_release_only_and_writes_nothing(
    copy: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.chdir(copy)
    before = sorted(copy.rglob("*"))
    with pytest.raises(QueryError):
        query(copy, sql)
    assert sorted(copy.rglob("*")) == before


def test_what_is_wrong_is_found_part_by_part(copy: Path, plans: Path) -> None:
    first = copy / "partitions" / "1-of-2"
    tasks = first / "parquet" / "tasks.parquet"
    pq.write_table(pq.read_table(tasks).slice(1), tasks)
    assert any(str(problem).startswith("1-of-2/parquet/tasks.parquet") for problem in check_partitions(copy))
    shutil.rmtree(first)
    with pytest.raises(DataError, match="lacks 1 of 2: build them first"):
        list(check_partitions(copy))
    shutil.copytree(copy / "partitions" / "2-of-2", first)
    wrong = [str(problem) for problem in check_partitions(copy)]
    assert any("the document belongs to another partition" in one for one in wrong)
    assert any("SHA256SUMS: does not go with the partitions: run `gangyao unite`" in one for one in wrong)
    (copy / "partitions" / "1-of-3").mkdir()
    with pytest.raises(DataError, match="holds partitions of different divisions"):
        unite(copy)


def test_identical_documents_of_different_partitions_are_found(plans: Path, tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(plans, tmp_path / "seeds"))
    here, there = (
        next(f"plan-{k}" for k in range(5) if Partition(number, COUNT).holds(f"plan-{k}"))
        for number in range(1, COUNT + 1)
    )
    folders = (seeds / "documents" / here, seeds / "documents" / there)
    (folders[0] / "a.txt").write_bytes((folders[1] / "a.txt").read_bytes())
    for number in range(1, COUNT + 1):
        built(of_partition(Request(tmp_path / "out", seeds), Partition(number, COUNT)))
    unite(tmp_path / "out")
    assert same_bytes(tmp_path / "out") == (tuple(sorted((here, there))),)


def test_a_document_is_in_one_partition_and_stays_there() -> None:
    ids = [f"plan-{number}" for number in range(200)]
    found = [[one for one in ids if Partition(number, 8).holds(one)] for number in range(1, 9)]
    assert sorted(one for part in found for one in part) == sorted(ids)
    assert min(map(len, found)) > 10
    # Never to be changed: releases are divided by it.
    assert Partition(3, 8).holds("plan-3"), json.dumps(found)


@pytest.mark.parametrize("told", ["0/4", "5/4", "a/4", "1/5000", "1", "-1/4", "1/4/2"])
def test_what_is_no_partition_is_told(told: str) -> None:
    with pytest.raises(DataError, match="is no partition: write 3/16"):
        read_partition(told)


def test_a_partition_is_known_by_its_folder() -> None:
    partition = read_partition("3/16")
    assert partition.name == "03-of-16"
    assert partition_called("03-of-16") == partition
    assert partition_called("03-of-16.history") is None


def test_a_partition_without_documents_is_told(plans: Path, tmp_path: Path) -> None:
    empty = next(
        Partition(number, 64)
        for number in range(1, 65)
        if not any(Partition(number, 64).holds(f"plan-{k}") for k in range(5))
    )
    with pytest.raises(DataError, match="has no document: divide them into fewer"):
        of_partition(Request(tmp_path, plans), empty)
