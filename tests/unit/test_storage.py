"""A folder and S3 serve the same files in the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gangyao.errors import DataError
from gangyao.storage import Storage
from tests.s3 import names_in, s3_server


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with s3_server() as place:
        yield place


@pytest.fixture(params=["folder", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path, s3: str) -> Storage:
    return Storage(str(tmp_path / "store") if request.param == "folder" else s3)


def test_what_is_written_is_read(storage: Storage, tmp_path: Path) -> None:
    assert not storage.holds("runs/1/a")
    storage.write("runs/1/a", b"one")
    storage.write("runs/1/a", b"two")
    assert storage.holds("runs/1/a")
    assert storage.read("runs/1/a") == b"two"
    (tmp_path / "b").write_bytes(b"three")
    assert storage.send(tmp_path / "b", "runs/1/deep/b") == hashlib.sha256(b"three").hexdigest()
    assert names_in(storage.uri) == ["runs/1/a", "runs/1/deep/b"]
    storage.remove_folder("runs/1")
    storage.remove_folder("runs/1")
    assert names_in(storage.uri) == []


def test_what_is_not_there_is_an_error_of_the_system(storage: Storage) -> None:
    with pytest.raises(OSError, match="nothing"):
        storage.read("nothing")


def test_what_is_no_storage_is_told() -> None:
    with pytest.raises(DataError, match="ftp://x: is no storage: "):
        Storage("ftp://x").read("a")
