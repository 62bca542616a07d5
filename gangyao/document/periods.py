"""The time that a section, a task or a figure speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from gangyao.document.tasks import Target

PeriodKind = Literal["review", "this_year", "five_years", "long_term"]


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


class Result(NamedTuple):
    """A figure that was reached; `figure.start`:`figure.end` is its place in the paragraph."""

    figure: Target
    period: Period


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of sections by path, and of tasks and their targets in the form of `ReadDocument.tasks`."""

    sections: Mapping[str, Period]
    tasks: tuple[tuple[Period, ...], ...]
    targets: tuple[tuple[tuple[Period, ...], ...], ...]


#: Of a document whose periods were not read.
NO_PERIODS = Periods({}, (), ())
