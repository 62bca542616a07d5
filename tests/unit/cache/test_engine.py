"""The engine on disk: what is read back is what was stored, and a bad file costs time only."""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from gangyao import pipeline
from gangyao.cache import engine
from gangyao.cache.checked_file import checksum, write_whole
from gangyao.cache.engine import stored_or_made
from gangyao.document.ledger import Grounds
from gangyao.fingerprint import engine_fingerprint
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from tests.damage import DAMAGES, do_damage


class Maker:
    """Counts how often it was asked to make its value."""

    def __init__(self, value: object) -> None:
        self.value = value
        self.times = 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


@dataclass(frozen=True)
class NotOurs:
    value: int


class Runs:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return os.mkdir, ("ran",)


def test_what_was_stored_is_read_back(tmp_path: Path) -> None:
    make = Maker((Grounds("a", "b", "c", "rule"), {"x": frozenset("yz")}))
    assert stored_or_made("f", make, tmp_path) == stored_or_made("f", make, tmp_path) == make.value
    assert make.times == 1
    arrays = Maker(np.arange(5, dtype=np.uint16))
    stored_or_made("g", arrays, tmp_path)
    again = stored_or_made("g", arrays, tmp_path)
    assert isinstance(again, np.ndarray)
    assert again.tolist() == [0, 1, 2, 3, 4]
    assert arrays.times == 1


def test_the_bytes_are_taken_once_for_what_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored_or_made("f", Maker(1), tmp_path)
    (file,) = tmp_path.iterdir()
    os.utime(file, (0, 0))
    monkeypatch.setattr("time.time", lambda: file.stat().st_ctime + 10)
    assert stored_or_made("f", Maker(2), tmp_path) == 1
    monkeypatch.setattr("hashlib.file_digest", None)
    assert stored_or_made("f", Maker(2), tmp_path) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    make = Maker((1, 2))
    stored_or_made("f", make, tmp_path)
    (file,) = tmp_path.iterdir()
    do_damage(file, damage)
    assert stored_or_made("f", make, tmp_path) == (1, 2)
    assert make.times == 2


def test_no_file_can_run_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, value in enumerate((Runs(), NotOurs(1))):
        content = pickle.dumps(value)
        parts = [struct.pack("<2Q", 1, len(content)), bytes(48), content]
        write_whole(tmp_path / f"{number}-{checksum(parts)}.engine", parts)
        make = Maker("made")
        assert stored_or_made(str(number), make, tmp_path) == "made"
        assert make.times == 1
    assert not (tmp_path / "ran").exists()


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert stored_or_made("f", Maker(3), tmp_path / "file" / "below") == 3


def test_few_engines_are_kept(tmp_path: Path) -> None:
    for number in range(engine.KEPT + 3):
        stored_or_made(f"f{number}", Maker(number), tmp_path)
    assert len(list(tmp_path.iterdir())) == engine.KEPT


def test_a_stored_engine_reads_as_a_compiled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGYAO_CACHE", str(tmp_path / "cache"))
    text = tmp_path / "text.txt"
    text.write_text("关于建设的通知\n\n一、总体要求\n到2025年，重庆市新增公园30个以上。\n", encoding="utf-8")
    document = document_from_file(text)
    lexicon = lexicon_of(SEEDS)
    load_engine.cache_clear()
    compiled = load_engine(lexicon)
    load_engine.cache_clear()

    def not_again(_: Path) -> object:
        raise AssertionError("the stored engine was not used")

    monkeypatch.setattr(pipeline, "load_rules", not_again)
    stored = load_engine(lexicon)
    load_engine.cache_clear()
    assert isinstance(stored, Engine)
    assert read_document(document, compiled) == read_document(document, stored)
    assert len(list((tmp_path / "cache" / "engines").iterdir())) == 1


def test_the_fingerprint_follows_the_lexicon(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("a\n", encoding="utf-8")
    first = engine_fingerprint(tmp_path)
    assert engine_fingerprint(tmp_path) == first
    (tmp_path / "terms.csv").write_text("b\n", encoding="utf-8")
    assert engine_fingerprint(tmp_path) != first
    (tmp_path / "terms.csv").write_text("a\n", encoding="utf-8")
    (tmp_path / "nouns.csv").write_text("", encoding="utf-8")
    assert engine_fingerprint(tmp_path) != first
