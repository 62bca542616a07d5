"""Texts in one row."""

from gangyao.entities.judging.row import row_of


def test_texts_stand_where_they_are_said_to() -> None:
    row = row_of(["甲乙", "", "丙"])
    assert [chr(row.codes[first]) for first in row.firsts.tolist()[::2]] == ["甲", "丙"]
    assert row.is_text.tolist().count(True) == 3


def test_a_comma_in_a_quoted_coinage_is_no_barrier() -> None:
    (first,) = (row := row_of(["办“千，万”，好"])).firsts.tolist()
    assert row.is_barrier[first : first + 8].tolist() == [False] * 6 + [True, False]
