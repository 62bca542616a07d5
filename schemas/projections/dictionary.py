"""The data dictionary, in Markdown, with Chinese titles beside the English descriptions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import yaml

from schemas import package
from schemas.declaration import Column, Table
from schemas.package import TableFile
from schemas.registry import TABLES

TYPES = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "true/false",
    "date": "date",
    "strings": "list of text",
}


def _escaped(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")


def _example(column: Column) -> str:
    example = column.example
    shown = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    return f"`{_escaped(shown)}`"


def _meaning(column: Column) -> str:
    told = [column.description]
    if column.unit:
        told.append(f"Unit: {column.unit}.")
    told += [f"<br>`{value}`: {what}" for value, what in column.values.items()]
    return _escaped(" ".join(told))


def _notes(table: Table, column: Column) -> str:
    notes = []
    if column.name in table.primary_key:
        notes.append("key")
    notes += [
        f"→ [{key.table}](#{key.table})" for key in table.foreign_keys if key.columns[-1] == column.name
    ]
    if column.nullable:
        notes.append("may be null")
    if column.may_be_empty:
        notes.append("may be empty")
    return ", ".join(notes)


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield f"**{table.title} / {table.title_zh}**: one row per {table.row}. {table.description}"
    yield ""
    yield "| column | 中文 | type | meaning | example | notes |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for column in table.columns:
        cells = (
            f"`{column.name}`",
            column.title_zh,
            TYPES[column.type],
            _meaning(column),
            _example(column),
            _notes(table, column),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def dataset_card(files: Sequence[TableFile]) -> str:
    """Return the YAML head by which `datasets.load_dataset` reads the folder: one configuration per table."""
    card = {
        "pretty_name": package.TITLE,
        "license": package.LICENCE.name.lower(),
        "language": ["zh"],
        "tags": list(package.KEYWORDS),
        "configs": [
            {
                "config_name": file.table,
                "data_files": f"parquet/{file.table}.parquet",
                **({"default": True} if file.table == package.FIRST_TABLE else {}),
            }
            for file in files
            # `datasets` refuses a table without rows.
            if file.rows
        ],
    }
    return f"---\n{yaml.safe_dump(card, allow_unicode=True, sort_keys=False)}---\n"


def _addresses() -> Iterator[str]:
    if package.HOMEPAGE:
        newest = package.download_address(package.DATABASE)
        yield f"Home: <{package.HOMEPAGE}>. Newest release: <{newest}>, and each table as Parquet beside it."
        yield ""
    if package.DOI:
        yield f"DOI: <https://doi.org/{package.DOI}>."
        yield ""


def dictionary(files: Sequence[TableFile]) -> str:
    """Return the data dictionary of all tables, with a dataset card of those that have rows as its head."""
    lines = [
        *dataset_card(files).splitlines(),
        "",
        f"# {package.TITLE}",
        "",
        f"{package.TITLE_ZH}",
        "",
        package.DESCRIPTION,
        "",
        *_addresses(),
        f"Licence of the tables: [{package.LICENCE.name}]({package.LICENCE.path}). {package.SOURCE_RIGHTS}",
        "",
        "| file | what |",
        "| --- | --- |",
        "| `csv/<table>.csv` | the tables as CSV (UTF-8) |",
        "| `parquet/<table>.parquet` | the same as Parquet, with every column's meaning in its metadata |",
        f"| `{package.DATABASE}` | the same tables in one DuckDB file, with keys, comments, views, search |",
        "| `datapackage.json`, `croissant.json` | for machines: Data Package v2, Croissant 1.0 |",
        "| `manifest.json`, `SHA256SUMS` | what the release was made from, and the checksums of its files |",
        "| `CHANGES.md` | what changed since the release before |",
        "",
        "In CSV, a list is JSON, a null or an empty text is an empty cell, and a text that a spreadsheet",
        "would run as a formula (two characters or more, the first of them `=`, `+`, `-`, `@`, a tab or a",
        "carriage return) has an apostrophe before it, as has one that begins with an apostrophe: drop one",
        "leading apostrophe to read it back. Parquet and DuckDB hold the texts as they are. Offsets count",
        "Unicode code points from 0; spans are half-open. `raw_*` offsets count in the decoded source files,",
        "joined in their order.",
        "",
        "| table | 中文 | one row per |",
        "| --- | --- | --- |",
        *(f"| [{table.name}](#{table.name}) | {table.title_zh} | {table.row} |" for table in TABLES),
        "",
    ]
    for table in TABLES:
        lines += _table(table)
    return "\n".join(lines).rstrip("\n") + "\n"
