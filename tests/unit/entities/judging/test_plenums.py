"""Plenums in lists; the sentences are invented."""

from __future__ import annotations

import pytest

from gangyao.entities.judging.plenums import further_plenums, plenum_name

TEXT = "贯彻党的十九大和十九届二中、三中、四中全会精神。"


def test_plenums_between_the_first_and_the_last_are_found() -> None:
    first = TEXT.index("十九届"), TEXT.index("、三中")
    assert [TEXT[slice(*span)] for span in further_plenums(TEXT, *first)] == ["三中"]
    assert not list(further_plenums("十九届二中，三中全会", 0, 5))
    assert not list(further_plenums(TEXT, 0, first[0]))


@pytest.mark.parametrize(
    ("plenum", "name"),
    [
        ("十九届二中", "十九届二中全会"),
        ("三中", "十九届三中全会"),
        ("四中全会", "十九届四中全会"),
        ("十九大", None),
        ("中、三中", None),
    ],
)
def test_each_plenum_is_called_as_the_first_tells(plenum: str, name: str | None) -> None:
    start = TEXT.index(plenum)
    assert plenum_name(TEXT, start, start + len(plenum)) == name


def test_a_plenum_of_nobody_is_none() -> None:
    assert plenum_name("渔港三中全会", 2, 6) is None


@pytest.mark.parametrize(
    ("text", "plenum", "name"),
    [
        ("按照省委十四届六次、七次、八次全会要求", "省委十四届六次", "省委十四届六次全会"),
        ("按照省委十四届六次、七次、八次全会要求", "七次", "省委十四届七次全会"),
        ("按照省委十四届六次、七次、八次全会要求", "八次全会", "省委十四届八次全会"),
        ("落实自治区党委十届十二次、十三次全会部署", "十三次全会", "自治区党委十届十三次全会"),
        ("按照十二届市委五次、六次全会部署", "六次全会", "十二届市委六次全会"),
        ("落实省委三届五次全会、六次全会部署", "六次全会", "省委三届六次全会"),
        # Times, and meetings of nobody.
        ("每年巡查七次、八次", "八次", None),
        ("联席会六次全会", "六次全会", None),
        ("省委十四届六次会议", "省委十四届六次", None),
    ],
)
def test_plenums_of_a_place_are_called_as_the_first_tells(text: str, plenum: str, name: str | None) -> None:
    start = text.index(plenum)
    assert plenum_name(text, start, start + len(plenum)) == name
