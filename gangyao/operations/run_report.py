"""What a run has to report, as rows and Markdown: what was published, what is wrong, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from gangyao.build import Outcome
from gangyao.document.problems import DocumentProblem
from gangyao.operations.stages import Stage, told
from gangyao.paths import DOCUMENTS
from gangyao.release.diff import ReleaseDiff
from gangyao.release.table_source import TableSource, read_table
from schemas.registry import BY_NAME

# As many as a person reads through; `gangyao diff` lists all.
SHOWN = 100
IDS = 20

Row = dict[str, Any]
CORRECTIONS = ("document_id", "before", "after", "category", "evidence", "reason", "paragraph_id")
SUSPECTS = ("document_id", "text", "suggestion", "reason", "score", "paragraph_id")


def stages_table(stages: Sequence[Stage]) -> str:
    """Return the stages of a run as a Markdown table."""
    rows = [f"| {one.name} | {told(one.took)} | {told(one.gave)} | {one.seconds:.1f} |" for one in stages]
    return "\n".join(["| stage | took | gave | seconds |", "| --- | --- | --- | ---: |", *rows, ""])


def problems_table(problems: Sequence[DocumentProblem], seeds: Path) -> str:
    """Return what is wrong with documents as a Markdown table, with a link to the folder of each."""
    rows = [
        f"| {_link(one.document_id, seeds)} | {one.severity} | {_cell(one.source_file)} | {_cell(one.place)} "
        f"| {_cell(one.message)} | {_cell(one.remedy)} |"
        for one in problems
    ]
    head = "| document | | file | place | what is wrong | what to do |"
    return "\n".join([head, "| --- | --- | --- | --- | --- | --- |", *rows, ""])


def _link(document_id: str, seeds: Path) -> str:
    folder = (seeds / DOCUMENTS / document_id).resolve()
    return f"[{_cell(document_id)}](<{folder.as_uri()}>)" if folder.is_dir() else _cell(document_id)


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("<", "&lt;")


def changes_rows(found: ReleaseDiff) -> list[Row]:
    """Return what changed since the release before, a row for each table, with the ids of the first rows."""
    rows: list[Row] = []
    for one in found.tables:
        changed = tuple(dict.fromkeys(change.row for change in one.changed))
        rows.append(
            {
                "table": one.table,
                "rows before": one.old_rows,
                "rows now": one.new_rows,
                "added": len(one.added),
                "removed": len(one.removed),
                "changed": len(changed),
                "with another id": len(one.renamed),
                "ids added": _first(one.added),
                "ids removed": _first(one.removed),
                "ids changed": _first(changed),
            }
        )
    return rows


def _first(ids: Sequence[str]) -> str:
    more = f" … and {len(ids) - IDS:,} more" if len(ids) > IDS else ""
    return ", ".join(ids[:IDS]) + more


def new_rows(outcome: Outcome, name: str, columns: Sequence[str]) -> list[Row]:
    """Return the first rows of a table that the release before did not have; where there was none, of all.

    The table has a key of one column.
    """
    if not outcome.is_new:
        return []
    (key,) = BY_NAME[name].primary_key
    rows = read_table(outcome.tables, name, *dict.fromkeys((key, *columns)))
    if outcome.changes is not None:
        added = {one.table: one.added for one in outcome.changes.tables}.get(name, ())
        rows = rows.filter(pc.is_in(rows[key], value_set=pa.array(added, pa.string())))
    return list(rows.slice(0, SHOWN).select(list(columns)).to_pylist())


def counts(tables: TableSource) -> dict[str, int]:
    """Return the rows of all tables by name."""
    return {name: tables.count(name) for name in BY_NAME}
