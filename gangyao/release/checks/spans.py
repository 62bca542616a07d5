"""Spans and counts: what a row says that stands somewhere must stand there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import add, contains, getitem
from typing import Any

import pyarrow as pa

from gangyao.chinese.punctuation import BULLETS
from gangyao.release.checks.bounds import bound_problems
from gangyao.release.checks.problems import Problem
from gangyao.release.tables import Tables
from schemas.registry import BY_NAME

# A broken rule can break every row; the first ones of each check are enough to find it.
PER_CHECK = 5
# Shares are published with four digits behind the point.
_ROUNDED = 1e-4


@dataclass(frozen=True, slots=True)
class Texts:
    """The paragraphs' texts by paragraph id, in both scripts, and the paragraph of each task by task id."""

    hans: dict[str, str]
    hant: dict[str, str]
    of_task: dict[str, str]
    hant_documents: frozenset[str]

    def printed(self, document_id: str) -> dict[str, str]:
        """Return the texts in the script in which the document is printed."""
        return self.hant if document_id in self.hant_documents else self.hans


def _columns(tables: Tables, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
    arrow = tables[table]
    return zip(*(arrow[column].to_pylist() for column in columns), strict=True)


def texts(tables: Tables) -> Texts:
    """Index the paragraphs' texts."""
    paragraphs = list(_columns(tables, "paragraphs", "paragraph_id", "text", "text_hant"))
    return Texts(
        hans={row: text for row, text, _ in paragraphs},
        hant={row: text for row, _, text in paragraphs},
        of_task=dict(_columns(tables, "tasks", "task_id", "paragraph_id")),
        hant_documents=frozenset(
            row for row, script in _columns(tables, "documents", "document_id", "script") if script == "hant"
        ),
    )


def _holds_other(table: str, row: str, column: str, stands: str, value: str) -> Problem:
    return Problem(f"the span holds {stands!r}", table=table, row=row, column=column, value=value)


def _begins_with(text: str, sentence: str) -> bool:
    """Tell whether a sentence begins a text: behind blanks and bullets, as sentences do."""
    return sentence in text and all(c.isspace() or c in BULLETS for c in text[: text.index(sentence)])


def paragraph_problems(tables: Tables) -> Iterator[Problem]:
    """Check the paragraphs' lengths, scripts and leads, and the sections that they make up."""
    of_section: dict[str, list[str]] = {}
    for row, section, text, text_hant, lead, chars in _columns(
        tables, "paragraphs", "paragraph_id", "section_id", "text", "text_hant", "lead", "chars"
    ):
        of_section.setdefault(section, []).append(text)
        if not len(text) == len(text_hant) == chars:
            what = f"text has {len(text)} code points, text_hant {len(text_hant)}"
            yield Problem(what, table="paragraphs", row=row, column="chars", value=chars)
        if lead is not None and not _begins_with(text, lead):
            yield Problem(
                "is not how the text begins", table="paragraphs", row=row, column="lead", value=lead
            )
    for row, text, chars in _columns(tables, "sections", "section_id", "text", "chars"):
        own = of_section.get(row, [])
        if "\n".join(own) != text:
            yield Problem(
                "is not the section's paragraphs", table="sections", row=row, column="text", value=text
            )
        if sum(map(len, own)) != chars:
            yield Problem(
                f"its paragraphs have {sum(map(len, own))}",
                table="sections",
                row=row,
                column="chars",
                value=chars,
            )


def task_problems(tables: Tables, of: Texts) -> Iterator[Problem]:
    """Check that tasks, actions, targets and results stand where they say."""
    text_of, hant_of = of.hans.__getitem__, of.hant.__getitem__
    paragraphs = tables["tasks"]["paragraph_id"].to_pylist()
    yield from _text_problems(tables, "tasks", "text", map(text_of, paragraphs))
    yield from _text_problems(tables, "tasks", "text_hant", map(hant_of, paragraphs))
    for table in ("actions", "targets"):
        paragraphs = map(of.of_task.__getitem__, tables[table]["task_id"].to_pylist())
        yield from _text_problems(tables, table, "text", map(text_of, paragraphs))
    yield from _action_problems(tables["actions"])
    paragraphs = tables["results"]["paragraph_id"].to_pylist()
    yield from _text_problems(tables, "results", "text", map(text_of, paragraphs))


def _text_problems(tables: Tables, table: str, column: str, within: Iterable[str]) -> Iterator[Problem]:
    """Check that the texts of a column are the spans that their rows name, each of its own text of `within`.

    All are compared at once, without a loop of Python's; each row is looked at only where some differ.
    """
    rows = tables[table]
    spans = map(slice, rows["start_char"].to_pylist(), rows["end_char"].to_pylist())
    standing: list[str] = list(map(getitem, within, spans))
    told: list[str] = rows[column].to_pylist()
    if standing != told:
        keys = rows[BY_NAME[table].primary_key[0]].to_pylist()
        for row, stands, value in zip(keys, standing, told, strict=True):
            if stands != value:
                yield _holds_other(table, row, column, stands, value)


def _action_problems(actions: pa.Table) -> Iterator[Problem]:
    """Check that verb and object are one piece of each action's text."""
    texts_of_all, verbs, objects = (actions[column].to_pylist() for column in ("text", "verb", "object"))
    pieces = list(map(add, verbs, objects))
    if all(map(contains, texts_of_all, pieces)):
        return
    for row, text, piece in zip(actions["action_id"].to_pylist(), texts_of_all, pieces, strict=True):
        if piece not in text:
            what = "verb and object are not one piece of the text"
            yield Problem(what, table="actions", row=row, column="object", value=piece)


def cell_problems(tables: Tables, of: Texts) -> Iterator[Problem]:
    """Check that the cells of tables stand where they say, in the paragraph and on lines of a table."""
    names = ("table_id", "row_index", "column_index", "document_id", "paragraph_id")
    spans = ("start_char", "end_char", "raw_start", "raw_end", "text")
    of_tables: dict[str, list[tuple[int, int]]] = {}
    if tables["table_cells"].num_rows:
        for document, kind, start, end in _columns(
            tables, "lines", "document_id", "kind", "raw_start", "raw_end"
        ):
            if kind == "table":
                of_tables.setdefault(document, []).append((start, end))
    for table, row, column, document, paragraph, *places, text in _columns(
        tables, "table_cells", *names, *spans
    ):
        start, end, raw_start, raw_end = places
        key = f"{table} {row} {column}"
        stands = "" if paragraph is None else of.hans[paragraph][start:end]
        if stands != text:
            yield _holds_other("table_cells", key, "text", stands, text)
        lines = of_tables.get(document, [])
        line = bisect_right(lines, raw_start, key=lambda span: span[0]) - 1
        if text and (raw_end <= raw_start or line < 0 or raw_start >= lines[line][1]):
            what = "does not begin on a line of a table"
            yield Problem(what, table="table_cells", row=key, column="raw_start", value=raw_start)


def mention_problems(tables: Tables, of: Texts) -> Iterator[Problem]:
    """Check that mentions stand where they say, in the task that they name."""
    bounds = {
        row: (paragraph, start, end)
        for row, paragraph, start, end in _columns(
            tables, "tasks", "task_id", "paragraph_id", "start_char", "end_char"
        )
    }
    for row, paragraph, task, start, end, surface in _columns(
        tables, "mentions", "mention_id", "paragraph_id", "task_id", "start_char", "end_char", "surface"
    ):
        stands = of.hans[paragraph][start:end]
        if stands != surface:
            yield _holds_other("mentions", row, "surface", stands, surface)
        if task is not None:
            of_paragraph, task_start, task_end = bounds[task]
            if paragraph != of_paragraph or start < task_start or end > task_end:
                yield Problem("is not in this task", table="mentions", row=row, column="task_id", value=task)


def ledger_problems(tables: Tables, of: Texts) -> Iterator[Problem]:
    """Check that corrections and suspects stand where they say, as printed or in Simplified characters."""
    for table, key, column in (
        ("corrections", "correction_id", "after"),
        ("suspects", "suspect_id", "text"),
    ):
        for row, document, paragraph, start, end, text in _columns(
            tables, table, key, "document_id", "paragraph_id", "start_char", "end_char", column
        ):
            if paragraph is None:
                continue
            printed = of.printed(document)[paragraph][start:end]
            if text not in (printed, of.hans[paragraph][start:end]):
                yield _holds_other(table, row, column, printed, text)


def witness_problems(tables: Tables, of: Texts) -> Iterator[Problem]:
    """Check what witnesses confirm against what was compared, and what paragraphs say of it."""
    shares: dict[str, float] = {}
    for row, witness, compared, confirmed in _columns(
        tables, "witnesses", "paragraph_id", "witness", "compared_chars", "confirmed_chars"
    ):
        if not confirmed <= compared <= len(of.hans[row]):
            what = f"{compared} of {len(of.hans[row])} code points were compared"
            yield Problem(
                what, table="witnesses", row=f"{row} {witness}", column="confirmed_chars", value=confirmed
            )
        if compared:
            shares[row] = max(shares.get(row, 0.0), confirmed / compared)
    for row, share in _columns(tables, "paragraphs", "paragraph_id", "confirmed_share"):
        best = shares.get(row)
        if (share is None) != (best is None) or abs((share or 0.0) - (best or 0.0)) > _ROUNDED:
            what = f"the best of its witnesses confirms {best}"
            yield Problem(what, table="paragraphs", row=row, column="confirmed_share", value=share)


def span_problems(tables: Tables) -> Iterator[Problem]:
    """Return the first problems of each of the checks."""
    of = texts(tables)
    for found in (
        paragraph_problems(tables),
        task_problems(tables, of),
        cell_problems(tables, of),
        mention_problems(tables, of),
        ledger_problems(tables, of),
        witness_problems(tables, of),
        bound_problems(tables),
    ):
        yield from islice(found, PER_CHECK)
