"""What no name is, however likely its characters."""

from __future__ import annotations

import pytest

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.judging.marks import FoundNames
from gangyao.entities.judging.mending import is_balanced, mended


def _found(text: str, *names: Candidate) -> FoundNames:
    return FoundNames(text, list(names), [], [])


def test_places_in_a_row_are_several_names() -> None:
    city = Candidate(1, 4, "admin_area", "重庆市", "divisions")
    county = Candidate(4, 7, "admin_area", "巫山县", "divisions")
    assert mended(_found("距重庆市巫山县", city, county), [(1, 7)]) == [(1, 4), (4, 7)]


def test_the_ends_of_a_route_are_one_name() -> None:
    first = Candidate(0, 2, "admin_area", "重庆", "divisions")
    last = Candidate(3, 5, "admin_area", "成都", "divisions")
    assert mended(_found("重庆至成都高铁", first, last), [(0, 5)]) == [(0, 5)]


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [("办“百企千品”行动", (2, 8), (1, 8)), ("办“百企千品”", (1, 6), (2, 6)), ("用“百企”", (2, 4), (2, 4))],
)
def test_a_mark_beside_a_name_is_taken_in_where_it_closes_one_in_it_and_other_words_follow(
    text: str, span: tuple[int, int], wanted: tuple[int, int]
) -> None:
    assert mended(_found(text), [span]) == [wanted]


def test_marks_round_all_of_a_name_are_no_part_of_it() -> None:
    assert mended(_found("办“百企千品”行动"), [(1, 7)]) == [(2, 6)]


def _at(text: str, form: str, kind: EntityType = "admin_area") -> Candidate:
    return Candidate(text.index(form), text.index(form) + len(form), kind, form, "lexicon")


@pytest.mark.parametrize(
    ("text", "span", "place", "wanted"),
    [
        ("驻苏人民解放军", (1, 7), "苏", ["苏"]),
        ("在沪国家实验室", (1, 7), "沪", ["沪"]),
        ("将海南办成", (1, 4), "海南", ["海南"]),
        ("青国都支持", (0, 3), "青国", ["青国"]),
        # Names that begin with a place, even of one character.
        ("建沪昆铁路", (1, 5), "沪", ["沪昆铁路"]),
        ("办海南会展节", (1, 6), "海南", ["海南会展节"]),
    ],
)
def test_a_place_in_a_clause_is_no_part_of_a_name(
    text: str, span: tuple[int, int], place: str, wanted: list[str]
) -> None:
    assert [text[start:end] for start, end in mended(_found(text, _at(text, place)), [span])] == wanted


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("省长文某某", False),
        ("文某某委员", False),
        ("青禾亲王", False),
        ("青国总统某某某", False),
        ("青盟秘书长某某某", False),
        ("省长责任制", True),
        ("市长热线", True),
        ("青盟秘书长会议", True),
    ],
)
def test_a_person_with_an_office_is_no_name(text: str, is_name: bool) -> None:
    assert bool(mended(_found(text), [(0, len(text))])) is is_name


def test_a_name_that_is_cut_at_the_end_of_a_text_is_judged() -> None:
    name = Candidate(1, 5, "programme", "重庆计划", "grammar")
    assert mended(_found("建重庆计划", name), [(1, 3)]) == [(1, 3)]


@pytest.mark.parametrize(
    ("inner", "wanted"), [("甲(乙)", True), ("甲)乙(", False), ("“甲", False), ("甲", True)]
)
def test_marks_and_brackets_close(inner: str, wanted: bool) -> None:
    assert is_balanced(inner) is wanted


@pytest.mark.parametrize(
    "text", ["本条例", "第三十九条规定", "西起文津街", "第一次修正", "省人民代表大会会议", "关于修改〈北京市"]
)
def test_what_points_at_the_text_or_at_no_place_is_no_name(text: str) -> None:
    assert mended(_found(text), [(0, len(text))]) == []


def test_a_place_that_begins_alike_is_a_name() -> None:
    assert mended(_found("本溪湖"), [(0, 3)]) == [(0, 3)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("省委省政府", ["省委", "省政府"]),
        ("甲州市委市人民政府", ["甲州市委", "市人民政府"]),
        ("市委省政府", ["市委省政府"]),
        ("十九届二中、三中、四中全会", ["十九届二中", "三中"]),
    ],
)
def test_bodies_and_plenums_in_a_row_are_several_names(text: str, wanted: list[str]) -> None:
    end = text.find("、") if "、" in text else len(text)
    assert [text[slice(*span)] for span in mended(_found(text), [(0, end)])] == wanted


def test_what_a_committee_calls_its_plan_is_no_part_of_its_name() -> None:
    text = "落实市委“1312”思路"
    committee = Candidate(2, 4, "organization", "市委", "grammar")
    assert mended(_found(text, committee), [(2, 10)]) == [(2, 4)]


@pytest.mark.parametrize("spans", [[(0, 5)], [(0, 5), (6, 8)], [(0, 5), (9, 11)], [(0, 5), (6, 8), (9, 11)]])
def test_a_plenum_of_a_list_is_one_name_also_where_it_was_one_before(spans: list[tuple[int, int]]) -> None:
    assert mended(_found("十九届二中、三中、四中、五中全会"), spans) == [(0, 5), (6, 8), (9, 11)]


def test_a_plenum_of_a_list_that_is_part_of_a_name_is_none_of_its_own() -> None:
    assert mended(_found("十九届二中、三中、四中全会"), [(0, 5), (5, 8)]) == [(0, 5), (5, 8)]
