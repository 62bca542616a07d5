"""Where a table that was read differs from the one that was meant."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from gangyao.release.checks.problems import Problem, row_key
from schemas.declaration import Table

PER_TABLE = 3


def differences(table: Table, file: str, found: pa.Table, wanted: pa.Table, held: str) -> Iterator[Problem]:
    """Say where the table that `file` holds differs from the one that the files `held` hold."""
    if found.equals(wanted):
        return
    found_keys = [row_key(table, found, index) for index in range(found.num_rows)]
    wanted_keys = [row_key(table, wanted, index) for index in range(wanted.num_rows)]
    in_found, in_wanted = set(found_keys), set(wanted_keys)
    for key in wanted_keys:
        if key not in in_found:
            yield Problem(f"the row is missing ({held} has it)", file=file, table=table.name, row=key)
    for key in found_keys:
        if key not in in_wanted:
            yield Problem(f"the row is one too many ({held} lacks it)", file=file, table=table.name, row=key)
    if found_keys == wanted_keys:
        yield from _cells(table, file, found, wanted, held)
    elif sorted(found_keys) == sorted(wanted_keys):
        at = next(index for index, key in enumerate(found_keys) if key != wanted_keys[index])
        yield Problem(
            f"the rows are in another order than in {held}", file=file, table=table.name, row=found_keys[at]
        )


def _cells(table: Table, file: str, found: pa.Table, wanted: pa.Table, held: str) -> Iterator[Problem]:
    for column in table.column_names:
        if found[column].equals(wanted[column]):
            continue
        pairs = zip(found[column].to_pylist(), wanted[column].to_pylist(), strict=True)
        for index, (value, expected) in enumerate(pairs):
            if value != expected:
                yield Problem(
                    f"differs from {held}, which has {expected!r}",
                    file=file,
                    table=table.name,
                    row=row_key(table, wanted, index),
                    column=column,
                    value=value,
                )
