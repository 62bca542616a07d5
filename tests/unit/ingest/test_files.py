"""What a document's folder may hold besides files: pipes, devices, and files that no document needs."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.files import LARGEST_FILE, LARGEST_TEXT
from gangyao.ingest.inventory import list_files, list_seeds
from gangyao.ingest.join import join_files
from gangyao.ingest.seeds import document_from_file, load_document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds" / "documents" / "plan"
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text("title: 某市规划\nfiles: [a.txt]\n", encoding="utf-8")
    (folder / "a.txt").write_text("第一章 总则\n建设公园。\n", encoding="utf-8")
    return folder


def ends(what: Callable[[], object]) -> bool:
    """Run what might wait for ever, and tell whether it ends."""
    thread = threading.Thread(target=what, daemon=True)
    thread.start()
    thread.join(20)
    return not thread.is_alive()


@pytest.mark.parametrize("name", ["pipe", "document.yaml", "a.txt", "errata.csv", "rejected.csv"])
def test_a_pipe_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert ends(lambda: list_seeds(folder.parents[1]))
    raised: list[SeedError] = []

    def load() -> None:
        try:
            load_document(folder)
        except SeedError as error:
            raised.append(error)

    assert ends(load)
    assert [Path(error.file).name for error in raised if name != "a.txt"] == [name] * (
        name not in ("pipe", "a.txt")
    )
    assert len(raised) == (name != "pipe")


def test_a_device_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert list_files([tmp_path / "zero.txt"])[0].size < 100
    with pytest.raises(SeedError, match="no such file"):
        document_from_file(tmp_path / "zero.txt")


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    os.truncate(folder / "a.txt", LARGEST_FILE + 1)
    assert list_seeds(folder.parents[1])[0].size < 1000
    with pytest.raises(SeedError, match=r"a\.txt: has 500,000,001 bytes, more than 500,000,000; split it"):
        load_document(folder)


def test_a_text_that_is_too_long_is_no_document() -> None:
    with pytest.raises(SeedError, match="of text, more than 30,000,000; give each document in it a file"):
        join_files([("a.txt", b"a" * (LARGEST_TEXT + 1))])
