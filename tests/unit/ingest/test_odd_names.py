"""Names and folders as they are found: none stops the build of what lies beside it, and all are told."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from gangyao.ingest.doubles import same_ids
from gangyao.ingest.errors import SeedError
from gangyao.ingest.folders import files_in
from gangyao.ingest.ids import check_document_id, id_from_name
from gangyao.ingest.inventory import ids_among, list_files, list_seeds, strays
from gangyao.ingest.register import register_document
from gangyao.ingest.seeds import document_from_file, load_document
from gangyao.paths import SEEDS, lexicon_of
from gangyao.plan import Request, plan_build

TEXT = "第一章 总则\n建设公园，增加绿地。\n"
NO_UTF8 = os.fsdecode(b"bad\xff\xfe")


def written(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_text(text, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    return path


def told(path: Path) -> str:
    with pytest.raises(SeedError) as raised:
        document_from_file(path, list_files([path])[0].document_id)
    return str(raised.value)


def test_a_name_that_is_no_utf8_gives_an_id_that_can_be_written(tmp_path: Path):
    path = written(tmp_path / f"{NO_UTF8}.txt")
    (listed,) = list_files([path])
    assert listed.document_id == r"bad\udcff\udcfe"
    assert "its name is not UTF-8; name it with letters" in told(path)


def test_a_folder_of_the_seeds_may_have_such_a_name_too(tmp_path: Path):
    written(tmp_path / "documents" / NO_UTF8 / "a.txt")
    (listed,) = list_seeds(tmp_path)
    assert listed.document_id == r"bad\udcff\udcfe"
    with pytest.raises(SeedError, match="its name is not UTF-8"):
        load_document(listed.path)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a\u202eb", r"'a\u202eb' is no safe path because of '\u202e'"),
        ("a\tb", r"because of '\t'"),
    ],
)
def test_a_name_is_quoted_as_it_can_be_read(tmp_path: Path, name: str, words: str):
    assert words in told(written(tmp_path / f"{name}.txt"))


@pytest.mark.parametrize(
    ("name", "document_id"),
    [
        ("国务院办公厅关于印发“十四五”国民健康规划的通知（国办发〔2022〕11号）", None),
        ("100%", "100-"),
        ("2024年&2025年", "2024年-2025年"),
        (" -- .某市规划.. ", "某市规划"),
        ("某市  规划", "某市 规划"),
        ("长" * 60, "长" * 37 + "-9f944da2"),
        (".*.", "c488d591"),
        ("...", "ab5df625"),
    ],
)
def test_a_name_that_is_no_id_becomes_one(name: str, document_id: str | None):
    assert id_from_name(name) == (document_id or name)
    assert check_document_id(id_from_name(name), "a.txt") == (document_id or name)


def test_long_names_that_begin_alike_have_ids_of_their_own(tmp_path: Path):
    files = [written(tmp_path / f"{'长' * 60}{last}.txt") for last in "一二"]
    first, second = list_files(files)
    assert first.document_id != second.document_id
    for one in (first, second):
        assert document_from_file(one.path, one.document_id).spec.files == (one.path.name,)


def test_folders_tell_files_of_one_name_apart():
    names = (
        "a/plan.txt",
        "b/plan.txt",
        "b/other.txt",
        "b/two.txt",
        "b/two.pdf",
        "x/c/far.txt",
        "y/c/far.txt",
    )
    assert list(ids_among(map(Path, names)).values()) == [
        "a-plan",
        "b-plan",
        "other",
        "two.txt",
        "two.pdf",
        "x-c-far",
        "y-c-far",
    ]


def test_names_that_differ_in_case_or_form_only_are_told_apart():
    names = ("a/Plan.txt", "b/plan.txt", "a/e\u0301.txt", "b/\u00e9.txt")
    assert sorted(ids_among(map(Path, names)).values()) == ["a-Plan", "a-e\u0301", "b-plan", "b-\u00e9"]


def test_one_file_given_twice_keeps_its_name():
    assert ids_among([Path("a/plan.txt"), Path("a/plan.txt")]) == {Path("a/plan.txt"): "plan"}


@pytest.mark.parametrize(
    "names",
    [
        ("a#b.txt", "a&b.txt", "a-b.txt"),
        ("Plan.txt", "plan.txt"),
        ("?.txt", "*.txt"),
        ("é.txt", "e\u0301.txt"),
        (f"{'规' * 60}#.txt", f"{'规' * 60}&.txt"),
    ],
)
def test_names_of_one_folder_that_no_id_tells_apart_end_with_digits(names: tuple[str, ...]):
    ids = ids_among(Path("/of/a/machine") / name for name in names)
    assert len({unicodedata.normalize("NFC", one).casefold() for one in ids.values()}) == len(names)
    for document_id in ids.values():
        assert check_document_id(document_id, "") == unicodedata.normalize("NFC", document_id)
        assert "machine" not in document_id
    # Whatever else is given, and wherever they lie.
    moved = ids_among([*(Path("elsewhere") / name for name in names), Path("other.txt")])
    assert set(ids.values()) < set(moved.values())


def test_an_id_that_another_has_is_told_with_both_files():
    (problem,) = same_ids([("plan", Path("/m/a/plan.txt")), ("Plan", Path("/m/b/Plan.txt"))]).values()
    assert problem.source_file == "b/Plan.txt"
    assert "another document, a/plan.txt, has the id plan" in problem.message


def test_what_cannot_be_read_in_a_folder_is_told(tmp_path: Path):
    folder, elsewhere = tmp_path / "in", tmp_path / "elsewhere"
    written(folder / "good.txt")
    written(elsewhere / "far.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "linked").symlink_to(elsewhere)
    os.mkfifo(folder / "pipe.txt")
    found = {path.name: path for path in files_in([folder]).files}
    assert set(found) == {"good.txt", "gone.txt", "round.txt", "linked", "pipe.txt"}
    assert "is a link, and there is no such file" in told(found["gone.txt"])
    assert "is a link, and there is no such file" in told(found["round.txt"])
    assert "is a link to a folder, which is not followed; name that folder too" in told(found["linked"])
    assert "a pipe or a device" in told(found["pipe.txt"])


def test_a_link_to_a_folder_that_is_read_anyway_is_passed_over(tmp_path: Path):
    file = written(tmp_path / "in" / "2024" / "good.txt")
    (tmp_path / "in" / "latest").symlink_to("2024")
    (tmp_path / "in" / "self").symlink_to(".")
    assert files_in([tmp_path / "in"]).files == (file,)


def test_a_link_to_a_file_elsewhere_is_told_and_not_followed(tmp_path: Path):
    folder, elsewhere = tmp_path / "in", tmp_path / "elsewhere"
    good, far = written(folder / "good.txt"), written(elsewhere / "far.txt")
    (folder / "far.txt").symlink_to(far)
    (folder / "same.txt").symlink_to("good.txt")
    found = files_in([folder])
    assert found.files == (good, folder / "same.txt")
    (told_of,) = found.problems
    assert (told_of.document_id, told_of.source_file, told_of.severity) == ("far", "far.txt", "error")
    assert "is a link that leaves the folder, and is not followed" in told_of.message
    plan = plan_build(Request(tmp_path / "out", SEEDS, found.files, told=found.problems))
    assert told_of in plan.problems
    # Whoever names the file, or its folder, means it.
    assert files_in([folder, far]).problems == files_in([folder, elsewhere]).problems == ()
    assert files_in([folder / "far.txt"]).files == (folder / "far.txt",)


def test_a_folder_of_nothing_but_such_links_is_no_call_for_the_seeds(tmp_path: Path):
    far = written(tmp_path / "elsewhere" / "far.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "far.txt").symlink_to(far)
    with pytest.raises(SeedError, match="nothing but links that leave it; copy the files into the folder"):
        files_in([tmp_path / "in"])


def test_hidden_files_and_folders_are_left_out(tmp_path: Path):
    file = written(tmp_path / "good.txt")
    written(tmp_path / ".git" / "a.txt")
    written(tmp_path / ".hidden.txt")
    assert files_in([tmp_path]).files == (file,)


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    written(tmp_path / "good.txt")
    closed = tmp_path / "closed"
    closed.mkdir()
    scan = os.scandir

    def refused(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert set(files_in([tmp_path]).files) == {tmp_path / "good.txt", closed}
    assert "is a folder that cannot be read" in told(closed)


def test_what_lies_among_the_documents_and_is_none_is_told(tmp_path: Path):
    seeds = tmp_path / "seeds"
    documents = seeds / "documents"
    written(documents / "plan" / "a.txt")
    written(documents / "plan" / "document.yaml", "title: 某市规划\nfiles: [a.txt]\n")
    written(documents / "dropped.txt")
    (documents / "gone").symlink_to("/nowhere")
    written(documents / ".DS_Store")
    (seeds / "lexicon").symlink_to(lexicon_of(SEEDS))
    assert [(one.document_id, one.severity) for one in strays(seeds)] == [
        ("dropped.txt", "warning"),
        ("gone", "error"),
    ]
    plan = plan_build(Request(tmp_path / "out", seeds))
    assert [one.document_id for one in plan.listed] == ["plan"]
    assert plan.problems == strays(seeds)
    assert plan_build(Request(tmp_path / "out", seeds, document_ids=("plan",))).problems == ()


@pytest.mark.parametrize("name", ["a\u200bb.txt", "rejected.csv", "errata.csv", "document.yaml"])
def test_a_name_that_no_build_would_read_is_not_registered(tmp_path: Path, name: str):
    page = written(tmp_path / name)
    with pytest.raises(SeedError, match="rename it"):
        register_document(page, "park-2024", "某市公园规划", tmp_path / "seeds")
    assert not (tmp_path / "seeds").exists()


def test_a_file_that_no_list_names_is_told(tmp_path: Path):
    folder = tmp_path / "documents" / "plan"
    for name in ("a.txt", "copy.txt", "page 2.txt", ".hidden"):
        written(folder / name)
    written(folder / "document.yaml", "title: 某市规划\nfiles: [./a.txt]\nwitnesses: [copy.txt]\n")
    (warning,) = load_document(folder).warnings
    assert (warning.severity, warning.source_file, warning.place) == (
        "warning",
        "document.yaml",
        "key 'files'",
    )
    assert warning.message.startswith("page 2.txt lies in the folder and in neither")
