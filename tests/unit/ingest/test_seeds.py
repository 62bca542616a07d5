"""Seeds: what a document folder may hold, and what is said when it is wrong."""

import hashlib
import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from gangyao.errors import SeveralErrors
from gangyao.ingest.errors import SeedError
from gangyao.ingest.join import join_files
from gangyao.ingest.register import register_document
from gangyao.ingest.seeds import document_from_file, load_document, load_seeds

SEEDS = Path(__file__).parents[3] / "seeds"
PAGE_SHA256 = "d86b71c991365515a22781fd79b342430cd9329bbbd2cc0125cfc79ff02301fc"
HEADER = "context,before,after,evidence,source,note\n"


def folder_with(tmp_path, spec="title: 某市规划\nfiles: [a.txt]\n", errata=None, name="plan-1"):
    folder = tmp_path / "documents" / name
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text(spec, encoding="utf-8")
    (folder / "a.txt").write_text("第一章 总则\n建设公园，增加绿地。\n", encoding="utf-8")
    if errata is not None:
        (folder / "errata.csv").write_text(HEADER + errata, encoding="utf-8")
    return folder


def test_the_shipped_page_is_byte_for_byte_what_was_scanned():
    (document,) = [d for d in load_seeds(SEEDS).documents if d.spec.document_id == "chengyu-2021"]
    (file,) = document.source.files
    assert file.sha256 == PAGE_SHA256
    assert hashlib.sha256(document.source.text.encode(file.encoding)).hexdigest() == PAGE_SHA256
    assert document.spec.announced_on == date(2021, 10, 20)
    assert document.spec.issuers == ("中共中央", "国务院")


def test_the_errata_of_the_page_stand_once_in_its_text():
    document = load_document(SEEDS / "documents" / "chengyu-2021")
    assert len(document.errata) == 37
    for erratum in document.errata:
        assert document.source.text.count(erratum.context) == 1, erratum.row
        assert erratum.before == "" or erratum.context.count(erratum.before) == 1
    assert sum(erratum.evidence == "reading" for erratum in document.errata) == 7


def test_documents_come_sorted_by_id(tmp_path):
    for name in ("b", "a", "c"):
        (folder_with(tmp_path, name=name) / "a.txt").write_text(f"建设公园{name}。\n", encoding="utf-8")
    assert [d.spec.document_id for d in load_seeds(tmp_path).documents] == ["a", "b", "c"]


def test_of_ids_that_differ_in_case_only_the_second_is_left_out(tmp_path):
    folder_with(tmp_path, name="Plan")
    (folder_with(tmp_path, name="plan") / "a.txt").write_text("第一章 总则\n建设学校。\n", encoding="utf-8")
    loaded = load_seeds(tmp_path)
    assert [document.spec.document_id for document in loaded.documents] == ["Plan"]
    (problem,) = loaded.problems
    assert (problem.document_id, problem.severity) == ("plan", "error")
    assert "Plan" in problem.message


def test_of_identical_files_the_second_is_left_out_with_a_warning(tmp_path):
    folder_with(tmp_path, name="b")
    folder_with(tmp_path, name="a")
    loaded = load_seeds(tmp_path)
    assert [document.spec.document_id for document in loaded.documents] == ["a"]
    (problem,) = loaded.problems
    assert (problem.document_id, problem.source_file, problem.severity) == ("b", "a.txt", "warning")
    assert "document a" in problem.message


def test_a_document_that_cannot_be_used_stops_no_other(tmp_path):
    folder_with(tmp_path, name="good")
    folder_with(tmp_path, spec="title: 某市规划\n", name="bad")
    loaded = load_seeds(tmp_path)
    assert [document.spec.document_id for document in loaded.documents] == ["good"]
    (problem,) = loaded.problems
    assert (problem.document_id, problem.source_file, problem.place) == (
        "bad",
        "document.yaml",
        "key 'files'",
    )
    assert problem.message == "missing"


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("title: 某市规划\n", "key 'files': missing"),
        ("files: [a.txt]\n", "key 'title': missing"),
        ("title: 某市规划\nfiles: [a.txt]\nauthor: x\n", "key 'author': unknown key"),
        ("title: 2021\nfiles: [a.txt]\n", "2021 is no text"),
        ("title: 某市规划\nfiles: a.txt\n", "is no list"),
        ("title: 某市规划\nfiles: []\n", "the list is empty"),
        ("title: 某市规划\nfiles: [a.txt]\nwitnesses: [a.txt, a.txt]\n", "listed twice"),
        ("title: 某市规划\nfiles: [b.txt]\n", "no file 'b.txt'"),
        ("title: 某市规划\nfiles: [../a.txt]\n", "outside the folder"),
        ("title: 某市规划\nfiles: [a.txt]\nannounced_on: 去年\n", "is no date"),
        ("title: 某市规划\nfiles: [a.txt]\nscript: latin\n", "is no script"),
        ("title: 某市规划\nfiles: [a.txt]\nwitnesses: [c.html]\n", "no file 'c.html'"),
        ("title: 某市规划\ntitle: 某县规划\nfiles: [a.txt]\n", "line 2: is no valid YAML"),
        ("title: [\n", "is no valid YAML"),
        ("- 1\n", "no mapping"),
        ("title: 某市规划\nfiles: [a.txt]\nannounced_on: 2021-02-30\n", "line 3: is no valid YAML"),
        ("title: 某市规划\n? [a, b]\n: x\n", "line 2: is no valid YAML: a key that is no text"),
        ("title: !!int abc\nfiles: [a.txt]\n", "line 1: is no valid YAML"),
        ("title: 某市规划\nfiles: " + "[" * 500 + "]" * 500, "line 2: is no valid YAML: nested too deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n", "line 2: is no valid YAML: aliases are not read"),
        (
            'title: "某市\\ud800规划"\nfiles: [a.txt]\n',
            "line 1, key 'title': '某市\\ud800规划' holds U+D800",
        ),
        ('title: "某市\\e[2J规划"\nfiles: [a.txt]\n', "holds U+001B"),
        ('title: "某市\\u202e规划"\nfiles: [a.txt]\n', "holds U+202E"),
        ("title: " + "9" * 5000 + "\nfiles: [a.txt]\n", "line 1: is no valid YAML"),
        ("title: 某市规划\nfiles: [a.txt]\nsource: " + "[" + "x, " * 20000 + "]\n", "line 3, key 'source'"),
        ("title: 某市规划\nfiles: [" + "长" * 300 + "]\n", "cannot be a file"),
        ("title: 某市规划\nfiles: [a.txt]\nnotes: " + "x" * 4_000_001 + "\n", "more than 4,000,000"),
    ],
)
def test_a_wrong_description_names_file_place_and_problem(tmp_path, spec, words):
    folder = folder_with(tmp_path, spec)
    with pytest.raises(SeedError) as caught:
        load_document(folder)
    message = str(caught.value)
    assert message.startswith(str(folder / "document.yaml"))
    assert words in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("建设公园,公园,花园,guess,,\n", "row 1: unknown evidence 'guess'"),
        ("建设公园,花园,公园,term,,\n", "occurs 0 times"),
        ("建设公园,公园,公园,term,,\n", "the same"),
        (",公园,花园,term,,\n", "context is empty"),
        ("建设公园,公园,花园,term\n", "has 4 cells instead of 6"),
        ("ok\n", "has 1 cells"),
        ('建设公园,公园,"花\n园",term,,\n', "row 1: the after runs over a line end"),
        ("建设公园,公园," + "园" * 100_000 + ",term,,\n", "row 1: the after has 100,000 characters"),
        ("建设公园,公园,花\x1b[2J园,term,,\n", "row 1: the after holds U+001B"),
        ('建设公园,公园,"花"园,term,,\n', "row 1: is no CSV"),
    ],
)
def test_a_wrong_errata_row_is_named(tmp_path, row, words):
    folder = folder_with(tmp_path, errata=row)
    with pytest.raises(SeedError) as caught:
        load_document(folder)
    assert str(caught.value).startswith(str(folder / "errata.csv"))
    assert words in str(caught.value)


def test_a_description_tells_all_that_is_wrong_with_it(tmp_path):
    folder = folder_with(tmp_path, spec="title: 2021\nauthor: x\nscript: latin\n")
    with pytest.raises(SeveralErrors) as caught:
        load_document(folder)
    told = [error.place for error in caught.value.errors]
    assert told == ["line 2, key 'author'", "key 'files'", "line 1, key 'title'", "line 3, key 'script'"]


def test_an_errata_file_tells_all_its_wrong_rows(tmp_path):
    folder = folder_with(tmp_path, errata="建设公园,花园,公园,term,,\n建设公园,公园,花园,term,,\nok\n")
    with pytest.raises(SeveralErrors) as caught:
        load_document(folder)
    assert [error.place for error in caught.value.errors] == ["row 1", "row 3"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_an_errata_file_that_is_no_utf8_is_named(tmp_path, encoding):
    folder = folder_with(tmp_path)
    row = HEADER + "建设公园,公园,花园,term,,\n"
    (folder / "errata.csv").write_bytes(row.encode(encoding))
    with pytest.raises(SeedError, match=r"errata\.csv, byte .*: is not UTF-8; save it as UTF-8"):
        load_document(folder)


@pytest.mark.parametrize("name", ["document.yaml", "errata.csv"])
def test_a_folder_or_pipe_where_a_file_should_be_is_named(tmp_path, name):
    folder = folder_with(tmp_path, errata="")
    (folder / name).unlink()
    (folder / name).mkdir()
    with pytest.raises(SeedError, match=name):
        load_document(folder)
    (folder / name).rmdir()
    os.mkfifo(folder / name)
    with pytest.raises(SeedError, match=name):
        load_document(folder)


def test_links_that_leave_the_folder_are_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "passwd.txt").write_text("root:建设公园\n", encoding="utf-8")
    for number, (name, target) in enumerate({"l.txt": secret / "passwd.txt", "link": secret}.items()):
        listed = "l.txt" if name == "l.txt" else "link/passwd.txt"
        folder = folder_with(tmp_path, spec=f"title: 规划\nfiles: [{listed}]\n", name=f"plan-{number}")
        (folder / name).symlink_to(target)
        with pytest.raises(SeedError, match="link that leaves the folder"):
            load_document(folder)
    folder = folder_with(tmp_path, name="plan-w", spec="title: 规划\nfiles: [a.txt]\n")
    (folder / "errata.csv").symlink_to(secret / "passwd.txt")
    with pytest.raises(SeedError, match="link that leaves the folder"):
        load_document(folder)
    (tmp_path / "documents" / "linked").symlink_to(folder)
    outside = folder_with(tmp_path / "elsewhere", name="outside")
    (tmp_path / "documents" / "outside").symlink_to(outside)
    problems = {one.document_id: one.message for one in load_seeds(tmp_path).problems}
    assert "link that leaves" in problems["outside"]


def test_a_link_within_the_folder_is_read(tmp_path):
    folder = folder_with(tmp_path, spec="title: 规划\nfiles: [b.txt]\n")
    (folder / "b.txt").symlink_to("a.txt")
    assert load_document(folder).source.files[0].name == "b.txt"


def test_errors_cross_process_borders(tmp_path):
    error = SeedError("a.yaml", "key 'x'", "unknown key", "drop it")
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)
    assert again.remedy == "drop it"


def test_a_file_without_a_last_line_end_is_not_glued_to_the_next():
    source = join_files([("1.txt", "甲".encode()), ("2.txt", "乙\n".encode()), ("3.txt", "丙".encode())])
    assert source.text == "甲\n乙\n丙"
    assert [source.text[file.raw_start : file.raw_end] for file in source.files] == ["甲", "乙\n", "丙"]


@pytest.mark.parametrize("name", ["某市规划(2021-2035)", "plan_1.v2", "a b"])
def test_a_file_alone_is_a_document(tmp_path, name):
    path = tmp_path / f"{name}.txt"
    path.write_text("第一章 总则\n", encoding="utf-8")
    document = document_from_file(path)
    assert document.spec.document_id == name
    assert document.source.files[0].name == path.name


@pytest.mark.parametrize(
    ("name", "document_id"), [("-x", "x"), ("a#b", "a-b"), ("a%2Fb", "a-2Fb"), ("a  b", "a b")]
)
def test_a_name_that_is_no_id_becomes_one(tmp_path, name, document_id):
    path = tmp_path / f"{name}.txt"
    path.write_text("第一章 总则\n", encoding="utf-8")
    assert document_from_file(path).spec.document_id == document_id


@pytest.mark.parametrize("name", ["a\u202eb", "a\u200bb", "a\x1bb"])
def test_names_that_are_no_safe_id_are_refused(tmp_path, name):
    path = tmp_path / f"{name}.txt"
    path.write_text("第一章 总则\n", encoding="utf-8")
    with pytest.raises(SeedError):
        document_from_file(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SeedError, match="no such file"):
        document_from_file(tmp_path / "none.txt")


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_document_without_text_is_refused(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(SeedError, match="holds no text"):
        document_from_file(path)


def test_a_registered_document_loads(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes("第一章 总则\n建设公园。\n".encode("gb18030"))
    folder = register_document(page, "park-2024", "某市公园规划", tmp_path / "seeds")
    document = load_document(folder)
    assert (document.spec.document_id, document.spec.title) == ("park-2024", "某市公园规划")
    assert (folder / "page.txt").read_bytes() == page.read_bytes()
    assert document.errata == ()


def test_registering_twice_changes_nothing(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("第一章 总则\n", encoding="utf-8")
    folder = register_document(page, "park-2024", "某市公园规划", tmp_path / "seeds")
    before = (folder / "document.yaml").read_bytes()
    with pytest.raises(SeedError, match="exists already"):
        register_document(page, "park-2024", "另一标题", tmp_path / "seeds")
    assert (folder / "document.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("document_id", "title"),
    [
        ("../x", "某市规划"),
        ("ok", " "),
        ("Bad ID", "某市规划"),
        ("a\u200b", "某市规划"),
        ("ok", "某\x1b[2J市"),
    ],
)
def test_nothing_is_written_for_a_wrong_call(tmp_path, document_id, title):
    page = tmp_path / "page.txt"
    page.write_text("第一章 总则\n", encoding="utf-8")
    with pytest.raises(SeedError):
        register_document(page, document_id, title, tmp_path / "seeds")
    assert not (tmp_path / "seeds").exists()


@pytest.mark.parametrize("again", ["a.txt", "./a.txt", "copy.txt"])
def test_a_file_that_is_listed_twice_is_read_once_and_both_places_are_named(tmp_path, again):
    folder = folder_with(tmp_path, f"title: 某市规划\nfiles: [a.txt, b.txt, {again}]\n")
    (folder / "b.txt").write_text("第二章 保障\n建设学校。\n", encoding="utf-8")
    if again == "copy.txt":
        (folder / again).write_bytes((folder / "a.txt").read_bytes())
    document = load_document(folder)
    assert [file.name for file in document.source.files] == ["a.txt", "b.txt"]
    (warning,) = document.warnings
    assert str(warning) == (
        f"warning: {folder.name}, document.yaml, key 'files', item 3: '{again}' has the same bytes as "
        "'a.txt', item 1, and was left out; list it once, or give the file that was meant"
    )
    assert not warning.leaves_out
