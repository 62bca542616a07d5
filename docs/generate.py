"""Write the reference pages of the tables from their declarations: `python -m docs.generate`.

The pages are built, not committed: `schemas/` is the one place where a table is described.
"""

from __future__ import annotations

from pathlib import Path

from schemas.declaration import Column, Table
from schemas.registry import TABLES

REFERENCE = Path(__file__).parent / "reference"


def cell(text: object) -> str:
    """Return `text` as the cell of a Markdown table."""
    return str(text).replace("|", r"\|").replace("\n", " ")


def column_row(column: Column) -> str:
    """Return the table row that describes a column."""
    meaning = column.description
    if column.values:
        meaning += " " + " ".join(f"`{value}`: {gloss}." for value, gloss in column.values.items())
    kind = (
        column.type
        + (f", {column.unit}" if column.unit else "")
        + (", may be null" if column.nullable else "")
    )
    cells = (f"`{column.name}`", column.title_zh, kind, meaning, f"`{column.example}`")
    return f"| {' | '.join(map(cell, cells))} |"


def page(table: Table) -> str:
    """Return the reference page of a table."""
    keys = [f"Primary key: {', '.join(f'`{name}`' for name in table.primary_key)}."]
    for key in table.foreign_keys:
        here, there = ", ".join(key.columns), ", ".join(key.references)
        keys.append(f"`{here}` → [{key.table}]({key.table}.md) (`{there}`).")
    head = "| column | 中文 | type | meaning | example |\n| --- | --- | --- | --- | --- |"
    rows = "\n".join(map(column_row, table.columns))
    lines = [
        f"# {table.name} ({table.title_zh})",
        f"One row per {table.row}.",
        table.description,
        " ".join(keys),
    ]
    return "\n\n".join(lines) + f"\n\n{head}\n{rows}\n"


def main() -> None:
    """Write one page per table and their index."""
    REFERENCE.mkdir(exist_ok=True)
    names = [table.name for table in TABLES]
    for table in TABLES:
        (REFERENCE / f"{table.name}.md").write_text(page(table), encoding="utf-8")
    contents = "\n".join(names)
    index = (
        "# Data dictionary\n\nEvery table and column, as DuckDB's comments and the Parquet files' metadata "
        f"say it too.\n\n```{{toctree}}\n:maxdepth: 1\n\n{contents}\n```\n"
    )
    (REFERENCE / "index.md").write_text(index, encoding="utf-8")


if __name__ == "__main__":
    main()
