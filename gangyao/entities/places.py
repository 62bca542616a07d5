"""Which division of China a name means: the document's own area, its day, and the places named beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gangyao.entities.candidates import Candidate
from gangyao.entities.divisions import Division, DivisionName, in_force
from gangyao.entities.gazetteer import Gazetteer

# A document without a date is read with the divisions of this year, the one after the table's last change.
UNDATED_YEAR = 2026
_LIST_GAP = re.compile(r"[、和及与,，]|以及|等")
# The two ends of a route may lie in different provinces: 岑溪至罗定.
_LIST_MARKS = frozenset("、，。；：（(和与及\n")
_ROUTE_GAPS = ("至", "到", "—", "经")
# A division is taken for its neighbour's when they are this close.
_BESIDE = 12
# 淮河、唐河 are rivers, though 唐河 is also the short form of a county.
_WATERS_AND_HILLS = "河江山湖海岛"


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What a document says about where and when it was written."""

    title: str
    issuers: tuple[str, ...]
    announced_on: date | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The division that a mention names: `code` is None where undecided; `rule` says how it was decided."""

    name: str
    code: str | None
    rule: str | None


def own_areas(context: PlaceContext, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Code prefixes of the places that the title and the issuers name."""
    text = "\n".join((context.title, *context.issuers))
    year = year_of(context)
    areas: Counter[str] = Counter()
    for _, _, pattern in gazetteer.automaton.find_overlapping(text):
        for form in gazetteer.forms.of(pattern):
            if isinstance(form, DivisionName) and form.strength in ("sure", "known"):
                held = in_force(form.divisions, year)
                level = min(division.level for division in held)
                areas.update(division.prefix for division in held if division.level == level)
            elif not isinstance(form, DivisionName) and hasattr(form, "areas"):
                areas.update(form.areas)
    return tuple(sorted(areas))


def year_of(context: PlaceContext) -> int:
    """The year whose divisions a document is read with."""
    if context.announced_on is not None:
        return context.announced_on.year
    printed = re.search(r"(?:19|20)\d\d", context.title)
    return int(printed[0]) if printed else UNDATED_YEAR


@dataclass(frozen=True, slots=True)
class _Held:
    """What a name means in a year: its divisions, and whether one of them is the document's own or in it."""

    divisions: tuple[Division, ...]
    is_own: bool
    is_inside: bool


class PlaceReader:
    """Decides for the mentions of one document, paragraph by paragraph, in reading order."""

    def __init__(self, own: tuple[str, ...], year: int, gazetteer: Gazetteer) -> None:
        self._own = own
        self._year = year
        self._gazetteer = gazetteer
        self._held_by_name: dict[DivisionName, _Held] = {}
        self._resolved: dict[DivisionName, Resolved] = {}

    def _held(self, name: DivisionName) -> _Held:
        """Return what a name means; worked out once for all its mentions."""
        held = self._held_by_name.get(name)
        if held is None:
            divisions = in_force(name.divisions, self._year)
            is_own = any(row.prefix in self._own for row in divisions)
            is_inside = bool(self._own) and any(row.code.startswith(self._own) for row in divisions)
            held = self._held_by_name[name] = _Held(divisions, is_own, is_inside)
        return held

    def _cuts_word(self, text: str, candidate: Candidate) -> bool:
        """Tell whether the short name begins or ends inside a common word (弘[扬中]华)."""
        division = candidate.division
        if division is None or not division.is_short:
            return False
        words = self._gazetteer.common_words
        return (
            text[max(0, candidate.start - 1) : candidate.start + 1] in words
            or text[candidate.end - 1 : candidate.end + 1] in words
        )

    def may_open_name(self, candidate: Candidate, text: str) -> bool:
        """Tell whether a division that needs evidence may open a composed name (江津综合保税区)."""
        division = candidate.division
        if division is None:
            return False
        held = self._held(division)
        if held.is_own:
            return not self._cuts_word(text, candidate)
        if division.strength == "list":
            return False
        return division.strength == "known" or held.is_inside

    def is_supported(
        self, candidate: Candidate, text: str, before: Candidate | None, after: Candidate | None
    ) -> bool:
        """Tell whether the evidence that `candidate.division` needs is there."""
        division = candidate.division
        assert division is not None
        if self._cuts_word(text, candidate):
            return False
        held = self._held(division)
        for neighbour, gap in (
            (before, text[before.end : candidate.start] if before else ""),
            (after, text[candidate.end : after.start] if after else ""),
        ):
            if neighbour is None or len(gap) > 2:
                continue
            if neighbour.type == "natural_feature" and gap and candidate.name[-1] in _WATERS_AND_HILLS:
                return False
            if neighbour.division is None:
                continue
            if neighbour is before and not gap and self._is_parent(neighbour.division, held.divisions):
                # 辽宁振兴 is no place, 辽宁省丹东市振兴区 is.
                return division.strength != "list" or not division.is_short
            if (
                gap == "的"
                and neighbour is before
                and not division.is_short
                and self._is_parent(neighbour.division, held.divisions)
            ):
                return True  # 四川省的|郫县.
            if gap in _ROUTE_GAPS and division.strength == "area":
                return True
            if gap == "、" and division.strength == "area" and text[candidate.start - 1] in _LIST_MARKS:
                return True
            if gap and _LIST_GAP.fullmatch(gap) and self._are_related(neighbour.division, held.divisions):
                return True
        if held.is_own:
            return True
        if division.strength == "list":
            return False
        if division.strength == "known" or held.is_inside:
            return True
        if before is not None and before.division is not None and candidate.start - before.end <= _BESIDE:
            return self._is_parent(before.division, held.divisions)
        return False

    def lies_in(self, inner: DivisionName, outer: DivisionName) -> bool:
        """Tell whether one of the divisions that `inner` may name lies in one that `outer` may."""
        return self._is_parent(outer, self._held(inner).divisions)

    def prefixes_of(self, outer: DivisionName) -> tuple[str, ...]:
        """Code prefixes of the divisions that a name may mean and in which others may lie."""
        return tuple(row.prefix for row in self._held(outer).divisions if row.level < 3)

    def _is_parent(self, parent: DivisionName, held: Iterable[Division]) -> bool:
        prefixes = self.prefixes_of(parent)
        return any(row.code.startswith(prefix) for row in held for prefix in prefixes if row.prefix != prefix)

    def _are_related(self, other: DivisionName, held: Iterable[Division]) -> bool:
        provinces = {row.code[:2] for row in self._held(other).divisions if row.level > 1}
        return any(row.code[:2] in provinces for row in held)

    def resolve(self, candidate: Candidate, beside: Iterable[str]) -> Resolved:
        """Name and code of the division. `beside`: code prefixes of places named near it, nearest first."""
        division = candidate.division
        assert division is not None
        known = self._resolved.get(division)
        if known is not None:
            return known
        held = self._held(division).divisions
        resolved = self._resolve(candidate, held, beside)
        if len(held) == 1:
            # What is named beside it decides nothing.
            self._resolved[division] = resolved
        return resolved

    def _resolve(self, candidate: Candidate, held: Sequence[Division], beside: Iterable[str]) -> Resolved:
        division = candidate.division
        assert division is not None
        rule = f"short form of a division of {self._year}" if division.is_short else None
        choices = list(held)
        if len(choices) > 1:
            choices, how = self._narrow(choices, beside)
            rule = how
        if len(choices) > 1:
            return Resolved(
                candidate.name, None, f"undecided between {' '.join(row.code for row in choices)}"
            )
        chosen = choices[0]
        if chosen.valid_to is not None and chosen.valid_to < self._year:
            return Resolved(
                self.full_name(chosen), None, f"undecided: {chosen.code} is abolished since {chosen.valid_to}"
            )
        return Resolved(self.full_name(chosen), chosen.code, rule)

    def _narrow(self, choices: list[Division], beside: Iterable[str]) -> tuple[list[Division], str]:
        """Narrow divisions of one name down, and the rule that did; the rule is empty where none does."""
        top = min(row.level for row in choices)
        highest = [row for row in choices if row.level == top]
        if len(highest) == 1 and (top == 1 or all(row.code.startswith(highest[0].prefix) for row in choices)):
            return highest, "the highest division of that name"
        for prefix in beside:
            inside = _one_city(
                [row for row in choices if row.code.startswith(prefix) and row.prefix != prefix]
            )
            if len(inside) == 1:
                return inside, f"named beside {prefix}"
        inside = _one_city([row for row in choices if self._own and row.code.startswith(self._own)])
        if len(inside) == 1:
            return inside, "the document's own area"
        highest = _one_city(highest)
        if len(highest) == 1:
            return highest, "the highest division of that name"
        return inside or choices, ""

    def full_name(self, division: Division) -> str:
        """The division's own name, behind its parent's where two divisions of a day bear it."""
        if division.level < 3 or division.name not in self._gazetteer.shared_names:
            return division.name
        for code in (division.code[:4] + "00", division.code[:2] + "0000"):
            for row in self._gazetteer.divisions_by_code.get(code, ()):
                if row.holds_in(self._year):
                    return row.name + division.name
        return division.name


def _one_city(rows: list[Division]) -> list[Division]:
    """Of namesakes in one province the city (湛江市 beside 湛江地区), else all of them."""
    if len(rows) > 1 and len({row.code[:2] for row in rows}) == 1:
        cities = [row for row in rows if row.name.endswith("市")]
        return cities if len(cities) == 1 else rows
    return rows
