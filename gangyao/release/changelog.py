"""`CHANGES.md`: what a release changes in the one before it."""

from __future__ import annotations

from pathlib import Path

from gangyao.errors import DataError
from gangyao.release.diff import as_text, diff_tables
from gangyao.release.files import CHANGES
from gangyao.release.load import is_release, load_tables
from gangyao.release.tables import Tables

UNCHANGED = "# Changes\n\nThe tables are those of the release before this one.\n"


def changes_text(previous: Path, tables: Tables) -> str:
    """Return the text of CHANGES.md for the release of `tables` that follows `previous`.

    Where nothing changed, it is the text that `previous` has: building a release again is no new release.
    """
    if not is_release(previous):
        return first_release(tables)
    try:
        found = diff_tables(load_tables(previous), tables.by_name)
    except DataError as error:
        return f"# Changes\n\nThe release before this one could not be read: {error}\n"
    if not found:
        told = previous / CHANGES
        return told.read_bytes().decode(errors="replace") if told.is_file() else UNCHANGED
    return (
        "# Changes\n\nWhat this release changes in the one before it, by key. "
        "`gangyao diff OLD NEW --json` lists every row.\n\n" + as_text(found) + "\n"
    )


def first_release(tables: Tables) -> str:
    """Return the text of CHANGES.md where there is no release to compare with."""
    counted = "\n".join(f"| {name} | {tables[name].num_rows:,} |" for name in tables.names)
    return (
        "# Changes\n\nThere is no earlier release to compare with.\n\n| table | rows |\n| --- | ---: |\n"
        + counted
        + "\n"
    )
