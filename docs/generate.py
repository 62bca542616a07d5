"""Write the reference pages of tables, lexicon and commands: `python -m docs.generate`.

The pages are built, not committed: `schemas/` is the one place where a table is described, a command's help
the one where a command is.
"""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from gangyao.cli import app
from schemas.declaration import Column, Table
from schemas.lexicon.registry import FILES
from schemas.registry import TABLES

REFERENCE = Path(__file__).parent / "reference"
_HEAD = "| column | 中文 | type | meaning | example |\n| --- | --- | --- | --- | --- |"


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
    rows = "\n".join(map(column_row, table.columns))
    lines = [
        f"# {table.name} ({table.title_zh})",
        f"One row per {table.row}.",
        table.description,
        " ".join(keys),
    ]
    return "\n\n".join(lines) + f"\n\n{_HEAD}\n{rows}\n"


def lexicon_page() -> str:
    """Return the page of all files of the lexicon."""
    parts = ["# Lexicon", "The curated files of `seeds/lexicon`, as `schemas/lexicon` declares them."]
    for table in FILES:
        rows = "\n".join(map(column_row, table.columns))
        key = ", ".join(f"`{name}`" for name in table.primary_key)
        parts.append(
            f"## {table.name}.csv ({table.title_zh})\n\nOne row per {table.row}. {table.description} "
            f"Key: {key}.\n\n{_HEAD}\n{rows}"
        )
    return "\n\n".join(parts) + "\n"


def command_names() -> list[str]:
    """Return all commands, those of a group after the group."""
    names = [str(command.name) for command in app.registered_commands]
    for group in app.registered_groups:
        names.append(str(group.name))
        below = group.typer_instance.registered_commands if group.typer_instance else []
        names += [f"{group.name} {command.name}" for command in below]
    return names


def commands_page() -> str:
    """Return the page of the command line: each command as its `--help` says it."""
    parts = ["# Command line"]
    runner = CliRunner(env={"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "100"})
    for name in command_names():
        shown = runner.invoke(app, [*name.split(), "--help"], prog_name="gangyao").output
        text = "\n".join(line.rstrip() for line in shown.splitlines()).strip()
        parts.append(f"## gangyao {name}\n\n```text\n{text}\n```")
    return "\n\n".join(parts) + "\n"


def write_reference(folder: Path) -> None:
    """Write one page per table, the lexicon, the command line and their index into `folder`."""
    folder.mkdir(exist_ok=True)
    for table in TABLES:
        (folder / f"{table.name}.md").write_text(page(table), encoding="utf-8")
    (folder / "lexicon.md").write_text(lexicon_page(), encoding="utf-8")
    (folder / "commands.md").write_text(commands_page(), encoding="utf-8")
    contents = "\n".join([*(table.name for table in TABLES), "lexicon", "commands"])
    index = (
        "# Reference\n\nEvery table and column, as DuckDB's comments and the Parquet files' metadata "
        f"say it too; the lexicon; the commands.\n\n```{{toctree}}\n:maxdepth: 1\n\n{contents}\n```\n"
    )
    (folder / "index.md").write_text(index, encoding="utf-8")


if __name__ == "__main__":
    write_reference(REFERENCE)
