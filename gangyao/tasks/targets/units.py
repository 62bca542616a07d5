"""Units as printed, with the kind of target, the normalised unit and the factor to it: `units.csv`.

Normalised units are UCUM codes where there is one (`km2`, `t`, `kW.h`), ISO 4217 codes for money, plain
English names where neither has one (`year`, `percent`, `mu`), and `1` for things that are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from gangyao.tasks.lexicon import LexiconError, read_rows

FILE = "units.csv"
_COLUMNS = ("printed", "kind", "unit", "factor", "spoken", "note")
_EVENTS = "counts events"


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: value in `unit` = printed number * `factor`.

    `spoken` units also follow 一 to 九 (一年), those of events (场, 批次) do so where a frequency is set.
    """

    printed: str
    kind: str
    unit: str
    factor: Decimal
    spoken: bool
    counts_events: bool


def load_units(lexicon: Path) -> Mapping[str, Unit]:
    """Read `units.csv` of the lexicon folder, by printed form.

    Raises LexiconError when a column is missing or a factor is no number.
    """
    units = {}
    for row in read_rows(lexicon / FILE, _COLUMNS):
        try:
            factor = Decimal(row["factor"])
        except InvalidOperation as error:
            raise LexiconError(
                f"{FILE}: factor {row['factor']!r} of {row['printed']} is no number"
            ) from error
        units[row["printed"]] = Unit(
            row["printed"], row["kind"], row["unit"], factor, row["spoken"] == "yes", row["note"] == _EVENTS
        )
    return units
