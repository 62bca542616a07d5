"""`CHANGES.md`: what a release changes in the one before it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from gangyao.errors import DataError
from gangyao.release.diff import ReleaseDiff, as_text, diff_tables
from gangyao.release.files import CHANGES
from gangyao.release.load import Rows, is_release, table_rows
from gangyao.release.table_source import StoredTables, TableSource
from schemas.registry import TABLES

UNCHANGED = "# Changes\n\nThe tables are those of the release before this one.\n"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a release changes: as the text of CHANGES.md, and row by row.

    `found` is None where there is no release before it that can be read.
    """

    text: str
    found: ReleaseDiff | None


def changes_since(
    previous: Path, tables: StoredTables, document_ids: Collection[str] | None = None
) -> Changes:
    """Compare the release of `tables` with `previous`, which it follows.

    `document_ids`, where given, are the only documents that can have changed. Where nothing changed, the text
    is the one that `previous` has: building a release again is no new release.
    """
    if not is_release(previous):
        return Changes(first_release(tables), None)
    try:
        found = diff_tables(table_rows(previous), table_files(tables), document_ids)
    except DataError as error:
        return Changes(f"# Changes\n\nThe release before this one could not be read: {error}\n", None)
    if not found:
        told = previous / CHANGES
        return Changes(told.read_bytes().decode(errors="replace") if told.is_file() else UNCHANGED, found)
    text = (
        "# Changes\n\nWhat this release changes in the one before it, by key. "
        "`gangyao diff OLD NEW --json` lists every row.\n\n" + as_text(found) + "\n"
    )
    return Changes(text, found)


def table_files(tables: StoredTables) -> dict[str, Rows]:
    """Return the files of the tables by name."""
    return {table.name: tables.path(table.name) for table in TABLES}


def first_release(tables: TableSource) -> str:
    """Return the text of CHANGES.md where there is no release to compare with."""
    counted = "\n".join(f"| {table.name} | {tables.count(table.name):,} |" for table in TABLES)
    return (
        "# Changes\n\nThere is no earlier release to compare with.\n\n| table | rows |\n| --- | ---: |\n"
        + counted
        + "\n"
    )
