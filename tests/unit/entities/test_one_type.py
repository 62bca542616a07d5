"""One type and one name for what a document prints in one form."""

from __future__ import annotations

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.one_type import with_one_type


def _names(text: str, *named: tuple[str, EntityType, str]) -> list[Candidate]:
    at, found = 0, []
    for form, kind, origin in named:
        at = text.index(form, at)
        found.append(Candidate(at, at + len(form), kind, form, origin))
        at += len(form)
    return found


def test_a_name_has_the_type_that_is_said_most_often() -> None:
    text = "青麦贷、青麦贷、青麦贷"
    names = _names(
        text, ("青麦贷", "policy", "judge"), ("青麦贷", "brand", "judge"), ("青麦贷", "brand", "judge")
    )
    assert [one.type for one in with_one_type(text, names)] == ["brand"] * 3


def test_what_a_table_says_counts_more() -> None:
    text = "中丹关系、中丹、中丹"
    names = _names(
        text,
        ("中丹", "organization", "judge"),
        ("中丹", "country", "lexicon"),
        ("中丹", "organization", "judge"),
    )
    assert [one.type for one in with_one_type(text, names)] == ["country"] * 3


def test_marks_tell_no_name_from_another() -> None:
    text = "青苗“筑路”工程、青苗“筑路工程”、青苗“筑渠”工程"
    forms = text.split("、")
    names = _names(text, *((form, "programme", "judge") for form in forms))
    assert [one.name for one in with_one_type(text, names)] == [forms[0], forms[0], forms[2]]


def test_a_reservoir_may_be_called_as_a_place_is() -> None:
    text = "青河市、青河等水库"
    names = _names(text, ("青河", "admin_area", "divisions"), ("青河", "facility", "judge"))
    assert with_one_type(text, names) == names


def test_what_a_list_completes_is_called_by_its_list() -> None:
    text = "青石等高铁、青石"
    first = Candidate(0, 2, "corridor", "青石高铁", "ellipsis")
    second = Candidate(6, 8, "corridor", "青石连接线", "grammar")
    assert with_one_type(text, [first, second]) == [first, second]
