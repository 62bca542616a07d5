"""One base unit per quantity: kg, m2, W, J, CNY, person; what things are counted with."""

from __future__ import annotations

import re
from functools import lru_cache

#: Normalised units of `units.csv` with their base unit and the factor to it. The SI prefixes; a mu is 1/15
#: hectare (GB 3100-93); a tonne of coal equivalent is 29.3076 GJ (GB/T 2589-2020), of oil 41.868 GJ (IEA).
BASE: dict[str, tuple[str, float]] = {
    "mu": ("m2", 10_000 / 15),
    "har": ("m2", 1e4),
    "km2": ("m2", 1e6),
    "t": ("kg", 1e3),
    "g": ("kg", 1e-3),
    "mg": ("kg", 1e-6),
    "ug": ("kg", 1e-9),
    "km": ("m", 1e3),
    "cm": ("m", 1e-2),
    "mm": ("m", 1e-3),
    "um": ("m", 1e-6),
    "nm": ("m", 1e-9),
    "[nmi_i]": ("m", 1852.0),
    "kW": ("W", 1e3),
    "kW.h": ("J", 3.6e6),
    "tce": ("J", 29.3076e9),
    "gce": ("J", 29.3076e3),
    "toe": ("J", 41.868e9),
    "L": ("m3", 1e-3),
    "mL": ("m3", 1e-6),
    "kV": ("V", 1e3),
    "MPa": ("Pa", 1e6),
    "percent": ("%", 1.0),
    "permille": ("%", 0.1),
    "percentage point": ("percentage point", 1.0),
}
# 位 counts ranks as well (上升3位).
_PERSONS = frozenset({"人", "名"})
_SCALE = re.compile("^[十百千万亿多余]+")
_COUNTED = "1"
# More than documents print of one kind of unit; what is kept of each is a few characters.
_UNITS = 1024


@lru_cache(maxsize=_UNITS)
def counter_of(unit: str | None, printed: str | None) -> str | None:
    """Return what things are counted with: 万套 → 套; None for what is no count."""
    if unit != _COUNTED or not printed:
        return None
    return _SCALE.sub("", printed) or None


@lru_cache(maxsize=_UNITS)
def to_base(unit: str | None, printed: str | None) -> tuple[str, float] | None:
    """Return the base unit of a normalised unit and the factor to it; persons have one of their own."""
    if unit is None:
        return None
    if unit == _COUNTED:
        return ("person" if counter_of(unit, printed) in _PERSONS else _COUNTED), 1.0
    return BASE.get(unit, (unit, 1.0))
