"""What is wrong with a release, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from gangyao.errors import DataError
from schemas.declaration import Table

SHOWN = 20
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """`what` is wrong; `file`, `table`, `row` (its key), `column` and `value` say where, as far as known."""

    what: str
    file: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    value: object = None

    def __str__(self) -> str:
        where = [self.file] if self.file else []
        where += [f"table {self.table}"] if self.table else []
        where += [f"column {self.column}"] if self.column else []
        where += [f"row {self.row}"] if self.row else []
        told = f"{', '.join(where)}: {self.what}" if where else self.what
        return told if self.value is None else f"{told} (value: {shortened(self.value)})"


def shortened(value: object) -> str:
    """Return a value as one readable piece of at most about 80 characters."""
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def row_key(table: Table, arrow: pa.Table, index: int) -> str:
    """Return the key of a row, as a reader would write it."""
    return " ".join(str(arrow[column][index].as_py()) for column in table.primary_key)


class ReleaseError(DataError):
    """A release that cannot be published; `problems` lists why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        told = [str(problem) for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            told.append(f"and {len(self.problems) - SHOWN:,} more")
        return "nothing was published; the tables do not hold:\n  " + "\n  ".join(told)
