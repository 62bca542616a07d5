"""What an exception says of a document: the data is wrong, or Gangyao itself is."""

from __future__ import annotations

import pickle

from gangyao.cleaning.errata import ErrataError
from gangyao.document.problems import problems_of
from gangyao.errors import SeveralErrors
from gangyao.ingest.errors import SeedError
from gangyao.release.rows.problems import problem_rows


def test_every_error_of_a_document_is_told_with_its_file_and_row():
    errors = SeveralErrors([ErrataError("errata.csv", row, "fits nowhere", "delete it") for row in (10, 9)])
    rows = problem_rows(problems_of("plan-1", pickle.loads(pickle.dumps(errors))))
    assert rows == [
        ("plan-1", 1, "errata.csv", "row 9", "error", "fits nowhere", "delete it"),
        ("plan-1", 2, "errata.csv", "row 10", "error", "fits nowhere", "delete it"),
    ]


def test_a_published_row_names_no_path_of_the_machine():
    error = SeedError("/home/me/seeds/documents/plan-1/scans/a.txt", "byte 3", "is no text", "save it again")
    assert problems_of("plan-1", error)[0].source_file == "scans/a.txt"
    assert problems_of("other", error)[0].source_file == "a.txt"


def test_the_same_data_gives_the_same_words_in_every_run():
    error = SeedError(
        "a.png", "", "cannot identify image file <_io.BytesIO object at 0x7f3485778720>", "scan it"
    )
    assert problems_of("plan-1", error)[0].message == "cannot identify image file <_io.BytesIO object>"


def test_a_file_that_cannot_be_read_is_the_users_to_mend():
    (found,) = problems_of("plan-1", PermissionError(13, "Permission denied", "/x/plan-1/a.txt"))
    assert (found.severity, found.source_file) == ("error", "a.txt")
    assert found.message == "cannot be read: Permission denied"


def test_a_fault_of_ours_carries_its_traceback_and_names_no_path_in_its_row():
    try:
        problem_rows([None])  # type: ignore[list-item]
    except AttributeError as error:
        (found,) = problems_of("plan-1", error)
    assert found.severity == "fault"
    assert found.place.startswith("gangyao/release/rows/problems.py, line ")
    assert found.message.startswith("AttributeError: ")
    assert "Traceback" in found.report


def test_what_is_quoted_cannot_act_where_it_is_shown():
    (found,) = problems_of(
        "plan\u202e\x1b[2J", SeedError("a.txt", "", "x" * 100_000 + "\nerror: forged", "y")
    )
    assert found.document_id == r"plan\u202e\x1b[2J"
    assert len(str(found)) < 500
    assert "\n" not in str(found)
