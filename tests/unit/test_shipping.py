"""Batches to another machine and back: the same part as at home, and nothing else taken for it."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from gangyao.errors import DataError
from gangyao.ingest.inventory import ListedDocument, list_seeds
from gangyao.parts import write_part
from gangyao.paths import lexicon_of
from gangyao.reading import USUAL
from gangyao.shipping import Run, can_travel, close_run, open_run, read_shipment, receive, ship
from gangyao.storage import Spoilt, Storage
from tests.s3 import names_in


@pytest.fixture
def listed(tmp_path: Path) -> tuple[ListedDocument, ...]:
    for name in "ab":
        folder = tmp_path / "seeds" / "documents" / name
        (folder / "scans").mkdir(parents=True)
        (folder / "document.yaml").write_text("title: 某市规划\nfiles: [scans/a.txt]\n", encoding="utf-8")
        (folder / "scans" / "a.txt").write_text(f"第一章 总则\n建设公园{name}。\n", encoding="utf-8")
    (tmp_path / "seeds" / "documents" / "b" / "errata.csv").write_text("wrong\n", encoding="utf-8")
    return list_seeds(tmp_path / "seeds")


@pytest.fixture
def run(tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    # As on another machine, which has no lexicon yet.
    monkeypatch.setenv("GANGYAO_CACHE", str(tmp_path / "cache"))
    return open_run(Storage(str(tmp_path / "store")), "runs/1", lexicon_of(seeds), USUAL)


def test_a_part_from_another_machine_is_what_it_would_be_at_home(
    listed: tuple[ListedDocument, ...], run: Run, seeds: Path, tmp_path: Path
) -> None:
    shipment = pickle.loads(pickle.dumps(ship(run, listed)))
    part = receive(run, pickle.loads(pickle.dumps(read_shipment(shipment))), tmp_path / "there")
    home = write_part(listed, lexicon_of(seeds), tmp_path / "home")
    assert part.reports == home.reports
    assert [one.is_in_part for one in part.reports] == [True, False]
    tables = sorted(path.name for path in home.folder.iterdir())
    assert sorted(path.name for path in part.folder.iterdir()) == tables
    assert all((part.folder / name).read_bytes() == (home.folder / name).read_bytes() for name in tables)
    close_run(run)
    assert {name.partition("/")[0] for name in names_in(run.storage.uri)} == {"lexicons"}


def test_the_same_documents_are_the_same_archive(listed: tuple[ListedDocument, ...], run: Run) -> None:
    listed[0].path.joinpath("scans", "a.txt").touch()
    assert ship(run, listed) == ship(run, listed)


def test_a_worker_with_another_engine_reads_nothing(listed: tuple[ListedDocument, ...], run: Run) -> None:
    with pytest.raises(DataError, match="another version of Gangyao, its models, Python or the packages"):
        read_shipment(ship(replace(run, fingerprint="other"), listed))


def test_damaged_archives_and_parts_are_not_taken(
    listed: tuple[ListedDocument, ...], run: Run, tmp_path: Path
) -> None:
    shipment = ship(run, listed)
    part = read_shipment(shipment)
    name = f"runs/1/parts/{part.tables}.tar.zst"
    run.storage.write(name, run.storage.read(name)[:-1])
    with pytest.raises(Spoilt, match="is not what its name says"):
        receive(run, part, tmp_path / "there")
    run.storage.write(f"runs/1/batches/{shipment.documents}.tar.zst", b"other")
    with pytest.raises(Spoilt, match="is not what its name says"):
        read_shipment(shipment)


def test_what_is_more_than_plain_files_does_not_travel(
    listed: tuple[ListedDocument, ...], tmp_path: Path
) -> None:
    one, other = listed
    assert can_travel(one)
    (one.path / "link.txt").symlink_to("/etc/hostname")
    assert not can_travel(one)
    (tmp_path / "link").symlink_to(other.path)
    assert not can_travel(replace(other, path=tmp_path / "link"))
