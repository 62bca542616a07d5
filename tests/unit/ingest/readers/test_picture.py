from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gangyao.document.recognised import Reading
from gangyao.document.source import SecondReading, Witness
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers import extras
from gangyao.ingest.readers.content import Content
from gangyao.ingest.readers.picture import read
from gangyao.ingest.readers.picture.read import recognise_picture
from gangyao.ingest.readers.picture.rules import find_rules
from gangyao.ingest.readers.read import read_content
from gangyao.ingest.second_reading import with_second_readings
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import lexicon_of
from gangyao.pipeline import load_engine, read_document
from tests.unit.ingest.readers.draw_scan import LINES, TITLE

SCAN = Path(__file__).with_name("scan.png")


@pytest.fixture(scope="module")
def content() -> Content:
    return recognise_picture(SCAN.read_bytes(), "scan.png")


def test_a_scan_is_read_in_paragraphs(content: Content):
    body = "".join(LINES).replace("　", "")
    first = body.index("健全")
    paragraphs: list[str] = []
    for line in content.lines:
        paragraphs.append(paragraphs.pop() + line.text if line.joins_previous else line.text)
    assert paragraphs == [TITLE, body[:first], body[first:]]


def test_each_line_has_its_box_on_the_scan_and_its_certainty(content: Content):
    title = content.lines[0]
    assert title.box is not None
    assert (title.page, title.level) == (1, 1)
    assert 230 < title.box.left < 270
    assert 620 < title.box.right < 670
    assert len(title.scores) == len(title.text)
    assert all(score > 0.8 for line in content.lines for score in line.scores)


def test_ruled_lines_are_found_and_strokes_are_none():
    page = np.full((600, 800, 3), 255, np.uint8)
    page[100:102, 50:750] = 0
    page[100:400, 50:52] = 0
    page[300:303, 300:312] = 0
    rules = [(rule.right - rule.left, rule.bottom - rule.top) for rule in find_rules(page, 30)]
    assert sorted(max(size) for size in rules) == pytest.approx([300, 700], abs=2)


def _png_header(width: int, height: int) -> bytes:
    """Return a PNG that says to be so large and holds next to nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (_png_header(30_000, 30_000), "far too many pixels, and at most 100,000,000 pixels"),
        (_png_header(12_000, 12_000), "12,000 x 12,000 pixels"),
        (SCAN.read_bytes()[:2000], "damaged picture"),
        (b"\x89PNG\r\n\x1a\n", "damaged picture"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, problem: str):
    with pytest.raises(SeedError, match=problem) as caught:
        recognise_picture(data, "scan.png")
    assert str(caught.value).startswith("scan.png")
    assert "\n" not in str(caught.value)


def test_without_the_extra_a_picture_is_refused_with_its_name(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(extras, "find_spec", lambda package: None)
    with pytest.raises(SeedError, match=r"gangyao\[ocr\]"):
        read_content("picture", SCAN.read_bytes(), "scan.png")


def test_the_pages_of_a_tiff_are_counted_as_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content
):
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(read, "tell_page", lambda *page: told.append(page))
    scan = Image.open(SCAN)
    path = tmp_path / "scan.tiff"
    scan.save(path, "TIFF", save_all=True, append_images=[scan])
    assert recognise_picture(path.read_bytes(), "scan.tiff").pages == 2
    assert told == [("scan.tiff", 1, 2), ("scan.tiff", 2, 2)]


def test_a_scanned_pdf_is_read_as_its_picture(tmp_path: Path, content: Content):
    scan = Image.open(SCAN).convert("L")
    path = tmp_path / "scan.pdf"
    scan.save(path, "PDF", resolution=100)
    document = document_from_file(path)
    (file,) = document.source.files
    assert (file.kind, file.pages) == ("pdf", 1)
    assert document.source.text.replace("\n", "") == content.text.replace("\n", "")
    box = file.lines[0].box
    assert box is not None
    assert 160 < box.left < 200  # points: 250 pixels at 100 dpi


def test_where_a_second_reading_differs_both_readings_are_a_suspect(tmp_path: Path, seeds: Path):
    path = tmp_path / "scan.png"
    path.write_bytes(SCAN.read_bytes())
    document = document_from_file(path)
    first = document.source.text
    # As if the first reading had taken one character for another.
    lines = document.source.files[0].lines
    wrong = [replace(line, text=line.text.replace("水库", "水车")) for line in lines]
    file = replace(document.source.files[0], lines=tuple(wrong))
    start = 0
    readings: tuple[SecondReading, ...] = ()
    for line in lines:
        readings += (
            SecondReading(start, start + len(line.text), Reading(line.text, (0.9,) * len(line.text))),
        )
        start += len(line.text) + 1
    misread = replace(
        document,
        source=replace(document.source, text=first.replace("水库", "水车"), files=(file,)),
        witnesses=(Witness("again", first, readings=readings),),
    )
    read = read_document(misread, load_engine(lexicon_of(seeds)))
    doubts = [suspect for suspect in read.cleaned.suspects if suspect.detector == "second_reading"]
    assert [(doubt.text, doubt.suggestion) for doubt in doubts] == [("车", "库")]
    assert "prefers it" in doubts[0].reason
    assert read.confirmations


def test_a_scan_is_read_again_line_by_line(tmp_path: Path):
    path = tmp_path / "scan.png"
    path.write_bytes(SCAN.read_bytes())
    document = with_second_readings(document_from_file(path))
    witness = document.witnesses[0]
    assert witness.name == "scan.png, read again by rapidocr, as scanned"
    text = document.source.text
    assert [text[one.raw_start : one.raw_end] for one in witness.readings] == text.splitlines()
    assert [one.reading.text for one in witness.readings] == text.splitlines()


def test_a_scan_that_cannot_be_read_again_says_so_and_stays(tmp_path: Path):
    path = tmp_path / "scan.png"
    path.write_bytes(SCAN.read_bytes())
    document = document_from_file(path)
    path.write_bytes(SCAN.read_bytes()[:2000])
    (witness,) = with_second_readings(document).witnesses
    assert witness.name.startswith("scan.png, not read again: it is a damaged picture")
    assert witness.text == ""


def test_lines_that_pass_for_upside_down_and_read_worse_so_are_read_as_they_were_found(
    monkeypatch: pytest.MonkeyPatch, content: Content
):
    monkeypatch.setattr("gangyao.ingest.readers.picture.recognise.is_upside_down", lambda _: True)
    found = recognise_picture(SCAN.read_bytes(), "scan.png")
    assert [line.text for line in found.lines] == [line.text for line in content.lines]
