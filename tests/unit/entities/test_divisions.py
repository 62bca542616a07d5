"""The table of divisions and its dates."""

from __future__ import annotations

from gangyao.entities.divisions import Division, in_force, read_divisions
from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS
from training.divisions import intervals

DIVISIONS = read_divisions(read_lexicon(SEEDS / "lexicon"))


def test_every_day_since_1980_has_its_provinces():
    for year, provinces in ((1985, 29), (1990, 30), (1998, 31), (2021, 34), (2026, 34)):
        assert sum(row.level == 1 and row.holds_in(year) for row in DIVISIONS) == provinces


def test_no_code_means_two_divisions_within_a_year():
    for year in (1995, 2021, 2024):
        names: dict[str, set[str]] = {}
        for row in DIVISIONS:
            # In the year of a change both hold, so ask for rows that hold before and after too.
            if row.holds_in(year - 1) and row.holds_in(year) and row.holds_in(year + 1):
                names.setdefault(row.code, set()).add(row.name)
        assert {code: found for code, found in names.items() if len(found) > 1} == {}


def test_short_names():
    def short(name: str) -> str | None:
        return Division("511723", name, None, None).short_name

    assert short("四川省") == "四川"
    assert short("恩施土家族苗族自治州") == "恩施"
    assert short("内蒙古自治区") == "内蒙古"
    assert short("广西壮族自治区") == "广西"
    assert short("成县") is None


def test_a_name_outlives_its_division():
    old = Division("420600", "襄樊市", None, 2010)
    assert in_force((old,), 2021) == (old,)


def test_compiling_merges_years_that_a_revision_left_out():
    years = {1980: {"1": "甲县"}, 1981: {"1": "甲县"}, 1982: {}, 1983: {"1": "甲县"}, 1990: {"1": "乙县"}}
    rows = intervals(years, {"1": "乙县"}, {}, {})
    assert rows == [("1", "乙县", "1990", ""), ("1", "甲县", "", "1984")]


def test_popular_names_leave_the_peoples_out():
    def popular(name: str) -> str | None:
        return Division("513400", name, None, None).popular_name

    assert popular("凉山彝族自治州") == "凉山州"
    assert popular("石柱土家族自治县") == "石柱县"
    assert popular("四川省") is None
