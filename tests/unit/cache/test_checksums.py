"""Checksums kept on disk: they are those of the files as they are now, and a bad record costs time only."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from gangyao.cache import checksums
from gangyao.cache.checksums import KeptChecksums
from tests.damage import DAMAGES, do_damage


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two files, of which it is known that nobody writes them any more."""
    monkeypatch.setenv("GANGYAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(checksums, "_LATELY", -60.0)
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.py").write_bytes(b"one")
    (folder / "b.py").write_bytes(b"two")
    return folder


def told(folder: Path) -> dict[str, str]:
    kept = KeptChecksums(folder)
    found = {path.name: kept.checksum(path) for path in folder.iterdir()}
    kept.store()
    return found


def read(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_what_stayed_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = told(folder)
    assert first == read(folder)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
        assert told(folder) == first


def test_a_file_of_the_same_size_and_time_is_another(folder: Path) -> None:
    told(folder)
    path = folder / "a.py"
    left = path.stat()
    path.write_bytes(b"six")
    os.utime(path, ns=(left.st_atime_ns, left.st_mtime_ns))
    assert told(folder) == read(folder)
    other = folder.with_name("other")
    other.write_bytes(b"ten")
    os.utime(other, ns=(left.st_atime_ns, left.st_mtime_ns))
    other.replace(path)
    assert told(folder) == read(folder)


def test_what_was_written_lately_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checksums, "_LATELY", 60.0)
    told(folder)
    (folder / "a.py").write_bytes(b"six")
    assert told(folder) == read(folder)
    assert KeptChecksums(folder)._known == {}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_record_is_made_anew(folder: Path, damage: str) -> None:
    told(folder)
    path = KeptChecksums(folder).path
    do_damage(path, damage)
    assert KeptChecksums(folder)._known == {}
    assert told(folder) == read(folder)
    assert bool(KeptChecksums(folder)._known) == (damage != "folder")
