"""A release is published all or nothing, with the same bytes whatever the conditions."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from gangyao.build import parts_folder
from gangyao.errors import DataError
from gangyao.release import atomic_folder
from gangyao.release import publish as publishing
from gangyao.release.atomic_folder import put_in_place, staging_folder
from gangyao.release.checks.expectations import drift, load_expectations
from gangyao.release.checks.problems import ReleaseError
from gangyao.release.checks.release import check
from gangyao.release.database import write_database
from gangyao.release.document_tables import document_tables, merge
from gangyao.release.figures import release_figures
from gangyao.release.files import NAMES, WORKBOOK
from gangyao.release.inputs import Inputs, release_inputs
from gangyao.release.manifest import QualityFigure, manifest
from gangyao.release.publish import publish
from gangyao.release.table_source import StoredTables
from gangyao.release.tables import Tables
from gangyao.release.writers.csv import WrittenCsv
from gangyao.state import State, file_stamps, write_state
from schemas.declaration import Table
from tests.release.conftest import inputs_of, made_tables
from tests.release.invented import law, plan
from tests.release.test_validate import changed

NO_INPUTS = Inputs((), (), from_seeds=False, is_whole=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path.name.startswith("."))


def test_a_release_has_all_its_files_and_nothing_beside_it(tables: Tables, tmp_path: Path) -> None:
    published = publish(tables, tmp_path / "out", NO_INPUTS)
    assert published.output == tmp_path / "out"
    assert {path.name for path in (tmp_path / "out").iterdir()} == NAMES - {WORKBOOK}
    assert beside(tmp_path / "out") == []


def test_tables_that_do_not_hold_leave_the_old_release_whole(release: Path, tables: Tables) -> None:
    before = contents(release)
    with pytest.raises(ReleaseError, match="table tasks, column modality, row linhe-2020/8/p1/t1"):
        publish(changed(tables, "tasks", "modality", 0, "wish"), release, NO_INPUTS)
    assert contents(release) == before
    assert beside(release) == []


@pytest.mark.parametrize(
    "step", ["write_csv", "write_database", "changes_since", "checksums", "format_problems", "put_in_place"]
)
def test_a_failure_at_any_step_leaves_the_old_release_whole_and_no_debris(
    release: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = contents(release)

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing, step, full_disk)
    with pytest.raises(OSError, match="No space left"):
        publish(tables, release, NO_INPUTS)
    assert contents(release) == before
    assert beside(release) == []


def test_an_error_of_the_disk_names_the_place(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"No space left on device: '.*/out'"), staging_folder(tmp_path / "out"):
        raise OSError(28, "Error writing bytes to file. Detail: [errno 28] No space left on device")


def test_a_database_that_cannot_be_written_is_an_error_of_the_system(release: Path, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        with pytest.raises(OSError, match=r"File too large: '.*/gangyao\.duckdb'"):
            write_database(StoredTables(release / "parquet"), tmp_path, None, 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_reads_back_otherwise_stops_the_publication(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = publishing.write_csv

    def short(table: Table, rows: Iterable[pa.Table], path: Path) -> WrittenCsv:
        written = write(table, rows, path)
        if path.name == "tasks.csv":
            path.write_text(path.read_text(encoding="utf-8").replace("学校", "学"), encoding="utf-8")
        return written

    monkeypatch.setattr(publishing, "write_csv", short)
    with pytest.raises(
        ReleaseError, match=r"csv/tasks.csv, table tasks, column text, row linhe-2020/8/p1/t1"
    ):
        publish(tables, tmp_path / "out", NO_INPUTS)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_is_cleared_away_and_a_living_one_is_not(
    tables: Tables, tmp_path: Path
) -> None:
    (tmp_path / ".out.building-1").mkdir()
    with staging_folder(tmp_path / "out") as living:
        (living / "half").write_text("")
        living.rename(tmp_path / ".out.building-2")
        publish(tables, tmp_path / "out", NO_INPUTS)
        assert beside(tmp_path / "out") == [".out.building-2"]
    publish(tables, tmp_path / "out", NO_INPUTS)
    assert beside(tmp_path / "out") == []


def test_a_folder_with_other_things_is_refused(tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(DataError, match=r"holds thesis.docx, which is no part of a release"):
        publish(tables, tmp_path, NO_INPUTS)
    assert (tmp_path / "thesis.docx").read_text() == "years of work"
    with pytest.raises(DataError, match="is a file"):
        publish(tables, tmp_path / "thesis.docx", NO_INPUTS)


@pytest.mark.parametrize("name", ["csv/mine.csv", "csv/notes/a.txt", "parquet/mine.parquet", ".hidden"])
def test_a_file_of_the_user_inside_a_release_is_never_lost(release: Path, name: str) -> None:
    path = release / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("years of work")
    with pytest.raises(DataError, match="is no part of a release"):
        publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    assert path.read_text() == "years of work"


def test_a_folder_that_only_looks_like_a_release_is_refused(tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("my project")
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "tasks.csv").write_text("my tasks")
    with pytest.raises(DataError, match=r"holds README.md"):
        publish(tables, tmp_path, NO_INPUTS)
    assert (tmp_path / "csv" / "tasks.csv").read_text() == "my tasks"


def test_a_release_with_tables_of_another_version_is_replaced(release: Path, spoil) -> None:
    (release / "csv" / "old_table.csv").write_text("id\n")
    spoil(release / "datapackage.json", '"resources": [', '"resources": [{"name": "old_table"}, ')
    publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    assert not (release / "csv" / "old_table.csv").exists()


@pytest.mark.parametrize("damaged", ["SHA256SUMS", "CHANGES.md", "manifest.json"])
def test_random_bytes_in_an_old_release_stop_no_build(release: Path, damaged: str) -> None:
    (release / damaged).write_bytes(random.Random(1).randbytes(500))
    assert check(release) != []
    publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    assert check(release) == []


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b"{"), lambda path: path.write_bytes(b"{}")],
    ids=["lost", "cut", "empty"],
)
def test_a_release_without_its_descriptor_is_known_by_the_record_of_its_build(
    release: Path, damage: Callable[[Path], object]
) -> None:
    write_state(State("", "", {}, (), file_stamps(release)), release)
    damage(release / "datapackage.json")
    (release / "mine.txt").write_text("years of work")
    with pytest.raises(DataError, match=r"holds mine.txt, which is no part of a release"):
        publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    (release / "mine.txt").rename(release.parent / "mine.txt")
    publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    assert check(release) == []


def test_a_folder_with_the_descriptor_of_another_package_is_refused(release: Path) -> None:
    write_state(State("", "", {}, (), file_stamps(release)), release)
    (release / "datapackage.json").write_text('{"name": "mine", "resources": []}')
    with pytest.raises(DataError, match="is no part of a release"):
        publish(made_tables(), release, inputs_of(release.parent / "seeds"))


def test_a_build_killed_between_two_renames_is_put_right_by_the_next(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic_folder, "_exchange", lambda one, other: False)
    output = tmp_path / "o[u]t*"
    publish(tables, output, NO_INPUTS)
    before = contents(output)
    output.rename(tmp_path / ".o[u]t*.building-1.old")
    with staging_folder(output):
        assert contents(output) == before
    publish(tables, output, NO_INPUTS)
    assert beside(output) == []
    (tmp_path / ".o[u]t*.building-mine").mkdir()
    publish(tables, output, NO_INPUTS)
    assert beside(output) == [".o[u]t*.building-mine"]


def test_a_reader_never_sees_half_a_release(tmp_path: Path) -> None:
    for number in range(3):
        new = tmp_path / f"new{number}"
        new.mkdir()
        (new / "n").write_text(str(number))
        put_in_place(new, tmp_path / "out")
        assert (tmp_path / "out" / "n").read_text() == str(number)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gangyao.release import atomic_folder as swap

    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    test_a_reader_never_sees_half_a_release(tmp_path)
    new = tmp_path / "new"
    new.mkdir()
    real = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == new:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        put_in_place(new, tmp_path / "out")
    assert (tmp_path / "out" / "n").read_text() == "2"


def test_a_release_that_cannot_be_moved_away_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    output.mkdir()
    monkeypatch.setattr(publishing.os, "access", lambda path, mode: path != output)
    with pytest.raises(PermissionError) as raised, parts_folder(output):
        raise AssertionError("nothing is read")
    assert raised.value.filename == str(output)
    assert list(tmp_path.iterdir()) == [output]


def build_shuffled(seed: int, out: Path) -> None:
    read = [plan(f"linhe-{year}") for year in range(2001, 2006)] + [
        law(f"law-{number}") for number in range(4)
    ]
    chance = random.Random(seed)
    chance.shuffle(read)
    size = chance.randint(1, 4)
    parts = [document_tables(read[at : at + size]) for at in range(0, len(read), size)]
    chance.shuffle(parts)
    publish(merge(parts), out, NO_INPUTS)


def test_equal_bytes_for_any_order_batching_hash_seed_locale_time_zone_and_threads(tmp_path: Path) -> None:
    build_shuffled(0, tmp_path / "here")
    code = (
        "import sys; from pathlib import Path; from tests.release.test_publish import build_shuffled; "
        "build_shuffled(1, Path(sys.argv[1]))"
    )
    elsewhere = {
        "PYTHONHASHSEED": "77", "TZ": "Asia/Shanghai", "LC_ALL": "C", "OMP_NUM_THREADS": "1",
        "PYTHONUTF8": "0",
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "there")],
        check=True, cwd=Path(__file__).parents[2], env={**os.environ, **elsewhere},
    )  # fmt: skip
    made = [contents(tmp_path / name) for name in ("here", "there")]
    assert made[0].keys() == made[1].keys()
    differ = {name for name in made[0] if made[0][name] != made[1][name]}
    assert differ <= {"gangyao.duckdb", "manifest.json", "SHA256SUMS"}


def test_building_again_changes_nothing(release: Path) -> None:
    before = contents(release)
    publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    after = contents(release)
    assert {name for name in after if after[name] != before[name]} <= {
        "gangyao.duckdb",
        "manifest.json",
        "SHA256SUMS",
    }


def test_changes_tell_what_a_release_changes_in_the_one_before(release: Path) -> None:
    inputs = inputs_of(release.parent / "seeds")
    assert "no earlier release" in (release / "CHANGES.md").read_text(encoding="utf-8")
    more = merge([document_tables([plan()]), document_tables([law()])])
    publish(more, release, inputs)
    changes = (release / "CHANGES.md").read_text(encoding="utf-8")
    assert "## paragraphs\n\n2 → 4 rows: 2 added, 0 removed, 0 changed, 0 with another id" in changes
    assert "- added `shuilifa-2011/1/p1`" in changes
    publish(more, release, inputs)
    assert (release / "CHANGES.md").read_text(encoding="utf-8") == changes


def test_changes_of_a_fresh_clone_which_holds_only_csv(release: Path) -> None:
    shutil.rmtree(release / "parquet")
    for name in ("gangyao.duckdb", "manifest.json", "SHA256SUMS", "CHANGES.md"):
        (release / name).unlink()
    before = contents(release)
    publish(made_tables(), release, inputs_of(release.parent / "seeds"))
    after = contents(release)
    assert {name: after[name] for name in before} == before
    assert b"those of the release before" in after["CHANGES.md"]


def test_an_old_release_that_cannot_be_read_does_not_stop_the_new_one(release: Path, tables: Tables) -> None:
    (release / "parquet" / "tasks.parquet").write_bytes(b"x")
    publish(tables, release, NO_INPUTS)
    assert "could not be read" in (release / "CHANGES.md").read_text(encoding="utf-8")


def _bits_flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 8]) + data[at + 8 :]


@pytest.mark.parametrize("where", [0.02, 0.5, 0.9])
@pytest.mark.parametrize("table", ["documents", "tasks", "problems"])
def test_an_old_release_that_is_damaged_inside_does_not_stop_the_new_one(
    release: Path, tables: Tables, table: str, where: float
) -> None:
    path = release / "parquet" / f"{table}.parquet"
    data = path.read_bytes()
    path.write_bytes(_bits_flipped(data, int(len(data) * where)))
    publish(tables, release, NO_INPUTS)
    assert check(release) == []


def test_an_old_release_with_one_table_in_the_place_of_another_does_not_stop_the_new_one(
    release: Path, tables: Tables
) -> None:
    shutil.copy(release / "parquet" / "tasks.parquet", release / "parquet" / "actions.parquet")
    publish(tables, release, NO_INPUTS)
    told = (release / "CHANGES.md").read_text(encoding="utf-8")
    assert "could not be read: table actions cannot be compared: Binder Error" in told
    assert "LINE" not in told


def test_row_counts_and_fill_rates_below_their_bounds_stop_and_above_warn(tmp_path: Path) -> None:
    from tests.release.invented import seeds_with

    seeds = seeds_with(tmp_path / "seeds")
    bounds = seeds / "expectations.yml"
    tables = document_tables([plan()])
    bounds.write_text(
        "linhe-2020: {rows: {tasks: [5, 9]}, fill: {paragraphs.lead: [0.9, 1]}}\n", encoding="utf-8"
    )
    with pytest.raises(ReleaseError) as stopped:
        publish(tables, tmp_path / "out", inputs_of(seeds))
    assert "table tasks: document linhe-2020: 2 rows, expected 5 to 9" in str(stopped.value)
    assert "table paragraphs, column lead: document linhe-2020: 0.500 of the rows" in str(stopped.value)
    assert not (tmp_path / "out").exists()
    bounds.write_text(
        "linhe-2020: {rows: {tasks: [0, 1]}, fill: {tasks.actors: [0, 0.4]}}\n", encoding="utf-8"
    )
    published = publish(tables, tmp_path / "out", inputs_of(seeds))
    assert [(one.table, one.column) for one in published.warnings] == [("tasks", None), ("tasks", "actors")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: {rows: {task: [1, 2]}}", "'task' names no table"),
        ("a: {fill: {tasks: [0, 1]}}", "names no table.column"),
        ("a: {fill: {tasks.colour: [0, 1]}}", "has no column 'colour'"),
        ("a: {rows: {tasks: [2, 1]}}", "least and the greatest"),
        ("a: {rows: {tasks: 3}}", "least and the greatest"),
        ("a: {columns: {}}", "nothing else"),
        ("a: {rows: {entities: [1, 2]}}", "belong to no one document"),
        ("[1]", "documents' ids"),
        ("a: {", "line 1: is no valid YAML"),
    ],
)
def test_bounds_that_are_none_are_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "expectations.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=words):
        load_expectations(path)


def test_bounds_count_each_document_for_itself(tmp_path: Path) -> None:
    path = tmp_path / "expectations.yml"
    bounds = "rows: {tasks: [2, 2]}, fill: {paragraphs.lead: [0.5, 0.5]}"
    path.write_text(f"linhe-2020: {{{bounds}}}\nnot-built: {{{bounds}}}\n", encoding="utf-8")
    for read in ([plan()], [plan(), plan("other-2021"), law()]):
        found = drift(document_tables(read), load_expectations(path))
        assert (found.losses, found.gains) == ((), ())


def test_bounds_apply_only_to_documents_of_the_seeds(made: Path) -> None:
    seeds = made / "seeds"
    assert inputs_of(seeds).is_whole
    given = release_inputs([plan().document], seeds, seeds / "lexicon")
    assert (given.is_whole, given.from_seeds, given.expectations) == (False, False, None)


def test_quality_figures_go_into_the_manifest(tables: Tables) -> None:
    told = manifest(tables, NO_INPUTS, [QualityFigure("tasks F1", 0.98)], datetime.now(UTC))
    assert told["quality"] == [{"name": "tasks F1", "value": 0.98}]


def test_a_release_tells_its_own_quality_figures(tables: Tables) -> None:
    figures = {figure.name: figure.value for figure in release_figures(tables)}
    documents = tables["documents"].to_pylist()
    read = sum(row["raw_chars"] - row["set_aside_chars"] for row in documents)
    assert figures["corrections_per_1000"] == round(1000 * tables["corrections"].num_rows / read, 3)
    assert figures["suspects_per_1000"] == round(1000 * tables["suspects"].num_rows / read, 3)
    assert 0 < figures["set_aside_share"] < 1
