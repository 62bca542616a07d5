"""Characters that are asked first: a pattern is not looked for where no match of it could begin, or end.

They are read off the pattern here, so that a change of one without the other is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest

_PARSER: Any = import_module("re._parser")
# Any decimal digit, which is asked by `str.isdecimal`; anything at all.
_DIGIT, _ANYTHING = "a digit", "anything"
_ZERO_WIDTH = ("ASSERT", "ASSERT_NOT", "AT", "GROUPREF_EXISTS")


def edges(pattern: re.Pattern[str], *, at_end: bool) -> set[str]:
    """Return the characters that a match may begin, or end, with."""
    found, is_open = _of_sequence(_PARSER.parse(pattern.pattern, pattern.flags), at_end=at_end)
    return found | ({_ANYTHING} if is_open else set())


def _of_sequence(items: Iterable[Any], *, at_end: bool) -> tuple[set[str], bool]:
    """Return the characters, and whether the whole of it may be empty."""
    found: set[str] = set()
    for operator, argument in reversed(list(items)) if at_end else items:
        told, may_be_empty = _of_item(str(operator), argument, at_end=at_end)
        found |= told
        if not may_be_empty:
            return found, False
    return found, True


def _of_item(operator: str, argument: Any, *, at_end: bool) -> tuple[set[str], bool]:
    if operator == "LITERAL":
        return {chr(argument)}, False
    if operator == "IN":
        return set(_members(argument)), False
    if operator == "BRANCH":
        parts = [_of_sequence(part, at_end=at_end) for part in argument[1]]
        return set().union(*(told for told, _ in parts)), any(is_open for _, is_open in parts)
    if operator == "SUBPATTERN":
        return _of_sequence(argument[3], at_end=at_end)
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        told, is_open = _of_sequence(argument[2], at_end=at_end)
        return told, is_open or argument[0] == 0
    return (set(), True) if operator in _ZERO_WIDTH else ({_ANYTHING}, False)


def _members(members: Iterable[Any]) -> Iterator[str]:
    for operator, argument in members:
        if str(operator) == "LITERAL":
            yield chr(argument)
        elif str(operator) == "RANGE":
            yield from map(chr, range(argument[0], argument[1] + 1))
        else:
            yield _DIGIT if str(argument) == "CATEGORY_DIGIT" else _ANYTHING


def constant(name: str) -> Any:
    """Return a constant of the engine by the names of its module and its own."""
    module, _, own = name.rpartition(".")
    return vars(import_module(f"gangyao.{module}"))[own]


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("projects.traits._OPENING", "projects.traits._OPENING_STARTS"),
        ("projects.traits._CLASS", "projects.traits._CLASS_STARTS"),
        ("tasks.duties.open_names._WHEN", "tasks.duties.open_names._WHEN_STARTS"),
        ("tasks.periods.results._PERIOD_OPENS", "tasks.periods.results._PERIOD_STARTS"),
        ("tasks.periods.results._LONG_PERIOD_OPENS", "tasks.periods.results._PERIOD_STARTS"),
        ("tasks.indicators.names._OWN_AREA", "tasks.indicators.names._OWN_AREA_STARTS"),
        ("entities.levels._LEVEL", "entities.levels._LEVEL_STARTS"),
        ("entities.lists._NEXT", "entities.lists._JOINTS"),
        ("outline.items._NOTE", "outline.items._NOTE_STARTS"),
        ("tasks.clauses.conditions._CASE", "tasks.clauses.conditions._CASE_STARTS"),
        ("tasks.duties.name_ends._OFFICE_HOLDER", "tasks.duties.name_ends._HOLDER_STARTS"),
        ("tasks.predicates.candidates.BODIES", "tasks.predicates.candidates.BODY_STARTS"),
        ("tasks.statements.judge._LOOKING_BACK", "tasks.statements.judge._REVIEW_STARTS"),
        ("tasks.targets.circumstances._FROM", "tasks.targets.circumstances._FROM_STARTS"),
        ("tasks.targets.conditions._PART", "tasks.targets.conditions._PART_STARTS"),
    ],
)
def test_no_match_begins_with_another_character(pattern: str, starts: str) -> None:
    assert edges(constant(pattern), at_end=False) - {_DIGIT} <= set(constant(starts))


@pytest.mark.parametrize(
    ("pattern", "lasts"),
    [
        ("tasks.targets.conditions._POINTED_AT", "tasks.targets.conditions._LAST_OF_POINTING"),
        ("tasks.targets.conditions._TELLS_OF", "tasks.targets.conditions._LAST_OF_TELLING"),
        ("entities.short_forms._ZONE", "entities.short_forms._ZONE_ENDS"),
        ("tasks.indicators.names._SPEED", "tasks.indicators.names._SPEED_LAST"),
        ("tasks.indicators.names._TRAILING", "tasks.indicators.names._TRAILING_LAST"),
    ],
)
def test_no_match_ends_with_another_character(pattern: str, lasts: str) -> None:
    assert edges(constant(pattern), at_end=True) <= set(constant(lasts))


def test_who_is_cared_for_is_asked_by_the_first_or_the_last_character() -> None:
    ends, _, starts = constant("tasks.duties.bodies._NOT_SET").pattern.rpartition("|^")
    assert edges(re.compile(ends), at_end=True) <= constant("tasks.duties.bodies._LAST_NOT_SET")
    assert edges(re.compile(starts), at_end=False) <= constant("tasks.duties.bodies._FIRST_NOT_SET")


def test_roles_are_asked_by_the_character_before_the_full_stop() -> None:
    words, _, stop = constant("tasks.statements.descriptions._IS_ROLE").pattern.rpartition("。$")
    assert not stop
    assert edges(re.compile(words), at_end=True) <= constant("tasks.statements.descriptions._LAST_OF_ROLE")


def test_ends_of_documents_are_asked_by_how_they_end() -> None:
    for pattern, ends, _ in constant("layout.reading_order.endings._ENDS"):
        lasts = {end[-1:] for end in ends}
        assert lasts == {""} or edges(pattern, at_end=True) <= lasts


@pytest.mark.parametrize(
    ("sentence", "is_reported", "is_first"),
    [
        ("通知要求，各县应当上报。", True, False),
        ("（一）县教育局应当上报。", False, True),
        ("县教育局应当上报。", False, False),
    ],
)
def test_what_opens_a_clause_is_asked_by_its_signs(sentence: str, is_reported: bool, is_first: bool) -> None:
    behind, may_open = (constant(f"tasks.duties.openings.{name}") for name in ("behind_opening", "may_open"))
    signs = constant("tasks.duties.openings.REPORT_SIGNS")
    assert any(sign in sentence for sign in signs) == is_reported
    assert may_open(sentence, 0) == is_first
    assert (behind(sentence, 0, len(sentence)) > 0) == (is_reported or is_first)
