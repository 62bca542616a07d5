"""The committed release is what the committed seeds build, byte for byte."""

from __future__ import annotations

import csv
from pathlib import Path

COMMITTED_JSON = ("datapackage.json", "croissant.json")


def first_difference(built: bytes, committed: bytes) -> str:
    """Name the first line that differs."""
    built_lines, committed_lines = built.decode().splitlines(), committed.decode().splitlines()
    for number, (new, old) in enumerate(zip(built_lines, committed_lines, strict=False), start=1):
        if new != old:
            return f"line {number}: built {new[:200]!r}, committed {old[:200]!r}"
    return f"{len(built_lines)} lines built, {len(committed_lines)} committed"


def test_csv_is_what_the_seeds_build(release: Path, committed_output: Path):
    built = {path.name: path.read_bytes() for path in (release / "csv").glob("*.csv")}
    committed = {path.name: path.read_bytes() for path in (committed_output / "csv").glob("*.csv")}
    assert built.keys() == committed.keys()
    stale = {
        name: first_difference(built[name], committed[name])
        for name in built
        if built[name] != committed[name]
    }
    assert stale == {}, "run `make data` and review what changed"


def test_descriptors_and_dictionary_are_what_the_schemas_say(release: Path, committed_output: Path):
    for name in (*COMMITTED_JSON, "README.md"):
        assert (release / name).read_bytes() == (committed_output / name).read_bytes(), (
            f"{name}: run `make data`"
        )


def rows(release: Path, table: str) -> list[dict[str, str]]:
    with (release / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_page_has_its_sections_and_paragraphs(release: Path):
    sections = rows(release, "sections")
    assert len(sections) == 27
    chapters = [row for row in sections if row["level"] == "chapter"]
    assert [row["path"] for row in chapters] == ["7", "8", "9", "10", "11", "12"]
    assert [row["path"] for row in chapters if row["is_implied"] == "true"] == ["7"]
    assert sum(row["level"] == "section" for row in sections) == 21
    assert len(rows(release, "paragraphs")) == 52


def test_the_columns_are_rejoined(release: Path):
    texts = [row["text"] for row in rows(release, "paragraphs")]
    for break_ in ("对接京津冀协同发展", "标准及认证体系，推广", "老旧街区及城中村改造"):
        assert sum(break_ in text for text in texts) == 1


def test_no_task_of_the_page_is_lost(release: Path):
    # All were read against the page; those of chapters 7 to 9 are in the reference annotation.
    assert len(rows(release, "tasks")) == 230


def test_every_known_error_is_accounted_for(release: Path):
    by_evidence: dict[str, int] = {}
    for row in rows(release, "corrections"):
        by_evidence[row["evidence"]] = by_evidence.get(row["evidence"], 0) + 1
    # 15 readings of a witness, 5 of a quotation, 10 terms and 7 mere readings; rules find four more errors.
    assert by_evidence == {"witness": 15, "quotation": 5, "term": 10, "rule": 4}
    readings = [row for row in rows(release, "suspects") if row["detector"] == "erratum"]
    assert len(readings) == 7
