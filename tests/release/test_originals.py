"""Files that are no text lie in the release as they came, and what was read from them can be shown."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from gangyao.build import parts_folder, publish_parts
from gangyao.cli.trace import _cut_out
from gangyao.errors import DataError
from gangyao.parts import write_part
from gangyao.plan import Request, plan_build
from gangyao.release.checks.release import check
from gangyao.release.files import sha256
from gangyao.release.printed_places import printed_places
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

LINES = ("加快建设临河水库，推进城乡供水一体化，", "健全节水激励机制。")


def build(files: tuple[Path, ...], output: Path, seeds: Path) -> None:
    plan = plan_build(Request(output, seeds, files))
    with parts_folder(output) as folder:
        part = write_part(plan.to_read, plan.request.lexicon, folder / "0")
        publish_parts(plan, (part,))


@pytest.fixture
def release(tmp_path: Path, seeds: Path) -> Path:
    page = PdfPage().text(96, 100, LINES[0]).text(72, 118, LINES[1]).text(72, 300, "第二段在别处。")
    (tmp_path / "plan.pdf").write_bytes(pdf(page))
    (tmp_path / "note.txt").write_text("加快建设城市公园。\n", encoding="utf-8")
    build((tmp_path / "plan.pdf", tmp_path / "note.txt"), tmp_path / "out", seeds)
    return tmp_path / "out"


def test_the_file_is_stored_untouched_and_checked(release: Path):
    (stored,) = (release / "sources").iterdir()
    assert stored.read_bytes() == (release.parent / "plan.pdf").read_bytes()
    assert stored.name == sha256(stored)
    assert f"sources/{stored.name}" in (release / "SHA256SUMS").read_text()
    assert check(release) == []
    stored.unlink()
    assert {problem.file for problem in check(release)} == {f"sources/{stored.name}"}


def test_a_changed_file_is_found_though_the_checksums_were_changed_too(release: Path):
    (stored,) = (release / "sources").iterdir()
    stored.write_bytes(b"%PDF-other")
    sums = release / "SHA256SUMS"
    sums.write_text(sums.read_text().replace(f"{stored.name}  ", f"{sha256(stored)}  "))
    assert ["is not the file that was read" in str(problem) for problem in check(release)] == [True]


def test_the_next_build_takes_over_the_file(release: Path, seeds: Path):
    before = next((release / "sources").iterdir())
    inode = before.stat().st_ino
    (release.parent / "note.txt").write_text("加快建设城市绿道。\n", encoding="utf-8")
    build((release.parent / "plan.pdf", release.parent / "note.txt"), release, seeds)
    (after,) = (release / "sources").iterdir()
    assert (after.name, after.stat().st_ino) == (before.name, inode)
    assert check(release) == []


@pytest.mark.usefixtures("chinese_font")
def test_a_row_is_cut_out_of_its_page(release: Path):
    (place,) = printed_places(release, "plan/0/p1")
    assert (place.page, place.kind, place.name) == (1, "pdf", "plan.pdf")
    assert (place.left, place.top) == pytest.approx((72, 100), abs=1)
    picture = Image.open(BytesIO(_cut_out(release, "plan/0/p1")))
    # Two lines of 12 points, 18 points apart, at 300 dpi.
    assert picture.height == pytest.approx((30 + 2 * 9) * 300 / 72, abs=4)
    assert picture.convert("L").getextrema()[0] < 128


def test_a_row_of_a_text_has_no_picture(release: Path):
    with pytest.raises(DataError, match="stands on no page"):
        printed_places(release, "note/0/p1")
