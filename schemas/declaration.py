"""The words in which a published table is declared: tables, columns, keys.

A declaration is data. What Arrow, pandera, DuckDB, Data Package, Croissant and the data dictionary say of a
table is derived from it in `schemas.projections`; nothing about a column is written twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "date", "strings"]
Example = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a published table.

    `type` "strings" is a list of strings, "date" an ISO 8601 calendar date. `example` is a value a reader may
    meet (a date as its ISO text). `unit` says what a number counts: every integer and number has one ("1" for
    a ratio without dimension, "ordinal" for a rank). `values` lists what may occur, each with its meaning;
    `pattern` is a regular expression that the whole value matches. A text column that is not nullable holds
    the empty string only if `may_be_empty`; a nullable one never does, so that a CSV file, in which both look
    alike, has one reading.
    """

    name: str
    type: ColumnType
    title_zh: str
    description: str
    example: Example
    nullable: bool = False
    unit: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`columns` of this table name a row of `table` by its `references`; a null in any of them names none."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One published table. `recognised_by`: the columns by which a row is known again when its key changed.

    Rows are published in the order of `primary_key`'s document, then reading order (see
    `gangyao.release.tables`); `row` says what one row stands for.
    """

    name: str
    title: str
    title_zh: str
    row: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    recognised_by: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return the column called `name`; KeyError if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name}")

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in the order in which they are published."""
        return tuple(column.name for column in self.columns)
