"""The targets of one task sentence: quantities and deadlines, with what they measure and by when."""

from __future__ import annotations

import re

from gangyao.document.tasks import Binding, Direction, Target
from gangyao.tasks.targets.deadlines import Deadline, find_deadlines
from gangyao.tasks.targets.grammar import TargetGrammar
from gangyao.tasks.targets.indicators import (
    clause_start,
    indicator_after,
    indicator_before,
    phrase_of_clause_before,
    shared_indicators,
)
from gangyao.tasks.targets.quantities import Quantity, find_quantities

# What each of these begins with: `re` scans for one character of a set much faster than for either.
_NUMBER_START = re.compile(r"[\d一二两三四五六七八九十百千万亿半零〇○点世年]")
_ANY_TIME = re.compile(r"年|世纪|月|五”?(?:期|时|末|规|计)|内|今后|未来|个五年|时间")
# 65岁及以上老年人…服务率: an age is part of what is measured.
_AGES = ("岁以上", "岁及以上", "岁及其以上", "岁以下", "岁")
# （约束性） stands right behind its quantity.
_BEHIND = 6
# A full stop ends what a deadline or an announcement (预期目标是：) holds for; a semicolon does not.
_FULL_STOP = re.compile("[。！？\n]")
_BASE_YEAR = re.compile(r"(?:比|较|在|以)((?:19|20)\d{2})年(?:末|底)?(?!以来|以后|[底末]?前)")
_BINDING: tuple[tuple[str, Binding], ...] = (
    ("约束性", "binding"),
    ("预期性", "expected"),
    ("预期目标", "expected"),
)


def read_targets(text: str, grammar: TargetGrammar) -> tuple[Target, ...]:
    """Return the targets of a paragraph in order of their place; offsets are code points in `text`.

    `year` of a quantity is that of the last deadline before it, as far as the last full stop.
    """
    if not any(grammar.any_number.match(text, start.start()) for start in _NUMBER_START.finditer(text)):
        return ()
    deadlines = find_deadlines(text) if _ANY_TIME.search(text) else []
    taken = [(deadline.start, deadline.end) for deadline in deadlines]
    quantities = [
        quantity
        for quantity in find_quantities(text, grammar)
        if not any(start < quantity.end and quantity.start < end for start, end in taken)
    ]
    targets = [_deadline_target(text, deadline) for deadline in deadlines]
    if quantities:
        targets += _quantity_targets(text, quantities, deadlines, grammar)
    return tuple(sorted(targets, key=lambda target: (target.start, target.end)))


def _quantity_targets(
    text: str, quantities: list[Quantity], deadlines: list[Deadline], grammar: TargetGrammar
) -> list[Target]:
    stops = [stop.end() for stop in _FULL_STOP.finditer(text)]
    indicators, following = _indicators(text, quantities, deadlines, grammar)
    targets = []
    direction: Direction | None = None
    for index, (quantity, indicator) in enumerate(zip(quantities, indicators, strict=True)):
        opening = max((stop for stop in stops if stop <= quantity.core), default=0)
        year = next(
            (d.year for d in reversed(deadlines) if opening <= d.start and d.end <= quantity.core and d.year),
            None,
        )
        if index not in following:
            direction = quantity.direction or _said_of(text, indicator, quantity, grammar)
        base = _BASE_YEAR.search(text, clause_start(text, quantity.core), quantity.start)
        targets.append(
            _quantity_target(
                text,
                quantity,
                indicator,
                year,
                base_year=int(base[1]) if base else None,
                direction=direction,
                binding=_binding(text, opening, quantity.end, stops),
            )
        )
    return targets


def _said_of(
    text: str, indicator: str | None, quantity: Quantity, grammar: TargetGrammar
) -> Direction | None:
    """Return the direction of the verb that stands before the indicator: 压减|煤炭消费100万吨."""
    start = clause_start(text, quantity.core)
    at = text.find(indicator, start, quantity.start) if indicator else quantity.start
    verbs = grammar.comparisons.verbs
    # The verbs of the table have three characters or two.
    heads = (text[max(start, at - size) : at] for size in (3, 2))
    return next((verbs[head] for head in heads if head in verbs), None)


def _binding(text: str, start: int, end: int, stops: list[int]) -> Binding | None:
    """Return the nature that the sentence prints: before the quantity, or in brackets right behind it."""
    end = min(end + _BEHIND, next((stop for stop in stops if stop >= end), len(text)))
    return next((binding for word, binding in _BINDING if text.find(word, start, end) >= 0), None)


def _indicators(
    text: str, quantities: list[Quantity], deadlines: list[Deadline], grammar: TargetGrammar
) -> tuple[list[str | None], frozenset[int]]:
    """Return what each quantity measures, and which of them go on with the verb of the one before.

    Numbers in a row share their indicators out: 甲、乙分别达到85%和90%.
    """
    found: list[str | None] = []
    previous: Quantity | None = None
    rows: list[list[int]] = []
    for index, quantity in enumerate(quantities):
        indicator, goes_on = _indicator(
            text, quantity, previous, found[-1] if found else None, deadlines, grammar
        )
        if goes_on:
            rows[-1].append(index)
        else:
            rows.append([index])
        found.append(indicator)
        previous = quantity
    for row in rows:
        shared = found[row[0]]
        if len(row) > 1 and shared is not None:
            for index, name in zip(row, shared_indicators(shared, len(row)), strict=True):
                found[index] = name
    return found, frozenset(index for row in rows for index in row[1:])


def _indicator(
    text: str,
    quantity: Quantity,
    previous: Quantity | None,
    before: str | None,
    deadlines: list[Deadline],
    grammar: TargetGrammar,
) -> tuple[str | None, bool]:
    """Return what a quantity measures, and whether it goes on with the indicator of the one before it."""
    if quantity.measure.kind == "duration":
        return None, False
    start = clause_start(text, quantity.core)
    start = max([start, *(deadline.end for deadline in deadlines if deadline.end <= quantity.start)])
    if previous is not None and previous.end > start and not text.endswith(_AGES, 0, previous.end):
        start = previous.end
        if text[start : quantity.start].strip("、和至—") == "":
            return before, True
    found = indicator_before(text, start, quantity.start, grammar.edges)
    of_what_follows = quantity.measure.kind == "count" or text[quantity.end - 2 : quantity.end] == "以上"
    if found is None or (of_what_follows and not quantity.is_compared):
        found = indicator_after(text, quantity.end) or found
    if found is None and quantity.is_compared:
        found = phrase_of_clause_before(text, start, grammar.edges) or before
    return found, False


def _deadline_target(text: str, deadline: Deadline) -> Target:
    return Target(
        kind="deadline",
        comparator="<=",
        value=deadline.value,
        value_to=None,
        unit=deadline.unit,
        unit_printed=deadline.unit_printed,
        year=deadline.year,
        indicator=None,
        text=text[deadline.start : deadline.end],
        start=deadline.start,
        end=deadline.end,
    )


def _quantity_target(
    text: str,
    quantity: Quantity,
    indicator: str | None,
    year: int | None,
    *,
    base_year: int | None,
    direction: Direction | None,
    binding: Binding | None,
) -> Target:
    measure = quantity.measure
    return Target(
        kind=measure.kind,
        comparator=quantity.comparator,
        value=float(measure.value),
        value_to=None if measure.value_to is None else float(measure.value_to),
        unit=measure.unit,
        unit_printed=measure.printed,
        year=year,
        indicator=indicator,
        text=text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        direction=direction,
        base_year=base_year,
        binding=binding,
    )
