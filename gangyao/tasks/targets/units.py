"""Units as printed, with the kind of target, the normalised unit and the factor to it: `units.csv`.

Normalised units are UCUM codes where there is one (`km2`, `t`, `kW.h`), ISO 4217 codes for money, plain
English names where neither has one (`year`, `percent`, `mu`), and `1` for things that are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gangyao.lexicon_tables import LexiconTables

# The note of a unit that counts events.
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


def compile_units(tables: LexiconTables) -> Mapping[str, Unit]:
    """Return the units of the lexicon by their printed form."""
    rows = tables.rows("units", "printed", "kind", "unit", "factor", "spoken", "note")
    return {
        printed: Unit(printed, kind, unit, Decimal(factor), spoken == "yes", note == _EVENTS)
        for printed, kind, unit, factor, spoken, note in rows
    }
