"""The marks by which sentences end."""

from __future__ import annotations

import pytest

from gangyao.chinese.punctuation import ends_sentence


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("加强领导。", True),
        ("加强领导。”", True),
        ("加强领导。（县财政局负责）", True),
        ("加强领导。 [6]", True),
        ("加强领导。[5][6]", True),
        ("加强领导。”（完）[1]", True),
        ("加强领导（试行）", False),
        ("加强领导 [6]", False),
        ("[6]", False),
        ("[5][6]", False),
        ("", False),
    ],
)
def test_a_sentence_ends_before_closing_marks_notes_and_references(line, ends):
    assert ends_sentence(line) == ends


@pytest.mark.parametrize("note", ["[5]", "（一）"])
def test_a_line_may_end_with_thousands_of_notes(note: str) -> None:
    assert ends_sentence(f"加强领导。{note * 2000}")
    assert not ends_sentence(f"加强领导{note * 2000}")
