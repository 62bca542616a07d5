"""Targets as values: what a deadline or a quantity says, with what was read around it."""

from __future__ import annotations

from gangyao.document.tasks import Binding, Direction, Target
from gangyao.tasks.targets.deadlines import Deadline
from gangyao.tasks.targets.quantities import Quantity


def deadline_target(text: str, deadline: Deadline) -> Target:
    """Return the target of a deadline."""
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


def quantity_target(
    text: str,
    quantity: Quantity,
    indicator: str | None,
    year: int | None,
    *,
    base_year: int | None,
    direction: Direction | None,
    binding: Binding | None,
) -> Target:
    """Return the target of a quantity and of what is known of it."""
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
