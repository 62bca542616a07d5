"""The targets of one task sentence: quantities and deadlines, with what they measure and by when."""

from __future__ import annotations

import re

from gangyao.document.tasks import Target
from gangyao.tasks.targets.deadlines import Deadline, find_deadlines
from gangyao.tasks.targets.indicators import (
    clause_start,
    indicator_after,
    indicator_before,
    phrase_of_clause_before,
)
from gangyao.tasks.targets.quantities import Quantity, find_quantities
from gangyao.tasks.targets.units import UNIT

# Cheap first looks: most sentences hold no number, and most numbers are no dates.
_ANY_NUMBER = re.compile(
    rf"\d|[一二两三四五六七八九十百千万亿半零〇○点][多余几]?(?:{UNIT}|[一二三四五六七八九十百千万亿零〇○点]|五|分之|成|番|月)|世纪|年[底末内]"
)
# What each of these begins with: `re` scans for one character of a set much faster than for either.
_NUMBER_START = re.compile(r"[\d一二两三四五六七八九十百千万亿半零〇○点世年]")
_ANY_TIME = re.compile(r"年|世纪|月|五”?(?:期|时|末|规|计)|内|今后|未来|个五年|时间")


def read_targets(text: str) -> tuple[Target, ...]:
    """Return the targets of a task sentence in order of their place; offsets are code points in `text`.

    `year` of a quantity is that of the last deadline before it in the sentence.
    """
    if not any(_ANY_NUMBER.match(text, start.start()) for start in _NUMBER_START.finditer(text)):
        return ()
    deadlines = find_deadlines(text) if _ANY_TIME.search(text) else []
    taken = [(deadline.start, deadline.end) for deadline in deadlines]
    quantities = [
        quantity
        for quantity in find_quantities(text)
        if not any(start < quantity.end and quantity.start < end for start, end in taken)
    ]
    targets = [_deadline_target(text, deadline) for deadline in deadlines]
    previous: Quantity | None = None
    indicator: str | None = None
    for quantity in quantities:
        indicator = _indicator(text, quantity, previous, indicator, deadlines)
        year = next((d.year for d in reversed(deadlines) if d.end <= quantity.core and d.year), None)
        targets.append(_quantity_target(text, quantity, indicator, year))
        previous = quantity
    return tuple(sorted(targets, key=lambda target: (target.start, target.end)))


def _indicator(
    text: str, quantity: Quantity, previous: Quantity | None, before: str | None, deadlines: list[Deadline]
) -> str | None:
    if quantity.measure.kind == "duration":
        return None
    start = clause_start(text, quantity.core)
    start = max([start, *(deadline.end for deadline in deadlines if deadline.end <= quantity.start)])
    if previous is not None and previous.end > start:
        start = previous.end
        if text[start : quantity.start].strip("、和至—") == "":
            return before
    found = indicator_before(text, start, quantity.start)
    of_what_follows = quantity.measure.kind == "count" or text[quantity.end - 2 : quantity.end] == "以上"
    if found is None or (of_what_follows and not quantity.is_compared):
        found = indicator_after(text, quantity.end) or found
    if found is None and quantity.is_compared:
        found = phrase_of_clause_before(text, start) or before
    return found


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


def _quantity_target(text: str, quantity: Quantity, indicator: str | None, year: int | None) -> Target:
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
    )
