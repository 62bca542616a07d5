"""Bounds of the default release's row counts and fill rates: `seeds/expectations.yml`.

```yaml
rows:
  tasks: [180, 320]          # a table: fewest and most rows
fill:
  paragraphs.lead: [0.3, 1]  # table.column: least and greatest share of rows that have a value
```

Below a bound something was lost: the publication stops. Above one, there may be more than there was: it
warns.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from gangyao.errors import DataError
from gangyao.release.problems import Problem
from gangyao.release.tables import Tables
from schemas.registry import BY_NAME


@dataclass(frozen=True, slots=True)
class Bounds:
    """Fewest and most of what `table` holds: rows, or the share of rows that have a value in `column`."""

    table: str
    column: str | None
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Drift:
    """What lies outside its bounds: `losses` stop a publication, `gains` are told."""

    losses: tuple[Problem, ...]
    gains: tuple[Problem, ...]


def load_expectations(path: Path) -> tuple[Bounds, ...]:
    """Read the bounds. Raises DataError for what is no bound, or names no table or column."""
    told = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    if not isinstance(told, dict) or set(told) - {"rows", "fill"}:
        raise DataError(f"{path}: it may have `rows` and `fill`, nothing else")
    return tuple(
        _bounds(path, kind, key, value)
        for kind in ("rows", "fill")
        for key, value in (told.get(kind) or {}).items()
    )


def _bounds(path: Path, kind: str, key: str, value: Any) -> Bounds:
    table, _, column = key.partition(".")
    if table not in BY_NAME or (kind == "rows") != (not column):
        raise DataError(f"{path}: {kind}: {key!r} names no {'table' if kind == 'rows' else 'table.column'}")
    if column and column not in BY_NAME[table].column_names:
        raise DataError(f"{path}: {kind}: table {table} has no column {column!r}")
    match value:
        case [int() | float() as least, int() | float() as most] if least <= most:
            return Bounds(table, column or None, float(least), float(most))
        case _:
            raise DataError(f"{path}: {kind}: {key}: give the least and the greatest, as in [10, 20]")


def filled(table: pa.Table, column: str) -> float:
    """Return the share of rows that have a value: neither null nor an empty text or list."""
    values = table[column]
    if not len(values):
        return 0.0
    has = pc.is_valid(values)
    if pa.types.is_list(values.type):
        has = pc.and_(has, pc.greater(pc.fill_null(pc.list_value_length(values), 0), 0))
    elif pa.types.is_string(values.type):
        has = pc.and_(has, pc.not_equal(pc.fill_null(values, ""), ""))
    return float(pc.sum(has).as_py()) / len(values)


def drift(tables: Tables, expected: tuple[Bounds, ...]) -> Drift:
    """Compare the tables with their bounds."""
    losses: list[Problem] = []
    gains: list[Problem] = []
    for bounds in expected:
        table = tables[bounds.table]
        if bounds.column is None:
            value: float = table.num_rows
            told = f"{table.num_rows} rows"
        else:
            value = filled(table, bounds.column)
            told = f"{value:.3f} of the rows have a value"
        limits = f"expected {bounds.least:g} to {bounds.most:g} (seeds/expectations.yml)"
        problem = Problem(f"{told}, {limits}", table=bounds.table, column=bounds.column)
        if value < bounds.least:
            losses.append(problem)
        elif value > bounds.most:
            gains.append(problem)
    return Drift(tuple(losses), tuple(gains))
