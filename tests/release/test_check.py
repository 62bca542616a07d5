"""Whatever is done to a published release, `check` says so: which file, which table, which row."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gangyao.release.checks.release import check, checksum_problems
from gangyao.release.files import CHECKSUMS
from gangyao.release.publish import checksums
from gangyao.release.writers.parquet import write_parquet
from schemas.registry import BY_NAME, TABLES

Spoil = Callable[[Path, str, str], None]


def told(release: Path, *, seeds: bool = False) -> str:
    return "\n".join(map(str, check(release, release.parent / "seeds" if seeds else None)))


def test_a_release_holds(release: Path) -> None:
    assert told(release, seeds=True) == ""


def test_a_folder_that_holds_nothing_of_a_release_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("建设公园。", encoding="utf-8")
    assert told(tmp_path) == (
        f"{tmp_path}: the folder is no release: "
        "name that of one, or make one there with `gangyao build --output`"
    )


def test_any_character_deleted_from_any_csv_file_is_found(release: Path) -> None:
    whole = {path: path.read_bytes() for path in sorted((release / "csv").iterdir())}
    for path, data in whole.items():
        text = data.decode()
        for at in {0, len(text) // 3, len(text) // 2, len(text) - 1}:
            path.write_bytes((text[:at] + text[at + 1 :]).encode())
            assert [problem.file for problem in checksum_problems(release)] == [f"csv/{path.name}"]
        path.write_bytes(data)
    for path, data in whole.items():
        # Not a character of the header: the last one that is no line end.
        text = data.decode().rstrip("\n")
        path.write_bytes((text[:-1] + "\n").encode())
    problems = check(release)
    for table in TABLES:
        located = [one for one in problems if one.file == f"csv/{table.name}.csv" and one.table == table.name]
        assert any(one.row or "line" in one.what for one in located), table.name


def test_a_character_deleted_from_a_cell_names_row_column_and_value(release: Path, spoil: Spoil) -> None:
    spoil(release / "csv" / "tasks.csv", "临河市要建设学校", "临河市要建学校")
    assert (
        "csv/tasks.csv, table tasks, column text, row linhe-2020/8/p1/t1: differs from Parquet, which has "
        "'临河市要建设学校，=支持青川区发展教育。' (value: '临河市要建学校，=支持青川区发展教育。')"
    ) in told(release)


def test_any_row_removed_from_any_parquet_file_is_found_and_named(release: Path) -> None:
    keys: dict[str, str] = {}
    for table in TABLES:
        path = release / "parquet" / f"{table.name}.parquet"
        rows = pq.read_table(path)
        last = rows.num_rows - 1
        if last < 0:
            continue
        keys[table.name] = " ".join(str(rows[column][last].as_py()) for column in table.primary_key)
        write_parquet(table, [rows.slice(0, last)], path)
    problems = told(release)
    for name, key in keys.items():
        where = f"parquet/{name}.parquet, table {name}, row {key}"
        assert f"{where}: the row is missing (CSV has it)" in problems


def test_a_row_removed_from_every_file_with_new_checksums_is_found_by_the_ledger(release: Path) -> None:
    for name, at in (("corrections", 0), ("paragraphs", 1)):
        spoiled = release.parent / name
        shutil.copytree(release, spoiled)
        path = spoiled / "parquet" / f"{name}.parquet"
        table = pq.read_table(path)
        rest = pa.concat_tables([table.slice(0, at), table.slice(at + 1)])
        write_parquet(BY_NAME[name], [rest], path)
        csv = spoiled / "csv" / f"{name}.csv"
        lines = csv.read_text(encoding="utf-8").splitlines(keepends=True)
        csv.write_text("".join(lines[: at + 1] + lines[at + 2 :]), encoding="utf-8")
        (spoiled / CHECKSUMS).write_text(checksums(spoiled), encoding="utf-8")
        problems = told(spoiled)
        assert "table sections" in problems or "table tasks" in problems, problems
        assert f"manifest.json, table {name}" in problems


def test_files_that_are_gone_are_named(release: Path) -> None:
    gone = [
        "manifest.json",
        "README.md",
        "CHANGES.md",
        "gangyao.duckdb",
        "csv/lines.csv",
        "parquet/tasks.parquet",
    ]
    for name in gone:
        (release / name).unlink()
    problems = check(release)
    for name in gone:
        assert any(problem.file == name and "missing" in problem.what for problem in problems), name
    (release / "SHA256SUMS").unlink()
    assert "SHA256SUMS: the file is missing: build the release first" in told(release)


def test_descriptors_that_are_not_what_the_declarations_give_are_found(release: Path, spoil: Spoil) -> None:
    names = ["datapackage.json", "croissant.json", "README.md"]
    for name in names:
        spoil(release / name, "The document that the row belongs to.", "The document.")
    (release / CHECKSUMS).write_text(checksums(release), encoding="utf-8")
    words = "is not what the declarations and the tables give: build again"
    assert "\n".join(f"{name}: {words}" for name in names) == told(release)


def test_a_database_that_differs_is_found(release: Path) -> None:
    with duckdb.connect(release / "gangyao.duckdb") as connection:
        connection.execute("UPDATE suspects SET reason = 'none'")
    problems = told(release)
    assert "gangyao.duckdb, table suspects, column reason" in problems
    (release / "gangyao.duckdb").write_bytes(b"no database")
    assert "gangyao.duckdb: cannot be read" in told(release)


def test_a_parquet_file_of_another_schema_or_none_is_found(release: Path) -> None:
    path = release / "parquet" / "tasks.parquet"
    pq.write_table(pq.read_table(path).replace_schema_metadata({}), path)
    assert "parquet/tasks.parquet, table tasks: its schema is not the declared one" in told(release)
    path.write_bytes(b"PAR1")
    assert "parquet/tasks.parquet, table tasks: cannot be read" in told(release)


def test_a_manifest_that_is_none_is_told(release: Path) -> None:
    (release / "manifest.json").write_text("{}", encoding="utf-8")
    assert "manifest.json: is no manifest" in told(release)


def test_an_errata_row_that_was_removed_is_named(release: Path, spoil: Spoil) -> None:
    errata = release.parent / "seeds" / "documents" / "linhe-2020" / "errata.csv"
    row = "第八章 改善民主,民主,民生,witness,another copy,"
    spoil(errata, row + "\n", "")
    assert (
        "seeds/documents/linhe-2020/errata.csv, table errata, row line 2: "
        f"the release was made with this row, and it is gone or changed (value: {row!r})"
    ) == told(release, seeds=True)


def test_an_errata_row_that_was_added_or_changed_is_named(release: Path, spoil: Spoil) -> None:
    errata = release.parent / "seeds" / "documents" / "linhe-2020" / "errata.csv"
    spoil(errata, "教育。,教育,展教育", "教育。,教育,展文教")
    problems = told(release, seeds=True)
    assert "row line 3: the release was made with this row" in problems
    assert "row line 3: this row came after" in problems


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("documents/linhe-2020/page.txt", "was changed after"),
        ("documents/linhe-2020/document.yaml", "was changed after"),
        ("lexicon/verbs.csv", "was changed after"),
    ],
)
def test_seeds_that_changed_are_named(release: Path, path: str, words: str) -> None:
    seed = release.parent / "seeds" / path
    seed.write_bytes(seed.read_bytes() + b"x")
    assert f"seeds/{path}: {words}" in told(release, seeds=True)
    seed.unlink()
    assert f"seeds/{path}: the release was made from this file, and it is gone" in told(release, seeds=True)


def test_seeds_that_came_later_are_named(release: Path) -> None:
    seeds = release.parent / "seeds"
    (seeds / "documents" / "new-2022").mkdir()
    (seeds / "lexicon" / "new.csv").write_text("a\n", encoding="utf-8")
    problems = told(release, seeds=True)
    assert "seeds/documents/new-2022: this document came after" in problems
    assert "seeds/lexicon/new.csv: this file came after" in problems


def test_the_manifest_says_what_the_release_was_made_from(release: Path) -> None:
    manifest = json.loads((release / "manifest.json").read_bytes())
    assert [file["path"] for file in manifest["inputs"]["documents"]] == [
        "documents/linhe-2020/document.yaml",
        "documents/linhe-2020/errata.csv",
        "documents/linhe-2020/page.txt",
    ]
    assert manifest["rows"]["tasks"] == 2
    assert manifest["dependencies"]["duckdb"] == duckdb.__version__
    assert len(manifest["inputs"]["lexicon_sha256"]) == 64
