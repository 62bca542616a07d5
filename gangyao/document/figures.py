"""What is known of a figure beside what is printed: when it holds, what it measures, in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from gangyao.document.tasks import Target

PeriodKind = Literal["review", "this_year", "five_years", "long_term"]
MeasureKind = Literal["level", "growth", "increase", "share"]
MoneyPart = Literal["spending", "investment", "subsidy", "loan", "turnover"]


class Period(NamedTuple):
    """Years from `year_from` to `year_to`, both included; by a year (到2030年) both are that year.

    `kind` tells where they lie, seen from the document: `review` before it, `this_year` in its year,
    `five_years` within the six years after that, `long_term` beyond; None where its year is not known.
    """

    kind: PeriodKind | None
    year_from: int | None
    year_to: int | None


#: Where nothing tells the time.
NO_PERIOD = Period(None, None, None)


class Indicator(NamedTuple):
    """What a figure measures: the name that statistics use, of what part, how, and in which base unit."""

    name: str
    scope: str | None
    measure: MeasureKind | None
    base_unit: str


class Measured(NamedTuple):
    """A figure's indicator, its value in the base unit, what it counts with, and of which part money is."""

    indicator: Indicator | None
    base_value: float | None
    base_value_to: float | None
    base_unit: str | None
    counter: str | None
    money: MoneyPart | None


class FigureFacts(NamedTuple):
    """When a figure holds and what it measures."""

    period: Period
    measured: Measured


class Result(NamedTuple):
    """A figure that was reached; `figure.start`:`figure.end` is its place in the paragraph."""

    figure: Target
    facts: FigureFacts


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of sections by path, and of tasks in the form of `ReadDocument.tasks`.

    `figures` has for each task what is known of its targets.
    """

    sections: Mapping[str, Period]
    tasks: tuple[tuple[Period, ...], ...]
    figures: tuple[tuple[tuple[FigureFacts, ...], ...], ...]


#: Of a document whose periods were not read.
NO_PERIODS = Periods({}, (), ())
