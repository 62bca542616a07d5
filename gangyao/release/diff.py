"""What changed between two releases: rows added, removed, changed and renamed, table by table, by key."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from gangyao.errors import DataError
from gangyao.release.files import sha256
from gangyao.release.load import Rows, table_rows
from gangyao.release.sql import free_connection, told_first
from schemas.declaration import Table
from schemas.projections.duckdb import name, names, quoted
from schemas.registry import TABLES

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Change:
    """In the row with this key, `column` had the value `old` and has the value `new`."""

    row: str
    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Renamed:
    """A row that has another key now; it is known again by its content, which no other row has."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TableDiff:
    """What changed in one table. Renamed rows are neither among the added nor among the removed."""

    table: str
    old_rows: int
    new_rows: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]
    renamed: tuple[Renamed, ...]
    added_columns: tuple[str, ...]
    removed_columns: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(
            self.added or self.removed or self.changed or self.renamed
            or self.added_columns or self.removed_columns
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReleaseDiff:
    """The tables in which anything changed; true when there are any."""

    tables: tuple[TableDiff, ...]

    def __bool__(self) -> bool:
        return bool(self.tables)


def diff(old: Path, new: Path) -> ReleaseDiff:
    """Compare two releases. Raises DataError when one of them cannot be read."""
    return diff_tables(table_rows(old), table_rows(new))


def diff_tables(
    old: Mapping[str, Rows], new: Mapping[str, Rows], document_ids: Collection[str] | None = None
) -> ReleaseDiff:
    """Compare the tables of two releases.

    `document_ids`, where given, are the only documents whose rows can differ: only theirs are compared.
    Raises DataError for a file that is damaged inside, or has the rows of another table.
    """
    differing = [pair for pair in _pairs(old, new) if not _are_equal(*pair[1:])]
    if not differing:  # as in a build of the same again: a database need not be started
        return ReleaseDiff(())
    found: list[TableDiff] = []
    with free_connection() as connection:
        if document_ids is not None:
            connection.register(_ASKED_FOR, pa.table({"document_id": pa.array(sorted(document_ids))}))
        for table, before, after in differing:
            limited = document_ids is not None and "document_id" in table.column_names
            try:
                found.append(_diff_table(connection, table, before, after, limited))
            except duckdb.Error as error:
                raise DataError(f"table {table.name} cannot be compared: {told_first(error)}") from error
    return ReleaseDiff(tuple(one for one in found if one))


def _pairs(old: Mapping[str, Rows], new: Mapping[str, Rows]) -> Iterator[tuple[Table, Rows, Rows]]:
    """Yield the tables that either release has, each with its rows in both, none where it lacks the table."""
    for table in TABLES:
        before, after = old.get(table.name), new.get(table.name)
        if before is None:
            before = None if after is None else _schema(after).empty_table()
        if before is not None:
            yield table, before, after if after is not None else _schema(before).empty_table()


_ASKED_FOR = "asked_for"


def _schema(rows: Rows) -> pa.Schema:
    return pq.read_schema(rows) if isinstance(rows, Path) else rows.schema


def _count(rows: Rows) -> int:
    return int(pq.read_metadata(rows).num_rows if isinstance(rows, Path) else rows.num_rows)


def _are_equal(before: Rows, after: Rows) -> bool:
    """Tell whether two tables are surely equal; of a file and a table in memory it is not asked."""
    if isinstance(before, Path) or isinstance(after, Path):
        return isinstance(before, Path) and isinstance(after, Path) and sha256(before) == sha256(after)
    return bool(before.equals(after))


def _show(connection: duckdb.DuckDBPyConnection, view: str, rows: Rows, limited: bool) -> None:
    """Let `view` have the rows, numbered as `_row`; those of the documents asked for where it is limited."""
    if isinstance(rows, Path):
        source = f"read_parquet({quoted(str(rows))}, file_row_number = true)"
        columns = "* EXCLUDE (file_row_number), file_row_number AS _row"
    else:
        source, columns = f"{view}_in_memory", "*"
        connection.register(source, rows.append_column("_row", pa.array(range(rows.num_rows), pa.int64())))
    kept = f" WHERE document_id IN (SELECT document_id FROM {_ASKED_FOR})" if limited else ""
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT {columns} FROM {source}{kept}")


def _diff_table(
    connection: duckdb.DuckDBPyConnection, table: Table, before: Rows, after: Rows, limited: bool
) -> TableDiff:
    _show(connection, "old_rows", before, limited)
    _show(connection, "new_rows", after, limited)
    removed = _only_in(connection, table, "old_rows", "new_rows")
    added = _only_in(connection, table, "new_rows", "old_rows")
    renamed = tuple(_renamed(removed, added))
    gone = {one.old for one in renamed}
    come = {one.new for one in renamed}
    old_columns, new_columns = _schema(before).names, _schema(after).names
    common = [column for column in table.column_names if column in old_columns and column in new_columns]
    return TableDiff(
        table.name,
        _count(before),
        _count(after),
        tuple(key for key, _ in added if key not in come),
        tuple(key for key, _ in removed if key not in gone),
        tuple(_changed(connection, table, common)),
        renamed,
        tuple(column for column in new_columns if column not in old_columns),
        tuple(column for column in old_columns if column not in new_columns),
    )


def _key(table: Table, prefix: str) -> str:
    parts = ", ".join(f"CAST({prefix}.{name(column)} AS VARCHAR)" for column in table.primary_key)
    return f"concat_ws(' ', {parts})"


def _only_in(
    connection: duckdb.DuckDBPyConnection, table: Table, one: str, other: str
) -> list[tuple[str, Any]]:
    """Return key and content of the rows of `one` whose keys `other` lacks, in their order."""
    content = ", ".join(f"to_json(a.{name(column)})" for column in table.recognised_by) or "NULL"
    return connection.execute(
        f"SELECT {_key(table, 'a')}, concat_ws('\x1f', {content}) FROM {one} AS a "
        f"ANTI JOIN {other} AS b USING ({names(table.primary_key)}) ORDER BY a._row"
    ).fetchall()


def _renamed(removed: Sequence[tuple[str, Any]], added: Sequence[tuple[str, Any]]) -> Iterator[Renamed]:
    often = Counter(content for _, content in removed), Counter(content for _, content in added)
    key_of = {content: key for key, content in added}
    for key, content in removed:
        if often[0][content] == often[1][content] == 1:
            yield Renamed(key, key_of[content])


def _changed(connection: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str]) -> Iterator[Change]:
    cases = ", ".join(
        f"CASE WHEN a.{name(column)} IS DISTINCT FROM b.{name(column)} THEN {{'column': {quoted(column)}, "
        f"'old': CAST(to_json(a.{name(column)}) AS VARCHAR), "
        f"'new': CAST(to_json(b.{name(column)}) AS VARCHAR)}} END"
        for column in columns
        if column not in table.primary_key
    )
    if not cases:
        return
    rows = connection.execute(
        f"SELECT * FROM (SELECT {_key(table, 'b')} AS key, b._row AS rank, "
        f"list_filter([{cases}], lambda x: x IS NOT NULL) AS cells "
        f"FROM old_rows AS a JOIN new_rows AS b USING ({names(table.primary_key)})) "
        "WHERE len(cells) > 0 ORDER BY rank"
    ).fetchall()
    for key, _, cells in rows:
        for cell in cells:
            yield Change(key, cell["column"], _value(cell["old"]), _value(cell["new"]))


def _value(told: str | None) -> Any:
    return None if told is None else json.loads(told)


def as_json(found: ReleaseDiff) -> str:
    """Return a diff as JSON, every row of it."""
    return json.dumps([asdict(table) for table in found.tables], ensure_ascii=False, indent=2)


def _shown(value: Any) -> str:
    text = "(nothing)" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:119]}…"


def _listed(lines: Iterable[str], count: int, shown: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == shown:
            yield f"- … and {count - shown:,} more"
            return
        yield line


def table_lines(found: TableDiff, shown: int = SHOWN) -> Iterator[str]:
    """Yield what changed in a table as Markdown, at most `shown` rows of each kind."""
    yield f"## {found.table}"
    yield ""
    yield (
        f"{found.old_rows:,} → {found.new_rows:,} rows: {len(found.added):,} added, "
        f"{len(found.removed):,} removed, {len({change.row for change in found.changed}):,} changed, "
        f"{len(found.renamed):,} with another id"
    )
    yield ""
    for what, columns in (("New", found.added_columns), ("Gone", found.removed_columns)):
        if columns:
            yield f"- {what} columns: {', '.join(f'`{column}`' for column in columns)}"
    yield from _listed((f"- added `{key}`" for key in found.added), len(found.added), shown)
    yield from _listed((f"- removed `{key}`" for key in found.removed), len(found.removed), shown)
    changed = (
        f"- changed `{one.row}` {one.column}: {_shown(one.old)} → {_shown(one.new)}" for one in found.changed
    )
    yield from _listed(changed, len(found.changed), shown)
    renamed = (f"- id `{one.old}` → `{one.new}`" for one in found.renamed)
    yield from _listed(renamed, len(found.renamed), shown)


def as_text(found: ReleaseDiff) -> str:
    """Return a diff as text (Markdown); of many rows, the first."""
    if not found:
        return "no differences"
    return "\n\n".join("\n".join(table_lines(table)).rstrip("\n") for table in found.tables)
