"""Five-year plans and their years."""

import pytest

from gangyao.chinese.five_year_plans import FIVE_YEARS, plan_years


@pytest.mark.parametrize(
    ("number", "years"),
    [
        ("一", (1953, 1957)),
        ("二", (1958, 1962)),
        ("三", (1966, 1970)),
        ("十四", (2021, 2025)),
        ("十五", (2026, 2030)),
    ],
)
def test_the_years_of_a_five_year_plan(number: str, years: tuple[int, int]) -> None:
    assert plan_years(number) == years


def test_no_plan_has_number_zero() -> None:
    assert plan_years("零") is None
    assert plan_years("百") is None


@pytest.mark.parametrize("text", ["“十四五”规划", "十四五时期", "第十四个五年规划"])
def test_plans_are_found(text: str) -> None:
    found = FIVE_YEARS.search(text)
    assert found is not None
    assert (found["ordinal"] or found["short"]) == "十四"


@pytest.mark.parametrize("text", ["一九五八年度计划", "五年规划", "二十五时"])
def test_years_are_no_plans(text: str) -> None:
    assert FIVE_YEARS.search(text) is None
