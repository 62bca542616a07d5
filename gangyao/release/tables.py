"""The published tables as values in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from gangyao.document.problems import DocumentProblem
from gangyao.release.rows.problems import Row, problem_rows
from schemas.projections.arrow import arrow_columns
from schemas.registry import BY_NAME, TABLES

#: Tables that follow from the rows of all documents together.
OVER_DOCUMENTS = ("entities", "indicators")


@dataclass(frozen=True)
class Tables:
    """The published tables by name, each with its declared Arrow schema; can be pickled."""

    by_name: dict[str, pa.Table]

    def __getitem__(self, name: str) -> pa.Table:
        return self.by_name[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the tables, parents before what refers to them."""
        return tuple(table.name for table in TABLES)

    def count(self, name: str) -> int:
        """Return the number of rows of a table."""
        return int(self.by_name[name].num_rows)

    def pieces(self, name: str, *columns: str) -> Iterator[pa.Table]:
        """Yield the rows of a table, all columns or those named, as one piece (see `table_source`)."""
        yield self.by_name[name].select(list(columns)) if columns else self.by_name[name]

    def with_table(self, name: str, table: pa.Table) -> Tables:
        """Return these tables with one of them replaced."""
        return Tables({**self.by_name, name: table})


def arrow_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Return rows (tuples in the order of the declared columns) as an Arrow table of the declared types."""
    declared = BY_NAME[name]
    return arrow_columns(declared, zip(*rows, strict=True) if rows else ((),) * len(declared.columns))


def problem_table(problems: Iterable[DocumentProblem]) -> pa.Table:
    """Return the table of what kept documents, or parts of them, out."""
    return arrow_table("problems", problem_rows(problems))
