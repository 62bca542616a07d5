"""Every file of the lexicon: what is wrong with it is said with file and row, all of it at once."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.lexicon_tables import LexiconError, read_file, read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from schemas.declaration import Table
from schemas.lexicon.registry import BY_NAME, FILES

LEXICON = lexicon_of(SEEDS)


def copy_of(declared: Table, folder: Path) -> Path:
    """Copy a file of the lexicon into `folder`, to be damaged there."""
    return Path(shutil.copy(LEXICON / f"{declared.name}.csv", folder))


def problem_of(declared: Table, folder: Path) -> str:
    with pytest.raises(LexiconError) as caught:
        read_file(declared.name, folder)
    (problem,) = caught.value.problems
    assert f"{declared.name}.csv" in problem
    assert "; " in problem, "no remedy"
    assert "\n" not in problem
    return problem


def damage(declared: Table, folder: Path, row: int, change: Callable[[list[str]], list[str]]) -> None:
    """Copy a file into `folder` with one row (the header is row 1) changed, or with one more."""
    with copy_of(declared, folder).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[row - 1 : row] = [change(rows[row - 1] if row <= len(rows) else rows[1])]
    with (folder / f"{declared.name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


every_file = pytest.mark.parametrize("declared", FILES, ids=lambda declared: declared.name)


def test_every_file_is_declared() -> None:
    assert sorted(BY_NAME) == sorted(path.stem for path in LEXICON.glob("*.csv"))


@every_file
def test_a_missing_file_is_named(declared: Table, tmp_path: Path) -> None:
    assert "put the file back" in problem_of(declared, tmp_path)


@every_file
def test_a_short_row_is_named(declared: Table, tmp_path: Path) -> None:
    # The cell of a row of one cannot be left out: such a row is too long instead.
    damage(declared, tmp_path, 2, lambda cells: cells[:-1] or [*cells, "more"])
    assert "row 2: has" in problem_of(declared, tmp_path)


@every_file
def test_an_empty_key_is_named(declared: Table, tmp_path: Path) -> None:
    damage(declared, tmp_path, 2, lambda cells: ["", *cells[1:]])
    where = f"row 2, column {declared.primary_key[0]}"
    assert f"{where}: None must not be empty" in problem_of(declared, tmp_path)


@every_file
def test_an_unknown_value_is_named(declared: Table, tmp_path: Path) -> None:
    bound = [
        index
        for index, column in enumerate(declared.columns)
        if column.values or column.pattern or column.type in ("integer", "number")
    ]
    for index in bound:
        damage(declared, tmp_path, 2, lambda cells, at=index: [*cells[:at], "?!?", *cells[at + 1 :]])
        assert f"row 2, column {declared.columns[index].name}: '?!?'" in problem_of(declared, tmp_path)
    # Where any word may stand there is no unknown value but an unknown column.
    damage(declared, tmp_path, 1, lambda cells: [*cells[:-1], "wrong"])
    assert "row 1: the columns are" in problem_of(declared, tmp_path)


@every_file
def test_a_wrong_encoding_is_named(declared: Table, tmp_path: Path) -> None:
    path = copy_of(declared, tmp_path)
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert "save the file as UTF-8" in problem_of(declared, tmp_path)


@every_file
def test_a_repeated_key_is_named(declared: Table, tmp_path: Path) -> None:
    rows = len((LEXICON / f"{declared.name}.csv").read_text(encoding="utf-8").splitlines())
    damage(declared, tmp_path, rows + 1, lambda cells: cells)
    assert f"row {rows + 1}, column {declared.primary_key[0]}" in problem_of(declared, tmp_path)


def test_all_problems_of_all_files_are_in_one_message(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LEXICON, tmp_path / "lexicon"))
    (folder / "verbs.csv").unlink()
    with (folder / "nouns.csv").open("a", encoding="utf-8") as file:
        file.write("龘龘\n")
    with pytest.raises(LexiconError) as caught:
        read_lexicon(folder)
    assert [problem.split(",")[0].split(":")[0].split("/")[-1] for problem in caught.value.problems] == [
        "nouns.csv",
        "verbs.csv",
    ]
    assert str(caught.value).count("\n") == 1


@pytest.mark.parametrize("name", ["comparisons", "units", "topics"])
@pytest.mark.parametrize(
    "change", ["{} ", "\u3000{}", "{}\n甲", "\u202e{}"], ids=["space", "wide", "line", "mark"]
)
def test_what_keeps_a_word_from_matching_is_named(name: str, change: str, tmp_path: Path) -> None:
    damage(BY_NAME[name], tmp_path, 2, lambda cells: [change.format(cells[0]), *cells[1:]])
    assert problem_of(BY_NAME[name], tmp_path).endswith("would match no text; delete that")


@pytest.mark.parametrize("name", ["forms", "variants", "traditional_forms", "admin_abbreviations"])
def test_what_has_to_be_one_character_is_one(name: str, tmp_path: Path) -> None:
    damage(BY_NAME[name], tmp_path, 2, lambda cells: [cells[0] * 2, *cells[1:]])
    assert problem_of(BY_NAME[name], tmp_path).endswith("; write one character")


def test_words_with_marks_of_patterns_are_words(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LEXICON, tmp_path / "lexicon"))
    marks = ("(", "[", "*甲", "甲|", "(?P<a>", "\\")
    for name in ("comparisons", "indicator_edges", "name_heads", "units", "modals"):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        rows += [[mark, *rows[1][1:]] for mark in marks]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    text = "第一章　总体要求\n森林覆盖率提高到56%以上，建成公园100个。\n"
    source = join_files([("a.txt", text.encode())])
    part = build_batch([Document(DocumentSpec("a", "某市规划", ("a.txt",)), source)], folder)
    assert part.problems == ()
