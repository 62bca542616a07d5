from __future__ import annotations

import zlib

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers import bounded, limits
from gangyao.ingest.readers.bounded import read_bounded
from gangyao.ingest.readers.read import read_content
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

GOOD = pdf(PdfPage().text(72, 100, "坚持生态优先，推动绿色发展。"))


def bomb() -> bytes:
    """Return a PDF whose page draws for minutes: 100 MB of operators in 100 KB."""
    stream = zlib.compress(b"q Q " * 25_000_000)
    start = GOOD.index(b"7 0 obj")
    end = GOOD.index(b"endobj", start)
    head = b"7 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(stream)
    return GOOD[:start] + head + stream + b"\nendstream" + GOOD[end:]


def test_content_comes_back_as_from_the_reader_itself():
    assert read_bounded("pdf", GOOD, "a.pdf") == read_content("pdf", GOOD, "a.pdf")


def test_errors_of_readers_come_back_as_they_are():
    with pytest.raises(SeedError, match=r"a\.pdf: is a damaged PDF"):
        read_bounded("pdf", b"%PDF-1.7", "a.pdf")


def test_a_file_that_takes_too_long_is_ended_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GANGYAO_READER_SECONDS", "2")
    bounded._end_workers()
    with pytest.raises(SeedError, match=r"bomb\.pdf: takes too long") as caught:
        read_bounded("pdf", bomb(), "bomb.pdf")
    assert "\n" not in str(caught.value)
    assert read_bounded("pdf", GOOD, "a.pdf").lines
    bounded._end_workers()


def test_outside_of_a_worker_nothing_is_bounded():
    limits.allow_more_time()
    assert read_content("pdf", GOOD, "a.pdf").lines
