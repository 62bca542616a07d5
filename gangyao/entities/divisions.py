"""Administrative divisions of China with their GB/T 2260 codes, dated by year, and their short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from gangyao.lexicon_tables import LexiconTables

_PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|"
    "佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|"
    "锡伯|阿昌族|普米族|塔吉克|怒族|乌孜别克|鄂温克族|鄂温克|德昂族|保安族|裕固族|独龙族|鄂伦春|赫哲族|门巴族|珞巴族|基诺族|各族"
)
_LEVELS = "特别行政区|林区|特区|地区|省|市|盟|区|县|旗"
_PEOPLES_AND_STATUS = re.compile(f"(?:(?:{_PEOPLES})*(?:自治区|自治州|自治县|自治旗)|{_LEVELS})$")
_AUTONOMOUS = re.compile("自治([州县旗])$")
_STATUS = re.compile(f"(?:自治区|自治州|自治县|自治旗|{_LEVELS})$")


@dataclass(frozen=True)
class Division:
    """A division as named from the year `valid_from` to the year `valid_to`, inclusive; None is unbounded.

    In the year of a change the old and the new name and code both hold, as the sources are yearly.
    """

    code: str
    name: str
    valid_from: int | None
    valid_to: int | None

    @cached_property
    def level(self) -> int:
        """1 for a province, 2 for a prefecture, 3 for a county."""
        if self.code.endswith("0000"):
            return 1
        return 2 if self.code.endswith("00") else 3

    @cached_property
    def prefix(self) -> str:
        """The digits of the code that all divisions in it share: two for each level."""
        return self.code[: 2 * self.level]

    @cached_property
    def short_name(self) -> str | None:
        """The name without its status (四川省 → 四川), None where less than two characters are left."""
        for status in (_PEOPLES_AND_STATUS, _STATUS):
            short = status.sub("", self.name, count=1)
            if len(short) >= 2:  # 内蒙古自治区 keeps its 蒙古
                return short if short != self.name else None
        return None

    @cached_property
    def popular_name(self) -> str | None:
        """The name without its peoples (凉山彝族自治州 → 凉山州), None where it names none."""
        autonomous = _AUTONOMOUS.search(self.name)
        if autonomous is None or self.short_name is None or self.name.startswith(self.short_name + "自治"):
            return None
        return self.short_name + autonomous[1]

    def holds_in(self, year: int) -> bool:
        """Tell whether the division had this name and code at some time of the year."""
        return (self.valid_from or 0) <= year <= (self.valid_to or 9999)


Strength = Literal["sure", "known", "area", "list"]


@dataclass(frozen=True, slots=True, eq=False)
class DivisionName:
    """A full or short name of divisions. `strength` is the evidence that it needs.

    `sure`: none. `known`: that it cuts no common word; so do the next two. `area`: one of its divisions
    lies in the document's own area or in a place named beside it.
    `list`: it stands in a list with other divisions, or right behind the name of its parent.
    """

    form: str
    divisions: tuple[Division, ...]
    strength: Strength
    is_short: bool


def read_divisions(tables: LexiconTables) -> tuple[Division, ...]:
    """Return the divisions of the lexicon."""
    rows = tables.rows("admin_divisions", "code", "name", "valid_from", "valid_to")
    return tuple(Division(*row) for row in rows)


def in_force(divisions: tuple[Division, ...], year: int) -> tuple[Division, ...]:
    """Those of `divisions` in force in `year`; else those nearest in time, as names outlive divisions."""
    if len(divisions) == 1:
        return divisions
    held = tuple(division for division in divisions if division.holds_in(year))
    if held or not divisions:
        return held
    distance = {division: _distance(division, year) for division in divisions}
    nearest = min(distance.values())
    return tuple(division for division in divisions if distance[division] == nearest)


def _distance(division: Division, year: int) -> int:
    if division.valid_from is not None and year < division.valid_from:
        return division.valid_from - year
    return year - (division.valid_to or year)
