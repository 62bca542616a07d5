import csv
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gangyao.cli import app
from gangyao.ingest.seeds import load_document
from gangyao.pipeline import load_engine, read_document

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
