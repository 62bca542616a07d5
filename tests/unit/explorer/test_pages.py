"""Pictures of pages: of files that the release was read from, and of no others."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gangyao.explorer.pages import PAGE_SCALE, Pages
from gangyao.explorer.places import page_address
from tests.unit.ingest.readers.pdf_writer import A4, PdfPage, pdf


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The source files of a release: one PDF that is at hand, and one that is now another."""
    sources = tmp_path / "sources" / "plan"
    sources.mkdir(parents=True)
    drawn = pdf(PdfPage().text(72, 72, "第一章 总体要求"), PdfPage().text(72, 72, "第二页"))
    (sources / "plan.pdf").write_bytes(drawn)
    (sources / "other.pdf").write_bytes(drawn + b"\n")
    folder = tmp_path / "release" / "parquet"
    folder.mkdir(parents=True)
    rows = {
        "document_id": ["plan", "plan"],
        "source_file": ["plan.pdf", "other.pdf"],
        "kind": ["pdf", "pdf"],
        "sha256": [hashlib.sha256(drawn).hexdigest(), "0" * 64],
    }
    pq.write_table(pa.table(rows), folder / "source_files.parquet")
    boxes = {"document_id": ["plan", "plan", "plan"], "line": [1, 2, 3], "page": [1, 1, 2]}
    pq.write_table(pa.table(boxes), folder / "line_boxes.parquet")
    lines = {"document_id": ["plan"] * 3, "line": [1, 2, 3], "source_file": ["plan.pdf"] * 3}
    pq.write_table(pa.table(lines), folder / "lines.parquet")
    return tmp_path / "release"


def test_a_page_is_drawn_to_scale(release: Path, tmp_path: Path) -> None:
    picture = Pages(release, tmp_path / "sources").picture("plan", "plan.pdf", 1)
    assert picture is not None
    assert picture.media_type == "image/png"
    assert picture.data.startswith(b"\x89PNG")
    width = int.from_bytes(picture.data[16:20], "big")
    assert width == round(A4[0] * PAGE_SCALE)


@pytest.mark.parametrize(
    ("document_id", "source_file", "page"),
    [
        ("plan", "plan.pdf", 3),
        ("plan", "plan.pdf", 0),
        ("plan", "other.pdf", 1),
        ("plan", "nothing.pdf", 1),
        ("none", "plan.pdf", 1),
        ("plan", "../plan/plan.pdf", 1),
    ],
)
def test_there_is_no_picture_of_anything_else(
    release: Path, tmp_path: Path, document_id: str, source_file: str, page: int
) -> None:
    assert Pages(release, tmp_path / "sources").picture(document_id, source_file, page) is None


def test_all_pages_with_lines_are_listed_once(release: Path, tmp_path: Path) -> None:
    found = [one[:3] for one in Pages(release, tmp_path / "sources").all()]
    assert found == [("plan", "plan.pdf", 1), ("plan", "plan.pdf", 2)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/pages/plan/plan.pdf/2.png", ("plan", "plan.pdf", 2)),
        ("/pages/%E7%94%B2/a%2Fb.pdf/1.png?x", ("甲", "a/b.pdf", 1)),
        ("/pages/plan/plan.pdf/x.png", None),
        ("/pages/plan/2.png", None),
        ("/release/plan/plan.pdf/2.png", None),
    ],
)
def test_addresses_of_pages(address: str, expected: tuple[str, str, int] | None) -> None:
    assert page_address(address) == expected
