"""The same bytes from a cluster, also where a worker is killed while it reads."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from threading import Lock

import pytest

from tests.s3 import names_in, s3_server

DOCUMENTS = 8
TEXT = "第一章 总体要求\n加快建设城市公园{}处，增加绿地{}%以上。\n" * 20


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    seeds = tmp_path_factory.mktemp("many") / "seeds"
    for number in range(DOCUMENTS):
        folder = seeds / "documents" / f"plan-{number}"
        folder.mkdir(parents=True)
        (folder / "document.yaml").write_text(f"title: 规划{number}\nfiles: [a.txt]\n", encoding="utf-8")
        (folder / "a.txt").write_text(TEXT.format(*[number + 1] * 40), encoding="utf-8")
    # What is wrong with these is told in the same words wherever they are read.
    (seeds / "documents" / "plan-1" / "a.txt").write_bytes(b"\xff\xfe\xfd" * 99)
    (seeds / "documents" / "plan-2" / "a.txt").unlink()
    (seeds / "documents" / "plan-2" / "a.txt").symlink_to("/etc/hostname")
    return seeds


@pytest.fixture
def one_document_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows import build
    from gangyao import parts

    monkeypatch.setattr(parts, "BATCH_BYTES", 1)
    # Batches as small as these are else read by one worker.
    monkeypatch.setattr(build, "useful_workers", lambda workers, size: 2)


def contents(release: Path) -> dict[str, bytes]:
    return {
        path.relative_to(release).as_posix(): path.read_bytes()
        for path in release.rglob("*")
        if path.is_file()
        and path.suffix in {".csv", ".parquet", ".json", ".md"}
        # The manifest tells when it was built, the record how files were left.
        and path.name not in {"manifest.json", "record.json"}
    }


@pytest.fixture(scope="module")
def direct(many: Path, tmp_path_factory) -> Path:
    from gangyao.build import parts_folder, publish_parts
    from gangyao.parts import write_part
    from gangyao.plan import Request, plan_build

    output = tmp_path_factory.mktemp("direct") / "output"
    plan = plan_build(Request(output, many))
    with parts_folder(output) as folder:
        publish_parts(plan, [write_part(plan.to_read, plan.request.lexicon, folder / "1")])
    return output


def test_a_worker_that_is_killed_changes_no_byte(
    many: Path, direct: Path, tmp_path: Path, one_document_a_batch: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import default_client

    from flows import cluster
    from flows.build import build
    from flows.choices import Runner

    receive = cluster.receive
    killed: list[int] = []
    once = Lock()

    def kill_first(*arguments):
        if once.acquire(blocking=False):
            default_client().wait_for_workers(2)
            workers = default_client().run(os.getpid)
            assert len(workers) == 2
            killed.append(next(iter(workers.values())))
            os.kill(killed[0], signal.SIGKILL)
        return receive(*arguments)

    monkeypatch.setattr(cluster, "receive", kill_first)
    with s3_server() as place:
        build(many, tmp_path / "output", workers=2, runner=Runner.dask, store=place)
        left = {name.partition("/")[0] for name in names_in(place)}
    assert killed
    assert contents(tmp_path / "output") == contents(direct)
    assert left == {"lexicons"}, "what only this build needed is removed"


def test_a_document_that_ends_its_workers_is_left_out_and_the_others_are_read(
    many: Path, tmp_path: Path
) -> None:
    from flows.cluster import Cluster, WorkersDied, cluster_reader
    from gangyao.paths import lexicon_of
    from gangyao.plan import Request, plan_build
    from gangyao.reading import USUAL
    from gangyao.shipping import Shipment, ShippedPart, read_shipment
    from gangyao.storage import Storage

    def send(shipment: Shipment) -> ShippedPart:
        if any(one.document_id == "plan-3" for one in shipment.listed):
            raise WorkersDied("it was ended four times")
        return read_shipment(shipment)

    plan = plan_build(Request(tmp_path / "output", many))
    with cluster_reader(Cluster(send, 1), Storage(str(tmp_path / "store"))) as read:
        parts = read(plan.to_read, lexicon_of(many), tmp_path / "parts", USUAL)
    reports = {report.document_id: report for part in parts for report in part.reports}
    assert len(reports) == DOCUMENTS
    assert {name for name, report in reports.items() if not report.is_in_part} == {
        "plan-1",
        "plan-2",
        "plan-3",
    }
    (problem,) = reports["plan-3"].problems
    assert (problem.severity, problem.message) == (
        "fault", "the processes that read it were ended: they did not end by themselves, or memory ran out",
    )  # fmt: skip


def test_a_cluster_elsewhere_needs_a_place_that_all_see() -> None:
    from flows.choices import Runner
    from flows.runners import Place, readers
    from gangyao.errors import DataError

    with (
        pytest.raises(DataError, match="--cluster needs --store"),
        readers(Runner.dask, 1, Place("tcp://127.0.0.1:1")),
    ):
        pass
