import csv
import shutil
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from gangyao.cli import app
from gangyao.cli.printed_suspects import PrintedSuspect, draw_line
from gangyao.document.changes import Suspect
from gangyao.document.printed import Box
from gangyao.document.source import SourceFile
from gangyao.ingest.seeds import load_document
from gangyao.pipeline import load_engine, read_document
from tests.unit.ingest.readers.pdf_writer import PdfPage, pdf

LEXICON = Path("seeds/lexicon")
TEXT = (
    "某县人民政府关于优化环境的意见\n"
    "一、总体要求\n"
    "加快推进基础设旋互联互通，提升公共服务水平。\n"
    "二、主要任务\n"
    "优化管商环境，激发市场主体活力，支持残疾人事业发展。\n"
)


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds" / "documents" / "county"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "document.yaml").write_text("title: 意见\nfiles: [text.txt]\n", encoding="utf-8")
    shutil.copytree(LEXICON, tmp_path / "seeds" / "lexicon")
    return tmp_path / "seeds"


def review(seeds, *answers):
    lines = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(app, ["review", "county", "--seeds", str(seeds), "--score", "0.3"], input=lines)


def doubted(seeds):
    read = read_document(load_document(seeds / "documents" / "county"), load_engine(LEXICON))
    return {suspect.text for suspect in read.cleaned.suspects if (suspect.score or 0) >= 0.3}, read.cleaned


def test_an_accepted_suspect_becomes_an_erratum_and_a_rejected_one_stays_away(seeds):
    assert doubted(seeds)[0] == {"旋", "管"}

    first = review(seeds, "a", "witness", "the copy of the county", "", "r", "a local name")

    assert first.exit_code == 0, first.output
    assert "2 of 2 verdicts kept" in first.output
    folder = seeds / "documents" / "county"
    (erratum,) = csv.DictReader((folder / "errata.csv").open(encoding="utf-8"))
    assert erratum["evidence"] == "witness"
    assert erratum["source"] == "the copy of the county"
    (rejection,) = csv.DictReader((folder / "rejected.csv").open(encoding="utf-8"))
    assert rejection["note"] == "a local name"
    left, cleaned = doubted(seeds)
    assert left == set()
    assert "基础设施互联互通" in cleaned.text or "优化营商环境" in cleaned.text


def test_another_reading_without_evidence_is_put_on_record_only(seeds):
    review(seeds, "o", "实施", "reading", "", "", "q")

    (erratum,) = csv.DictReader((seeds / "documents" / "county" / "errata.csv").open(encoding="utf-8"))
    assert (erratum["after"], erratum["evidence"]) == ("实施", "reading")


def test_the_printed_line_is_shown_and_skipping_keeps_nothing(seeds):
    shown = review(seeds, "s", "q").output

    assert "基础设旋互联互通" in shown or "优化管商环境" in shown
    assert "0 of 2 verdicts kept" in shown
    assert not (seeds / "documents" / "county" / "errata.csv").exists()


def test_a_rejection_that_fits_no_longer_is_named(seeds):
    folder = seeds / "documents" / "county"
    (folder / "rejected.csv").write_text(
        "context,text,detector,note\n无此文字,无,statistics,\n", encoding="utf-8"
    )

    with pytest.raises(ValueError, match=r"rejected\.csv, row 1"):
        doubted(seeds)


def test_an_unknown_document_is_named(seeds):
    result = CliRunner().invoke(app, ["review", "nowhere", "--seeds", str(seeds)])

    assert result.exit_code == 2


def test_the_printed_line_of_a_page_is_drawn(seeds, tmp_path):
    folder = seeds / "documents" / "county"
    lines = TEXT.splitlines()
    page = PdfPage()
    for number, line in enumerate(lines):
        page = page.text(72, 100 + 18 * number, line)
    (folder / "page.pdf").write_bytes(pdf(page))
    (folder / "document.yaml").write_text("title: 意见\nfiles: [page.pdf]\n", encoding="utf-8")
    kept = tmp_path / "pictures"

    result = CliRunner().invoke(
        app,
        ["review", "county", "--seeds", str(seeds), "--score", "0.3", "--pictures", str(kept)],
        input="s\ns\n",
    )

    assert result.exit_code == 0, result.output
    assert "page 1 of page.pdf, box 72 " in result.output
    drawn = sorted(kept.iterdir())
    assert len(drawn) == 2
    assert all(f"picture: {picture}" in result.output for picture in drawn)
    # One line of 12 points at 300 dpi, with its margins.
    assert Image.open(drawn[0]).height == pytest.approx((12 + 2 * 4) * 300 / 72, abs=6)


def test_why_there_is_no_picture_is_said(seeds, tmp_path):
    box = Box(72, 100, 200, 112)
    suspect = Suspect(0, 1, "旋", "施", "", "statistics", 0.5, 0, 1)
    gone = PrintedSuspect(SourceFile("gone.pdf", "", "utf-8", 0, 9, "pdf"), 1, box)
    nowhere = PrintedSuspect(SourceFile("text.txt", "", "utf-8", 0, 9, "pdf"), 1, None)
    undrawn = PrintedSuspect(SourceFile("text.txt", "", "utf-8", 0, 9, "text"), 1, box)
    folder = seeds / "documents" / "county"

    said = [draw_line(folder, tmp_path, one, suspect) for one in (gone, nowhere, undrawn)]

    assert [one.split(":")[0] for one in said] == ["none"] * 3
    assert "no file" in said[0]
    assert "no place" in said[1]
    assert "not drawn" in said[2]
